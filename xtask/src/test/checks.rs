//! Steps that are one test each: they hold or they do not.

use std::process::Command;

use super::Outcome;
use super::tally::Tally;
use crate::{dist, npm, package, page, pins, run};

/// rustfmt would change nothing.
pub fn format() -> Result<Outcome, String> {
    holds(run::command("cargo").args(["fmt", "--all", "--check"]))
}

/// clippy, over everything that is compiled natively.
pub fn lint() -> Result<Outcome, String> {
    let words = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ];
    holds(run::command("cargo").args(words))
}

/// clippy, over what is compiled for the browser: the widget, what finds sentences, and the
/// editor's desk.
pub fn lint_wasm() -> Result<Outcome, String> {
    let target = format!("--target={}", pins::WASM);
    let programs = [
        &["--package=dateline"][..],
        &[
            "--package=dateline",
            "--no-default-features",
            "--features=finder",
        ],
        &["--package=dateline-desk"],
    ];
    let mut tally = Tally::PASSED;
    for program in programs {
        let mut cargo = run::command("cargo");
        cargo.args(["clippy", &target, "--locked"]);
        cargo.args(program).args(["--", "-D", "warnings"]);
        if !run::show(&mut cargo)?.success() {
            tally = Tally::FAILED;
        }
    }
    Ok(Outcome::Ran(tally))
}

/// rustdoc, its warnings denied.
pub fn docs() -> Result<Outcome, String> {
    let mut cargo = run::command("cargo");
    cargo.args(["doc", "--workspace", "--no-deps", "--locked"]);
    holds(cargo.env("RUSTDOCFLAGS", "-D warnings"))
}

/// The release build.
pub fn build() -> Result<Outcome, String> {
    page::prepare()?;
    dist::build()?;
    Ok(Outcome::Ran(Tally::PASSED))
}

/// The packages, of what was built.
pub fn package() -> Result<Outcome, String> {
    if run::find("npm").is_none() {
        return Ok(Outcome::Skipped(
            "npm packs them, and is not on this machine".into(),
        ));
    }
    // esbuild and wasm-opt, where somebody else has built the page.
    npm::packages("xtask")?;
    package::packages()?;
    Ok(Outcome::Ran(Tally::PASSED))
}

fn holds(command: &mut Command) -> Result<Outcome, String> {
    let status = run::show(command)?;
    let tally = if status.success() {
        Tally::PASSED
    } else {
        Tally::FAILED
    };
    Ok(Outcome::Ran(tally))
}
