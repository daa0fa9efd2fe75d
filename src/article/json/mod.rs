//! The native door: JSON text in, a [`Value`] out. The browser has its own door and its own
//! parser.

use super::{
    Mistake, Problem, Value,
    decode::{Refusal, decode},
    limits,
};

/// Why a text gave no value, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// What is wrong.
    pub problem: Box<Problem>,
    /// The byte of the text at which it went wrong, when its path does not tell.
    pub at: Option<usize>,
}

/// Reads JSON text (RFC 8259). Of members with the same name the last one counts, as
/// in the browser.
///
/// # Errors
/// When the text is not JSON (`invalid-json`) or passes one of the [`limits`].
pub fn value(text: &str) -> Result<Value, Fault> {
    if text.len() > limits::BYTES {
        let problem = Box::new(Problem::of_all(Mistake::TooLarge, Vec::new()));
        return Err(Fault { problem, at: None });
    }
    let mut decoder = serde_json::Deserializer::from_str(text);
    let read = decode(&mut decoder)
        .and_then(|value| decoder.end().map(|()| value).map_err(Refusal::Decoder));
    read.map_err(|refusal| match refusal {
        Refusal::Limit(problem) => Fault {
            problem: Box::new(problem),
            at: None,
        },
        Refusal::Decoder(error) => syntax(text, &error),
    })
}

fn syntax(text: &str, error: &serde_json::Error) -> Fault {
    let said = error.to_string();
    let why = said.split(" at line ").next().unwrap_or(&said);
    let start: usize = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let mut at = (start + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let mistake = if text.starts_with('\u{feff}') {
        Mistake::ByteOrderMark
    } else {
        Mistake::InvalidText
    };
    Fault {
        problem: Box::new(Problem::unread(mistake, why)),
        at: Some(at),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_last_of_repeated_names_counts_at_the_place_of_the_first() {
        let number = |value| Value::Number(value);
        assert_eq!(
            value(r#"{"a":1,"b":2,"a":3}"#).unwrap(),
            Value::Object(vec![("a".into(), number(3.0)), ("b".into(), number(2.0))])
        );
    }

    #[test]
    fn a_syntax_error_knows_its_byte() {
        let text = "{\n  \"é\": [1,]\n}";
        let fault = value(text).unwrap_err();
        assert_eq!(fault.problem.kind(), "invalid-json");
        assert!(text[fault.at.unwrap()..].starts_with("]"), "{fault:?}");
    }

    #[test]
    fn nesting_is_counted_while_decoding() {
        let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(value(&deep(limits::NESTING)).is_ok());
        for levels in [limits::NESTING + 1, 100_000] {
            let fault = value(&deep(levels)).unwrap_err();
            assert_eq!(fault.problem.kind(), "too-deep");
            assert_eq!(fault.problem.path, "/0".repeat(limits::NESTING));
        }
    }
}
