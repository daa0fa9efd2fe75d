//! The last passes over the wasm, by wasm-opt. Trunk has fetched it, where npm has not.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{root, run};

/// What the program is compiled with, and what makes it small.
const WORDS: [&str; 15] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-debug",
    "--strip-producers",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--low-memory-unused",
    // The data is packed afterwards, by its objects.
    "--skip-pass=memory-packing",
    "--reorder-functions-by-name",
];

/// Makes the wasm of a file small, in place.
///
/// # Errors
/// A sentence when wasm-opt is missing or does not like the file.
pub fn optimise(wasm: &Path) -> Result<(), String> {
    let program = program().ok_or(
        "wasm-opt is missing. Install Node.js with npm, or put binaryen's wasm-opt on the path.",
    )?;
    let mut command = run::command(&program.to_string_lossy());
    command.arg(wasm).args(WORDS).arg("-o").arg(wasm);
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
