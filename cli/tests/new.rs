//! The commands `dateline new` and `dateline preview`, run as somebody does who begins.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Stdio},
};

use serde_json::Value;

use common::{VERSION, command, dateline, dist, folder, said};

#[test]
fn a_new_article_has_nothing_wrong_and_rests_on_its_page() {
    let folder = folder("whole");
    let made = dateline(&folder, &["new", "a bridge"]);
    assert_eq!(made.status.code(), Some(0));
    let told = String::from_utf8_lossy(&made.stdout);
    assert!(told.contains("preview article.json"), "{told}");
    #[cfg(not(windows))]
    assert!(told.contains("  cd 'a bridge'\n"), "{told}");
    let checked = dateline(
        &folder.join("a bridge"),
        &["check", "article.json", "--text", "article.html"],
    );
    assert_eq!(
        String::from_utf8_lossy(&checked.stdout),
        "7 facts have a sentence of the article, none is without\nNo problems in article.json\n"
    );
    let note = fs::read_to_string(folder.join("a bridge/README.md")).unwrap();
    assert!(note.starts_with("# a bridge\n"), "{note}");
    let page = fs::read_to_string(folder.join("a bridge/article.html")).unwrap();
    assert!(page.contains(&format!("upload/dateline/{VERSION}/dateline.js")));
}

#[test]
fn what_is_there_is_not_written_over() {
    let folder = folder("there");
    for file in [
        "article.json",
        "article.html",
        "README.md",
        "article.schema.json",
    ] {
        let old = folder.join(file.replace('.', "-"));
        fs::create_dir(&old).unwrap();
        fs::write(old.join(file), "mine").unwrap();
        let made = dateline(&folder, &["new", old.to_str().unwrap()]);
        assert_eq!(made.status.code(), Some(2), "{file}");
        let told = said(&made);
        assert!(told.contains(&format!("{file} is there already")), "{told}");
        assert_eq!(fs::read_to_string(old.join(file)).unwrap(), "mine");
        assert_eq!(fs::read_dir(&old).unwrap().count(), 1, "{file}");
    }
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
    fn start(folder: &Path, words: &[&str]) -> Preview {
        let mut command = command(folder, &["preview", "--port", "0", "--dist", "dist"]);
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

#[test]
fn a_preview_shows_the_page_and_follows_its_files() {
    let folder = folder("preview");
    assert!(dateline(&folder, &["new", "bridge"]).status.success());
    dist(&folder, VERSION);
    fs::write(folder.join("bridge/tower.svg"), "<svg/>").unwrap();
    fs::write(folder.join("secret"), "").unwrap();
    fs::write(folder.join("bridge/.hidden"), "").unwrap();
    let preview = Preview::start(
        &folder,
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
        "css"
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
    let data = fs::read_to_string(folder.join("bridge/article.json")).unwrap();
    let changed = data
        .replace("The bridge opens\"", "The bridge was opened\"")
        .replace("2019-03", "2019-13");
    fs::write(folder.join("bridge/article.json"), changed).unwrap();
    let second = preview.state();
    assert_ne!(first["page"], second["page"]);
    assert_eq!(second["problems"][0]["kind"], "impossible-date");
    assert!(preview.get("/page.html").contains(">The bridge was opened"));

    // What is no article at all leaves the page without one.
    fs::write(folder.join("bridge/article.json"), "{").unwrap();
    assert_eq!(preview.state()["problems"][0]["severity"], "error");
    assert!(
        preview
            .get("/page.html")
            .contains("<dateline-widget></dateline-widget>")
    );
}

#[test]
fn a_preview_of_nothing_ends() {
    let folder = folder("nothing");
    dist(&folder, VERSION);
    let ended = dateline(&folder, &["preview", "article.json"]);
    assert_eq!(ended.status.code(), Some(2));
    let told = said(&ended);
    assert!(told.starts_with("article.json cannot be read: "), "{told}");
}
