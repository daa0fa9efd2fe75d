use std::rc::Rc;

use yew::NodeRef;

use crate::{article::Article, view::Device};

/// How wide titles are, in px.
#[derive(Clone, PartialEq)]
pub(super) struct Widths {
    /// Of events, by position.
    pub(super) events: Rc<[u16]>,
    /// Of eras, by position.
    pub(super) eras: Rc<[u16]>,
}

/// No title needs more room than this, in px; longer ones are cut.
const MOST: u16 = 220;

impl Widths {
    /// Nothing is measured yet.
    pub(super) fn unknown() -> Widths {
        Widths {
            events: Rc::from([]),
            eras: Rc::from([]),
        }
    }

    /// Measured in the font of the element in `place`, all in one batch.
    pub(super) fn measured(article: &Article, device: &dyn Device, place: &NodeRef) -> Widths {
        let events = article.events.iter().map(|event| &*event.title);
        let eras = article.eras.iter().map(|era| &*era.title);
        let mut widths = device.widths(place, &mut events.chain(eras), MOST);
        // A px for rounding, so that no title is cut that would have fitted.
        for width in &mut widths {
            *width = width.saturating_add(1);
        }
        let eras = widths.split_off(article.events.len().min(widths.len()));
        Widths {
            events: widths.into(),
            eras: eras.into(),
        }
    }
}
