//! Plain JavaScript objects, made and read member by member.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A plain object of these members.
pub(super) fn object<const N: usize>(members: [(&str, JsValue); N]) -> Object {
    filled(&members)
}

#[inline(never)]
fn filled(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        set(&object, name, value);
    }
    object
}

/// Sets a member of a plain object of ours.
pub(super) fn set(object: &Object, name: &str, value: &JsValue) {
    // It is neither frozen nor a proxy, so this cannot fail.
    let _ = Reflect::set(object, &name.into(), value);
}

/// The member `name` of whatever `value` is.
pub(super) fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The member `name`, when it is a string.
pub(super) fn string(value: &JsValue, name: &str) -> Option<String> {
    get(value, name).as_string()
}

/// The strings in the member `name`, when it is an array.
pub(super) fn strings(value: &JsValue, name: &str) -> Vec<String> {
    match get(value, name).dyn_into::<Array>() {
        Ok(list) => list.iter().filter_map(|text| text.as_string()).collect(),
        Err(_) => Vec::new(),
    }
}
