//! `cargo xtask pictures`: what a reader sees, drawn for the README and to be looked at.

use crate::{browsers::Engine, dist, npm, page, run};

/// Where the drawing programs are, with their packages.
const HOME: &str = "tests/page";

/// Builds `dist/`, and draws `docs/pictures/` and the picture of custom properties from it.
///
/// # Errors
/// A sentence when something it needs is missing, or a step fails.
pub fn pictures() -> Result<(), String> {
    Engine::Chromium.prepare()?;
    npm::packages(HOME)?;
    page::prepare()?;
    dist::build()?;
    for program in ["pictures.js", "pictures-desk.js", "draw.js"] {
        let mut node = run::command("node");
        if !run::show(node.arg(format!("{HOME}/{program}")))?.success() {
            return Err(format!("{HOME}/{program} stopped, for the reason above."));
        }
    }
    Ok(())
}
