//! Scripts and stylesheets as readers download them, by esbuild.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::root;

/// The oldest browsers of docs/embedding.md: nothing newer may be written.
const TARGET: &str = "--target=chrome99,firefox102,safari16.4";

/// `text`, of the kind `js` (a module) or `css`, without comments and long names. As it is where
/// npm has not brought esbuild: it works all the same.
///
/// # Errors
/// What esbuild says of a text that it cannot read.
pub fn minified(text: &str, kind: &str) -> Result<String, String> {
    let loader = format!("--loader={kind}");
    let mut words = vec![&*loader, "--minify"];
    // The names in a module are its own; esbuild tells one by its exports.
    if kind == "js" && !text.contains("\nexport ") {
        words.push("--format=esm");
    }
    match esbuild(&words, text)? {
        Some(minified) => Ok(minified),
        None => Ok(text.into()),
    }
}

/// A script and all that it imports, in one; nothing without esbuild.
///
/// # Errors
/// What esbuild says of scripts that it cannot read.
pub fn bundled(entry: &Path) -> Result<Option<String>, String> {
    let entry = entry.to_string_lossy();
    esbuild(&[&entry, "--bundle", "--format=esm", "--minify"], "")
}

/// A script for a worker and all that it imports, from npm as well, in one. Not every browser
/// has modules for workers.
///
/// # Errors
/// What esbuild says of scripts that it cannot read.
pub fn worker(entry: &Path) -> Result<Option<String>, String> {
    let entry = entry.to_string_lossy();
    esbuild(&[&entry, "--bundle", "--format=iife", "--minify"], "")
}

/// A script and all that it imports, but for the built widget, in one that can be read.
///
/// # Errors
/// What esbuild says of scripts that it cannot read.
pub fn joined(entry: &Path) -> Result<Option<String>, String> {
    let entry = entry.to_string_lossy();
    let words = [&*entry, "--bundle", "--format=esm", "--external:./widget/*"];
    esbuild(&words, "")
}

/// What esbuild makes of its input.
fn esbuild(words: &[&str], input: &str) -> Result<Option<String>, String> {
    let program = root::at("xtask/node_modules/.bin/esbuild");
    if !program.is_file() {
        return Ok(None);
    }
    let trouble = |why| format!("esbuild does not run: {why}.");
    let mut child = Command::new(program)
        .args(words)
        .env("NODE_PATH", root::at("xtask/node_modules"))
        .args(["--tree-shaking=true", TARGET])
        .arg("--legal-comments=none")
        .args(["--charset=utf8", "--log-level=warning"])
        // wasm-bindgen names a module once for each of its functions.
        .arg("--log-override:duplicate-object-key=silent")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .map_err(trouble)?;
    if let Some(mut pipe) = child.stdin.take() {
        pipe.write_all(input.as_bytes()).map_err(trouble)?;
    }
    let output = child.wait_with_output().map_err(trouble)?;
    if !output.status.success() {
        return Err("esbuild could not read what it was given, for the reason above.".into());
    }
    String::from_utf8(output.stdout)
        .map(Some)
        .map_err(|_| "esbuild wrote what is no text.".into())
}
