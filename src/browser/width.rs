use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};
use yew::Callback;

/// From this width on, in CSS px, the widget's parts stand side by side. The
/// stylesheet's container queries say the same.
const WIDE: f64 = 640.0;

/// Watches whether the widget is wide, until dropped. A widget that has no width yet
/// (hidden, or not laid out) says nothing.
pub(super) struct Width {
    observer: Option<ResizeObserver>,
    _heard: Closure<dyn FnMut()>,
}

impl Width {
    /// Whether `place` is wide, when it has a width.
    pub fn of(place: &Element) -> Option<bool> {
        let width = place.get_bounding_client_rect().width();
        (width > 0.0).then_some(width >= WIDE)
    }

    pub fn new(place: &Element, widened: Callback<bool>) -> Width {
        let element = place.clone();
        let heard = Closure::<dyn FnMut()>::new(move || {
            if let Some(wide) = Width::of(&element) {
                widened.emit(wide);
            }
        });
        let observer = ResizeObserver::new(heard.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(place);
        }
        Width {
            observer,
            _heard: heard,
        }
    }
}

impl Drop for Width {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
