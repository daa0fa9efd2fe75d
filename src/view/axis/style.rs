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

/// Moves an element by so many px against the direction of time.
pub(super) fn shifted(by: i32) -> String {
    [
        "transform:translateX(calc(var(--_way) * ",
        &i64::from(-by).to_string(),
        "px));",
    ]
    .concat()
}
