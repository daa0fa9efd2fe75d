//! Everything that building the page takes, in place before Trunk is started.

use std::process::Command;

use crate::{npm, root, run, tools};

/// Installs what building the page needs and is missing.
///
/// # Errors
/// A sentence about the first thing that cannot be had.
pub fn prepare() -> Result<(), String> {
    tools::rust()?;
    tools::trunk()?;
    tools::wasm_bindgen()?;
    // Without npm the page still builds: Trunk fetches an optimiser itself,
    // and cards wear letters instead of flags.
    if let Err(sentence) = npm::packages("xtask") {
        println!("{sentence} Going on without them: Trunk brings its own wasm-opt.");
    }
    Ok(())
}

/// Trunk, ready for its words.
pub fn trunk() -> Command {
    let mut command = run::command("trunk");
    // Trunk reads NO_COLOR as a yes or no and stops at the usual “1”.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    // npm's optimiser, where it is in place; Trunk would fetch the one that
    // Trunk.toml names.
    if let Some(version) = optimiser() {
        command.env("TRUNK_TOOLS_WASM_OPT", version);
    }
    command
}

/// The version of the `wasm-opt` that npm brought, as Trunk spells it.
fn optimiser() -> Option<String> {
    let program = root::at("xtask/node_modules/.bin/wasm-opt");
    let told = run::answer(program.to_str()?, &["--version"])?;
    let number = told.split_whitespace().nth(2)?;
    Some(format!("version_{number}"))
}
