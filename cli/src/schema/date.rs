//! Dates: EDTF, as far as its grammar goes. That a day exists is for `dateline check`.

use serde_json::{Value, json};

use super::form::{any, closed, named, optional_text, pointed, require, word};

/// Signs of doubt.
const SIGNS: &str = "[?~%]*";

/// What other schemas refer to.
pub fn definitions() -> Value {
    let mut when = closed(json!({
        "value": pointed("edtf"),
        "text": optional_text("The article's words for it.", &["Monday", "last September"]),
        "basis": word("What it rests on.", &[
            ("stated", "The article says it. This is so when nothing is said."),
            ("inferred", "It was worked out: say from what, in “from”."),
            ("editor", "It comes from elsewhere: say from where, in “note”."),
        ]),
        "from": optional_text("What it was worked out from.", &["the publication date"]),
        "note": optional_text("Where the editor has it from.", &["from the public record"]),
        "calendar": calendar()
    }));
    require(&mut when, &["value"]);
    let mut bare = json!({
        "type": "object",
        "properties": { "value": pointed("edtf"), "calendar": calendar() }
    });
    require(&mut bare, &["value"]);
    let mut edtf = any(
        "A date in EDTF (ISO 8601-2): a year, a month, a day, a span, or as much as is known.",
        &patterns().map(|pattern| json!({ "pattern": format!("^{pattern}$") })),
    );
    named(&mut edtf, "type", json!("string"));
    named(
        &mut edtf,
        "errorMessage",
        json!(
            "Write a date such as 2022-02-24, 2022-02, 2022, 2022-09~ (about), 2021-02/.. (since) or XXXX (not known)."
        ),
    );
    named(
        &mut edtf,
        "examples",
        json!([
            "2022-02-24",
            "2021-02",
            "2022",
            "2022-09~",
            "2022?",
            "2023-03-20/2023-03-22",
            "2021-02/..",
            "../1983",
            "199X",
            "2021-22",
            "2023-03-20T14:05Z",
            "XXXX"
        ]),
    );
    json!({
        "edtf": edtf,
        "date": any("A date.", &[pointed("edtf"), bare]),
        "when": any("When it was, and what that rests on.", &[pointed("edtf"), when])
    })
}

fn calendar() -> Value {
    json!({
        "description": "The calendar in which the value is written.",
        "enum": ["gregorian", "julian", null],
        "enumDescriptions": ["The calendar of today.", "The old style.", ""]
    })
}

/// A date alone, a span, and a set of dates.
fn patterns() -> [String; 3] {
    let single = single();
    // What bounds something has a year.
    let dated = format!("(?!{SIGNS}-?XXXX){single}");
    let unknown = format!("{SIGNS}-?XXXX{SIGNS}");
    let edge = format!(r"(?:{dated}|\.\.|{unknown})?");
    let span = format!(r"(?:{dated}/{edge}|(?:\.\.|{unknown})?/{dated})");
    let member = format!(r" *(?:{dated}(?:\.\.(?:{dated})?)?|\.\.{dated})");
    let members = format!("{member}(?:,{member})*");
    let set = format!(r"(?:\[{members}\]|\{{{members}\}})");
    [single, span, set]
}

/// A year, a month or season, a day, perhaps with its time.
fn single() -> String {
    // There is no year -0.
    let year = "(?!-0000)-?(?:[0-9X]{4}|[0-9]{4}S0*4)";
    let long = "Y-?(?:[1-9][0-9]{4,}|[1-9][0-9]*E[0-9]+)(?:S[0-9]+)?";
    let significant = "-?[0-9]{4}S0*[1-4]";
    let month = format!("-{SIGNS}[01X][0-9X]{SIGNS}");
    let part = format!("-{SIGNS}[0-4X][0-9X]{SIGNS}");
    let day = format!("-{SIGNS}[0-3X][0-9X]");
    let zone = "(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?";
    let time = format!("T[0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}})?{zone}");
    let digits = format!("-{SIGNS}[0-9]{{2}}");
    // 21 to 41 are seasons and the like, which have no days.
    let numbered = format!("-{SIGNS}(?!2[1-9]|3|4[01])[0-9]{{2}}");
    let known = format!("(?!-0000)-?[0-9]{{4}}(?:S0*4)?{SIGNS}{numbered}{SIGNS}{digits}{SIGNS}");
    format!(
        "(?:{SIGNS}(?:{long}|{significant}){SIGNS}\
         |{SIGNS}{year}{SIGNS}(?:{month}{day}{SIGNS}|{part})?\
         |{SIGNS}{known}{time}{SIGNS})"
    )
}
