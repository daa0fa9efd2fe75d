//! Ten times as many rows take about ten times as long, whatever stands in them: nothing is
//! looked for among all that came before.

use std::{fmt::Write, time::Duration};

use dateline::{
    article::Code,
    import::{Options, import},
};

/// How many times longer ten times as much may take. What is quadratic takes a hundred times
/// as long in every run.
const MOST: f64 = 12.0;
/// How often both are measured at most: what else runs on the machine takes from either.
const ROUNDS: usize = 10;

/// A sheet of so many rows, each made by its number.
fn sheet(header: &str, rows: usize, row: impl Fn(usize) -> String) -> String {
    let mut text = format!("{header}\n");
    for at in 0..rows {
        writeln!(text, "{}", row(at)).unwrap();
    }
    text
}

/// A day, spread over many years.
fn day(at: usize) -> String {
    format!("{}-{:02}-{:02}", 1900 + at % 120, at % 12 + 1, at % 28 + 1)
}

fn timelinejs(rows: usize) -> String {
    let header = "Year,Month,Day,Time,End Year,End Month,End Day,Display Date,Headline,Text,Media,Media Credit,Media Caption,Type,Group";
    sheet(header, rows, |at| {
        let (year, month, day) = (1900 + at % 120, at % 12 + 1, at % 28 + 1);
        format!(
            "{year},{month},{day},,,,,,\"Row {at}, in Ukraine\",\"<p>A text of some length \
             about row {at}, with a <a href=\"\"https://example.org/{at}\"\">link</a> &amp; more.</p>\",\
             https://example.org/{at}.jpg,The Harbour Post,What is seen in {at},,Group {}",
            at % 7
        )
    })
}

/// All kinds of rows that could make importing slow.
fn kinds(rows: usize) -> [(&'static str, String); 5] {
    [
        ("sheets of TimelineJS", timelinejs(rows)),
        (
            "one title for all",
            sheet("Date,Title", rows, |at| {
                format!("{},The council meets", day(at))
            }),
        ),
        (
            "a person each",
            sheet("Date,Title,People", rows, |at| {
                format!("{},Speech {at},Speaker {at}", day(at))
            }),
        ),
        (
            "a group each",
            sheet("Date,Title,Group", rows, |at| {
                format!("{},Title {at},Group {at}", day(at))
            }),
        ),
        (
            "dates to ask for",
            sheet("Date,Title", rows, |at| {
                format!("Oct-{:02},Title {at}", at % 90)
            }),
        ),
    ]
}

/// For how long this thread has had a processor: a busy machine keeps it waiting, too.
fn worked() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    now.try_into().unwrap()
}

/// How long a sheet took.
fn taken(text: &str) -> f64 {
    let options = Options {
        name: "sheet.csv".into(),
        countries: vec![("Ukraine".into(), Code::new("UA").unwrap())],
        ..Options::default()
    };
    let before = worked();
    let imported = import(text.into(), &options).unwrap();
    let took = worked() - before;
    assert!(!imported.is_empty());
    took.as_secs_f64()
}

fn grows_in_step(rows: usize) {
    let (few, many) = (kinds(rows), kinds(rows * 10));
    for ((name, few), (_, many)) in few.iter().zip(&many) {
        let (mut short, mut long) = (f64::INFINITY, f64::INFINITY);
        for _ in 0..ROUNDS {
            // A short time is soon disturbed, and as soon measured again.
            short = (0..5).map(|_| taken(few)).fold(short, f64::min);
            long = long.min(taken(many));
            if long <= short * MOST {
                break;
            }
        }
        eprintln!(
            "{name}: {rows} rows {short:.3} s, {} rows {long:.3} s, {:.1} times",
            rows * 10,
            long / short
        );
        assert!(long <= short * MOST, "{name}: {short} s, then {long} s");
    }
}

#[test]
fn ten_times_the_rows_take_about_ten_times_as_long() {
    grows_in_step(1_000);
}

#[test]
#[cfg_attr(
    debug_assertions,
    ignore = "a hundred thousand rows are measured as they are released: cargo test --release --test import --features encodings,spreadsheets -- scale"
)]
fn a_hundred_thousand_rows_take_about_ten_times_as_long_as_ten_thousand() {
    grows_in_step(10_000);
}
