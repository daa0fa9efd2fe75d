//! Arbitrary bytes to every importer, and what comes of them to every exporter. Whatever they
//! are, nothing may panic; every piece of the source has a fate; and the article reads without
//! an error, and comes back from a table as it was.

#![no_main]
#![allow(missing_docs)]

use dateline::{
    article::{self, Severity, json},
    import::{
        Fate, Import, List, Options,
        export::{Target, export},
        import,
    },
};
use serde_json::Value;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(imported) = import(bytes.to_vec(), &Options::default()) else {
        return;
    };
    let ledger = &imported.ledger;
    assert!(ledger.ids().all(|id| ledger.fate(id) != Fate::Pending));
    let _ = imported.report().to_string();
    let _ = serde_json::to_string(&imported.report());
    if imported.is_empty() || is_own(&imported) {
        return;
    }
    let text = imported.json();
    let Ok(data) = json::value(&text) else {
        panic!("what was made is no JSON: {text}");
    };
    let reading = article::read(&data);
    let error = reading
        .problems
        .iter()
        .find(|problem| problem.severity == Severity::Error);
    assert!(
        error.is_none(),
        "{}",
        error.map(|problem| problem.message()).unwrap_or_default()
    );

    let Ok(value) = serde_json::from_str::<Value>(&text) else {
        return;
    };
    for target in [
        Target::Csv,
        Target::Timelinejs,
        Target::Ics,
        Target::Markdown,
    ] {
        let exported = export(&value, target, &|date| date.to_string());
        if target == Target::Csv {
            let again = import(exported.text.into_bytes(), &Options::default());
            assert!(again.is_ok_and(|again| !again.is_empty()));
        }
    }
});

/// Data that were an article already are kept with their errors.
fn is_own(imported: &Import) -> bool {
    let ledger = &imported.ledger;
    ledger.ids().any(|id| {
        ledger
            .targets(id)
            .iter()
            .any(|target| target.list == List::Same)
    })
}
