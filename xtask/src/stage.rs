//! Finishes what trunk has built, before trunk puts it into `dist`: the page gets the
//! element's children, the element gets the names of the files beside it, and what
//! readers need not download goes.

use std::{fmt, fs, path::Path, rc::Rc};

use dateline::{
    article::{self, Article, json},
    view::small_file,
};

use crate::{minify, root};

/// Why the build could not be finished: a sentence.
#[derive(Debug)]
pub struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// Trunk's `post_build` hook: finishes the folder that trunk names.
///
/// # Errors
/// When trunk did not start it, and as [`stage`].
pub fn from_environment() -> Result<(), Error> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").ok_or_else(|| {
        Error(
            "`cargo xtask stage` is started by trunk, which names the folder; run `cargo xtask serve` or `cargo xtask dist`."
                .into(),
        )
    })?;
    stage(Path::new(&staging))
}

/// Finishes the folder `staging`, which holds `index.html`, `dateline.js` with `element/`,
/// `passages/`, articles, and glue and wasm of both programs.
///
/// # Errors
/// When a file is missing or is not what trunk used to write.
pub fn stage(staging: &Path) -> Result<(), Error> {
    let page = staging.join("index.html");
    let (html, names) = runtime(&read(&page)?)?;
    let html = match without_reload(&html) {
        Some(html) => {
            write(&staging.join("reload.js"), include_str!("reload.js"))?;
            html
        }
        None => html,
    };
    let (html, articles) = fill(&html, staging)?;
    write(&page, &html)?;

    let schema = format!("{:#}\n", dateline_cli::schema());
    write(&staging.join("article.schema.json"), schema)?;

    let element = staging.join("dateline.js");
    let script = read(&element)?
        .replace("@version@", dateline_cli::VERSION)
        .replace("@glue@", &names.glue)
        .replace("@wasm@", &names.wasm)
        .replace("@flags@", &flags(&articles, staging)?)
        .replace("@words@", &languages(staging)?);
    write(&element, script)?;
    let bundle = minify::bundled(&element).map_err(Error)?;
    let beside = [
        "dateline-frame.js",
        "frame-sentence.js",
        "frame.js",
        "diagnostics.js",
        "marked-list.js",
    ];
    for script in beside {
        let script = staging.join(script);
        write(&script, &minified(&read(&script)?, "js")?)?;
    }
    passages(&staging.join("passages"))?;
    if let Some(script) = bundle {
        write(&element, &script)?;
        // `passages/` has been made of its modules, too.
        remove(&staging.join("element"))?;
    }
    let glue = staging.join(&names.glue);
    write(&glue, &minified(&read(&glue)?, "js")?)?;
    let style = staging.join("dateline.css");
    write(&style, &minified(&whole_style(&style)?, "css")?)?;
    remove(&staging.join("style"))
}

/// Finishes the scripts that find the article's sentences, and the program that goes with
/// them: trunk has put its glue, `finder.js`, beside them.
fn passages(folder: &Path) -> Result<(), Error> {
    let built = folder.join("finder_bg.wasm");
    let wasm = fs::read(&built)
        .and_then(|wasm| fs::remove_file(&built).map(|()| wasm))
        .map_err(|error| Error(format!("{} could not be moved: {error}.", built.display())))?;
    // The scripts and the program have to be of one build, whatever caches hold.
    let whole = [read(&folder.join("finder.js"))?.as_bytes(), &wasm].concat();
    let name = format!("finder-{:08x}.wasm", checksum(&whole));
    let script = folder.join("text.js");
    write(&script, read(&script)?.replace("@finder@", &name))?;
    if let Some(whole) = minify::bundled(&folder.join("passages.js")).map_err(Error)? {
        fs::remove_dir_all(folder)
            .and_then(|()| fs::create_dir(folder))
            .map_err(|error| Error(format!("{} is in the way: {error}.", folder.display())))?;
        write(&folder.join("passages.js"), &whole)?;
    }
    write(&folder.join(name), &wasm)
}

/// The hashed names that trunk gave.
struct Names {
    glue: String,
    wasm: String,
}

/// The page without the element that `pattern_script` of `Trunk.toml` puts there, and
/// the names in it.
fn runtime(html: &str) -> Result<(String, Names), Error> {
    let found = || {
        let (before, rest) = html.split_once("<meta name=\"dateline\" ")?;
        let (tag, after) = rest.split_once('>')?;
        let value = |name: &str| {
            let (_, rest) = tag.split_once(&format!("{name}=\""))?;
            let (value, _) = rest.split_once('"')?;
            Some(value.trim_start_matches("./").to_owned())
        };
        let (glue, wasm) = (value("data-glue")?, value("data-wasm")?);
        Some((format!("{before}{after}"), Names { glue, wasm }))
    };
    found().ok_or_else(|| {
        Error("index.html does not name glue and wasm: `pattern_script` in Trunk.toml has to put them there.".into())
    })
}

/// The page with our own reload script in place of trunk's, which stands in the page
/// itself and writes to `innerHTML`, and so dies of a strict policy. `None` when trunk
/// put none there: it does so only while it serves.
fn without_reload(html: &str) -> Option<String> {
    let (before, after) = html.rsplit_once("<script>")?;
    let (script, after) = after.split_once("</script>")?;
    script
        .contains("/trunk/ws")
        .then(|| format!("{before}<script type=\"module\" src=\"reload.js\"></script>{after}"))
}

