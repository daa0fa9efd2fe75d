//! The second program, which finds the sentences of the page's article: built from
//! `src/bin/finder.rs`, made small as the first one is, and put beside the scripts that
//! use it. Readers fetch it only with them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{self, Kind, Program};
use crate::{pins, run, tools};

/// Builds the program in a folder of its own in `workshop`; a `release` is made small.
///
/// # Errors
/// A sentence when cargo or a tool fails, or writes what is not known here.
pub fn built(workshop: &Path, release: bool) -> Result<Program, String> {
    let compiled = compiled(release)?;
    let folder = workshop.join(".finder");
    bound(&compiled, &folder)?;
    let (glue, wasm) = (folder.join("finder.js"), folder.join("finder_bg.wasm"));
    let finder = program::finished(Kind::Finder, &glue, &wasm, release)?;
    fs::remove_dir_all(&folder)
        .map_err(|why| format!("{} is in the way: {why}.", folder.display()))?;
    Ok(finder)
}

/// Has cargo compile it, without what only the widget needs. Where the wasm lies.
fn compiled(release: bool) -> Result<PathBuf, String> {
    let target = format!("--target={}", pins::WASM);
    let mut cargo = run::command("cargo");
    cargo.args(["build", "--quiet", "--package=dateline", "--bin=finder"]);
    cargo.args(["--no-default-features", "--features=finder", &target]);
    if release {
        cargo.arg("--release");
    }
    if !run::show(&mut cargo)?.success() {
        return Err(
            "The program that finds sentences could not be compiled, for the reason above.".into(),
        );
    }
    let profile = if release { "release" } else { "debug" };
    let file = Path::new(pins::WASM).join(profile).join("finder.wasm");
    Ok(folder()?.join(file))
}

/// Cargo's folder of what it has built.
fn folder() -> Result<PathBuf, String> {
    let words = ["metadata", "--no-deps", "--format-version=1", "--offline"];
    let found = || {
        let told = run::answer("cargo", &words)?;
        let (_, rest) = told.split_once("\"target_directory\":\"")?;
        let (path, _) = rest.split_once('"')?;
        Some(PathBuf::from(path.replace("\\\\", "\\")))
    };
    found().ok_or_else(|| "`cargo metadata` does not say where cargo builds.".into())
}

/// Has wasm-bindgen write glue and wasm for the compiled `program`.
fn bound(program: &Path, folder: &Path) -> Result<(), String> {
    tools::wasm_bindgen()?;
    let mut bindgen = run::command("wasm-bindgen");
    bindgen.args(["--target=web", "--no-typescript", "--out-name=finder"]);
    bindgen.arg("--out-dir").arg(folder).arg(program);
    if run::show(&mut bindgen)?.success() {
        Ok(())
    } else {
        Err(
            "wasm-bindgen could not read the program that finds sentences, for the reason above."
                .into(),
        )
    }
}
