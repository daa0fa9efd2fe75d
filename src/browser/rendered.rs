//! What an instance does once the page shows its state.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{
    axis::Axis,
    detail::{changes, tell},
    focus::{Focus, focus},
    host::Message,
    instance::Instance,
    later::timeout,
    measure, panic,
    pressed::Pressed,
};
use crate::{
    explore::{Bring, Place, address::place},
    timeline::Move,
    view::Widths,
};

impl Instance {
    /// After the page shows the state.
    pub(super) fn rendered(&mut self) {
        panic::at_work(self.number, self.told.is_some());
        let state = &self.context.state;
        if state.progress().is_some() {
            // After whatever the reader does meanwhile: typing comes first.
            let link = self.link.clone();
            self.proceed = Some(timeout(self.number, 0, move || {
                link.send_message(Message::Proceed)
            }));
        }
        let is_settled = self.lay_out();
        self.bring();
        self.pressed = self.pressed.take().and_then(Pressed::kept);
        self.foreign.forget();
        // It takes the list's place with all that it has, or what follows would be seen to move.
        if is_settled || self.told.is_some() {
            self.report();
        }
    }

    /// Goes where reading goes on, once after each act; not where the reader found it.
    fn bring(&self) {
        let (state, told) = (&self.context.state, &self.told);
        let is_new = told.as_ref().is_some_and(|told| !Rc::ptr_eq(told, state));
        let Some(bring) = state.bring.filter(|_| is_new) else {
            return;
        };
        let (Bring::Focus(place) | Bring::View(place)) = bring;
        let Some(there) = self.at(place) else {
            return;
        };
        match bring {
            Bring::Focus(_) => {
                let _ = there.focus();
            }
            Bring::View(_) => there.scroll_into_view(),
        }
    }

    /// Tells the element what is new.
    fn report(&mut self) {
        let now = &self.context.state;
        let before = self.told.replace(now.clone());
        let events = changes(before.as_deref(), now);
        // Nothing of it changes while the axis only pans.
        if !events.is_empty() {
            tell(&self.tell, &events, Some(&place(now)));
        }
    }

    /// The element at a place.
    pub(super) fn at(&self, place: Place) -> Option<HtmlElement> {
        self.find(&format!("[id=\"{}\"]", self.context.place(place)))
    }

    fn find(&self, selector: &str) -> Option<HtmlElement> {
        let found = self.mounted.query_selector(selector).ok()?;
        found?.dyn_into().ok()
    }

    /// Takes the axis in hand while there is one, and has its titles measured. Whether they
    /// were known.
    fn lay_out(&mut self) -> bool {
        let state = &self.context.state;
        let places = (self.find("[data-pane]"), self.find(".axis-overview"));
        let (Some(pane), Some(overview)) = places else {
            self.axis = None;
            return true;
        };
        let mut is_settled = true;
        let article = &state.article;
        let known = self.measured.as_ref();
        if !known.is_some_and(|known| Rc::ptr_eq(known, article)) {
            let place = pane.clone();
            let measure = move |texts: &str, most| measure::widths(&place, texts, most);
            self.context.widths = Widths::new(article.clone(), measure);
            self.measured = Some(article.clone());
            self.link.send_message(Message::Measured);
            is_settled = false;
        }
        // Where all is in view there is no overview; who has moved its window goes on at the
        // marks.
        if overview.hidden()
            && Focus::inside(&overview).is_some()
            && let Some(marks) = self.find("[role=listbox]")
        {
            focus(&marks);
        }
        let viewport = state.axis.viewport;
        match &self.axis {
            Some(axis) if axis.is_of(&pane) => axis.lay_out(viewport, state.axis.eased),
            _ => {
                let width = f64::from(pane.offset_width());
                if width > 0.0 && width != viewport.width() {
                    self.link.send_message(Message::Axis(Move::Resize(width)));
                    is_settled = false;
                }
                let tell = self.link.callback(Message::Axis);
                self.axis = Some(Axis::new(
                    self.number,
                    pane,
                    overview,
                    viewport,
                    &self.end,
                    tell,
                ));
            }
        }
        is_settled
    }
}
