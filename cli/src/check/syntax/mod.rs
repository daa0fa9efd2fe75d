//! A text that is nearly JSON: all that keeps it from being so, each named as what it is,
//! and the JSON that was meant.

mod scanner;
mod strings;

use std::ops::Range;

use dateline::article::Mistake;

use super::edit::{Edit, Moved, applied};

/// Something that JSON (RFC 8259) does not have.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub mistake: Mistake,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// What makes JSON of it.
    pub edits: Vec<Edit>,
    /// The words that its sentences need.
    pub words: Vec<String>,
}

/// All faults of a text, and the JSON that is left when each is mended.
pub struct Repair {
    pub faults: Vec<Fault>,
    pub text: String,
    /// Where the places of that JSON are in the text.
    pub moved: Moved,
}

/// Looks for what is no JSON in `text`; it may be JSON all the same.
pub fn repair(text: &str) -> Repair {
    let faults = scanner::faults(text);
    let edits: Vec<Edit> = faults
        .iter()
        .flat_map(|fault| fault.edits.clone())
        .collect();
    let (text, moved) = applied(text, &edits);
    Repair {
        faults,
        text,
        moved,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use dateline::article::json;

    /// The mistakes in a text, each with the words that it is told beside.
    fn told(text: &str) -> Vec<(Mistake, &str)> {
        let repair = repair(text);
        let value = json::value(&repair.text);
        assert!(value.is_ok(), "{}: {value:?}", repair.text);
        let faults = repair.faults.into_iter();
        faults
            .map(|fault| (fault.mistake, text.get(fault.span).unwrap()))
            .collect()
    }

    fn mended(text: &str) -> String {
        repair(text).text
    }

    #[test]
    fn json_has_no_faults() {
        for text in [
            r#"{"a": [1, -2.5e3, true, false, null, "“x”, 'y' // z\n\"", {}], "b": []}"#,
            "[]",
            " \"x\" ",
            "{\"a\":\n\t1}\n",
        ] {
            assert_eq!(told(text), [], "{text}");
            assert_eq!(mended(text), text);
        }
    }

    #[test]
    fn each_fault_is_named_as_what_it_is() {
        use Mistake::*;
        for (text, mistake, mended_text) in [
            ("\u{feff}{}", ByteOrderMark, "{}"),
            ("{“a”: 1}", CurlyQuotes, r#"{"a": 1}"#),
            ("{\"a\": „x \"y\" z“}", CurlyQuotes, r#"{"a": "x \"y\" z"}"#),
            ("{\"a”: 1\n}", CurlyQuotes, "{\"a\": 1\n}"),
            ("{'a': 1}", SingleQuotes, r#"{"a": 1}"#),
            ("{\"a\": 'it's'}", SingleQuotes, r#"{"a": "it's"}"#),
            ("{\"a\": 1 // one\n}", CommentInJson, "{\"a\": 1 \n}"),
            ("{/* one */\"a\": 1}", CommentInJson, r#"{"a": 1}"#),
            ("{\"a\": [1, 2,]}", TrailingComma, r#"{"a": [1, 2]}"#),
            ("{\"a\": 1,\n}", TrailingComma, "{\"a\": 1\n}"),
            (
                "{\"a\": 1\n \"b\": 2}",
                MissingComma,
                "{\"a\": 1,\n \"b\": 2}",
            ),
            ("[1 2]", MissingComma, "[1, 2]"),
            (
                "{\"a\": \"x,\n \"b\": 2}",
                UnclosedText,
                "{\"a\": \"x\",\n \"b\": 2}",
            ),
            ("{\"a\": \"x\n}", UnclosedText, "{\"a\": \"x\"\n}"),
            (
                "{\"a\": \"x\ny\", \"b\": 1}",
                LineBreakInText,
                r#"{"a": "x\ny", "b": 1}"#,
            ),
            ("{\"a\": \"x\ty\"}", LineBreakInText, r#"{"a": "x\ty"}"#),
            (
                r#"{"a": "the "great" war"}"#,
                InnerQuotes,
                r#"{"a": "the \"great\" war"}"#,
            ),
            ("{a: 1}", UnquotedText, r#"{"a": 1}"#),
            (
                "{\"a\": 2018-02-24}",
                UnquotedText,
                r#"{"a": "2018-02-24"}"#,
            ),
            (
                "{\"a\": coup, \"b\": 1}",
                UnquotedText,
                r#"{"a": "coup", "b": 1}"#,
            ),
            (
                "{\"a\": 1,419, \"b\": 2}",
                GroupedNumber,
                r#"{"a": 1419, "b": 2}"#,
            ),
            ("{\"a\": 1,419,000}", GroupedNumber, r#"{"a": 1419000}"#),
            ("{\"a\": +07}", BadNumber, r#"{"a": 7}"#),
            ("{\"a\": .5}", BadNumber, r#"{"a": 0.5}"#),
            ("{\"a\": True}", ForeignWord, r#"{"a": true}"#),
            ("{\"a\": None}", ForeignWord, r#"{"a": null}"#),
            ("{\"a\": [1", UnclosedBracket, r#"{"a": [1]}"#),
            ("{\"a\": [1}", UnclosedBracket, r#"{"a": [1]}"#),
            ("const data = {\"a\": 1};", StrayText, r#"{"a": 1}"#),
            ("{\"a\": 1}}", StrayText, r#"{"a": 1}"#),
            ("{\"a\" 1}", MissingColon, r#"{"a": 1}"#),
            ("{\"a\" = 1}", MissingColon, r#"{"a": 1}"#),
        ] {
            let mistakes: Vec<Mistake> =
                told(text).into_iter().map(|(mistake, _)| mistake).collect();
            assert!(
                !mistakes.is_empty() && mistakes.iter().all(|one| *one == mistake),
                "{text}: {mistakes:?}"
            );
            assert_eq!(mended(text), mended_text, "{text}");
        }
    }

    #[test]
    fn a_text_may_lack_its_end_within_a_line() {
        let text = r#"{"a": "never closed, "b": "x"}"#;
        assert_eq!(told(text), [(Mistake::UnclosedText, "\"never closed")]);
        assert_eq!(mended(text), r#"{"a": "never closed", "b": "x"}"#);
    }

    #[test]
    fn all_are_told_in_one_run() {
        let text = "\u{feff}{\n  // the title\n  'headline': “A coup”,\n  \"events\": [1,],\n}";
        let mistakes: Vec<Mistake> = told(text).into_iter().map(|(mistake, _)| mistake).collect();
        assert_eq!(
            mistakes,
            [
                Mistake::ByteOrderMark,
                Mistake::CommentInJson,
                Mistake::SingleQuotes,
                Mistake::CurlyQuotes,
                Mistake::TrailingComma,
                Mistake::TrailingComma,
            ]
        );
    }

    #[test]
    fn a_broken_text_is_told_where_it_begins() {
        let text = "{\n\"a\": \"one\ntwo\nthree\"}";
        assert_eq!(told(text), [(Mistake::LineBreakInText, "\"one")]);
    }

    #[test]
    fn places_are_found_again() {
        let text = "{\n  // x\n  'a': 1, \"b\": 2}";
        let repair = repair(text);
        let at = repair.text.find("2").unwrap();
        assert_eq!(text.get(repair.moved.back(at)..), Some("2}"));
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(text in "[\\[\\]{}:,'\"“”a1.\\-\\\\/* \n\t]{0,60}") {
            let repair = repair(&text);
            for fault in repair.faults {
                proptest::prop_assert!(text.get(fault.span).is_some());
            }
        }
    }
}
