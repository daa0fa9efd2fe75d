//! `cargo xtask test`: every check there is, one after the other, each with
//! its name and its time, and one count at the end.

mod checks;
mod fuzz;
mod native;
mod pages;
mod size;
mod tally;
mod wasm;

use std::time::{Duration, Instant};

use crate::{run, tools};
use tally::Tally;

/// What came of a step.
pub enum Outcome {
    /// It ran, with these counts.
    Ran(Tally),
    /// It could not run here, for this reason.
    Skipped(String),
}

/// A step's work: an outcome, or the sentence that says why it broke down.
type Work = fn() -> Result<Outcome, String>;

/// A step that is only worth running when another has passed.
struct Step {
    name: &'static str,
    what: &'static str,
    needs: Option<&'static str>,
    work: Work,
}

const fn step(name: &'static str, what: &'static str, work: Work) -> Step {
    Step {
        name,
        what,
        needs: None,
        work,
    }
}

const STEPS: [Step; 11] = [
    step(
        "format",
        "rustfmt leaves every file as it is",
        checks::format,
    ),
    step("lint", "clippy has nothing to say", checks::lint),
    step(
        "lint-wasm",
        "clippy has nothing to say about the browser's side",
        checks::lint_wasm,
    ),
    step(
        "docs",
        "the documentation builds without a warning",
        checks::docs,
    ),
    step(
        "native",
        "native tests and the documentation's examples",
        native::tests,
    ),
    step(
        "wasm",
        "tests compiled to wasm, in a real browser",
        wasm::tests,
    ),
    step("fuzz", "half a minute of arbitrary bytes", fuzz::short),
    step("build", "the release build into dist/", checks::build),
    Step {
        needs: Some("build"),
        ..step("size", "what a reader downloads", size::budget)
    },
    Step {
        needs: Some("build"),
        ..step(
            "package",
            "the packages for npm and WordPress",
            checks::package,
        )
    },
    Step {
        needs: Some("build"),
        ..step("page", "the page in three browsers", pages::tests)
    },
];

/// Runs all steps, or those named, and says whether all passed.
///
/// # Errors
/// A sentence when a name is unknown or the toolchain cannot be had.
pub fn test(words: Vec<&str>) -> Result<bool, String> {
    let names: Vec<&str> = words.into_iter().filter(|word| *word != "--only").collect();
    let known = |name: &&str| STEPS.iter().any(|step| step.name == *name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        let steps = STEPS.map(|step| step.name).join(", ");
        return Err(format!(
            "There is no step called “{unknown}”. The steps are: {steps}."
        ));
    }
    tools::rust()?;

    let mut total = Tally::default();
    let mut report = Vec::new();
    for step in &STEPS {
        let wanted = names.is_empty() || names.contains(&step.name);
        if !wanted || run::stopping() {
            continue;
        }
        let began = Instant::now();
        println!("\n── {}: {}", step.name, step.what);
        let broken = step.needs.filter(|need| {
            report
                .iter()
                .any(|(name, tally, _, _): &Line| name == need && tally.failed > 0)
        });
        let outcome = match broken {
            Some(need) => Ok(Outcome::Skipped(format!("it needs “{need}”, which failed"))),
            None => (step.work)(),
        };
        let (tally, note) = match outcome {
            Ok(Outcome::Ran(tally)) => (tally, String::new()),
            Ok(Outcome::Skipped(reason)) => (Tally::SKIPPED, format!(" not run: {reason}")),
            Err(sentence) => (Tally::FAILED, format!(" {sentence}")),
        };
        let time = began.elapsed();
        println!("── {}: {tally} in {}{note}", step.name, seconds(time));
        total += tally.clone();
        report.push((step.name, tally, time, note));
    }

    if !total.failures.is_empty() {
        println!("\nWhat failed:");
    }
    for failure in &total.failures {
        println!("  {}", failure.replace('\n', "\n    "));
    }

    println!("\nStep by step:");
    for (name, tally, time, note) in &report {
        println!("  {name:<10} {:>8}  {tally}{note}", seconds(*time));
    }
    println!("\n{total}");
    Ok(total.failed == 0 && !run::stopping())
}

type Line = (&'static str, Tally, Duration, String);

fn seconds(time: Duration) -> String {
    format!("{}.{} s", time.as_secs(), time.subsec_millis() / 100)
}
