//! The command `dateline build`, run as a news developer runs it.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::Value;
use sha2::{Digest, Sha384};

use common::{VERSION, command, dateline, dist, folder, said};

/// The project's folder, which paths are given from.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const ARTICLE: &str = "www/articles/human-rights-2022.json";

fn build(arguments: &[&str]) -> Output {
    dateline(Path::new(ROOT), &[&["build"], arguments].concat())
}

/// Builds `article` into `room/NAME`, with further options.
fn into(room: &Path, name: &str, article: &str, more: &[&str]) -> (PathBuf, Output) {
    let (dist, out) = (room.join("dist"), room.join(name));
    let words = [
        "--dist",
        dist.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
    ];
    let output = build(&[&[article], &words[..], more].concat());
    (out, output)
}

/// Every file below a folder, with its path in it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
                found.insert(name.replace('\\', "/"), fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let bytes = files
        .get(name)
        .unwrap_or_else(|| panic!("{name} is not there"));
    String::from_utf8(bytes.clone()).unwrap()
}

fn article() -> Value {
    serde_json::from_str(&fs::read_to_string(Path::new(ROOT).join(ARTICLE)).unwrap()).unwrap()
}

/// What stands between two texts, the first time.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text
        .split_once(before)
        .unwrap_or_else(|| panic!("no {before}"));
    rest.split_once(after).unwrap().0
}

/// A text as it stood before it was written into an attribute.
fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

