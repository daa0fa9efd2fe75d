//! The commands `import` and `export` as a newsroom runs them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::fs;

use dateline::article::limits;

use common::{VERSION, command, dateline, dist, folder, said};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/import/fixtures");

fn fixture(name: &str) -> String {
    format!("{FIXTURES}/{name}")
}

#[test]
fn the_exit_code_says_whether_all_came_in() {
    let folder = folder("codes");
    for (name, code) in [
        ("timelinejs-1.csv", 0),
        ("no-header.csv", 0),
        ("timelinejs-3.csv", 1),
        ("dateline.json", 1),
    ] {
        let output = dateline(&folder, &["import", &fixture(name), "-o", "a.json"]);
        assert_eq!(
            output.status.code(),
            Some(code),
            "{name}: {}",
            said(&output)
        );
        assert!(folder.join("a.json").exists(), "{name}");
        fs::remove_file(folder.join("a.json")).unwrap();
    }
    fs::write(folder.join("empty"), "").unwrap();
    fs::write(folder.join("words.txt"), "Nothing here has a date.\n").unwrap();
    for (name, words) in [
        ("missing.csv", "cannot be read"),
        ("empty", "nothing in the file"),
        ("words.txt", "there is no event in it"),
    ] {
        let output = dateline(&folder, &["import", name, "-o", "a.json"]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(said(&output).contains(words), "{name}: {}", said(&output));
        assert!(!folder.join("a.json").exists(), "{name}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_article_goes_to_the_standard_output_and_the_report_beside_it() {
    let folder = folder("output");
    let output = dateline(
        &folder,
        &[
            "import",
            &fixture("timelinejs-3.csv"),
            "--report",
            "report.json",
        ],
    );
    let article: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(article["headline"], "The Harbour Bridge");
    assert!(
        said(&output).contains("row 9, column J (Headline): “A row without a year”"),
        "{}",
        said(&output)
    );
    let report: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("report.json")).unwrap()).unwrap();
    let remarks = report["remarks"].as_array().unwrap();
    let dateless = remarks
        .iter()
        .find(|remark| remark["code"] == "no-date")
        .unwrap();
    assert_eq!(dateless["weight"], "left-out");
    assert_eq!(dateless["pieces"][0]["row"], 9);
    assert_eq!(dateless["pieces"][0]["column"], 10);
    assert_eq!(dateless["pieces"][0]["text"], "A row without a year");
    assert!(dateless["cure"].as_str().unwrap().contains("2023-03-20"));
    assert_eq!(report["counts"]["pieces"], 93);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn columns_orders_languages_and_days_are_told() {
    let folder = folder("options");
    fs::write(
        folder.join("a.csv"),
        "Tag,Was passierte\n3/4/2021,Eins\n5/6/2021,Zwei\n",
    )
    .unwrap();
    let run = |more: &[&str]| {
        let arguments = [
            &["import", "a.csv", "--map", "date=Tag,title=Was passierte"][..],
            more,
        ]
        .concat();
        let output = dateline(&folder, &arguments);
        let article: serde_json::Value =
            serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
        (article, said(&output))
    };
    let (article, report) = run(&["--language", "de", "--published", "2021-07-01"]);
    assert_eq!(article["events"][0]["date"]["value"], "2021-04-03");
    assert_eq!(article["events"][0]["date"]["text"], "3/4/2021");
    assert_eq!(article["language"], "de");
    assert_eq!(article["published"], "2021-07-01");
    assert!(report.contains("it could be 2021-03-04"), "{report}");
    let (article, report) = run(&["--date-order", "mdy"]);
    assert_eq!(article["events"][0]["date"], "2021-03-04");
    assert!(!report.contains("it could be"), "{report}");
    let output = dateline(&folder, &["import", "a.csv", "--map", "when=Tag"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("a column can be"),
        "{}",
        said(&output)
    );
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_sheet_is_chosen_by_name() {
    let folder = folder("sheets");
    let output = dateline(
        &folder,
        &["import", &fixture("sheet-1904.xlsx"), "--sheet", "Dates"],
    );
    let article: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(article["events"][0]["date"], "2023-03-01");
    let output = dateline(
        &folder,
        &["import", &fixture("sheet-1904.xlsx"), "--sheet", "Else"],
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("the sheets are Sheet1, Dates"),
        "{}",
        said(&output)
    );
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn countries_that_are_named_are_proposed() {
    let folder = folder("countries");
    fs::write(
        folder.join("a.csv"),
        "date,title\n2021,Vote in Ukraine\n2022,Ukraine again and the Papua New Guinea talks\n",
    )
    .unwrap();
    let output = dateline(&folder, &["import", "a.csv"]);
    assert_eq!(output.status.code(), Some(0));
    let report = said(&output);
    assert!(report.contains("Ukraine is named in 2 events"), "{report}");
    assert!(
        report.contains("Papua New Guinea is named in 1 event,"),
        "{report}"
    );
    let article: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(article["events"][0]["countries"].is_null());
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn several_files_become_several_articles() {
    let folder = folder("several");
    let (one, two) = (fixture("timelinejs-1.csv"), fixture("no-header.csv"));
    let output = dateline(&folder, &["import", &one, &two, "-o", "out"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(
        folder.join("out/timelinejs-1.json").exists() && folder.join("out/no-header.json").exists()
    );
    let output = dateline(&folder, &["import", &one, &two]);
    assert_eq!(output.status.code(), Some(2));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_changed_sheet_is_put_onto_the_article() {
    let folder = folder("onto");
    fs::write(folder.join("a.csv"), "date,title\n2021,One\n2022,Two\n").unwrap();
    assert_eq!(
        dateline(&folder, &["import", "a.csv", "-o", "a.json"])
            .status
            .code(),
        Some(0)
    );
    let article = fs::read_to_string(folder.join("a.json")).unwrap();
    fs::write(
        folder.join("a.json"),
        article.replace(
            "\"title\": \"One\",",
            "\"title\": \"One\", \"countries\": [\"UA\"],",
        ),
    )
    .unwrap();
    fs::write(
        folder.join("a.csv"),
        "date,title,text\n2021,One,More\n2023,Three,\n",
    )
    .unwrap();
    let output = dateline(
        &folder,
        &["import", "a.csv", "--onto", "a.json", "-o", "b.json"],
    );
    assert_eq!(output.status.code(), Some(0));
    assert!(
        said(&output).contains("1 created, 1 updated, 0 unchanged, 1 gone."),
        "{}",
        said(&output)
    );
    let article: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("b.json")).unwrap()).unwrap();
    assert_eq!(article["events"][0]["countries"][0], "UA");
    assert_eq!(article["events"][0]["text"], "More");
    assert_eq!(article["events"].as_array().unwrap().len(), 3);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn an_article_goes_out_in_every_format() {
    let folder = folder("export");
    let article = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../www/articles/human-rights-2022.json"
    );
    for (format, begins, left_out) in [
        ("csv", "id,type,date", "/countries"),
        ("timelinejs", "{", "/countries"),
        ("ics", "BEGIN:VCALENDAR", "/countries"),
        // Countries are chapters of a text; who a person is has no place in it.
        ("markdown", "# ", "/people"),
    ] {
        let output = dateline(&folder, &["export", article, "--to", format, "-o", "out"]);
        assert_eq!(output.status.code(), Some(1), "{format}: {}", said(&output));
        assert!(
            fs::read_to_string(folder.join("out"))
                .unwrap()
                .starts_with(begins),
            "{format}"
        );
        assert!(
            said(&output).contains(left_out),
            "{format}: {}",
            said(&output)
        );
    }
    // A table comes back.
    dateline(
        &folder,
        &["export", article, "--to", "csv", "-o", "out.csv"],
    );
    let output = dateline(&folder, &["import", "out.csv"]);
    let again: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let first: serde_json::Value = serde_json::from_slice(&fs::read(article).unwrap()).unwrap();
    assert_eq!(
        again["events"].as_array().unwrap().len(),
        first["events"].as_array().unwrap().len()
    );
    let output = dateline(&folder, &["export", "missing.json", "--to", "csv"]);
    assert_eq!(output.status.code(), Some(2));
    fs::remove_dir_all(folder).unwrap();
}

/// The lines of “From TimelineJS” in the documentation, run as they stand.
#[test]
fn the_way_from_timelinejs_works_as_written() {
    let docs =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/importing.md")).unwrap();
    let part = docs.split("## From TimelineJS").nth(1).unwrap();
    let code = part
        .split("```sh\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap();
    let folder = folder("timelinejs");
    fs::copy(fixture("timelinejs-3.csv"), folder.join("timeline.csv")).unwrap();
    let mut count = 0;
    for line in code
        .lines()
        .filter(|line| line.starts_with("dateline import") || line.starts_with("dateline check"))
    {
        let words = line.split('#').next().unwrap();
        let arguments: Vec<&str> = words.split_whitespace().skip(1).collect();
        let output = dateline(&folder, &arguments);
        assert!(
            output.status.code().is_some_and(|code| code < 2),
            "{line}: {}",
            said(&output)
        );
        count += 1;
    }
    assert!(count >= 3, "{code}");
    let article: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("article.json")).unwrap()).unwrap();
    assert_eq!(article["events"].as_array().unwrap().len(), 9);
    fs::remove_dir_all(folder).unwrap();
}

/// The lines of the README for whoever comes from TimelineJS.
fn from_timelinejs() -> Vec<String> {
    let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");
    let readme = fs::read_to_string(readme).unwrap();
    let (_, section) = readme.split_once("\n## From TimelineJS\n").unwrap();
    let (_, code) = section.split_once("```sh\n").unwrap();
    let (code, _) = code.split_once("```").unwrap();
    let lines = code.lines().filter(|line| !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

#[test]
fn the_readme_leads_from_timelinejs_to_an_upload_folder() {
    let folder = folder("readme");
    let sheet = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../tests/import/newsroom/bridge.csv"
    );
    fs::copy(sheet, folder.join("timeline.csv")).unwrap();
    dist(&folder, VERSION);
    let lines = from_timelinejs();
    assert!((4..=8).contains(&lines.len()), "{lines:?}");
    let mut said_all = String::new();
    for line in &lines {
        let mut words = line.split_whitespace();
        assert_eq!(words.next(), Some("dateline"), "{line}");
        let words: Vec<&str> = words.collect();
        let output = dateline(&folder, &words);
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{line}: {}",
            said(&output)
        );
        said_all += &said(&output);
    }
    let article = fs::read_to_string(folder.join("article.json")).unwrap();
    assert!(article.contains("\"headline\": \"How the harbour got its bridge\""));
    let plain = fs::read_to_string(folder.join("upload/snippet.html")).unwrap();
    assert!(plain.contains("An engineer draws two towers"), "{plain}");
    assert!(said_all.contains("14 unchanged, 0 gone"), "{said_all}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_sheet_of_more_than_an_article_may_hold_comes_in_whole_and_is_told() {
    const ROWS: usize = 300;
    let folder = folder("large");
    let text = "A sentence of the council. ".repeat(2_200);
    let mut sheet = String::from("Date,Title,Text\n");
    for at in 0..ROWS {
        sheet += &format!("{},Row {at},{text}\n", 1700 + at);
    }
    assert!(sheet.len() > limits::BYTES);
    fs::write(folder.join("a.csv"), sheet).unwrap();
    let output = dateline(&folder, &["import", "a.csv", "-o", "a.json"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(
        said(&output).contains("a.csv: the article is written, but is larger than 16 MiB"),
        "{}",
        said(&output)
    );
    let article: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("a.json")).unwrap()).unwrap();
    let events = article["events"].as_array().unwrap();
    assert_eq!(events.len(), ROWS);
    assert!(
        events
            .iter()
            .all(|event| event["text"].as_str().unwrap().trim() == text.trim())
    );
    fs::remove_dir_all(folder).unwrap();
}

/// The seconds that a running program has computed, and the most memory that it has held,
/// in MB, as Linux tells them.
#[cfg(target_os = "linux")]
fn used(process: u32) -> Option<(f64, f64)> {
    let read = |name: &str| fs::read_to_string(format!("/proc/{process}/{name}")).ok();
    let stat = read("stat")?;
    let (_, stat) = stat.rsplit_once(')')?;
    let ticks: Vec<f64> = (stat.split_whitespace().skip(11).take(2))
        .map(|ticks| ticks.parse().unwrap())
        .collect();
    let status = read("status")?;
    let (_, peak) = status.split_once("VmHWM:")?;
    let peak: f64 = peak.split_whitespace().next()?.parse().ok()?;
    Some((ticks.iter().sum::<f64>() / 100.0, peak / 1024.0))
}

#[test]
#[cfg(target_os = "linux")]
#[cfg_attr(
    debug_assertions,
    ignore = "the command is measured as it is released: cargo test --release -p dateline-cli --test import"
)]
fn a_hundred_thousand_rows_come_in_within_two_seconds_and_200_mb() {
    use std::{fmt::Write, process::Stdio, thread, time::Duration};
    let folder = folder("rows");
    let mut sheet = String::from("Year,Month,Day,Time,End Year,Headline,Text,Media,Group\n");
    for at in 0..100_000 {
        let (year, month, day) = (1900 + at % 120, at % 12 + 1, at % 28 + 1);
        writeln!(
            sheet,
            "{year},{month},{day},,,\"Row {at}, in Ukraine\",\"<p>Some text about row {at} that goes \
             on for a while &amp; ends here.</p>\",https://news.example/{at}.jpg,Group {}",
            at % 9
        )
        .unwrap();
    }
    fs::write(folder.join("rows.csv"), sheet).unwrap();
    let mut running = command(&folder, &["import", "rows.csv", "-o", "a.json"])
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut most = (0.0, 0.0);
    while running.try_wait().unwrap().is_none() {
        most = used(running.id()).unwrap_or(most);
        thread::sleep(Duration::from_millis(2));
    }
    assert!(running.wait().unwrap().success());
    let (seconds, memory) = most;
    eprintln!("100,000 rows: {seconds} s, {memory} MB");
    assert!(seconds > 0.0 && seconds <= 2.0, "{seconds} s");
    assert!(memory > 0.0 && memory <= 200.0, "{memory} MB");
    fs::remove_dir_all(folder).unwrap();
}
