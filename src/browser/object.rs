//! Small plain objects for the host page: what an event's detail is made of.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// A plain object of these members.
pub(super) fn object<const N: usize>(members: [(&str, JsValue); N]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // Setting a member of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object
}

/// The member `name` of `value`, when it is a string.
pub(super) fn string(value: &JsValue, name: &str) -> Option<String> {
    Reflect::get(value, &name.into()).ok()?.as_string()
}
