//! The last passes over the wasm, by wasm-opt. Trunk has fetched it, where npm has not.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{root, run};

/// What the program is compiled with.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What makes it small.
const SMALL: [&str; 8] = [
    "-g",
    "--flatten",
    "--rereloop",
    // A function of some size stays whole though it is called from one place only: what is
    // alike compresses better than what is woven into its surroundings.
    "--one-caller-inline-max-function-size=30",
    "-Oz",
    "-Oz",
    "--low-memory-unused",
    // The data is packed afterwards, by its objects.
    "--skip-pass=memory-packing",
];

/// What puts its functions in the order of their names, which then go.
const ORDER: [&str; 3] = [
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
];

/// Makes the wasm of a file small, in place.
///
/// # Errors
/// A sentence when wasm-opt is missing or does not like the file.
pub fn optimise(wasm: &Path) -> Result<(), String> {
    passes(wasm, &SMALL)
}

/// Puts the functions in the order of their names, in place, and drops the names.
///
/// # Errors
/// As [`optimise`].
pub fn in_order(wasm: &Path) -> Result<(), String> {
    passes(wasm, &ORDER)
}

fn passes(wasm: &Path, words: &[&str]) -> Result<(), String> {
    let program = program().ok_or(
        "wasm-opt is missing. Install Node.js with npm, or put binaryen's wasm-opt on the path.",
    )?;
    let mut command = run::command(&program.to_string_lossy());
    command
        .arg(wasm)
        .args(FEATURES)
        .args(words)
        .arg("-o")
        .arg(wasm);
    let status = run::show(&mut command)?;
    if status.success() {
        Ok(())
    } else {
        Err(format!(
            "wasm-opt could not make {} small, for the reason above.",
            wasm.display()
        ))
    }
}

/// npm's, the path's, or the one in Trunk's own store.
fn program() -> Option<PathBuf> {
    let packaged = root::at("xtask/node_modules/.bin/wasm-opt");
    if packaged.is_file() {
        return Some(packaged);
    }
    run::find("wasm-opt").or_else(|| {
        let home = std::env::var_os("HOME").map(PathBuf::from);
        let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        let store = cache.or_else(|| Some(home?.join(".cache")))?.join("trunk");
        let kept = fs::read_dir(store).ok()?.flatten();
        kept.filter(|entry| entry.file_name().to_string_lossy().starts_with("wasm-opt"))
            .map(|entry| entry.path().join("bin/wasm-opt"))
            .find(|program| program.is_file())
    })
}
