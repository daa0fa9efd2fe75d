//! What it costs to read the sheets of newsrooms.
#![allow(missing_docs, reason = "benchmarks are named after what they measure")]

use std::fmt::Write;

use dateline::import::{Options, import};
use divan::{Bencher, black_box, counter::BytesCount};

fn main() {
    divan::main();
}

/// A sheet of TimelineJS with so many rows.
fn sheet(rows: usize) -> String {
    let mut text = String::from("Year,Month,Day,Time,Headline,Text,Media,Media Credit,Group\n");
    for at in 0..rows {
        let (year, month, day) = (1900 + at % 120, at % 12 + 1, at % 28 + 1);
        // Writing to a string does not fail.
        let _ = writeln!(
            text,
            "{year},{month},{day},,\"Row {at} of many\",\"<p>A text of some length &amp; <b>weight</b> \
             about row {at}.</p>\",https://news.example/{at}.jpg,The Harbour Post,Group {}",
            at % 7
        );
    }
    text
}

#[divan::bench(args = [1_000, 10_000, 100_000])]
fn rows(bencher: Bencher<'_, '_>, rows: usize) {
    let text = sheet(rows);
    let options = Options::default();
    bencher
        .counter(BytesCount::of_str(&text))
        .with_inputs(|| text.clone().into_bytes())
        .bench_local_values(|bytes| import(black_box(bytes), &options));
}
