//! Dateline's own data: checked, and kept as they are.

use super::{
    Import,
    build::Builder,
    ledger::{Ledger, List, Target},
    reason::Reason,
    records,
    tree::Node,
    unreadable::Unreadable,
};
use crate::article::{self, Severity, decode::decode};

/// Whether a tree is an article of Dateline: it says so, or its first event is one of ours.
pub(super) fn is(root: &Node, ledger: &Ledger) -> bool {
    let schema = root.get("schema").and_then(Node::piece);
    if schema.is_some_and(|piece| ledger.text(piece) == "1") {
        return true;
    }
    let Some(first) = root.get("events").and_then(|events| events.items().first()) else {
        return false;
    };
    let named = root.has("headline") || root.has("title");
    let date = match first.get("date") {
        Some(date @ Node::Object(_)) => date.has("value"),
        Some(Node::Leaf(leaf)) => article::Date::parse(ledger.text(leaf.piece)).is_ok(),
        _ => false,
    };
    let event = first.has("title") && first.has("id") && !first.has("start_date");
    event && date && named
}

/// Reads the article, and tells what is wrong with it.
pub(super) fn read(
    mut builder: Builder<'_>,
    root: &Node,
    text: &str,
) -> Result<Import, Unreadable> {
    let broken = |why: String| Unreadable::Broken {
        kind: "an article of Dateline".into(),
        why,
    };
    let mut value: serde_json::Value =
        serde_json::from_str(text).map_err(|error| broken(error.to_string()))?;
    let same = Target {
        list: List::Same,
        entry: 0,
        field: "",
    };
    for piece in root.pieces() {
        builder.ledger.became(piece, same);
    }
    let mut json = serde_json::Deserializer::from_str(text);
    match decode(&mut json) {
        Ok(data) => {
            for problem in article::read(&data).problems {
                let (message, fix) = words(&problem);
                let path = problem.path.clone();
                let message = if path.is_empty() {
                    message
                } else {
                    format!("{path}: {message}")
                };
                let error = problem.severity == Severity::Error;
                builder.ledger.report(
                    [],
                    Reason::Problem {
                        message,
                        fix,
                        error,
                    },
                );
            }
        }
        Err(_) => {
            return Err(broken(
                "it passes a limit of what an article may hold".into(),
            ));
        }
    }
    if let Some(members) = value.as_object_mut() {
        for (key, given) in [
            ("language", &builder.options.language),
            ("published", &builder.options.published),
        ] {
            if let Some(given) = given {
                members.insert(key.into(), given.as_str().into());
            }
        }
    }
    Ok(records::whole(builder, value))
}

/// What is wrong and how to mend it.
fn words(problem: &article::Problem) -> (String, String) {
    (problem.message(), problem.fix())
}
