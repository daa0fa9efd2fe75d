//! Short names for the custom properties that are the style sheet's own affair.

use std::collections::HashMap;

/// How the name of such a property begins.
const START: &str = "--_";

/// Short names by long ones.
pub struct Names(HashMap<String, String>);

impl Names {
    /// Short names for the private properties of `style`, but for those that one of `others`
    /// speaks of.
    pub fn of(style: &str, others: &[&[u8]]) -> Names {
        let mut names = HashMap::new();
        for name in style.split(START).skip(1).map(|rest| name(rest).0) {
            let whole = [START, name].concat();
            let known = |other: &&[u8]| other.windows(whole.len()).any(|it| it == whole.as_bytes());
            if !names.contains_key(name) && !others.iter().any(known) {
                let short = short(names.len());
                names.insert(name.to_owned(), short);
            }
        }
        Names(names)
    }

    /// `text` with the short names.
    pub fn put_into(&self, text: &str) -> String {
        let mut parts = text.split(START);
        let mut written = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = name(part);
            written += START;
            written += self.0.get(name).map_or(name, String::as_str);
            written += rest;
        }
        written
    }
}

/// The name at the beginning of a text, and the rest.
fn name(text: &str) -> (&str, &str) {
    let inside = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.split_at(text.find(|c| !inside(c)).unwrap_or(text.len()))
}

/// The name of this number: a capital, as nobody else's begins with one, and more if need be.
fn short(number: usize) -> String {
    let letter = char::from(b'A' + (number % 26) as u8);
    match number / 26 {
        0 => letter.into(),
        round => format!("{letter}{round}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: &str =
        "p{--_ink:red;--_ink-wet:blue;--_top:var(--top);color:var(--_ink,var(--dateline-ink))}";

    #[test]
    fn private_names_are_short_and_public_ones_stay() {
        let names = Names::of(STYLE, &[]);
        assert_eq!(
            names.put_into(STYLE),
            "p{--_A:red;--_B:blue;--_C:var(--top);color:var(--_A,var(--dateline-ink))}"
        );
        assert_eq!(
            names.put_into("q{top:var(--_ink) --_else"),
            "q{top:var(--_A) --_else"
        );
    }

    #[test]
    fn what_others_speak_of_stays() {
        let style = Names::of(STYLE, &[b"\0--_topdiv"]).put_into(STYLE);
        assert!(style.starts_with("p{--_A:red;--_B:blue;--_top:var(--top)"));
    }

    #[test]
    fn names_stay_apart_however_many_there_are() {
        let all: std::collections::HashSet<String> = (0..500).map(short).collect();
        assert_eq!(all.len(), 500);
    }
}
