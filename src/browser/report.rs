//! What the element is told, in as few words as it can do with: `www/dateline.js` makes the
//! plain objects of it that the host page hears.

use js_sys::Array;

use crate::{
    article::{Problem, Severity},
    explore::{State, address::place},
};

/// That the article is shown; that something else is sought or chosen; that another event
/// is: the bits of what the element is told.
pub(super) const READY: u32 = 1;
pub(super) const FILTER: u32 = 2;
pub(super) const SELECT: u32 = 4;

/// The state, a line each: how many events and countries there are, how many events are
/// shown of how many, the four lines of the reader's [`place`], and the chosen event's title.
pub(super) fn report(state: &State) -> String {
    let event = state.selected.and_then(|at| state.article.events.get(at));
    let mut lines = String::new();
    for count in [
        state.article.events.len(),
        state.article.countries.len(),
        state.shown.count(),
        state.shown.total(),
    ] {
        lines.push_str(&count.to_string());
        lines.push('\n');
    }
    lines.push_str(&place(state));
    lines.push('\n');
    lines.push_str(event.map_or("", |event| &event.title));
    lines
}

/// What is wrong with the data, for `www/dateline.js` to put into sentences: of each
/// problem, with tabs between them, how bad it is, its number among the sentences, what was
/// found, the words that the sentences need (a line each), and the path, which alone may
/// hold a tab.
pub fn problems(problems: &[Problem]) -> Array {
    let list = Array::new();
    for problem in problems {
        let severity = match problem.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let mut line = String::from(severity);
        let number = (problem.mistake as u32).to_string();
        for part in &[&*number, &problem.found, &problem.arguments, &problem.path] {
            line.push('\t');
            line.push_str(part);
        }
        list.push(&line.into());
    }
    list
}
