use js_sys::{JsString, RegExp};

/// Folds a text for search: lower case, compatibility forms made plain, no
/// diacritics. The browser carries the Unicode tables.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    thread_local! {
        static DIACRITICS: RegExp = RegExp::new(r"\p{M}", "gu");
    }
    let plain = JsString::from(text).normalize("NFKD").to_lower_case();
    DIACRITICS
        .with(|diacritics| plain.replace_by_pattern(diacritics, ""))
        .into()
}
