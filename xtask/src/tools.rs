//! Installing what is missing: asked for by name, told in a line, and cheap.
//! When everything is there, nothing is printed and nothing is fetched.

use std::time::Instant;

use crate::{pins, run};

/// Tools only run here and are thrown away: compiling them quickly matters,
/// running them quickly does not. Three minutes for Trunk instead of ten.
const CHEAP: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
    ("CARGO_PROFILE_RELEASE_STRIP", "symbols"),
];

/// The toolchain, its components and the wasm targets. rustup is asked by
/// name, because some machines switch its automatic installation off.
///
/// # Errors
/// A sentence that names what is missing and how to get it.
pub fn rust() -> Result<(), String> {
    let channel = pins::toolchain()?;
    if run::find("rustup").is_none() {
        return without_rustup(&channel);
    }
    let installed = run::answer("rustup", &["toolchain", "list"]).unwrap_or_default();
    if !installed.lines().any(|line| line.starts_with(&channel)) {
        install(
            "Rust",
            &channel,
            "1 minute",
            "rustup",
            &[
                "toolchain",
                "install",
                &channel,
                "--profile",
                "minimal",
                "--no-self-update",
            ],
        )?;
    }
    let chain = format!("--toolchain={channel}");
    let parts = run::answer("rustup", &["component", "list", "--installed", &chain]);
    let parts = parts.unwrap_or_default();
    for part in ["rustfmt", "clippy"] {
        if !parts.lines().any(|line| line.starts_with(part)) {
            install(
                part,
                &channel,
                "10 seconds",
                "rustup",
                &["component", "add", &chain, part],
            )?;
        }
    }
    let targets = run::answer("rustup", &["target", "list", "--installed", &chain]);
    let targets = targets.unwrap_or_default();
    for target in [pins::WASM, pins::WASI] {
        if !targets.lines().any(|line| line == target) {
            let words = ["target", "add", &chain, target];
            install(
                &format!("the target {target}"),
                &channel,
                "20 seconds",
                "rustup",
                &words,
            )?;
        }
    }
    Ok(())
}

/// Trunk, which builds and serves the page.
///
/// # Errors
/// A sentence when it is missing and cannot be installed.
pub fn trunk() -> Result<(), String> {
    crate_tool(
        "trunk",
        "trunk",
        pins::TRUNK,
        "3 minutes",
        &["--no-default-features"],
    )
}

/// wasm-bindgen's command and its test runner, at the version of `Cargo.lock`:
/// the two must agree to the last digit.
///
/// # Errors
/// A sentence when it is missing and cannot be installed.
pub fn wasm_bindgen() -> Result<(), String> {
    let version = pins::locked("wasm-bindgen")?;
    crate_tool(
        "wasm-bindgen",
        "wasm-bindgen-cli",
        &version,
        "1 minute",
        &[],
    )
}

/// Firefox's driver.
///
/// # Errors
/// A sentence when it is missing and cannot be installed.
pub fn geckodriver() -> Result<(), String> {
    if run::find("geckodriver").is_some() {
        return Ok(());
    }
    crate_tool(
        "geckodriver",
        "geckodriver",
        pins::GECKODRIVER,
        "1 minute",
        &[],
    )
}

/// cargo-mutants, which changes the code to see whether the tests do.
///
/// # Errors
/// A sentence when it is missing and cannot be installed.
pub fn cargo_mutants() -> Result<(), String> {
    crate_tool(
        "cargo-mutants",
        "cargo-mutants",
        pins::MUTANTS,
        "3 minutes",
        &[],
    )
}

/// Runs an installation, saying what it is and about how long it takes.
///
/// # Errors
/// A sentence with the command that failed.
pub fn install(
    what: &str,
    version: &str,
    about: &str,
    program: &str,
    words: &[&str],
) -> Result<(), String> {
    println!("Installing {what} {version} (about {about} on two cores) …");
    let began = Instant::now();
    let status = run::show(run::command(program).args(words).envs(CHEAP))?;
    if status.success() {
        println!("Installed {what} in {} s.", began.elapsed().as_secs());
        Ok(())
    } else {
        let words = words.join(" ");
        Err(format!(
            "{what} {version} could not be installed. The command was: {program} {words}"
        ))
    }
}

fn crate_tool(
    program: &str,
    package: &str,
    version: &str,
    about: &str,
    more: &[&str],
) -> Result<(), String> {
    let present = run::answer(program, &["--version"]).unwrap_or_default();
    if present.split_whitespace().any(|word| word == version) {
        return Ok(());
    }
    let mut words = vec![
        "install",
        package,
        "--version",
        version,
        "--locked",
        "--force",
    ];
    words.extend(more);
    install(package, version, about, "cargo", &words)
}

/// A machine whose Rust comes from elsewhere can still be right.
fn without_rustup(channel: &str) -> Result<(), String> {
    let compiler = run::answer("rustc", &["--version"]).unwrap_or_default();
    let root = run::answer("rustc", &["--print", "sysroot"]).unwrap_or_default();
    let library = std::path::Path::new(&root)
        .join("lib/rustlib")
        .join(pins::WASM);
    if compiler.contains(channel) && library.is_dir() {
        return Ok(());
    }
    Err(format!(
        "Rust {channel} with the target {} is needed, and rustup is not here to fetch it. \
         Install rustup from https://rustup.rs and run this again.",
        pins::WASM
    ))
}
