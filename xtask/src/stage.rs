//! Finishes what trunk has built, before trunk puts it into `dist`: the page gets the
//! element's children, the element gets the names of glue and wasm.

use std::{fmt, fs, path::Path, rc::Rc};

use dateline::{
    article::{self, json},
    command,
};

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

/// Finishes the folder `staging`, which holds `index.html`, `dateline.js`, glue, wasm and articles.
///
/// # Errors
/// When a file is missing or is not what trunk used to write.
pub fn stage(staging: &Path) -> Result<(), Error> {
    let page = staging.join("index.html");
    let html = read(&page)?;
    let (html, names) = runtime(&html)?;
    let html = without_reload(&html);
    write(&page, &fill(&html, staging)?)?;

    let element = staging.join("dateline.js");
    let script = read(&element)?
        .replace("@version@", env!("CARGO_PKG_VERSION"))
        .replace("@glue@", &names.glue)
        .replace("@wasm@", &names.wasm);
    write(&element, &script)
}

/// The hashed names that trunk gave.
struct Names {
    glue: String,
    wasm: String,
}

/// The page without the two attributes that `pattern_script` of `Trunk.toml` puts on
/// the element's script, and what stood in them.
fn runtime(html: &str) -> Result<(String, Names), Error> {
    let mut html = html.to_owned();
    let mut take = |name: &str| {
        let start = html.find(&format!(" {name}=\""))?;
        let value = start + name.len() + 3;
        let length = html.get(value..)?.find('"')?;
        let text = html.get(value..value + length)?.to_owned();
        html.replace_range(start..=value + length, "");
        Some(text.trim_start_matches("./").to_owned())
    };
    match (take("data-glue"), take("data-wasm")) {
        (Some(glue), Some(wasm)) => Ok((html, Names { glue, wasm })),
        _ => Err(Error(
            "index.html does not name glue and wasm; `pattern_script` in Trunk.toml must carry data-glue and data-wasm.".into(),
        )),
    }
}

/// The page without trunk's inline reload script, which a strict policy forbids.
fn without_reload(html: &str) -> String {
    let Some(end) = html.rfind("</script></body>") else {
        return html.to_owned();
    };
    let Some(start) = html.get(..end).and_then(|before| before.rfind("<script>")) else {
        return html.to_owned();
    };
    let mut html = html.to_owned();
    html.replace_range(start..end + "</script>".len(), "");
    html
}

/// The page with every `<dateline-widget data-article="…">` given its children.
fn fill(html: &str, staging: &Path) -> Result<String, Error> {
    const ATTRIBUTE: &str = " data-article=\"";
    let mut filled = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(ATTRIBUTE) {
        let (name, after) = after
            .split_once('"')
            .ok_or_else(|| Error("data-article in index.html has no closing quote.".into()))?;
        let (tag, after) = after.split_once('>').ok_or_else(|| {
            Error("the tag with data-article in index.html is not closed.".into())
        })?;
        filled.push_str(before);
        filled.push_str(tag);
        filled.push('>');
        filled.push_str(&children(&staging.join(name))?);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// What stands inside the element: the data, and the same as plain HTML.
fn children(path: &Path) -> Result<String, Error> {
    let text = read(path)?;
    let wrong = |why: &str| Error(format!("{}: {why}", path.display()));
    let value: serde_json::Value = serde_json::from_str(&text)
        .map_err(|error| wrong(&format!("this is not JSON: {error}.")))?;
    // In JSON `<` stands in strings only; written like this it can neither end the
    // script nor begin a comment.
    let data = value.to_string().replace('<', "\\u003c");
    let article = json::value(&text)
        .ok()
        .and_then(|value| article::read(&value).article)
        .ok_or_else(|| {
            wrong("there is nothing in it that could be shown; `cargo run -- check` says why.")
        })?;
    let plain = command::plain(Rc::new(article), "dateline");
    Ok(format!(
        "<script type=\"application/json\">{data}</script>{plain}"
    ))
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path)
        .map_err(|error| Error(format!("{} could not be read: {error}.", path.display())))
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text)
        .map_err(|error| Error(format!("{} could not be written: {error}.", path.display())))
}
