//! A short run of the fuzz targets: arbitrary bytes go the whole way from the
//! reader to rendered HTML, and through every importer and exporter, and nothing may
//! panic.
//!
//! The coverage that libFuzzer feeds on comes from a pass of LLVM that any
//! stable compiler carries, so neither a nightly toolchain nor `cargo fuzz`
//! is needed here; both can be used on the same folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::Outcome;
use super::tally::Tally;
use crate::{root, run, sizes};

/// How long the run of a target lasts, in seconds.
const SECONDS: u32 = 15;

/// The longest input that is tried, in bytes.
const LONGEST: u32 = 16_384;

/// The flags that `cargo fuzz` gives the compiler, but for its sanitizer: our
/// code has no `unsafe`, so there is no memory to watch over.
const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares \
    -Ccodegen-units=1 -Cdebug-assertions -Coverflow-checks";

/// A program that libFuzzer feeds.
struct Target {
    name: &'static str,
    /// Where what it begins with lies.
    seeds: &'static [&'static str],
    /// What the names of those files end with; nothing where all will do.
    ending: Option<&'static str>,
}

const TARGETS: [Target; 2] = [
    Target {
        name: "article",
        seeds: &["tests/fixtures", "www/articles"],
        ending: Some("json"),
    },
    Target {
        name: "import",
        seeds: &["tests/import/fixtures"],
        ending: None,
    },
];

/// Builds the targets and runs each from the test fixtures for half a minute.
pub fn short() -> Result<Outcome, String> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Ok(Outcome::Skipped(
            "libFuzzer is set up for Linux on x86-64".into(),
        ));
    }
    if run::find("c++").or_else(|| run::find("clang++")).is_none() {
        let reason = "libFuzzer is written in C++ and no C++ compiler is here; install g++";
        return Ok(Outcome::Skipped(reason.into()));
    }
    let mut cargo = run::command("cargo");
    cargo.args([
        "build",
        "--release",
        "--manifest-path=fuzz/Cargo.toml",
        "--bins",
    ]);
    // Named, so that the flags do not reach build scripts and macros.
    cargo.args([
        "--locked",
        "--target=x86_64-unknown-linux-gnu",
        "--target-dir=fuzz/target",
    ]);
    if !run::show(cargo.env("RUSTFLAGS", FLAGS))?.success() {
        return Err("The fuzz targets do not build.".into());
    }
    let mut tally = Tally::default();
    for target in &TARGETS {
        feed(target)?;
        tally += Tally::PASSED;
    }
    Ok(Outcome::Ran(tally))
}

/// Runs one target.
fn feed(
    Target {
        name,
        seeds,
        ending,
    }: &Target,
) -> Result<(), String> {
    let work = root::at("fuzz/target/short").join(name);
    let trouble = |why| format!("{} cannot be written: {why}.", work.display());
    fs::create_dir_all(work.join("found")).map_err(trouble)?;
    let count = gather(seeds, *ending, &work.join("seeds"))?;
    println!("{name}: from {count} files, for {SECONDS} seconds:");
    let program = format!("fuzz/target/x86_64-unknown-linux-gnu/release/{name}");
    let mut target = run::command(&program);
    target.arg(work.join("found")).arg(work.join("seeds"));
    target.arg(format!("-artifact_prefix={}/", work.display()));
    target.arg(format!("-max_total_time={SECONDS}"));
    target.arg(format!("-max_len={LONGEST}"));
    target.args([
        "-timeout=10",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
        "-verbosity=0",
    ]);
    target.arg("-dict=fuzz/article.dict");
    if run::show(&mut target)?.success() {
        return Ok(());
    }
    Err(format!(
        "An input broke {name}; it lies in {}, named crash-… or timeout-….",
        work.display(),
    ))
}

/// Gathers what lies where the other tests read it into the one flat folder that libFuzzer
/// wants. How many files there are.
fn gather(from: &[&str], ending: Option<&str>, into: &Path) -> Result<usize, String> {
    if into.exists() {
        fs::remove_dir_all(into).map_err(|why| format!("Old seeds cannot be removed: {why}."))?;
    }
    fs::create_dir_all(into).map_err(|why| format!("Seeds cannot be gathered: {why}."))?;
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in from {
        let folder = root::at(folder);
        if folder.is_dir() {
            files.extend(sizes::files(&folder)?);
        }
    }
    let is_wanted = |file: &PathBuf| {
        ending.is_none_or(|ending| file.extension().is_some_and(|own| own == ending))
    };
    files.retain(is_wanted);
    for (number, file) in files.iter().enumerate() {
        fs::copy(file, into.join(number.to_string()))
            .map_err(|why| format!("{} cannot be copied: {why}.", file.display()))?;
    }
    Ok(files.len())
}
