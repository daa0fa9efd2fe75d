//! `cargo xtask package`: what a newsroom installs that has no Rust, for npm and for
//! WordPress.

pub mod command;
mod npm;
mod wordpress;

use std::fs;
use std::path::{Path, PathBuf};

use dateline_cli::Assets;

use crate::{dist, page, root};

/// Where the packages are written.
const HOME: &str = "target/package";

/// Builds `dist/` and both packages from it. `--built` takes `dist/` as it is.
///
/// # Errors
/// A sentence when something it needs is missing, or a step fails.
pub fn package(words: Vec<&str>) -> Result<(), String> {
    let built = words.contains(&"--built") && root::at("dist/dateline.js").is_file();
    page::prepare()?;
    if !built {
        dist::build()?;
    }
    packages()
}

/// Both packages, from `dist/` as it is.
///
/// # Errors
/// A sentence when something it needs is missing, or a step fails.
pub fn packages() -> Result<(), String> {
    let assets = Assets::read(&root::at("dist"))?;
    let command = command::build()?;
    for package in [npm::pack(&assets, &command)?, wordpress::pack(&assets)?] {
        let size = fs::metadata(&package).map_or(0, |data| data.len());
        println!("{} ({size} bytes)", package.display());
    }
    Ok(())
}

/// An empty folder in which a package is put together.
fn emptied(name: &str) -> Result<PathBuf, String> {
    let folder = root::at(HOME).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .map_err(|why| format!("{} cannot be emptied: {why}.", folder.display()))?;
    }
    fs::create_dir_all(&folder)
        .map_err(|why| format!("{} cannot be made: {why}.", folder.display()))?;
    Ok(folder)
}

/// Writes the built widget into a folder.
fn widget(assets: &Assets, folder: &Path) -> Result<(), String> {
    for (name, bytes) in assets.files() {
        write(&folder.join(name), bytes)?;
    }
    Ok(())
}

fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), String> {
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(path, bytes))
        .map_err(|why| format!("{} cannot be written: {why}.", path.display()))
}
