//! What others have done to the nodes of the view.
//!
//! A page translator puts texts into elements of its own, an extension takes elements out or
//! wraps them. Yew looks for its nodes where it left them, and stops when they are not there.
//! Texts that change stand alone in an element that is replaced with them; where an element
//! has gone, that is noticed here, and the view is made anew.

use std::{cell::Cell, rc::Rc};

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord};

use super::subscription::Subscription;

/// Watches over the elements of one view.
pub(super) struct ForeignChanges {
    observer: Option<MutationObserver>,
    /// What was seen of it.
    seen: Rc<Seen>,
}

#[derive(Default)]
struct Seen {
    /// An element has gone.
    torn: Cell<bool>,
    /// A text has gone.
    rewritten: Cell<bool>,
}

/// Elements that Yew makes empty, and that scripts of ours fill.
const OURS: &str = "output";
/// What translators put in and take out again.
const TRANSLATION: &str = "FONT";

impl ForeignChanges {
    /// Watches over what is inside `mounted`, for as long as `subscription` lasts.
    pub(super) fn new(mounted: &Element, subscription: &mut Subscription) -> ForeignChanges {
        let seen = Rc::<Seen>::default();
        let notes = Rc::clone(&seen);
        let heard = subscription.keep(move |records| notes.note(records.unchecked_ref()));
        let observer = MutationObserver::new(&heard).ok();
        if let Some(observer) = &observer {
            let options = MutationObserverInit::new();
            options.set_child_list(true);
            options.set_subtree(true);
            // It fails for no element.
            let _ = observer.observe_with_options(mounted, &options);
            subscription.at_end(observer, "disconnect");
        }
        ForeignChanges { observer, seen }
    }

    /// Whether an element has gone since the view was rendered.
    pub(super) fn is_torn(&self) -> bool {
        self.seen.note(&self.records());
        self.seen.torn.get()
    }

    /// Whether a text has ever gone.
    pub(super) fn is_rewritten(&self) -> bool {
        self.seen.rewritten.get()
    }

    /// The view is as it was just rendered: what has changed so far was Yew's doing.
    pub(super) fn forget(&self) {
        self.records();
        self.seen.torn.set(false);
    }

    fn records(&self) -> Array {
        match &self.observer {
            Some(observer) => observer.take_records().unchecked_into(),
            None => Array::new(),
        }
    }
}

impl Seen {
    fn note(&self, records: &Array) {
        for record in records.iter() {
            let record: &MutationRecord = record.unchecked_ref();
            let removed = record.removed_nodes();
            for node in (0..removed.length()).filter_map(|at| removed.item(at)) {
                match node.dyn_ref::<Element>() {
                    Some(element) if element.tag_name() == TRANSLATION => {}
                    Some(_) if is_ours(record) => {}
                    Some(_) => self.torn.set(true),
                    None => self.rewritten.set(true),
                }
            }
        }
    }
}

fn is_ours(record: &MutationRecord) -> bool {
    let target = record
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.closest(OURS), Ok(Some(_))))
}
