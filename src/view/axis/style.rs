/// `property:value px;` for an inline style. Whole px, as writing fractions would
/// bring their whole machinery along.
pub(super) fn px(property: &str, value: i32) -> String {
    [property, ":", &i64::from(value).to_string(), "px;"].concat()
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
