//! `cargo xtask bench`: Dateline beside two other timelines, in one browser.

use crate::{browsers::Engine, dist, npm, page, root, run};

/// Where the measuring program and its packages are.
const HOME: &str = "benches/page";
/// Where the figures are written.
const FIGURES: &str = "target/bench/page.json";

/// Builds `dist/` and measures it. `--built` measures it as it is; the other words are
/// the measuring program's own, `--quick` among them.
///
/// # Errors
/// A sentence when something it needs is missing, or a step fails.
pub fn bench(words: Vec<&str>) -> Result<(), String> {
    match npm::node() {
        Some(version) if version >= npm::NODE => {}
        _ => {
            return Err(format!(
                "The benchmark needs Node.js {} or later on the path.",
                npm::NODE
            ));
        }
    }
    Engine::Chromium.prepare()?;
    npm::packages(HOME)?;
    let built = root::at("dist/dateline.js").is_file();
    if !(words.contains(&"--built") && built) {
        page::prepare()?;
        dist::build()?;
    }
    let mut node = run::command("node");
    node.arg(format!("{HOME}/run.js"));
    node.args(["--dist", "dist", "--out", FIGURES]);
    node.args(words.iter().filter(|word| **word != "--built"));
    if run::show(&mut node)?.success() {
        Ok(())
    } else {
        Err("The benchmark stopped, for the reason above.".into())
    }
}
