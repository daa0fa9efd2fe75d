use std::rc::Rc;

use yew::{
    Component, Html, Properties,
    virtual_dom::{Key, VComp},
};

use super::{
    Words,
    axis::{bars, label, mark},
    tree::Tree,
};
use crate::{
    article::{Article, Instant},
    timeline::{Density, Mark, Step},
};

/// A piece of the widget that renders again only when what it shows has changed, so
/// that a moving axis renders little else. One component serves for all of them: each
/// further one would bring its own copy of Yew's lifecycle.
struct Piece;

#[derive(PartialEq, Properties)]
struct Props {
    shows: Shows,
}

impl Component for Piece {
    type Message = ();
    type Properties = Props;

    fn create(_: &yew::Context<Self>) -> Piece {
        Piece
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let mut tree = Tree::default();
        match &ctx.props().shows {
            Shows::Mark(one, article, words) => mark(&mut tree, one, article, words),
            Shows::Tick {
                at,
                step,
                major,
                words,
            } => label(&mut tree, *at, *step, *major, words),
            Shows::Density(density) => bars(&mut tree, density),
        }
        tree.finish()
    }
}

/// What a piece shows.
pub(super) enum Shows {
    /// A mark of the axis.
    Mark(Mark, Rc<Article>, Rc<Words>),
    /// A tick's words.
    Tick {
        /// When it is.
        at: Instant,
        /// The unit of its row.
        step: Step,
        /// Whether it stands in the row of the larger unit.
        major: bool,
        /// How to say it.
        words: Rc<Words>,
    },
    /// How many events lie where.
    Density(Rc<Density>),
}

impl Shows {
    /// The piece.
    pub(super) fn html(self) -> Html {
        self.made(None)
    }

    /// The piece, told from its neighbours by this key.
    pub(super) fn keyed(self, key: &str) -> Html {
        self.made(Some(key.into()))
    }

    fn made(self, key: Option<Key>) -> Html {
        VComp::new::<Piece>(Rc::new(Props { shows: self }), key).into()
    }
}

impl PartialEq for Shows {
    fn eq(&self, other: &Shows) -> bool {
        match (self, other) {
            (Shows::Mark(one, article, words), Shows::Mark(two, other, said)) => {
                one == two && Rc::ptr_eq(article, other) && Rc::ptr_eq(words, said)
            }
            (
                Shows::Tick {
                    at,
                    step,
                    major,
                    words,
                },
                Shows::Tick {
                    at: other,
                    step: unit,
                    major: rank,
                    words: said,
                },
            ) => at == other && step == unit && major == rank && Rc::ptr_eq(words, said),
            (Shows::Density(one), Shows::Density(two)) => Rc::ptr_eq(one, two),
            _ => false,
        }
    }
}
