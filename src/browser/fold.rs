/// Folds a text for search: lower case, without diacritics.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let folded: js_sys::JsString = js_sys::JsString::from(text)
        .normalize("NFKD")
        .to_lower_case();
    String::from(folded)
}
