//! The editor's desk, `dist/desk/`: its program, built as Trunk builds the widget's, its
//! scripts in one, its style sheet, and the command that it publishes with.

use std::{ffi::OsStr, fs, path::Path};

use dateline_cli::Assets;
use serde_json::json;

use crate::{minify, package::command, pins, root, run, stage};

/// What stands in `desk/` and is served as it is.
const FILES: [&str; 2] = ["index.html", "desk.css"];
/// What the command makes of the widget's files, rather than reads.
const HASHES: &str = "integrity.json";
/// The licences of what npm brings into `publisher.js`, which have to come along.
const LICENCES: [&str; 2] = ["@bjorn3/browser_wasi_shim/LICENSE-MIT", "fflate/LICENSE"];
/// What of the folder above the desk keeps with it, for when there is no network.
const BESIDE: [&str; 6] = [
    "../dateline.js",
    "../dateline.css",
    "../favicon.svg",
    "../index.html",
    "../problems.json",
    "../diagnostics.js",
];

/// Builds the desk into `desk/` of the folder that Trunk has built; `beside` are the widget's
/// own glue and program there.
///
/// # Errors
/// A sentence when the build fails or a file cannot be written.
pub fn build(staging: &Path, beside: [&str; 2]) -> Result<(), String> {
    let is_release = std::env::var("TRUNK_PROFILE").as_deref() == Ok("release");
    let folder = staging.join("desk");
    let trouble = |why| format!("{} cannot be made: {why}.", folder.display());
    fs::create_dir_all(&folder).map_err(trouble)?;
    programs(&folder, is_release)?;
    for file in FILES {
        copy(file, &folder)?;
    }
    style(&folder)?;
    scripts(&folder)?;
    worker(&folder, staging, beside)?;
    publisher(&folder, staging, is_release)
}

/// Both programs and their glue: `desk.js` and `desk_bg.wasm`, `importer.js` and
/// `importer_bg.wasm`.
fn programs(folder: &Path, is_release: bool) -> Result<(), String> {
    let profile = if is_release { "release" } else { "debug" };
    let target = format!("--target={}", pins::WASM);
    let mut cargo = run::command("cargo");
    cargo.args(["build", "--package=dateline-desk", "--bins", &target]);
    if is_release {
        cargo.arg("--release");
    }
    done(run::show(&mut cargo)?.success(), "cargo")?;
    for name in ["desk", "importer"] {
        let built = root::at("target").join(pins::WASM).join(profile);
        let out = format!("--out-name={name}");
        let mut bindgen = run::command("wasm-bindgen");
        bindgen.args(["--target=web", "--no-typescript", &out, "--out-dir"]);
        bindgen
            .arg(folder)
            .arg(built.join(name).with_extension("wasm"));
        done(run::show(&mut bindgen)?.success(), "wasm-bindgen")?;
        if is_release {
            smaller(&folder.join(format!("{name}_bg.wasm")))?;
        }
    }
    let glue = folder.join("importer.js");
    write(&glue, minify::minified(&read(&glue)?, "js")?)
}

/// What wasm-opt is told, as for the widget in `index.html`.
fn optimising() -> Vec<String> {
    let ways = ["-Oz", "--converge", "--reorder-functions-by-name"].map(str::to_owned);
    let features = pins::WASM_FEATURES.map(|name| format!("--enable-{name}"));
    ways.into_iter().chain(features).collect()
}

/// The program as wasm-opt makes it smaller, where npm has brought that. It takes longest of
/// all that is built, so what came of the last program is kept in `target/` beside what it was
/// made of.
fn smaller(program: &Path) -> Result<(), String> {
    let optimiser = root::at("xtask/node_modules/.bin/wasm-opt");
    if !optimiser.is_file() {
        return Ok(());
    }
    let bytes = bytes(program)?;
    let options = optimising();
    let made_of = format!(
        "{:08x}, {} bytes, {}, npm packages {:08x}",
        stage::checksum(&bytes),
        bytes.len(),
        options.join(" "),
        stage::checksum(root::text("xtask/package-lock.json")?.as_bytes()),
    );
    let folder = root::at("target/wasm-opt");
    fs::create_dir_all(&folder)
        .map_err(|why| format!("{} cannot be made: {why}.", folder.display()))?;
    let kept = folder.join(program.file_name().unwrap_or_default());
    let note = kept.with_extension("txt");
    if fs::read_to_string(&note).ok() != Some(made_of.clone()) {
        // Until the program is whole there is no word of it.
        let _none_yet = fs::remove_file(&note);
        let mut smaller = run::command(&optimiser.to_string_lossy());
        smaller.args(&options).arg(program).arg("-o").arg(&kept);
        done(run::show(&mut smaller)?.success(), "wasm-opt")?;
        write(&note, made_of)?;
    }
    fs::copy(&kept, program)
        .map(|_| ())
        .map_err(|why| format!("{} cannot be copied: {why}.", kept.display()))
}

