//! The tests that are compiled to wasm and run inside a browser.

use std::path::PathBuf;

use super::Outcome;
use super::tally::Tally;
use crate::browsers::Engine;
use crate::{pins, root, run, tools};

/// Runs every file of `tests/` that is written for the browser, in the first
/// of Chromium and Firefox that is here.
pub fn tests() -> Result<Outcome, String> {
    let files = files()?;
    if files.is_empty() {
        return Ok(Outcome::Skipped(
            "no file of tests/ is written for the browser".into(),
        ));
    }
    let (engine, driver) = match Engine::Chromium.prepare() {
        Ok(()) => (Engine::Chromium, "chromedriver"),
        Err(reason) => {
            println!("{reason} Trying Firefox.");
            if let Err(other) = Engine::Firefox.prepare() {
                return Ok(Outcome::Skipped(format!("{reason} {other}")));
            }
            (Engine::Firefox, "geckodriver")
        }
    };
    tools::wasm_bindgen()?;

    println!("In {}:", engine.name());
    let driver = run::find(driver).ok_or_else(|| format!("{driver} is not on the path."))?;
    let variable = if engine == Engine::Chromium {
        "CHROMEDRIVER"
    } else {
        "GECKODRIVER"
    };
    let mut cargo = run::command("cargo");
    cargo.args(["test", "--package=dateline", "--locked", "--no-fail-fast"]);
    cargo.arg(format!("--target={}", pins::WASM));
    for file in &files {
        cargo.arg(format!("--test={file}"));
    }
    cargo.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        "wasm-bindgen-test-runner",
    );
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    cargo.env(variable, driver);
    let mut tally = Tally::default();
    let status = run::follow(&mut cargo, |line| tally.hear_cargo(line))?;
    Ok(Outcome::Ran(tally.ended(status.success())))
}

/// The names of the test files that use `wasm_bindgen_test`.
fn files() -> Result<Vec<String>, String> {
    let folder = root::at("tests");
    let entries = match std::fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(why) => return Err(format!("tests/ cannot be read: {why}.")),
    };
    let mut names: Vec<String> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(is_for_the_browser)
        .filter_map(stem)
        .collect();
    names.sort();
    Ok(names)
}

fn is_for_the_browser(file: &PathBuf) -> bool {
    file.extension().is_some_and(|ending| ending == "rs")
        && std::fs::read_to_string(file).is_ok_and(|text| text.contains("wasm_bindgen_test"))
}

fn stem(file: PathBuf) -> Option<String> {
    Some(file.file_stem()?.to_string_lossy().into_owned())
}
