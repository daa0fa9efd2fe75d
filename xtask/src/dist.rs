//! `cargo xtask dist`: the folder to upload.

use std::fs;
use std::io::ErrorKind::NotFound;

use crate::{page, root, run, sizes};

/// Builds `dist/` and prints what a reader downloads.
///
/// # Errors
/// A sentence when a tool is missing or the build fails.
pub fn dist() -> Result<(), String> {
    page::prepare()?;
    build()?;
    println!("\n{}", sizes::of(&root::at("dist"))?);
    println!("dist/ is ready: upload it as it is, to any path.");
    Ok(())
}

/// The release build, into an empty `dist/`, with addresses relative to the
/// page so that it works from any sub-path.
///
/// # Errors
/// A sentence when Trunk fails.
pub fn build() -> Result<(), String> {
    let dist = root::at("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).map_err(|why| format!("dist/ cannot be emptied: {why}."))?;
    }
    let mut trunk = page::trunk();
    trunk.args(["build", "--release", "--public-url", "./", "--dist", "dist"]);
    trunk.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        run::remapped(),
    );
    let status = run::show(&mut trunk)?;
    if !status.success() {
        return Err("The release build failed, for the reason above.".into());
    }
    // Trunk's workshop, which it leaves behind empty.
    fs::remove_dir_all(dist.join(".stage"))
        .or_else(|why| {
            if why.kind() == NotFound {
                Ok(())
            } else {
                Err(why)
            }
        })
        .map_err(|why| format!("dist/.stage cannot be removed: {why}."))
}
