//! `dateline preview`: an article as readers will see it, while it is written.

mod page;
#[cfg(not(target_os = "wasi"))]
mod server;

use std::{
    collections::BTreeMap,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    process::ExitCode,
    rc::Rc,
};

use clap::Args;
use serde_json::json;

use crate::{
    build::{Assets, data_attribute, dist},
    check::{Checked, problems},
    files, plain,
};
use dateline::article::{json as data, read};

/// Show an article in a browser while you write it
///
/// Serves it on this machine alone, shows it anew whenever a file has changed, and beside
/// it what `check` says of it. Ctrl-C ends it.
#[derive(Args)]
pub struct Preview {
    /// The article's JSON file
    #[arg(value_name = "ARTICLE")]
    article: PathBuf,

    /// The page that the article stands in (.html, .md or .txt): the widget is shown where
    /// its element stands there, else after the article
    #[arg(long, value_name = "PAGE")]
    text: Option<PathBuf>,

    /// The port of 127.0.0.1; else 8080, or the next that is free
    #[arg(long, value_name = "N")]
    port: Option<u16>,

    /// The built program, as `cargo xtask dist` writes it; `dist` if left out, or what npm's
    /// package carries
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,

    /// Write what is to be served here, for a server of another program
    #[arg(long, value_name = "DIR", hide = true)]
    files: Option<PathBuf>,
}

/// What is served, by path.
type Files = BTreeMap<String, Vec<u8>>;

/// What is the same all the time.
const FIXED: [(&str, &str); 3] = [
    ("index.html", include_str!("index.html")),
    ("preview.css", include_str!("preview.css")),
    ("preview.js", include_str!("preview.js")),
];

impl Preview {
    /// Serves until it is ended.
    pub fn run(&self) -> ExitCode {
        let done = Assets::read(&dist(self.dist.as_deref())).and_then(|assets| self.serve(&assets));
        match done {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => {
                eprintln!("{why}");
                ExitCode::from(2)
            }
        }
    }

    fn serve(&self, assets: &Assets) -> Result<(), String> {
        // Who misspells a name waits for nothing. A file that goes later is a problem on the page.
        let has_begun = self.files.as_ref().is_some_and(|folder| is_begun(folder));
        for file in self.inputs().filter(|_| !has_begun) {
            fs::metadata(file).map_err(|error| {
                let why = files::why(file, &error);
                format!("{} cannot be read: {why}.", file.display())
            })?;
        }
        match &self.files {
            Some(folder) => self.write(folder, assets),
            #[cfg(not(target_os = "wasi"))]
            None => server::serve(self, assets),
            #[cfg(target_os = "wasi")]
            None => Err("There are no connections here: the program around this one serves what `--files` writes.".into()),
        }
    }

    /// The files that are watched.
    fn inputs(&self) -> impl Iterator<Item = &Path> {
        [Some(&self.article), self.text.as_ref()]
            .into_iter()
            .flatten()
            .map(PathBuf::as_path)
    }

    /// Where the pictures and styles of the page are.
    fn beside(&self) -> &Path {
        let page = self.text.as_ref().unwrap_or(&self.article);
        page.parent().unwrap_or(Path::new(""))
    }

    /// What does not change while it is served.
    fn fixed(assets: &Assets) -> Files {
        let own = FIXED.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
        let folder = assets.folder();
        let program = assets
            .files()
            .map(|(name, bytes)| (format!("{folder}{name}"), bytes));
        own.into_iter().chain(program).collect()
    }

    /// What does: the page, and what is wrong with the article.
    fn made(&self, assets: &Assets) -> Files {
        let checked = match &self.text {
            Some(text) => Checked::against(&self.article, text),
            None => Checked::new(&self.article),
        };
        let page = self.page(&checked.text, assets);
        let mut hasher = DefaultHasher::new();
        page.hash(&mut hasher);
        let state = json!({
            "page": format!("{:x}", hasher.finish()),
            "name": checked.name,
            "facts": checked.counts.as_ref().map(ToString::to_string),
            "problems": problems(&[checked]),
        });
        let page = ("page.html".to_owned(), page.into_bytes());
        Files::from([
            page,
            ("state.json".to_owned(), state.to_string().into_bytes()),
        ])
    }

    /// The article's page with the widget in it.
    fn page(&self, text: &str, assets: &Assets) -> String {
        let article = data::value(text).ok();
        let article = article.and_then(|value| read(&value).article).map(Rc::new);
        let attribute = data_attribute(text).unwrap_or_default();
        let list = article.map_or_else(String::new, |article| plain(article, "dateline"));
        let loader = format!("/{}dateline.js", assets.folder());
        let around = self.text.as_ref().and_then(|path| {
            let text = fs::read_to_string(path).ok()?;
            Some(page::of(path, &text))
        });
        page::with_widget(
            &around.unwrap_or_else(page::bare),
            &attribute,
            &list,
            &loader,
        )
    }

    /// Writes what is served, and what whoever serves it has to know.
    fn write(&self, folder: &Path, assets: &Assets) -> Result<(), String> {
        let mut files = self.made(assets);
        // The program is written once.
        if !is_begun(folder) {
            files.extend(Preview::fixed(assets));
        }
        let inputs: Vec<&Path> = self.inputs().collect();
        let served = json!({ "port": self.port, "inputs": inputs, "beside": self.beside() });
        files.insert("served.json".into(), served.to_string().into_bytes());
        for (name, bytes) in files {
            let path = folder.join(name);
            path.parent()
                .map_or(Ok(()), fs::create_dir_all)
                .and_then(|()| fs::write(&path, bytes))
                .map_err(|error| {
                    let why = files::why(&path, &error);
                    format!("{} cannot be written: {why}.", path.display())
                })?;
        }
        Ok(())
    }
}

/// Whether what is the same all the time has been written into a folder.
fn is_begun(folder: &Path) -> bool {
    folder.join("index.html").exists()
}
