use crate::timeline::Label;

/// `property:value px;` for each of them, for an inline style. Whole px, as writing
/// fractions would bring their whole machinery along.
pub(super) fn px(properties: &[(&str, i32)]) -> String {
    let mut style = String::new();
    for (property, value) in properties {
        style.push_str(property);
        style.push(':');
        style.push_str(&i64::from(*value).to_string());
        style.push_str("px;");
    }
    style
}

/// The place of what reaches out of the window: it is cut off there, and its label is
/// kept in view, by the stylesheet, so that neither needs the program while it moves.
pub(super) fn held(x: i32, width: i32) -> String {
    px(&[("--_s", x), ("--_e", x + width)])
}

/// The place of a label in something that starts at `x`.
pub(super) fn kept(label: &Label) -> String {
    px(&[("--_l", label.latest), ("inline-size", label.width)])
}
