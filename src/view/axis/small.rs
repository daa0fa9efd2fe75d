use std::rc::Rc;

use yew::{Html, Properties, component};

use super::{marks::mark, overview::bars, ticks::label};
use crate::{
    article::{Article, Instant},
    timeline::{Density, Mark, Step},
    view::Words,
};

/// A piece of the axis that renders again only when what it shows has changed, however
/// often the axis moves. One component serves for all pieces: each further one would
/// bring its own copy of Yew's lifecycle.
#[component]
pub(super) fn Small(props: &SmallProps) -> Html {
    match &props.shows {
        Shows::Mark(one, article, words) => mark(one, article, words),
        Shows::Tick {
            at,
            step,
            major,
            words,
        } => label(*at, *step, *major, words),
        Shows::Density(density) => bars(density),
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct SmallProps {
    pub(super) shows: Shows,
}

/// What it shows.
pub(super) enum Shows {
    Mark(Mark, Rc<Article>, Rc<Words>),
    Tick {
        at: Instant,
        step: Step,
        major: bool,
        words: Rc<Words>,
    },
    Density(Rc<Density>),
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
