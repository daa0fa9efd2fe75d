//! What it costs to find every anchor of an article in its text.
#![allow(missing_docs, reason = "benchmarks are named after what they measure")]

use dateline::article::{
    Anchor,
    passage::{Finding, find},
};
use dateline_cli::nfd;
use divan::{Bencher, black_box};

/// Bytes of the text.
const TEXT: usize = 1_000_000;

fn main() {
    divan::main();
}

/// A megabyte of words of which none is rare, and anchors of a dozen words cut out of it,
/// each with other white space and other quotation marks.
fn article(words: &[&str], anchors: usize) -> (String, Vec<Anchor>) {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as usize
    };
    let mut text = String::new();
    while text.len() < TEXT {
        text.push_str(words.get(next() % words.len()).copied().unwrap_or_default());
        text.push(' ');
    }
    let all: Vec<&str> = text.split(' ').collect();
    let cut = |start: usize| {
        let words = all.get(start..start + 12).unwrap_or_default();
        let quote = words.join("\n").replace(['“', '”'], "\"");
        Anchor {
            quote: quote.into(),
            before: None,
            after: None,
            url: None,
        }
    };
    let anchors = (0..anchors).map(|_| cut(next() % (all.len() - 12)));
    let anchors = anchors.collect();
    (text, anchors)
}

fn run(bencher: Bencher<'_, '_>, words: &[&str], count: usize) {
    let (text, anchors) = article(words, count);
    let found = find(&text, &anchors, nfd);
    assert!(
        found
            .iter()
            .all(|finding| matches!(finding, Finding::Found(_)))
    );
    bencher.bench_local(|| find(black_box(&text), black_box(&anchors), nfd));
}

const ENGLISH: [&str; 40] = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "that",
    "said",
    "State",
    "Department",
    "report",
    "war",
    "on",
    "for",
    "with",
    "as",
    "by",
    "“war",
    "crimes”",
    "Ukraine’s",
    "people",
    "more",
    "than",
    "2,900",
    "killed,",
    "detained.",
    "since",
    "military",
    "coup",
    "February",
    "2021",
    "women",
    "girls",
    "cease-fire",
    "—",
    "government",
    "forces",
    "children",
    "court",
    "warrants",
    "it",
];

const UKRAINIAN: [&str; 32] = [
    "і",
    "в",
    "у",
    "на",
    "що",
    "з",
    "до",
    "та",
    "війна",
    "Україні,",
    "її",
    "він",
    "російський",
    "злочини",
    "“воєнні",
    "злочини”",
    "суд",
    "ордери",
    "дітей",
    "п’ять",
    "людей",
    "більше",
    "ніж",
    "року.",
    "лютого",
    "звіт",
    "держдеп",
    "їхній",
    "країни",
    "жінок",
    "уряд",
    "—",
];

#[divan::bench(args = [1, 1_000, 10_000])]
fn english(bencher: Bencher<'_, '_>, anchors: usize) {
    run(bencher, &ENGLISH, anchors);
}

#[divan::bench(args = [1, 1_000, 10_000])]
fn ukrainian(bencher: Bencher<'_, '_>, anchors: usize) {
    run(bencher, &UKRAINIAN, anchors);
}
