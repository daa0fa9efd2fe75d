//! Where the project lies on this machine.

use std::path::{Path, PathBuf};

/// The project's folder, the one above `xtask/`.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A file or folder of the project, given by its path from the root.
pub fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// The text of one of the project's files.
///
/// # Errors
/// A sentence naming the file and the system's reason.
pub fn text(path: &str) -> Result<String, String> {
    std::fs::read_to_string(at(path)).map_err(|why| format!("{path} cannot be read: {why}."))
}
