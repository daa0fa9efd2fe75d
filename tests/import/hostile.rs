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

/// A zip file of these files.
fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    for (name, text) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An ODS with this content, and this before it.
fn ods(prolog: &str, content: &str) -> Vec<u8> {
    let names = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
        (
            "content.xml",
            &format!(
                "{prolog}<office:document-content {names}><office:body><office:spreadsheet>{content}</office:spreadsheet></office:body></office:document-content>"
            ),
        ),
    ])
}

/// An XLSX of one event; each part has its own prolog before it, and the title is written so.
fn xlsx(prolog_of_strings: &str, prolog_of_sheet: &str, shared: &str, inline: &str) -> Vec<u8> {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let cell =
        |at: &str, text: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let rows = format!(
        "<row r=\"1\">{}{}{}</row><row r=\"2\">{}<c r=\"B2\" t=\"s\"><v>0</v></c>{}</row>",
        cell("A1", "Date"),
        cell("B1", "Title"),
        cell("C1", "Text"),
        cell("A2", "2023-03-20"),
        cell("C2", inline),
    );
    zipped(&[
        (
            "[Content_Types].xml",
            &format!(
                "<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            &format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"a\" Type=\"{kinds}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook {main} xmlns:r=\"{kinds}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"a\" Type=\"{kinds}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" Type=\"{kinds}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/sharedStrings.xml",
            &format!("{prolog_of_strings}<sst {main}><si><t>{shared}</t></si></sst>"),
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!(
                "{prolog_of_sheet}<worksheet {main}><sheetData>{rows}</sheetData></worksheet>"
            ),
        ),
    ])
}

#[test]
fn cells_that_repeat_without_end_are_counted_first() {
    let cell = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
    let row =
        format!("<table:table-row table:number-rows-repeated=\"1000000\">{cell}</table:table-row>");
    let bytes = ods(
        "",
        &format!("<table:table table:name=\"A\">{row}</table:table>"),
    );
    assert!(matches!(refusal(bytes), Unreadable::TooManyCells { .. }));
}

/// Entities inside of entities: the last is a thousand million letters long.
fn laughs() -> String {
    let mut prolog = String::from("<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">");
    for depth in 1..9 {
        let before = format!("&a{};", depth - 1).repeat(10);
        write!(prolog, "<!ENTITY a{depth} \"{before}\">").unwrap();
    }
    prolog + "]>"
}

/// The titles and texts of what is read.
fn words(bytes: Vec<u8>) -> Vec<String> {
    let import = import(bytes, &Options::default()).unwrap();
    let article: serde_json::Value = serde_json::from_str(&import.json()).unwrap();
    let events = article["events"].as_array().unwrap().iter();
    let words = events.flat_map(|event| [&event["title"], &event["text"]]);
    words
        .filter_map(|words| words.as_str().map(str::to_string))
        .collect()
}

/// It is refused with a sentence that names the entity.
#[track_caller]
fn is_refused_for(bytes: Vec<u8>, entity: &str) {
    let why = refusal(bytes);
    assert!(matches!(why, Unreadable::Broken { .. }), "{why:?}");
    let why = why.to_string();
    assert!(
        why.starts_with("This begins as a spreadsheet, but cannot be read: "),
        "{why}"
    );
    assert!(why.contains(entity) && why.len() < 300, "{why}");
}

#[test]
fn entities_of_an_opendocument_file_are_not_expanded() {
    let table = |title: &str| {
        let row = |cells: [&str; 2]| {
            let cell = |text| {
                format!(
                    "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
                )
            };
            format!(
                "<table:table-row>{}</table:table-row>",
                cells.map(cell).concat()
            )
        };
        let rows = [row(["Date", "Title"]), row(["2023-03-20", title])].concat();
        format!("<table:table table:name=\"A\">{rows}</table:table>")
    };
    assert_eq!(words(ods("", &table("Rain &amp; wind"))), ["Rain & wind"]);
    assert_eq!(words(ods(&laughs(), &table("Rain"))), ["Rain"]);
    is_refused_for(ods(&laughs(), &table("&a8;")), "&a8;");
}

#[test]
fn entities_of_an_excel_file_are_not_expanded() {
    let laughs = laughs();
    assert_eq!(
        words(xlsx("", "", "Rain &amp; wind", "Wet")),
        ["Rain & wind", "Wet"]
    );
    assert_eq!(
        words(xlsx(&laughs, &laughs, "Rain", "Wet")),
        ["Rain", "Wet"]
    );
    is_refused_for(xlsx(&laughs, "", "&a8;", "Wet"), "&a8;");
    is_refused_for(xlsx("", &laughs, "Rain", "&a8;"), "&a8;");
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
fn deep_keys_of_archieml_are_read_all_the_same() {
    let deep = "a.".repeat(100_000);
    let nested = "[.b]\n{.c}\n".repeat(1_000);
    let text = format!(
        "[events]\ndate: 2020\ntitle: Rain\n{deep}b: lost\n[{deep}list]\n{nested}{{{deep}scope}}\n{{.{deep}more}}\nkey: value\n"
    );
    assert_eq!(words(text.into_bytes()), ["Rain"]);
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
