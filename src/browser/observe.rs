//! What happens around an instance: its width, fonts that come late, the address, print.

use std::{cell::RefCell, rc::Rc};

use gloo_utils::{document, window};
use web_sys::{AbortSignal, Event, HtmlElement};
use yew::html::Scope;

use super::{
    address::Address,
    host::{Host, Message},
    later::frame,
    subscription::Subscription,
};

/// Tells `link` of it all, until it is dropped or `end` comes.
pub(super) fn observe(
    instance: u32,
    mounted: &HtmlElement,
    address: &Rc<Address>,
    end: &AbortSignal,
    link: &Scope<Host>,
) -> Subscription {
    let mut subscription = Subscription::new(instance, end);

    // A frame later: to lay out anew what is being observed would end in an error that the
    // page hears of.
    let waiting = Rc::new(RefCell::new(None));
    let (place, width_link) = (mounted.clone(), link.clone());
    let widened = move || {
        let (place, link) = (place.clone(), width_link.clone());
        waiting.replace(Some(frame(instance, move |_| {
            link.send_message(Message::Widened(f64::from(place.offset_width())));
        })));
    };
    subscription.observe_size(mounted, widened.clone());
    // Texts in a font that comes late have another width, and may leave all as high as it was.
    subscription.listen(&document().fonts(), "loadingdone", move |_: &Event| {
        widened()
    });

    for kind in address.events() {
        let (address, link) = (Rc::clone(address), link.clone());
        subscription.listen(&window(), kind, move |_: &Event| {
            if address.leads_here() {
                link.send_message(Message::Moved);
            }
        });
    }

    for (kind, printed) in [("beforeprint", true), ("afterprint", false)] {
        let link = link.clone();
        subscription.listen(&window(), kind, move |_: &Event| {
            link.send_message(Message::Printed(printed));
        });
    }
    subscription
}