fn hash(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

#[test]
fn the_same_article_gives_the_same_bytes() {
    let room = folder("same");
    dist(&room, VERSION);
    let more = ["--base-url", "https://news.example/bridge/", "--json-ld"];
    let (one, output) = into(&room, "one", ARTICLE, &more);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let (two, _) = into(&room, "two", ARTICLE, &more);
    let first = files(&one);
    assert_eq!(first, files(&two));
    // And again over what is there.
    let (_, output) = into(&room, "one", ARTICLE, &more);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(first, files(&one));
}

#[test]
fn everything_that_is_uploaded_is_there_and_nothing_else() {
    let room = folder("everything");
    dist(&room, VERSION);
    let (out, output) = into(&room, "out", ARTICLE, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let names: Vec<String> = files(&out).into_keys().collect();
    let program = [
        "dateline-1.js",
        "dateline-1_bg.wasm",
        "dateline-frame.js",
        "dateline.css",
        "dateline.js",
        "flags/PL.svg",
        "frame.css",
        "frame.js",
        "integrity.json",
    ]
    .map(|name| format!("dateline/{VERSION}/{name}"));
    let own = [
        "article.json",
        "frame.html",
        "oembed.json",
        "snippet-iframe-script.html",
        "snippet-iframe.html",
        "snippet-src.html",
        "snippet.html",
    ]
    .map(String::from);
    let mut expected = [&program[..], &own[..]].concat();
    expected.sort();
    assert_eq!(names, expected);
    // What is printed names every one of them.
    let printed = String::from_utf8(output.stdout).unwrap();
    for name in own {
        assert!(printed.contains(&name), "{name} in {printed}");
    }
    assert!(
        printed.contains("Access-Control-Allow-Origin: *"),
        "{printed}"
    );
}

#[test]
fn the_snippet_holds_the_data_and_the_list() {
    let room = folder("snippet");
    dist(&room, VERSION);
    let (out, _) = into(&room, "out", ARTICLE, &[]);
    let files = files(&out);
    let plain = String::from_utf8(build(&[ARTICLE]).stdout).unwrap();
    for name in ["snippet.html", "frame.html"] {
        let html = text(&files, name);
        let data = between(&html, " data-article=\"", "\"");
        assert!(!data.contains(['<', '>']), "{name}: nothing ends the tag");
        let data = unescaped(data);
        assert_eq!(
            serde_json::from_str::<Value>(&data).unwrap(),
            article(),
            "{name}"
        );
        // What stands in a script is text where its tags are taken out.
        assert!(html.split("<script").skip(1).all(|rest| {
            rest.split_once('>')
                .is_some_and(|(_, inside)| inside.starts_with("</script>"))
        }));
        assert!(html.contains(plain.trim()), "{name} holds the plain HTML");
    }
    // Where attributes are taken out, the element fetches the data.
    let html = text(&files, "snippet-src.html");
    assert!(html.starts_with("<dateline-widget src=\"article.json\">"));
    assert!(html.contains(plain.trim()) && !html.contains("data-article"));
    let data: Value = serde_json::from_str(&text(&files, "article.json")).unwrap();
    assert_eq!(data, article());
}

#[test]
fn every_script_and_sheet_has_the_hash_of_its_file() {
    let room = folder("hashes");
    dist(&room, VERSION);
    let (out, _) = into(&room, "out", ARTICLE, &[]);
    let files = files(&out);
    let mut seen = 0;
    for (page, _) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        let html = text(&files, page);
        for (at, _) in html.match_indices("integrity=\"") {
            let tag = html
                .get(..at)
                .and_then(|before| before.rsplit_once('<'))
                .unwrap()
                .1;
            let file = tag
                .split('"')
                .find(|word| word.starts_with("dateline/"))
                .unwrap();
            let given = between(html.get(at..).unwrap(), "integrity=\"", "\"");
            assert_eq!(given, hash(files.get(file).unwrap()), "{file} in {page}");
            seen += 1;
        }
        let sources =
            html.matches("type=\"module\"").count() + html.matches("rel=\"stylesheet\"").count();
        assert_eq!(html.matches("integrity=\"").count(), sources, "{page}");
    }
    assert_eq!(seen, 6);
    let list: Value =
        serde_json::from_str(&text(&files, &format!("dateline/{VERSION}/integrity.json"))).unwrap();
    assert_eq!(list["version"], VERSION);
    let listed = list["files"].as_object().unwrap();
    assert_eq!(listed.len(), 8);
    for (name, given) in listed {
        assert_eq!(
            *given,
            hash(files.get(&format!("dateline/{VERSION}/{name}")).unwrap())
        );
    }
}

#[test]
fn with_a_base_the_addresses_are_whole() {
    let room = folder("base");
    dist(&room, VERSION);
    let more = [
        "--base-url",
        "https://news.example/2023/bridge",
        "--provider",
        "A & B",
        "--width",
        "800",
        "--height",
        "900",
        "--cache-age",
        "3600",
    ];
    let (out, _) = into(&room, "out", ARTICLE, &more);
    let all = files(&out);
    let home = "https://news.example/2023/bridge/";
    assert!(
        text(&all, "snippet.html")
            .contains(&format!("src=\"{home}dateline/{VERSION}/dateline.js\""))
    );
    assert!(text(&all, "snippet-src.html").contains(&format!("src=\"{home}article.json\"")));
    assert!(text(&all, "snippet-iframe-script.html").contains(&format!(
        "src=\"{home}dateline/{VERSION}/dateline-frame.js\""
    )));
    let oembed: Value = serde_json::from_str(&text(&all, "oembed.json")).unwrap();
    assert_eq!(oembed["version"], "1.0");
    assert_eq!(oembed["type"], "rich");
    assert_eq!(oembed["provider_name"], "A & B");
    assert_eq!(oembed["provider_url"], "https://news.example");
    assert_eq!(
        (&oembed["width"], &oembed["height"], &oembed["cache_age"]),
        (&800.into(), &900.into(), &3600.into())
    );
    assert_eq!(oembed["html"], text(&all, "snippet-iframe.html").trim());
    // The frame's page leads to its answer, and names its own files beside it.
    let frame = text(&all, "frame.html");
    assert!(frame.contains(&format!(
        "type=\"application/json+oembed\" href=\"{home}oembed.json\""
    )));
    assert!(frame.contains(&format!("src=\"dateline/{VERSION}/frame.js\"")));

    // Several articles can share one program.
    let shared = format!("https://cdn.example/dateline/{VERSION}/");
    let (out, _) = into(
        &room,
        "shared",
        ARTICLE,
        &["--base-url", home, "--assets-url", &shared],
    );
    let all = files(&out);
    assert!(all.keys().all(|name| !name.starts_with("dateline/")));
    for name in ["snippet.html", "frame.html"] {
        assert!(
            text(&all, name).contains(&format!("src=\"{shared}dateline.js\"")),
            "{name}"
        );
    }
}

#[test]
fn a_program_that_is_not_built_is_named_with_the_cure() {
    let room = folder("unbuilt");
    let (out, output) = into(&room, "out", ARTICLE, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("is not there. Run `cargo xtask dist`"),
        "{}",
        said(&output)
    );
    assert!(!out.exists());

    let folder = dist(&room, "9.9.9");
    let (_, output) = into(&room, "out", ARTICLE, &[]);
    assert!(
        said(&output).contains("was built from version 9.9.9"),
        "{}",
        said(&output)
    );
    dist(&room, "@version@");
    let (_, output) = into(&room, "out", ARTICLE, &[]);
    assert!(
        said(&output).contains("has a dateline.js that is not finished"),
        "{}",
        said(&output)
    );
    dist(&room, VERSION);
    fs::remove_file(folder.join("frame.js")).unwrap();
    let (_, output) = into(&room, "out", ARTICLE, &[]);
    assert!(
        said(&output).contains("has no frame.js"),
        "{}",
        said(&output)
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(!out.exists());
}

#[test]
fn what_was_published_under_a_version_never_changes() {
    let room = folder("immutable");
    let folder = dist(&room, VERSION);
    let (out, _) = into(&room, "out", ARTICLE, &[]);
    let before = files(&out);
    for (name, content) in [("dateline.css", "other"), ("dateline-2.js", "new")] {
        fs::write(folder.join(name), content).unwrap();
        let (_, output) = into(&room, "out", "tests/fixtures/full.json", &[]);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            said(&output).contains(&format!("is there already with another {name}")),
            "{}",
            said(&output)
        );
        assert_eq!(files(&out), before, "nothing is written, or all is");
        dist(&room, VERSION);
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let room = folder("link");
    dist(&room, VERSION);
    let (out, elsewhere) = (room.join("out"), room.join("elsewhere"));
    fs::create_dir_all(&out).unwrap();
    fs::create_dir_all(&elsewhere).unwrap();
    fs::write(elsewhere.join("article.json"), "mine").unwrap();
    let before = files(&elsewhere);
    for (name, to) in [
        ("article.json", elsewhere.join("article.json")),
        ("dateline", elsewhere.clone()),
    ] {
        let link = out.join(name);
        std::os::unix::fs::symlink(to, &link).unwrap();
        let (_, output) = into(&room, "out", ARTICLE, &[]);
        assert_eq!(output.status.code(), Some(2));
        let told = said(&output);
        assert!(told.contains(link.to_str().unwrap()), "{told}");
        assert!(told.contains("remove the link"), "{told}");
        fs::remove_file(link).unwrap();
    }
    assert_eq!(files(&elsewhere), before);
    assert!(files(&out).is_empty(), "nothing is written, or all is");
}

#[test]
fn a_text_ends_neither_attribute_nor_script() {
    let room = folder("hostile");
    dist(&room, VERSION);
    let file = room.join("hostile.json");
    let nasty = "\"><script>alert(1)</script><!-- '&amp;";
    let article = serde_json::json!({
        "headline": nasty, "summary": nasty,
        "people": [{ "id": "p", "name": nasty, "role": nasty }],
        "events": [{ "id": "a", "title": nasty, "text": nasty, "date": "2020", "countries": ["PL"], "people": ["p"] }],
        "countries": [{ "code": "PL", "name": nasty, "flag": true, "claims": [{ "quote": nasty, "speaker": "p" }] }],
    });
    fs::write(&file, article.to_string()).unwrap();
    let (out, output) = into(
        &room,
        "out",
        file.to_str().unwrap(),
        &["--title", nasty, "--json-ld"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let all = files(&out);
    for (name, bytes) in all.iter().filter(|(name, _)| name.ends_with(".html")) {
        let html = String::from_utf8(bytes.clone()).unwrap();
        assert!(
            !html.contains("<script>") && !html.contains("<!--"),
            "{name}"
        );
        for script in html.split("<script ").skip(1) {
            let (tag, rest) = script.split_once('>').unwrap();
            let (inside, _) = rest.split_once("</script>").unwrap();
            if tag.contains("json") {
                assert!(
                    serde_json::from_str::<Value>(inside).is_ok(),
                    "{name}: {inside}"
                );
            } else {
                assert!(inside.is_empty());
            }
        }
    }
    let frame = text(&all, "frame.html");
    assert_eq!(
        between(&frame, "<title>", "</title>"),
        "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- '&amp;amp;"
    );
}

/// Who acts and is no country is an organization; what rests on another document cites that.
#[test]
fn json_ld_knows_a_company_from_a_country() {
    let room = folder("acting");
    dist(&room, VERSION);
    let (out, _) = into(
        &room,
        "out",
        "tests/fixtures/night_train.json",
        &["--json-ld"],
    );
    let html = text(&files(&out), "json-ld.html");
    for said in [
        r#"{"@type":"Organization","name":"Nightline","alternateName":"NL"}"#,
        r#"{"@type":"Organization","name":"European Union","identifier":"EU"}"#,
        r#"{"@type":"Country","name":"Portugal","identifier":"PT"}"#,
        r#""dateCreated":"2016-05""#,
    ] {
        assert!(html.contains(said), "{said}: {html}");
    }
}

#[test]
fn json_ld_says_what_happened_and_who_said_what_and_judges_nothing() {
    let room = folder("linked");
    dist(&room, VERSION);
    let institutions = ["state-department", "report", "icc", "moscow"];
    let more: Vec<&str> = ["--json-ld"]
        .into_iter()
        .chain(institutions.iter().flat_map(|id| ["--organization", id]))
        .collect();
    let (out, _) = into(&room, "out", ARTICLE, &more);
    let html = text(&files(&out), "json-ld.html");
    let linked: Value = serde_json::from_str(between(
        &html,
        "<script type=\"application/ld+json\">",
        "</script>",
    ))
    .unwrap();
    assert_eq!(linked["@context"], "https://schema.org");
    let graph = linked["@graph"].as_array().unwrap();
    let of =
        |kind: &str| -> Vec<&Value> { graph.iter().filter(|one| one["@type"] == kind).collect() };
    let article = article();

    let events = of("Event");
    let written = article["events"].as_array().unwrap();
    assert_eq!(events.len(), written.len());
    for event in written {
        let id = format!("#dateline.event={}", event["id"].as_str().unwrap());
        let found = events.iter().find(|one| one["@id"] == *id).unwrap();
        assert_eq!(found["name"], event["title"]);
        assert_eq!(found["subjectOf"]["@id"], "#dateline.article");
        let value = event["date"]["value"].as_str().unwrap();
        let (start, end) = value
            .split_once('/')
            .map_or((value, None), |(start, end)| (start, Some(end)));
        assert_eq!(found["startDate"], start, "{id}");
        assert_eq!(found["endDate"].as_str(), end, "{id}");
    }

    let quotations = of("Quotation");
    let quotes: Vec<&Value> = article["countries"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|country| country["claims"].as_array())
        .flatten()
        .filter(|claim| claim["quote"].is_string())
        .collect();
    assert_eq!(quotations.len(), quotes.len());
    for claim in quotes {
        let found = quotations
            .iter()
            .find(|one| one["text"] == claim["quote"])
            .unwrap();
        let speaker = format!("#dateline.person={}", claim["speaker"].as_str().unwrap());
        assert_eq!(found["creator"]["@id"], *speaker);
        assert_eq!(found["citation"]["@id"], "#dateline.article");
        assert!(
            graph.iter().any(|one| one["@id"] == *speaker),
            "{speaker} is described"
        );
    }

    assert!(
        of("Person").iter().any(
            |one| one["name"] == "Antony Blinken" && one["jobTitle"] == "US Secretary of State"
        )
    );
    assert!(
        of("Organization")
            .iter()
            .any(|one| one["name"] == "State Department report")
    );
    assert_eq!(of("NewsArticle").len(), 1);
    // Every reference leads to something that is described.
    let mut references = Vec::new();
    let mut rest: Vec<&Value> = graph.iter().collect();
    while let Some(value) = rest.pop() {
        match value {
            Value::Array(items) => rest.extend(items),
            Value::Object(members) if members.len() == 1 && members.contains_key("@id") => {
                references.push(value["@id"].clone())
            }
            Value::Object(members) => rest.extend(members.values()),
            _ => {}
        }
    }
    for id in references {
        assert!(graph.iter().any(|one| one["@id"] == id), "{id}");
    }
    assert!(!linked.to_string().contains("ClaimReview") && !linked.to_string().contains("Review"));

    // It is only there when it is asked for, and institutions are checked.
    let (plain, _) = into(&room, "plain", ARTICLE, &[]);
    assert!(!files(&plain).contains_key("json-ld.html"));
    for name in ["snippet.html", "snippet-src.html"] {
        assert!(
            !text(&files(&out), name).contains("ld+json"),
            "{name}: it would be text where scripts are taken out"
        );
    }
    let output = build(&[ARTICLE, "--json-ld", "--organization", "nobody"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("have no such id"));
}

#[test]
fn a_flag_that_the_program_lacks_is_named() {
    let room = folder("flags");
    dist(&room, VERSION);
    let file = room.join("flags.json");
    let country = |code: &str| serde_json::json!({ "code": code, "flag": true });
    let article = serde_json::json!({
        "headline": "Flags", "events": [{ "id": "a", "title": "A", "date": "2020", "countries": ["PL", "DE"] }],
        "countries": [country("PL"), country("DE")],
    });
    fs::write(&file, article.to_string()).unwrap();
    let (_, output) = into(&room, "out", file.to_str().unwrap(), &[]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        said(&output).contains("without the flags of DE:"),
        "{}",
        said(&output)
    );
}

#[test]
fn what_makes_no_sense_is_refused() {
    for wrong in [
        &[ARTICLE, "--base-url", "https://news.example/"][..],
        &[ARTICLE, "--out", "x", "--base-url", "news.example"],
        &[
            ARTICLE,
            "--out",
            "x",
            "--base-url",
            "https://news.example/?a",
        ],
        &[ARTICLE, "--out", "x", "--height", "0"],
        &[ARTICLE, "--organization", "icc"],
        &[ARTICLE, "--name", "a b"],
        &[ARTICLE, "--name", ""],
    ] {
        let output = build(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(!said(&output).is_empty());
        assert!(!Path::new(ROOT).join("x").exists());
    }
}

#[test]
fn an_article_with_mistakes_is_built_without_them_and_says_so() {
    let room = folder("mistakes");
    dist(&room, VERSION);
    let (out, output) = into(&room, "out", "tests/fixtures/ids.json", &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("error"), "{}", said(&output));
    assert!(out.join("snippet.html").is_file());
    let (none, output) = into(&room, "none", "tests/fixtures/not_an_object.json", &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!none.exists(), "there is nothing to upload");
}

#[test]
fn pictures_beside_the_data_are_copied_with_their_names() {
    let room = folder("pictures");
    dist(&room, VERSION);
    let event = |id: usize, src: &str| {
        format!(
            r#"{{"id": "e{id}", "title": "Event {id}", "date": "2018", "countries": ["US"], "image": {{"src": "{src}", "alt": "x"}}}}"#
        )
    };
    let sources = [
        "pictures/a b.png?v=2",
        "pictures/a b.png",
        "./c.png",
        "none.png",
        "../secret.png",
        "/root.png",
        "https://news.example/d.png",
    ];
    let events: Vec<String> = (0..).zip(sources).map(|(id, src)| event(id, src)).collect();
    let data = format!(r#"{{"headline": "x", "events": [{}]}}"#, events.join(", "));
    let folder = room.join("article");
    fs::create_dir_all(folder.join("pictures")).unwrap();
    fs::write(room.join("secret.png"), "secret").unwrap();
    fs::write(folder.join("pictures/a b.png"), "a").unwrap();
    fs::write(folder.join("c.png"), "c").unwrap();
    let article = folder.join("article.json");
    fs::write(&article, data).unwrap();
    let (out, output) = into(&room, "out", article.to_str().unwrap(), &[]);
    let [told, warned] =
        [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
    assert!(output.status.success(), "{warned}");
    assert_eq!(
        fs::read_to_string(out.join("pictures/a b.png")).unwrap(),
        "a"
    );
    assert_eq!(fs::read_to_string(out.join("c.png")).unwrap(), "c");
    assert!(told.contains("2 pictures "), "{told}");
    let warnings: Vec<&str> = warned
        .lines()
        .filter(|line| line.contains("not copied"))
        .collect();
    assert_eq!(warnings.len(), 2, "{warned}");
    assert!(
        warnings[0].contains("none.png, the picture of “Event 3”"),
        "{warned}"
    );
    assert!(
        warnings[1].contains("../secret.png, the picture of “Event 4”"),
        "{warned}"
    );
    assert!(!out.join("secret.png").exists());
}

#[test]
fn portraits_are_copied_and_hidden_files_are_no_pictures() {
    let room = folder("portraits");
    dist(&room, VERSION);
    let data = serde_json::json!({
        "headline": "x",
        "people": [
            { "id": "mayor", "name": "Anna Kowal", "image": { "src": "people/mayor.jpg" } },
            { "id": "clerk", "name": "Jan Nowak", "image": { "src": ".secrets/clerk.jpg" } },
        ],
        "events": [
            { "id": "a", "title": "A", "date": "2018", "countries": ["PL"], "image": { "src": ".env", "alt": "" } },
            { "id": "b", "title": "B", "date": "2018", "countries": ["PL"], "image": { "src": "people/.git/b.png", "alt": "" } },
        ],
    });
    let article = room.join("article");
    for hidden in ["people/.git", ".secrets"] {
        fs::create_dir_all(article.join(hidden)).unwrap();
    }
    for file in [
        "people/mayor.jpg",
        ".secrets/clerk.jpg",
        ".env",
        "people/.git/b.png",
    ] {
        fs::write(article.join(file), file).unwrap();
    }
    let file = article.join("article.json");
    fs::write(&file, data.to_string()).unwrap();
    let (out, output) = into(&room, "out", file.to_str().unwrap(), &[]);
    assert!(output.status.success(), "{}", said(&output));
    let files = files(&out);
    assert_eq!(text(&files, "people/mayor.jpg"), "people/mayor.jpg");
    for (src, title) in [
        (".secrets/clerk.jpg", "Jan Nowak"),
        (".env", "A"),
        ("people/.git/b.png", "B"),
    ] {
        assert!(!files.contains_key(src), "{src}");
        let sentence = format!("{src}, the picture of “{title}”, is not copied");
        assert!(said(&output).contains(&sentence), "{}", said(&output));
    }
}

/// Who has npm's package has neither Rust nor the sources.
#[test]
fn whoever_has_only_the_package_is_told_what_they_can_do() {
    let room = folder("packaged");
    let widget = dist(&room, VERSION);
    let article = serde_json::json!({
        "headline": "Flags", "events": [{ "id": "a", "title": "A", "date": "2020", "countries": ["DE"] }],
        "countries": [{ "code": "DE", "flag": true }],
    });
    fs::write(room.join("article.json"), article.to_string()).unwrap();
    let packaged = |words: &[&str]| {
        let words = [&["build", "article.json", "--out", "out"], words].concat();
        let mut command = command(&room, &words);
        said(&command.env("DATELINE_DIST", &widget).output().unwrap())
    };
    let lacking = packaged(&[]);
    let changed = {
        fs::write(
            room.join(format!("out/dateline/{VERSION}/frame.css")),
            "other",
        )
        .unwrap();
        packaged(&[])
    };
    let unbuilt = packaged(&["--dist", "nowhere"]);
    for (told, cure) in [
        (&lacking, "leave out “flag”"),
        (&changed, "build into another folder"),
        (&unbuilt, "leave out --dist"),
    ] {
        assert!(told.contains(cure), "{told}");
        assert!(
            !told.contains("cargo") && !told.contains("Cargo.toml"),
            "{told}"
        );
    }
}