/// The style sheet, in one and small.
fn style(folder: &Path) -> Result<(), String> {
    let source = root::at("desk/desk.css");
    let whole = stage::whole_style(&source).map_err(|why| why.to_string())?;
    write(&folder.join("desk.css"), minify::minified(&whole, "css")?)
}

/// The scripts: in one where esbuild is there, else as they are.
fn scripts(folder: &Path) -> Result<(), String> {
    let built = folder.join("desk_bg.wasm");
    let name = format!("desk-{:08x}.wasm", stage::checksum(&bytes(&built)?));
    fs::rename(&built, folder.join(&name))
        .map_err(|why| format!("{name} cannot be made: {why}."))?;
    let start = folder.join("start.js");
    let text = read(&root::at("desk/start.js"))?.replace("@wasm@", &name);
    write(&start, text)?;
    if let Some(whole) = minify::bundled(&start)? {
        write(&start, whole)?;
        for gone in ["desk.js", "snippets"] {
            let gone = folder.join(gone);
            let removed = if gone.is_dir() {
                fs::remove_dir_all(&gone)
            } else {
                fs::remove_file(&gone)
            };
            removed.map_err(|why| format!("{} cannot be removed: {why}.", gone.display()))?;
        }
    }
    Ok(())
}

/// What is fetched when something is published: the command, the script that runs it, and
/// `publish.json`, which names the command's file and the widget's own, with their sizes.
///
/// In debug builds the command is the one that was made last, so that a change of the desk
/// does not wait for it. Without what npm brings there is none, and the desk says so.
fn publisher(folder: &Path, staging: &Path, is_release: bool) -> Result<(), String> {
    let Some(script) = minify::worker(&root::at("desk/scripts/publisher.js"))? else {
        return Ok(());
    };
    let made = match is_release {
        true => command::build()?,
        false => command::made_before()?,
    };
    let command = bytes(&made)?;
    let name = format!("dateline-{:08x}.wasm", stage::checksum(&command));
    let assets = Assets::read(staging)?;
    let widget = assets.files().filter(|(name, _)| *name != HASHES);
    let widget: Vec<_> = widget
        .map(|(name, bytes)| json!([name, bytes.len()]))
        .collect();
    let list = json!({ "command": [name, command.len()], "widget": widget });
    let mut licences = String::new();
    for file in LICENCES {
        let text = read(&root::at("xtask/node_modules").join(file))?;
        let package = file.rsplit_once('/').map_or(file, |(package, _)| package);
        licences += &format!("{package}, in publisher.js\n\n{}\n\n", text.trim());
    }
    write(&folder.join("licences.txt"), licences)?;
    write(&folder.join("publisher.js"), script)?;
    write(&folder.join("publish.json"), list.to_string())?;
    write(&folder.join(name), command)
}

/// The service worker, which knows the names of all that the desk needs.
fn worker(folder: &Path, staging: &Path, beside: [&str; 2]) -> Result<(), String> {
    let mut names = vec!["./".to_owned()];
    let mut whole = Vec::new();
    for path in crate::sizes::files(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path);
        names.push(name.to_string_lossy().replace('\\', "/"));
        whole.extend(bytes(&path)?);
    }
    let own = beside.into_iter().map(|name| format!("../{name}"));
    let articles = fs::read_dir(staging.join("articles"))
        .into_iter()
        .flatten()
        .flatten();
    let articles =
        articles.map(|entry| format!("../articles/{}", entry.file_name().to_string_lossy()));
    let words = ["uk", "ar"].map(|tag| format!("../words/{tag}.txt"));
    names.extend(BESIDE.map(str::to_owned));
    names.extend(own.chain(articles).chain(words));
    names.sort_unstable();
    whole.extend(names.join(" ").bytes());
    let script = read(&root::at("desk/worker.js"))?
        .replace("@build@", &format!("{:08x}", stage::checksum(&whole)))
        .replace("@files@", &names.join(" "));
    write(&folder.join("worker.js"), minify::minified(&script, "js")?)
}

fn done(is_done: bool, program: &str) -> Result<(), String> {
    if is_done {
        Ok(())
    } else {
        Err(format!(
            "{program} could not build the desk, for the reason above."
        ))
    }
}

fn copy(file: &str, folder: &Path) -> Result<(), String> {
    let from = root::at("desk").join(file);
    let name = from.file_name().unwrap_or(OsStr::new(file));
    fs::copy(&from, folder.join(name))
        .map(|_| ())
        .map_err(|why| format!("{} cannot be copied: {why}.", from.display()))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|why| format!("{} cannot be read: {why}.", path.display()))
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|why| format!("{} cannot be read: {why}.", path.display()))
}

fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<(), String> {
    fs::write(path, text).map_err(|why| format!("{} cannot be written: {why}.", path.display()))
}
