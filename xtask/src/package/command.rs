//! The command `dateline`, compiled to WASI.

use std::fs;
use std::path::PathBuf;

use crate::{pins, root, run};

/// What the command may weigh at most, in bytes: every newsroom installs it.
const LIMIT: u64 = 6_000_000;

/// Where it lies once it has been made.
fn made() -> PathBuf {
    root::at("target")
        .join(pins::WASI)
        .join("wasi/dateline.small.wasm")
}

/// As [`build`], but what was made before is taken as it is.
///
/// # Errors
/// As [`build`].
pub fn made_before() -> Result<PathBuf, String> {
    let made = made();
    if made.is_file() { Ok(made) } else { build() }
}

/// Compiles it and makes it small. Where it lies.
///
/// # Errors
/// A sentence when it does not compile, or has become too large.
pub fn build() -> Result<PathBuf, String> {
    let mut cargo = run::command("cargo");
    cargo.args([
        "build",
        "--quiet",
        "--locked",
        "--package=dateline-cli",
        "--profile=wasi",
    ]);
    cargo.arg(format!("--target={}", pins::WASI));
    cargo.env("CARGO_TARGET_WASM32_WASIP1_RUSTFLAGS", run::remapped());
    if !run::show(&mut cargo)?.success() {
        return Err("The command does not compile to WASI, for the reason above.".into());
    }
    let small = made();
    let compiled = small.with_file_name("dateline.wasm");
    // What has been made small once is not made so again.
    let age = |path: &PathBuf| fs::metadata(path).and_then(|data| data.modified()).ok();
    if age(&small) < age(&compiled) {
        let mut optimiser = run::command("wasm-opt");
        optimiser
            .arg("-Oz")
            .args(pins::WASM_FEATURES.map(|name| format!("--enable-{name}")));
        optimiser.arg(&compiled).arg("-o").arg(&small);
        if !run::show(&mut optimiser)?.success() {
            return Err("wasm-opt stopped, for the reason above.".into());
        }
    }
    let size = fs::metadata(&small).map_or(0, |data| data.len());
    println!("the command: {size} of {LIMIT} bytes");
    if size > LIMIT {
        return Err(format!(
            "The command weighs {} bytes too much.",
            size - LIMIT
        ));
    }
    Ok(small)
}
