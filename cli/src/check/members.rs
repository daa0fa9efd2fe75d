//! What stands in data that may be anything.

use dateline::article::Value;

/// The text of a member, unless it is blank.
pub fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    match member(value, key)? {
        Value::String(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}

/// A member, where there is one.
pub fn member<'v>(value: &'v Value, key: &str) -> Option<&'v Value> {
    let Value::Object(members) = value else {
        return None;
    };
    let found = members.iter().find(|(name, _)| name == key);
    found.map(|(_, value)| value)
}

/// The entries of a list, with their places.
pub fn items<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = (usize, &'v Value)> {
    let items = match member(value, key) {
        Some(Value::Array(items)) => items.as_slice(),
        _ => &[],
    };
    items.iter().enumerate()
}
