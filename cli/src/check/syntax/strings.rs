//! Texts in all sorts of quotation marks.

use super::{Edit, scanner::Scanner};
use dateline::article::Mistake;

/// What closes a text that curly quotation marks opened.
const CURLY: [char; 6] = ['”', '“', '‟', '»', '«', '"'];
/// What closes one that a single quotation mark opened.
const SINGLE: [char; 4] = ['\'', '’', '‘', '`'];

/// A text as JSON writes it.
pub(super) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// Reads a text that begins with `"`.
pub(super) fn straight(scanner: &mut Scanner<'_>) {
    let start = scanner.at;
    let mut breaks = Vec::new();
    let mut at = start + 1;
    while let Some(c) = at_char(scanner.text, at) {
        let end = at + c.len_utf8();
        match c {
            '\\' => {
                let escaped = at_char(scanner.text, end);
                at = end + escaped.map_or(0, char::len_utf8);
                if escaped.is_none_or(|c| !"\"\\/bfnrtu".contains(c)) {
                    let edit = Edit::new(end - 1..end, "\\\\");
                    scanner.tell_edits(Mistake::InnerQuotes, end - 1..end, vec![edit]);
                }
                continue;
            }
            '"' if is_member(scanner.text.get(at..).unwrap_or_default())
                && close_before(scanner, start, at) =>
            {
                return;
            }
            '"' if is_inner(scanner.text, end) => {
                scanner.tell(Mistake::InnerQuotes, at..end, "\\\"");
            }
            '"' => {
                finish(scanner, start, end, breaks);
                return;
            }
            '\n' if breaks.is_empty() && close_in_line(scanner, start, at) => return,
            '\n' => {
                // A line end of Windows is one.
                let from =
                    at - usize::from(scanner.text.get(..at).is_some_and(|t| t.ends_with('\r')));
                breaks.push(Edit::new(from..end, "\\n"));
            }
            '\t' => breaks.push(Edit::new(at..end, "\\t")),
            '\r' => {}
            c if c < ' ' => breaks.push(Edit::new(at..end, "")),
            _ => {}
        }
        at = end;
    }
    // It has no end at all.
    let line = scanner.text.get(start..).unwrap_or_default();
    let line = start + line.find('\n').unwrap_or(line.len());
    if !close_in_line(scanner, start, line) {
        scanner.at = line;
        scanner.tell_edits(
            Mistake::UnclosedText,
            start..line,
            vec![Edit::new(line..line, "\"")],
        );
    }
}

/// Ends a text that may have line breaks inside.
fn finish(scanner: &mut Scanner<'_>, start: usize, end: usize, breaks: Vec<Edit>) {
    scanner.at = end;
    if !breaks.is_empty() {
        let text = scanner.text.get(start..end).unwrap_or_default();
        let line = text.find(['\n', '\r']).unwrap_or(text.len());
        scanner.tell_edits(Mistake::LineBreakInText, start..start + line, breaks);
    }
}

/// Whether a quotation mark that ends at `end` is one within the text: words follow.
fn is_inner(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    let next = rest.trim_start_matches([' ', '\t']).chars().next();
    next.is_some_and(|c| {
        let is_comment = rest.trim_start().starts_with("//") || rest.trim_start().starts_with("/*");
        !is_comment && !",:}]=\"'\n\r".contains(c) && !c.is_ascii_digit()
            || c.is_ascii_digit() && !rest.starts_with([' ', '\t'])
    })
}

