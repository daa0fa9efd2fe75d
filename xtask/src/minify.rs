//! Scripts and stylesheets as readers download them, by esbuild.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::root;

/// The browser floor of the README: nothing newer may be written.
const TARGET: &str = "--target=chrome99,firefox102,safari16.4";

/// `text`, of the kind `js` or `css`, without comments and long names. As it is where
/// npm has not brought esbuild: it works all the same.
///
/// # Errors
/// What esbuild says of a text that it cannot read.
pub fn minified(text: &str, kind: &str) -> Result<String, String> {
    let program = root::at("xtask/node_modules/.bin/esbuild");
    if !program.is_file() {
        return Ok(text.into());
    }
    let trouble = |why| format!("esbuild does not run: {why}.");
    let mut child = Command::new(program)
        .args([&format!("--loader={kind}"), "--minify", TARGET])
        .args([
            "--legal-comments=none",
            "--charset=utf8",
            "--log-level=warning",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .map_err(trouble)?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes()).map_err(trouble)?;
    }
    let output = child.wait_with_output().map_err(trouble)?;
    if !output.status.success() {
        return Err("esbuild could not read what it was given, for the reason above.".into());
    }
    String::from_utf8(output.stdout).map_err(|_| "esbuild wrote what is no text.".into())
}
