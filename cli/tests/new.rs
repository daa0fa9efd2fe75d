//! The commands `dateline new` and `dateline preview`, run as somebody does who begins.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use serde_json::Value;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A fresh folder for one test.
fn room(name: &str) -> PathBuf {
    let room = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("new")
        .join(name);
    let _ = fs::remove_dir_all(&room);
    fs::create_dir_all(&room).unwrap();
    room
}

fn dateline(room: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(words).current_dir(room);
    command
}

fn run(room: &Path, words: &[&str]) -> Output {
    dateline(room, words).output().unwrap()
}

#[test]
fn a_new_article_has_nothing_wrong_and_rests_on_its_page() {
    let room = room("whole");
    let made = run(&room, &["new", "a bridge"]);
    assert_eq!(made.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&made.stdout).contains("preview article.json"));
    let checked = run(
        &room.join("a bridge"),
        &["check", "article.json", "--text", "article.html"],
    );
    assert_eq!(
        String::from_utf8_lossy(&checked.stdout),
        "7 facts have a sentence of the article, none is without\nNo problems in article.json\n"
    );
    let note = fs::read_to_string(room.join("a bridge/README.md")).unwrap();
    assert!(note.starts_with("# a bridge\n"), "{note}");
    let page = fs::read_to_string(room.join("a bridge/article.html")).unwrap();
    assert!(page.contains(&format!("upload/dateline/{VERSION}/dateline.js")));
}

#[test]
fn what_is_there_is_not_written_over() {
    let room = room("there");
    fs::create_dir(room.join("old")).unwrap();
    fs::write(room.join("old/article.html"), "mine").unwrap();
    let made = run(&room, &["new", "old"]);
    assert_eq!(made.status.code(), Some(2));
    let told = String::from_utf8_lossy(&made.stderr);
    assert!(told.contains("article.html is there already"), "{told}");
    assert_eq!(
        fs::read_to_string(room.join("old/article.html")).unwrap(),
        "mine"
    );
    assert!(!room.join("old/article.json").exists());
}

/// A preview that ends with its test.
struct Preview {
    child: Child,
    host: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Preview {
    fn start(room: &Path, words: &[&str]) -> Preview {
        let mut command = dateline(room, &["preview", "--port", "0", "--dist", "dist"]);
        let mut child = command.args(words).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let (_, rest) = line
            .split_once("http://")
            .unwrap_or_else(|| panic!("{line}"));
        let host = rest.split('/').next().unwrap().to_owned();
        Preview { child, host }
    }

    /// The answer's head and body.
    fn ask(&self, path: &str, host: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    fn get(&self, path: &str) -> String {
        let (head, body) = self.ask(path, &self.host);
        assert!(head.starts_with("HTTP/1.1 200"), "{path}: {head}");
        body
    }

    fn state(&self) -> Value {
        serde_json::from_str(&self.get("/state.json")).unwrap()
    }
}

/// A folder such as `cargo xtask dist` writes, but for what is in the files.
fn dist(room: &Path) {
    let dist = room.join("dist");
    fs::create_dir_all(&dist).unwrap();
    let loader = format!("const FILES = {{ version: '{VERSION}', glue: 'dateline-1.js' }};");
    for name in [
        "dateline-1.wasm",
        "dateline.css",
        "dateline-frame.js",
        "frame.js",
        "frame.css",
    ] {
        fs::write(dist.join(name), name).unwrap();
    }
    fs::write(dist.join("dateline.js"), loader).unwrap();
}

#[test]
fn a_preview_shows_the_page_and_follows_its_files() {
    let room = room("preview");
    assert!(run(&room, &["new", "bridge"]).status.success());
    dist(&room);
    fs::write(room.join("bridge/tower.svg"), "<svg/>").unwrap();
    fs::write(room.join("secret"), "").unwrap();
    fs::write(room.join("bridge/.hidden"), "").unwrap();
    let preview = Preview::start(
        &room,
        &["bridge/article.json", "--text", "bridge/article.html"],
    );
    let page = preview.get("/page.html");
    assert!(
        page.contains("<dateline-widget data-article=\"{&quot;$schema&quot;:"),
        "{page}"
    );
    assert!(
        page.contains("cut the ribbon") && page.contains(">The bridge opens"),
        "{page}"
    );
    assert!(page.contains(&format!("src=\"/dateline/{VERSION}/dateline.js\"")));
    assert!(
        !page.contains("upload/dateline"),
        "the page's own loader is another's"
    );
    assert!(preview.get("/").contains("<iframe"));
    assert_eq!(
        preview.get(&format!("/dateline/{VERSION}/dateline.css")),
        "dateline.css"
    );
    assert_eq!(preview.get("/tower.svg"), "<svg/>");
    for path in ["/../secret", "/%2e%2e/secret", "/.hidden", "/nothing"] {
        assert!(
            preview
                .ask(path, &preview.host)
                .0
                .starts_with("HTTP/1.1 404"),
            "{path}"
        );
    }
    let (head, _) = preview.ask("/page.html", "evil.example");
    assert!(head.starts_with("HTTP/1.1 404"), "{head}");

    let first = preview.state();
    assert_eq!(first["problems"], Value::Array(Vec::new()));
    assert_eq!(
        first["facts"],
        "7 facts have a sentence of the article, none is without"
    );
    let data = fs::read_to_string(room.join("bridge/article.json")).unwrap();
    let changed = data
        .replace("The bridge opens\"", "The bridge was opened\"")
        .replace("2019-03", "2019-13");
    fs::write(room.join("bridge/article.json"), changed).unwrap();
    let second = preview.state();
    assert_ne!(first["page"], second["page"]);
    assert_eq!(second["problems"][0]["kind"], "impossible-date");
    assert!(preview.get("/page.html").contains(">The bridge was opened"));

    // What is no article at all leaves the page without one.
    fs::write(room.join("bridge/article.json"), "{").unwrap();
    assert_eq!(preview.state()["problems"][0]["severity"], "error");
    assert!(
        preview
            .get("/page.html")
            .contains("<dateline-widget></dateline-widget>")
    );
}

#[test]
fn a_preview_of_nothing_ends() {
    let room = room("nothing");
    dist(&room);
    let ended = run(&room, &["preview", "article.json"]);
    assert_eq!(ended.status.code(), Some(2));
    let told = String::from_utf8_lossy(&ended.stderr);
    assert!(told.starts_with("article.json cannot be read: "), "{told}");
}
