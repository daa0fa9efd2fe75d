//! Sentences with places to be filled.

/// `template` with `{0}`, `{1}` … replaced by `parts`.
///
/// ```
/// assert_eq!(dateline::view::fill("{0} of {1}", &["4", "14"]), "4 of 14");
/// ```
#[must_use]
pub fn fill(template: &str, parts: &[&str]) -> String {
    fill_cased(template, &mut |at, _| {
        parts.get(at).copied().unwrap_or_default().to_owned()
    })
}

/// `template` with its places filled by `part`, which is given the number of each and the
/// case that the sentence puts it in: `{0:genitive}` asks for part 0 in its genitive. Where
/// the sentence names none, that is nothing.
pub(super) fn fill_cased(template: &str, part: &mut dyn FnMut(usize, &str) -> String) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((place, after)) = after.split_once('}') else {
            break;
        };
        out.push_str(before);
        let (number, case) = place.split_once(':').unwrap_or((place, ""));
        if let Ok(number) = number.parse() {
            out.push_str(&part(number, case));
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled() {
        assert_eq!(fill("{1}, {0}", &["a", "b"]), "b, a");
        assert_eq!(fill("{0:genitive}", &["a"]), "a");
        assert_eq!(fill("{2} {x} {", &["a"]), "  {");
    }

    #[test]
    fn a_sentence_may_ask_for_a_case() {
        let mut asked = Vec::new();
        let filled = fill_cased("od {0:genitive} do {1}", &mut |at, case| {
            asked.push((at, case.to_owned()));
            at.to_string()
        });
        assert_eq!(filled, "od 0 do 1");
        assert_eq!(asked, [(0, "genitive".to_owned()), (1, String::new())]);
    }
}
