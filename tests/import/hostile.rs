//! Files made to do harm get a sentence.

use std::{fmt::Write as _, io::Write as _};

use dateline::import::{Options, Unreadable, import};

fn refusal(bytes: impl Into<Vec<u8>>) -> Unreadable {
    match import(bytes.into(), &Options::default()) {
        Err(why) => why,
        Ok(import) => panic!("{}", import.report()),
    }
}

#[test]
fn a_bomb_is_not_unpacked() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    let megabyte = vec![b' '; 1 << 20];
    for part in 0..3 {
        zip.start_file(format!("xl/worksheets/sheet{part}.xml"), options)
            .unwrap();
        for _ in 0..100 {
            zip.write_all(&megabyte).unwrap();
        }
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20);
    assert!(matches!(refusal(bytes), Unreadable::Bomb { .. }));
}

/// An ODS with this content.
fn ods(content: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    let names = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_string()),
        ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>".to_string()),
        ("content.xml", format!("<office:document-content {names}><office:body><office:spreadsheet>{content}</office:spreadsheet></office:body></office:document-content>")),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn cells_that_repeat_without_end_are_counted_first() {
    let cell = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
    let row =
        format!("<table:table-row table:number-rows-repeated=\"1000000\">{cell}</table:table-row>");
    let bytes = ods(&format!(
        "<table:table table:name=\"A\">{row}</table:table>"
    ));
    assert!(matches!(refusal(bytes), Unreadable::TooManyCells { .. }));
}

#[test]
fn entities_are_not_expanded() {
    let content = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><table:table table:name=\"A\">\
                   <table:table-row><table:table-cell office:value-type=\"string\"><text:p>&b;</text:p></table:table-cell></table:table-row></table:table>";
    // Whatever comes of it comes at once.
    let _ = import(ods(content), &Options::default());
}

#[test]
fn a_million_columns_are_too_many() {
    let wide = "x,".repeat(1_000_000);
    assert!(matches!(
        refusal(wide),
        Unreadable::TooWide {
            columns: 1_000_001,
            ..
        }
    ));
}

#[test]
fn deep_json_is_refused() {
    let deep = format!(
        "{{\"events\":{}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    assert!(matches!(refusal(deep), Unreadable::TooDeep { .. }));
}

#[test]
fn what_is_no_text_is_named() {
    for (bytes, words) in [
        (b"%PDF-1.7 ...".to_vec(), "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "older office"),
        (b"\x1f\x8b\x08".to_vec(), "gzip"),
        (b"<?xml version=\"1.0\"?><rss/>".to_vec(), "XML"),
        (b"PK\x03\x04garbage".to_vec(), "spreadsheet"),
        (b"{\"events\": [".to_vec(), "JSON"),
        (b"  \n ".to_vec(), "nothing in the file"),
        (b"<p>Hello</p>".to_vec(), "without a list"),
    ] {
        let why = refusal(bytes).to_string();
        assert!(why.contains(words), "{why}");
    }
}

#[test]
fn options_that_make_no_sense_are_told() {
    let options = Options {
        map: vec![("when".into(), "A".into())],
        ..Options::default()
    };
    let why = import(b"a,b\n1,2\n".to_vec(), &options)
        .unwrap_err()
        .to_string();
    assert!(why.contains("a column can be id, type, date"), "{why}");
    let options = Options {
        published: Some("yesterday".into()),
        ..Options::default()
    };
    assert!(import(b"a,b\n1,2\n".to_vec(), &options).is_err());
}

#[test]
fn formulas_do_not_leave_as_formulas() {
    let mut sheet = String::from("date,title,text\n");
    for (day, cell) in (1..).zip(["=1+1", "+1", "-1", "@SUM(A1)", "'=quoted", "plain"]) {
        writeln!(sheet, "2020-01-{day:02},Title {day},{cell}").unwrap();
    }
    let article = import(sheet.into_bytes(), &Options::default()).unwrap();
    let article: serde_json::Value = serde_json::from_str(&article.json()).unwrap();
    use dateline::import::export::{Target, export};
    let csv = export(&article, Target::Csv, &|_| String::new()).text;
    for line in csv.lines() {
        for cell in line.split(',') {
            assert!(
                !cell
                    .trim_start_matches('"')
                    .starts_with(['=', '+', '-', '@']),
                "{line}"
            );
        }
    }
    let again = import(csv.into_bytes(), &Options::default()).unwrap();
    let again: serde_json::Value = serde_json::from_str(&again.json()).unwrap();
    assert_eq!(again["events"], article["events"]);
}