/// The text without what readers need not download.
fn minified(text: &str, kind: &str) -> Result<String, Error> {
    minify::minified(text, kind).map_err(Error)
}

/// The style sheet with its parts in place of the lines that import them: a constructed
/// style sheet may not import.
fn whole_style(path: &Path) -> Result<String, Error> {
    let folder = path.parent().unwrap_or(path);
    let mut whole = String::new();
    for line in read(path)?.lines() {
        let part = line
            .strip_prefix("@import \"")
            .and_then(|rest| rest.strip_suffix("\";"));
        match part {
            Some(part) => whole.push_str(&read(&folder.join(part))?),
            None => whole.push_str(line),
        }
        whole.push('\n');
    }
    Ok(whole)
}

/// A number that other bytes are most unlikely to have, the same on every machine.
fn checksum(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// The page with every `<dateline-widget data-article="…">`, which names a file, given the
/// data themselves and the list inside, and the articles that stand in it.
fn fill(html: &str, staging: &Path) -> Result<(String, Vec<Rc<Article>>), Error> {
    const ATTRIBUTE: &str = " data-article=\"";
    let mut filled = String::with_capacity(html.len());
    let mut articles = Vec::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(ATTRIBUTE) {
        let (name, after) = after
            .split_once('"')
            .ok_or_else(|| Error("data-article in index.html has no closing quote.".into()))?;
        let (tag, after) = after.split_once('>').ok_or_else(|| {
            Error("the tag with data-article in index.html is not closed.".into())
        })?;
        let path = staging.join(name);
        let text = read(&path)?;
        let wrong = |why: &str| Error(format!("{}: {why}", path.display()));
        let article = json::value(&text)
            .ok()
            .and_then(|value| article::read(&value).article)
            .map(Rc::new)
            .ok_or_else(|| {
                wrong(
                    "there is nothing in it that could be shown; `cargo dateline check` says why.",
                )
            })?;
        let data = dateline_cli::data_attribute(&text)
            .map_err(|error| wrong(&format!("this is not JSON: {error}.")))?;
        let list = dateline_cli::plain(article.clone(), "dateline");
        for part in [before, &data, tag, ">", &list] {
            filled.push_str(part);
        }
        articles.push(article);
        rest = after;
    }
    filled.push_str(rest);
    Ok((filled, articles))
}

/// The languages that the interface speaks beside English, separated by spaces. Their files
/// are made small; the English one stays as it is, for whoever writes words of their own.
fn languages(staging: &Path) -> Result<String, Error> {
    let folder = staging.join("words");
    let trouble = |error| Error(format!("{} could not be read: {error}.", folder.display()));
    let mut tags = Vec::new();
    for entry in fs::read_dir(&folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        let tag = path.file_stem().unwrap_or_default().to_string_lossy();
        if tag != "en" {
            write(&path, small_file(&read(&path)?))?;
            tags.push(tag.into_owned());
        }
    }
    tags.sort_unstable();
    Ok(tags.join(" "))
}

/// Copies the flags that the articles ask for, and says which there are: those codes,
/// separated by spaces. Without the npm package there are none.
fn flags(articles: &[Rc<Article>], staging: &Path) -> Result<String, Error> {
    let package = root::at("xtask/node_modules/country-flag-icons/3x2");
    let mut codes: Vec<&str> = articles
        .iter()
        .flat_map(|article| &article.countries)
        .filter(|country| country.flag && country.code.is_some())
        .map(|country| &*country.id)
        .filter(|code| package.join(code).with_extension("svg").is_file())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    let folder = staging.join("flags");
    if !codes.is_empty() {
        fs::create_dir_all(&folder)
            .map_err(|error| Error(format!("{} could not be made: {error}.", folder.display())))?;
    }
    for code in &codes {
        let svg = read(&package.join(code).with_extension("svg"))?;
        write(&folder.join(code).with_extension("svg"), &svg)?;
    }
    Ok(codes.join(" "))
}

fn remove(folder: &Path) -> Result<(), Error> {
    fs::remove_dir_all(folder)
        .map_err(|error| Error(format!("{} is in the way: {error}.", folder.display())))
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path)
        .map_err(|error| Error(format!("{} could not be read: {error}.", path.display())))
}

fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), Error> {
    fs::write(path, bytes)
        .map_err(|error| Error(format!("{} could not be written: {error}.", path.display())))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_out_of_the_page() {
        let page =
            r#"<head><meta name="dateline" data-glue="./d-1.js" data-wasm="d-1.wasm"></head>"#;
        let (html, names) = runtime(page).unwrap();
        assert_eq!(html, "<head></head>");
        assert_eq!((&*names.glue, &*names.wasm), ("d-1.js", "d-1.wasm"));
        assert!(runtime("<head></head>").is_err());
    }

    #[test]
    fn only_trunks_own_script_is_replaced() {
        let page = "<body><script>fetch('.well-known/trunk/ws')</script></body>";
        let html = without_reload(page).unwrap();
        assert_eq!(
            html,
            r#"<body><script type="module" src="reload.js"></script></body>"#
        );
        assert_eq!(without_reload("<script>mine()</script>"), None);
        assert_eq!(without_reload("<p>"), None);
    }
}
