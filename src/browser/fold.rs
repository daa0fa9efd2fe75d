use js_sys::{JsString, RegExp};

thread_local! {
    /// Marks that combine with the letter before them.
    static MARKS: RegExp = RegExp::new(r"\p{M}", "gu");
}

/// Folds a text for search: lower case, compatibility forms made plain, no
/// diacritics. The browser carries the Unicode tables.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let plain = JsString::from(text).normalize("NFKD").to_lower_case();
    MARKS.with(|marks| plain.replace_by_pattern(marks, "").into())
}
