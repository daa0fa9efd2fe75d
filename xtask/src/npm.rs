//! The few npm packages that the chores use: an optimiser for wasm, flags,
//! and what the page tests need. Readers never download any of them.

use std::fs;
use std::path::Path;

use crate::{root, run, tools};

/// Node's oldest version that the page tests run on.
pub const NODE: u32 = 20;

/// Puts a folder's npm packages in place, exactly as its lock names them,
/// when they are missing or older than the lock.
///
/// # Errors
/// A sentence when npm is missing or refuses.
pub fn packages(folder: &str) -> Result<(), String> {
    let home = root::at(folder);
    if fresh(&home) {
        return Ok(());
    }
    if run::find("npm").is_none() {
        return Err(format!(
            "npm is not on this machine, so the packages of {folder}/package.json cannot be \
             fetched. Install Node.js {NODE} or later."
        ));
    }
    let prefix = format!("--prefix={folder}");
    let what = format!("the npm packages of {folder}/,");
    let words = ["ci", &prefix, "--no-audit", "--no-fund", "--loglevel=error"];
    tools::install(&what, "as locked", "30 seconds", "npm", &words)
}

/// The major version of Node, when it is here.
pub fn node() -> Option<u32> {
    let version = run::answer("node", &["--version"])?;
    version
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// npm writes its own note into `node_modules` when it has finished.
fn fresh(home: &Path) -> bool {
    let age = |file: &str| fs::metadata(home.join(file)).and_then(|data| data.modified());
    match (
        age("node_modules/.package-lock.json"),
        age("package-lock.json"),
    ) {
        (Ok(installed), Ok(locked)) => installed >= locked,
        _ => false,
    }
}
