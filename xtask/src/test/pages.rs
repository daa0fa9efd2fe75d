//! The built page, in Chromium, Firefox and WebKit.

use super::Outcome;
use super::tally::Tally;
use crate::browsers::Engine;
use crate::{npm, run, wordpress};

/// Runs `tests/page/` with Node against `dist/`. A browser that cannot be had
/// is left out with its reason; under `CI` it counts as a failure.
pub fn tests() -> Result<Outcome, String> {
    match npm::node() {
        Some(version) if version >= npm::NODE => {}
        Some(version) => {
            let needed = npm::NODE;
            return Err(format!(
                "Node.js is at {version}; the page tests need {needed} or later."
            ));
        }
        None => {
            return Err(format!(
                "Install Node.js {} or later for the page tests.",
                npm::NODE
            ));
        }
    }
    npm::packages("tests/page")?;

    // Without it one test is skipped, and says why.
    if let Err(sentence) = wordpress::prepare() {
        println!("{sentence}");
    }

    let mut tally = Tally::default();
    let mut ready = Vec::new();
    for engine in Engine::ALL {
        match engine.prepare() {
            Ok(()) => ready.push(engine.name()),
            Err(reason) => {
                println!("Not tested in {}: {reason}", engine.name());
                let strict = std::env::var_os("CI").is_some();
                tally += if strict {
                    Tally::FAILED
                } else {
                    Tally::SKIPPED
                };
            }
        }
    }
    // Tests run the command; built there, while browsers start, it would take one its time.
    let build = ["build", "--quiet", "--package", "dateline-cli"];
    if !run::show(run::command("cargo").args(build))?.success() {
        return Err("The command `dateline` does not build.".into());
    }
    let mut node = run::command("node");
    node.arg("tests/page/run.js");
    node.env("DATELINE_BROWSERS", ready.join(","));
    let mut counted = Tally::default();
    let status = run::follow(&mut node, |line| counted.hear_node(line))?;
    tally += counted.ended(status.success());
    Ok(Outcome::Ran(tally))
}
