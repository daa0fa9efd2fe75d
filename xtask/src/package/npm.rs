//! The package for npm: the widget, and the command run by Node.

use std::fs;
use std::path::{Path, PathBuf};

use dateline_cli::{Assets, VERSION};

use super::{HOME, emptied, widget, write};
use crate::{minify, root, run};

/// What it holds beside what is built.
const SOURCES: &str = "xtask/npm";
const OWN: [&str; 9] = [
    "package.json",
    "README.md",
    "index.js",
    "index.d.ts",
    "element.d.ts",
    "server.js",
    "bin/dateline.js",
    "bin/run.js",
    "bin/preview.js",
];
/// What is written for whoever makes an article or a page. The desk is in no package, so neither
/// is what tells of it.
const DOCUMENTS: [&str; 6] = [
    "api.md",
    "data.md",
    "dates.md",
    "embedding.md",
    "importing.md",
    "theming.md",
];

/// Puts it together and packs it. Where it lies.
///
/// # Errors
/// A sentence when a file cannot be read or written, or npm or esbuild are missing.
pub fn pack(assets: &Assets, command: &Path) -> Result<PathBuf, String> {
    let folder = emptied("npm")?;
    for name in OWN {
        let text = root::text(&format!("{SOURCES}/{name}"))?;
        write(&folder.join(name), text.replace("@version@", VERSION))?;
    }
    for name in DOCUMENTS {
        let text = root::text(&format!("docs/{name}"))?;
        write(&folder.join("docs").join(name), without_pictures(&text))?;
    }
    write(&folder.join("LICENSE"), root::text("LICENSE")?)?;
    let schema = format!("{:#}\n", dateline_cli::schema());
    write(&folder.join("article.schema.json"), schema)?;
    let manifest = root::text("www/custom-elements.json")?;
    let manifest = manifest.replace("\"path\": \"dateline.js\"", "\"path\": \"index.js\"");
    write(&folder.join("custom-elements.json"), manifest)?;
    widget(assets, &folder.join("widget"))?;
    write(&folder.join("element.js"), element(assets)?)?;
    fs::copy(command, folder.join("bin/dateline.wasm"))
        .map_err(|why| format!("The command cannot be copied: {why}."))?;

    let mut npm = run::command("npm");
    npm.args(["pack", "--silent", "--pack-destination", HOME]);
    npm.arg(&folder);
    if !run::show(&mut npm)?.success() {
        return Err("npm could not pack the package, for the reason above.".into());
    }
    Ok(root::at(HOME).join(format!("dateline-{VERSION}.tgz")))
}

/// A document without its pictures, each of which is a paragraph of its own: they would weigh
/// more than all that is written.
fn without_pictures(text: &str) -> String {
    let paragraphs = text.split("\n\n");
    let written: Vec<&str> = paragraphs.filter(|one| !one.starts_with("![")).collect();
    written.join("\n\n")
}

/// The script of the class, with the names of the files that it fetches.
fn element(assets: &Assets) -> Result<String, String> {
    let entry = root::at(SOURCES).join("element.js");
    let bundled = minify::joined(&entry)?
        .ok_or("The package needs esbuild: `npm ci --prefix=xtask` brings it.")?;
    let names: Vec<&str> = assets.names().collect();
    Ok(named(&bundled, &names))
}

/// That script with the names of the files that it fetches, of which `names` are all there are.
fn named(script: &str, names: &[&str]) -> String {
    let named = |fits: &dyn Fn(&str) -> bool| {
        names
            .iter()
            .copied()
            .find(|name| fits(name))
            .unwrap_or_default()
    };
    let glue = named(&|name| name.starts_with("dateline-widget-") && name.ends_with(".js"));
    let wasm = named(&|name| name.starts_with("dateline-widget-") && name.ends_with(".wasm"));
    let in_folder = |folder: &str, ending: &str| -> Vec<&str> {
        let names = names
            .iter()
            .filter_map(|name| name.strip_prefix(folder)?.strip_suffix(ending));
        names.filter(|name| *name != "en").collect()
    };
    // Of which there are many: Vite would write them all into the bundle, as `data:` addresses
    // that a strict policy forbids.
    let small = |name: &str| name.starts_with("words/") || name.starts_with("flags/");
    let fetched = |name: &&&str| {
        [glue, wasm, "dateline.css"].contains(*name) || name.ends_with(".wasm") || small(name)
    };
    let line = |name: &&str| {
        let query = if small(name) { "?no-inline" } else { "" };
        format!("\"{name}\": new URL(\"./widget/{name}{query}\", import.meta.url).href,\n")
    };
    let files: String = names.iter().filter(fetched).map(line).collect();
    script
        .replace("@version@", VERSION)
        .replace("@glue@", glue)
        .replace("@wasm@", wasm)
        .replace("@words@", &in_folder("words/", ".txt").join(" "))
        .replace("@flags@", &in_folder("flags/", ".svg").join(" "))
        .replace("\"@files@\": \"\"", files.trim_end().trim_end_matches(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_left_out_with_its_paragraph() {
        let text = "# Looks\n\nBefore.\n\n![A tile.](pictures/tile.svg)\n\nAfter.\n";
        assert_eq!(without_pictures(text), "# Looks\n\nBefore.\n\nAfter.\n");
    }

    #[test]
    fn whatever_is_fetched_has_its_line_and_its_name() {
        let names = [
            "dateline-widget-1.js",
            "dateline-widget-1_bg.wasm",
            "dateline.css",
            "dateline.js",
            "flags/CZ.svg",
            "flags/PL.svg",
            "passages/finder-2.wasm",
            "words/en.txt",
            "words/uk.txt",
        ];
        let script =
            "glue: \"@glue@\", flags: \"@flags@\", words: \"@words@\", at: {\n\"@files@\": \"\"\n}";
        let script = named(script, &names);
        assert!(script.starts_with(
            "glue: \"dateline-widget-1.js\", flags: \"CZ PL\", words: \"uk\", at: {\n"
        ));
        let fetched = names.iter().filter(|name| **name != "dateline.js");
        for name in fetched.clone() {
            let is_small = name.starts_with("words/") || name.starts_with("flags/");
            let query = if is_small { "?no-inline" } else { "" };
            let line =
                format!("\"{name}\": new URL(\"./widget/{name}{query}\", import.meta.url).href");
            assert!(script.contains(&line), "{name}");
        }
        assert_eq!(script.matches("new URL").count(), fetched.count());
    }
}