/// Whether a text that is not closed in its line was meant to be: what follows begins as a
/// member or an end does. Tells of it then, and passes it.
fn close_in_line(scanner: &mut Scanner<'_>, start: usize, line: usize) -> bool {
    let text = scanner.text;
    let written = text.get(start..line).unwrap_or_default();
    // `"name”: “value”`: the first mark that could close it, closes it.
    let ends = written.char_indices().skip(1).find(|(at, c)| {
        let rest = written
            .get(at + c.len_utf8()..)
            .unwrap_or_default()
            .trim_start();
        CURLY.contains(c) && (rest.is_empty() || rest.starts_with([':', ',', '}', ']']))
    });
    if let Some((at, c)) = ends {
        let span = start + at..start + at + c.len_utf8();
        scanner.at = span.end;
        let edit = Edit::new(span.clone(), "\"");
        scanner.tell_edits(Mistake::CurlyQuotes, start..span.end, vec![edit]);
        return true;
    }
    let after = text.get(line..).unwrap_or_default().trim_start();
    if !is_member(after) && !after.is_empty() && !after.starts_with(['}', ']', '{']) {
        return false;
    }
    let kept = written.trim_end();
    let kept = kept.strip_suffix(',').unwrap_or(kept).trim_end();
    // Brackets that close what the text stands in.
    let kept = kept.trim_end_matches(['}', ']']).trim_end();
    let kept = if kept.len() > 1 {
        kept
    } else {
        written.trim_end()
    };
    let end = start + kept.len();
    scanner.at = end;
    scanner.tell_edits(
        Mistake::UnclosedText,
        start..end,
        vec![Edit::new(end..end, "\"")],
    );
    true
}

/// Whether a text begins as a member of an object does: `"name":`.
fn is_member(text: &str) -> bool {
    text.strip_prefix('"').is_some_and(|rest| {
        let name = rest.split(['"', '\n']).next().unwrap_or_default();
        let after = rest.get(name.len()..).unwrap_or_default();
        let after = after.strip_prefix('"').map(str::trim_start);
        !name.is_empty() && after.is_some_and(|rest| rest.starts_with(':'))
    })
}

/// Ends a text before the comma that divides it from the member at `at`: `"x, "name": …`.
/// Whether there is such a comma.
fn close_before(scanner: &mut Scanner<'_>, start: usize, at: usize) -> bool {
    let written = scanner.text.get(start..at).unwrap_or_default().trim_end();
    let Some(kept) = written.strip_suffix(',').map(str::trim_end) else {
        return false;
    };
    let end = start + kept.len();
    scanner.at = end;
    let edit = Edit::new(end..end, "\"");
    scanner.tell_edits(Mistake::UnclosedText, start..end, vec![edit]);
    kept.len() > 1
}

/// Reads a text that a curly quotation mark opened.
pub(super) fn curly(scanner: &mut Scanner<'_>) {
    other(scanner, &CURLY, Mistake::CurlyQuotes);
}

/// Reads a text that a single quotation mark opened.
pub(super) fn single(scanner: &mut Scanner<'_>) {
    other(scanner, &SINGLE, Mistake::SingleQuotes);
}

/// Reads a text up to a mark of `closing` that is followed by what follows a text, or to
/// the line's end.
fn other(scanner: &mut Scanner<'_>, closing: &[char], mistake: Mistake) {
    let start = scanner.at;
    let text = scanner.rest();
    let opening = text.chars().next().map_or(1, char::len_utf8);
    let line = text.find(['\n', '\r']).unwrap_or(text.len());
    let written = text.get(..line).unwrap_or_default();
    let ends = written.char_indices().skip(1).find(|(at, c)| {
        let rest = written.get(at + c.len_utf8()..).unwrap_or_default();
        let rest = rest.trim_start();
        closing.contains(c) && (rest.is_empty() || rest.starts_with([':', ',', '}', ']', '=']))
    });
    let (inner, end) = match ends {
        Some((at, c)) => (opening..at, at + c.len_utf8()),
        None => {
            let kept = written.trim_end();
            let kept = kept.strip_suffix(',').unwrap_or(kept).trim_end();
            let kept = kept.len().max(opening);
            (opening..kept, kept)
        }
    };
    let inner = text.get(inner).unwrap_or_default().replace("\\'", "'");
    // What is escaped is so in JSON, too.
    let by = quoted(&inner)
        .replace("\\\\", "\\")
        .replace("\\\\\"", "\\\"");
    let span = start..start + end;
    scanner.at = span.end;
    scanner.tell(mistake, span, &by);
}

fn at_char(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}
