use std::{
    collections::BTreeMap,
    env, fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::json;
use sha2::{Digest, Sha384};

use crate::{VERSION, files};
use dateline::article::Article;

/// What `dist/` holds beside the widget: the demonstration page, and the editor's desk.
const BESIDE: [&str; 6] = [
    "articles",
    "desk",
    "favicon.svg",
    "page.css",
    "page.js",
    "reload.js",
];

/// The list of the files' hashes, which is made of what is there.
const HASHES: &str = "integrity.json";

/// The files without which nothing runs, and from which the version is read.
const LOADER: &str = "dateline.js";
const NEEDED: [&str; 5] = [
    LOADER,
    "dateline.css",
    "dateline-frame.js",
    "frame.js",
    "frame.css",
];

/// Where the built program is: as named, as npm's package says of its own, or in `dist`.
pub fn folder(named: Option<&Path>) -> PathBuf {
    let named = named.map(Path::to_owned);
    let packaged = || env::var_os("DATELINE_DIST").map(PathBuf::from);
    named
        .or_else(packaged)
        .unwrap_or_else(|| PathBuf::from("dist"))
}

/// Whether npm's package has brought the command: then there is nothing that could be built.
pub fn is_packaged() -> bool {
    env::var_os("DATELINE_DIST").is_some()
}

/// The built program: every file that its folder has to hold, by path.
pub struct Assets {
    /// The version in the loader.
    version: String,
    files: BTreeMap<String, Vec<u8>>,
}

impl Assets {
    /// Reads what `cargo xtask dist` has written.
    ///
    /// # Errors
    /// A sentence that says what is missing and how it is made.
    pub fn read(dist: &Path) -> Result<Assets, String> {
        let mut files = BTreeMap::new();
        gather(dist, "", &mut files).map_err(|(path, why)| match why.kind() {
            ErrorKind::NotFound => unbuilt(dist, "is not there"),
            _ => {
                let why = files::why(&path, &why);
                format!("{} cannot be read: {why}.", path.display())
            }
        })?;
        if let Some(missing) = NEEDED.iter().find(|name| !files.contains_key(**name)) {
            return Err(unbuilt(dist, &format!("has no {missing}")));
        }
        if !files.keys().any(|name| name.ends_with(".wasm")) {
            return Err(unbuilt(dist, "has no .wasm file"));
        }
        let version = files
            .get(LOADER)
            .and_then(|bytes| version(&String::from_utf8_lossy(bytes)))
            .ok_or_else(|| unbuilt(dist, &format!("has a {LOADER} that is not finished")))?;
        if version != VERSION {
            let why = format!("was built from version {version}, and this command is {VERSION}");
            return Err(unbuilt(dist, &why));
        }
        Ok(Assets { version, files })
    }

    /// The folder's path below the one that is uploaded, with a slash at its end.
    pub fn folder(&self) -> String {
        format!("dateline/{}/", self.version)
    }

    /// What of one file a browser compares (Subresource Integrity).
    pub fn integrity(&self, name: &str) -> String {
        self.files
            .get(name)
            .map(Vec::as_slice)
            .map_or_else(String::new, integrity)
    }

    /// What the loader fetches for every reader.
    pub fn fetched(&self) -> impl Iterator<Item = &str> {
        let own = |name: &&str| {
            *name == "dateline.css"
                || (name.starts_with("dateline-") && *name != "dateline-frame.js")
        };
        self.files.keys().map(String::as_str).filter(own)
    }

    /// The paths of all files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Every file with its path in the folder, and the list of their hashes.
    pub fn files(&self) -> impl Iterator<Item = (&str, Vec<u8>)> {
        let hashes: BTreeMap<&str, String> = self
            .files
            .iter()
            .map(|(name, bytes)| (name.as_str(), integrity(bytes)))
            .collect();
        let list = json!({ "version": self.version, "files": hashes });
        let own = self
            .files
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.clone()));
        own.chain([(HASHES, format!("{list:#}\n").into_bytes())])
    }

    /// What the article asks for and the program was not built with: sentences.
    pub fn lacking(&self, article: &Article) -> Vec<String> {
        let there = |code: &str| self.files.contains_key(&format!("flags/{code}.svg"));
        let wanted = article.countries.iter();
        let wanted = wanted.filter(|card| card.flag && card.code.is_some());
        let codes: Vec<&str> = wanted
            .map(|country| &*country.id)
            .filter(|code| !there(code))
            .collect();
        if codes.is_empty() {
            return Vec::new();
        }
        let cure = if is_packaged() {
            "The package has no others: leave out “flag” and this is not said again, or ask whoever builds your package for one with these flags."
        } else {
            "`cargo xtask dist` brings the flags that the articles on index.html ask for."
        };
        vec![format!(
            "The program was built without the flags of {}: the cards show their letters. {cure}",
            codes.join(", ")
        )]
    }
}

/// The attribute that lets a browser check what it fetched.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

fn unbuilt(dist: &Path, why: &str) -> String {
    let cure = if is_packaged() {
        "The package carries the built program: leave out --dist, or install the package anew."
    } else {
        "Run `cargo xtask dist`, which builds the program into dist/ and installs what that takes; another built folder can be named with --dist."
    };
    format!("{} {why}. {cure}", dist.display())
}

/// All files below `folder`, without the demonstration's own and hidden ones.
fn gather(
    folder: &Path,
    below: &str,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), (PathBuf, std::io::Error)> {
    let wrong = |why| (folder.to_path_buf(), why);
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        let page = name.ends_with(".html") || BESIDE.contains(&&*name) || name == HASHES;
        if name.starts_with('.') || (below.is_empty() && page) {
            continue;
        }
        let key = format!("{below}{name}");
        if path.is_dir() {
            gather(&path, &format!("{key}/"), files)?;
        } else {
            let bytes = fs::read(&path).map_err(|why| (path, why))?;
            files.insert(key, bytes);
        }
    }
    Ok(())
}

/// The version that stands in a finished loader, minified or not.
fn version(loader: &str) -> Option<String> {
    let (_, rest) = loader.split_once("version:")?;
    let rest = rest.trim_start();
    let quote = rest
        .chars()
        .next()
        .filter(|quote| matches!(quote, '\'' | '"'))?;
    let (version, _) = rest.strip_prefix(quote)?.split_once(quote)?;
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b".-+".contains(&byte);
    (!version.is_empty() && version.bytes().all(fits)).then(|| version.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_what_browsers_compare() {
        // The example of the standard: echo -n "alert('Hello, world.');" | openssl dgst -sha384 -binary | base64
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn only_a_finished_loader_has_a_version() {
        for finished in [
            "const FILES = { version: '0.1.0', glue: 'x' };",
            "var r={version:\"0.1.0\",glue:\"x\"};",
        ] {
            assert_eq!(version(finished).as_deref(), Some("0.1.0"));
        }
        for unfinished in [
            "const FILES = { version: '@version@' };",
            "version: x",
            "version:",
        ] {
            assert_eq!(version(unfinished), None);
        }
        assert_eq!(version(""), None);
    }
}
