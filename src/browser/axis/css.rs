//! Numbers in styles. JavaScript prints and reads them: in Rust that is 7.6 kB of a download.

use js_sys::{Number, parse_float};
use web_sys::HtmlElement;

/// Sets a property of an element's style, or takes it away.
pub(super) fn set(element: &HtmlElement, property: &str, value: &str) {
    // It fails for no property that there is.
    let _ = element.style().set_property(property, value);
}

/// A number in an element's own style, or NaN.
pub(super) fn number(element: &HtmlElement, property: &str) -> f64 {
    let value = element.style().get_property_value(property);
    parse_float(&value.unwrap_or_default())
}

/// A length.
pub(super) fn px(length: f64) -> String {
    format!("{}px", decimal(length))
}

/// A number.
pub(super) fn decimal(number: f64) -> String {
    // It fails for no radix from 2 to 36.
    let text = Number::from(number).to_string_with_radix(10);
    text.map(String::from).unwrap_or_default()
}
