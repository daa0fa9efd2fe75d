//! What the tests of several commands begin with.
#![allow(dead_code, reason = "each test needs a part of it")]
#![allow(clippy::unwrap_used)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// An empty folder for one test of a file.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(env!("CARGO_CRATE_NAME"))
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The command with these words, to be started in a folder.
pub fn command(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(words).current_dir(folder);
    command
}

/// Runs the command in a folder.
pub fn dateline(folder: &Path, words: &[&str]) -> Output {
    command(folder, words).output().unwrap()
}

/// What was said on the standard error.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A folder `dist` such as `cargo xtask dist` writes, but for what is in the files.
pub fn dist(folder: &Path, version: &str) -> PathBuf {
    let dist = folder.join("dist");
    let loader = format!("const FILES = {{ version: '{version}', glue: 'dateline-1.js' }};");
    for (name, text) in [
        ("dateline.js", loader.as_str()),
        ("dateline-1.js", "glue"),
        ("dateline-1_bg.wasm", "wasm"),
        ("dateline.css", "css"),
        ("dateline-frame.js", "parent"),
        ("frame.js", "frame"),
        ("frame.css", "page"),
        ("flags/PL.svg", "<svg/>"),
        ("index.html", "the demonstration"),
        ("page.css", "the demonstration"),
        ("page.js", "the demonstration"),
        ("favicon.svg", "the demonstration"),
        ("articles/human-rights-2022.json", "{}"),
        ("desk/index.html", "the desk"),
        ("desk/desk-1.wasm", "the desk"),
        (".stage/left", "behind"),
    ] {
        let path = dist.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dist
}
