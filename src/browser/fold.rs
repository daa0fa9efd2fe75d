use super::platform::Platform;

/// Folds a text for search: lower case, compatibility forms made plain, no
/// diacritics. The browser carries the Unicode tables.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    Platform::ask(|platform| platform.fold(text)).unwrap_or_default()
}
