//! `cargo xtask bench`: Dateline beside two other timelines, as a guest on a page, and its
//! editor's desk, in one browser.

use crate::{browsers::Engine, dist, npm, page, root, run};

/// Where the measuring program and its packages are.
const HOME: &str = "benches/page";
/// Where the figures are written.
const FIGURES: &str = "target/bench";
/// Where Lighthouse is, which the page tests use, too.
const TESTS: &str = "tests/page";

/// Builds `dist/` and measures it. `--built` measures it as it is; `--guest` only what it
/// costs the page around it, by Lighthouse and beside the same page without it; `--desk`
/// only what an editor waits for. The other words are those of the program that measures it
/// beside others, `--quick` among them.
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
    npm::packages(TESTS)?;
    let built = root::at("dist/dateline.js").is_file();
    if !(words.contains(&"--built") && built) {
        page::prepare()?;
        dist::build()?;
    }
    let parts = ["--guest", "--desk"];
    let own = |word: &&&str| **word != "--built" && !parts.contains(*word);
    let all = !words.iter().any(|word| parts.contains(word));
    if all {
        measure("run.js", "page.json", words.iter().filter(own))?;
    }
    if all || words.contains(&"--guest") {
        measure("guest.js", "guest.json", [].iter())?;
    }
    if all || words.contains(&"--desk") {
        measure("desk.js", "desk.json", [].iter())?;
    }
    Ok(())
}

/// Runs a measuring program on `dist/`.
fn measure<'a>(
    program: &str,
    figures: &str,
    words: impl Iterator<Item = &'a &'a str>,
) -> Result<(), String> {
    let mut node = run::command("node");
    node.arg(format!("{HOME}/{program}"));
    node.args(["--dist", "dist", "--out", &format!("{FIGURES}/{figures}")]);
    node.args(words);
    if run::show(&mut node)?.success() {
        Ok(())
    } else {
        Err("The benchmark stopped, for the reason above.".into())
    }
}
