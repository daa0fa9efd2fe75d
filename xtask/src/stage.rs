//! Finishes what trunk has built, before trunk puts it into `dist`: the page gets the
//! element's children, the element gets the names of glue and wasm.

use std::{fmt, fs, path::Path, rc::Rc};

use dateline::{
    article::{self, Article, json},
    command,
};
use serde_json::Value;

use crate::root;

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

    let element = staging.join("dateline.js");
    let script = read(&element)?
        .replace("@version@", env!("CARGO_PKG_VERSION"))
        .replace("@glue@", &names.glue)
        .replace("@wasm@", &names.wasm)
        .replace("@flags@", &flags(&articles, staging)?);
    write(&element, &without_comments(&script))?;
    let mut scripts = vec![staging.join(&names.glue)];
    scripts.extend(
        ["annotate", "layer", "marks", "passages", "text"].map(|name| {
            let file = Path::new("passages").join(name);
            staging.join(file.with_extension("js"))
        }),
    );
    for script in &scripts {
        write(script, &without_comments(&read(script)?))?;
    }
    let style = staging.join("dateline.css");
    write(&style, &squeezed(&read(&style)?))
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

/// The script without its comments and indentation, which readers need not download.
/// Comments that begin with `//` go only where they have a line to themselves, those of
/// types (`/** … */`) anywhere: no text of ours holds one.
fn without_comments(script: &str) -> String {
    let mut code = String::with_capacity(script.len());
    let mut rest = script;
    while let Some((before, after)) = rest.split_once("/**") {
        code.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    code.push_str(rest);
    let mut kept = String::with_capacity(code.len());
    for line in code.lines().map(str::trim) {
        if !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// The stylesheet without its comments and line breaks.
fn squeezed(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let mut kept = String::with_capacity(bare.len());
    for line in bare.lines().map(str::trim).filter(|line| !line.is_empty()) {
        // A selector or a value that goes on in the next line needs the space.
        if !kept.is_empty() && !kept.ends_with(['{', '}', ';', ',']) {
            kept.push(' ');
        }
        kept.push_str(line);
    }
    kept
}

/// The page with every `<dateline-widget data-article="…">` given its children, and
/// the articles that stand in it.
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
                wrong("there is nothing in it that could be shown; `cargo run -- check` says why.")
            })?;
        let children = children(&text, &article)
            .map_err(|error| wrong(&format!("this is not JSON: {error}.")))?;
        for part in [before, tag, ">", &children] {
            filled.push_str(part);
        }
        articles.push(article);
        rest = after;
    }
    filled.push_str(rest);
    Ok((filled, articles))
}

/// What stands inside the element: the data, and the same as plain HTML.
fn children(text: &str, article: &Rc<Article>) -> Result<String, serde_json::Error> {
    let value: Value = serde_json::from_str(text)?;
    let plain = command::plain(article.clone(), "dateline");
    Ok(format!("{}{plain}", data(&value)))
}

/// The article as a script of data. In JSON `<` stands in strings only; written like
/// this it can neither end the script nor begin a comment.
fn data(article: &Value) -> String {
    let json = article.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/json\">{json}</script>")
}

/// Copies the flags that the articles ask for, and says which there are: those codes,
/// separated by spaces. Without the npm package there are none.
fn flags(articles: &[Rc<Article>], staging: &Path) -> Result<String, Error> {
    let package = root::at("xtask/node_modules/country-flag-icons/3x2");
    let mut codes: Vec<&str> = articles
        .iter()
        .flat_map(|article| &article.countries)
        .filter(|country| country.flag)
        .map(|country| country.code.as_str())
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

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path)
        .map_err(|error| Error(format!("{} could not be read: {error}.", path.display())))
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text)
        .map_err(|error| Error(format!("{} could not be written: {error}.", path.display())))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn data_can_neither_end_its_script_nor_begin_a_comment() {
        let article = serde_json::json!({ "headline": "</script><!-- <script>" });
        let html = data(&article);
        let inner = html
            .strip_prefix("<script type=\"application/json\">")
            .and_then(|rest| rest.strip_suffix("</script>"))
            .unwrap();
        assert!(!inner.contains('<'));
        assert_eq!(serde_json::from_str::<Value>(inner).unwrap(), article);
    }

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

    #[test]
    fn rules_stay_and_the_air_between_them_goes() {
        let css = "/* a */\n:host {\n  color: red; /* b */\n}\n\nul,\nol { margin:\n    0 1px; }\n";
        assert_eq!(squeezed(css), ":host {color: red;}ul,ol { margin: 0 1px; }");
    }

    #[test]
    fn comments_go_and_code_stays() {
        let script = "/** a\n * b */\nconst url = 'https://x'; // kept\n\n  // gone\n  /** @type {X} */ let y = /** @type {any} */ (z);\n";
        assert_eq!(
            without_comments(script),
            "const url = 'https://x'; // kept\nlet y =  (z);\n"
        );
    }
}
