//! `dateline build`: an article's plain HTML, or the folder that a newsroom uploads.

mod addresses;
mod assets;
mod folder;
mod frame;
mod html;
mod linked;
mod oembed;
mod pictures;
mod snippets;

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
    rc::Rc,
};

use clap::Args;
use url::Url;

use self::{
    addresses::{Addresses, folder_url},
    folder::{Folder, told},
    pictures::Pictures,
};
use super::{
    check::{Checked, print},
    plain,
};
use dateline::article::{Article, json, read};

pub use assets::{Assets, folder as dist};
pub use html::{data_attribute, escaped};

/// Build an article: its plain HTML, or everything that a newsroom uploads
///
/// Without --out it prints the plain HTML (list, cards, quotations and sources) for inside
/// the element, where it needs neither script nor style.
///
/// With --out it writes a folder of static files: the snippet for the article's page, a
/// page of its own for a frame with the snippets that embed it, its oEmbed answer, and
/// dateline/VERSION/, the program itself, whose files never change. Pictures that lie beside
/// the data are copied with their names. The same article gives the same bytes.
///
/// What is wrong in the data goes to the standard error, as `check` prints it, and sets
/// the exit code as there: 0, 1 when something is left out, 2 when a file cannot be read
/// or written.
#[derive(Args)]
pub struct Build {
    /// The article's JSON file; “-” is the standard input
    #[arg(value_name = "ARTICLE")]
    article: PathBuf,

    /// The widget's name in the page's address
    #[arg(long, default_value = "dateline", value_parser = name)]
    name: String,

    /// Also describe the events, the quotations and who speaks as schema.org JSON-LD, for
    /// search engines: printed first, or in json-ld.html, for the page's template
    #[arg(long)]
    json_ld: bool,

    /// The id of one of the article's people that is no person but an institution, for
    /// JSON-LD; may be given again for others
    #[arg(long, value_name = "ID", requires = "json_ld")]
    organization: Vec<String>,

    #[command(flatten)]
    upload: Upload,
}

/// What is only asked of the folder.
#[derive(Args)]
struct Upload {
    /// Write the folder to upload, here
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// The built program, as `cargo xtask dist` writes it; `dist` if left out, or what npm's
    /// package carries
    #[arg(long, value_name = "DIR", requires = "out")]
    dist: Option<PathBuf>,

    /// The address that the folder will have. Without it addresses are relative to it,
    /// which is enough for pages beside it but not for other people's
    #[arg(long, value_name = "URL", value_parser = folder_url, requires = "out")]
    base_url: Option<Url>,

    /// The address of a dateline/VERSION/ that is uploaded already: several articles can
    /// share one. It is not written again then
    #[arg(long, value_name = "URL", value_parser = folder_url, requires = "out")]
    assets_url: Option<Url>,

    /// The widget is what the page begins with: its snippets have it loaded at once, and
    /// tell the browser beforehand what that takes
    #[arg(long, requires = "out")]
    eager: bool,

    /// The title of the page and the frame; the headline if left out
    #[arg(long, requires = "out")]
    title: Option<String>,

    /// Who publishes it, for oEmbed
    #[arg(long, value_name = "NAME", requires = "out")]
    provider: Option<String>,

    /// The frame's width in px where a page asks for one
    #[arg(long, value_name = "PX", default_value_t = 640, requires = "out", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    width: u32,

    /// The frame's height in px until its own script says how high it is
    #[arg(long, value_name = "PX", default_value_t = 720, requires = "out", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    height: u32,

    /// How many seconds others may keep the oEmbed answer
    #[arg(long, value_name = "SECONDS", requires = "out")]
    cache_age: Option<u32>,
}

/// A name that can stand in an address, an attribute and a selector as it is.
fn name(text: &str) -> Result<String, String> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    if !text.is_empty() && text.bytes().all(fits) {
        Ok(text.into())
    } else {
        Err("a name is made of letters (a to z), digits, “-” and “_”".into())
    }
}

impl Build {
    /// Prints the HTML, or writes the folder.
    pub fn run(&self) -> ExitCode {
        let checked = Checked::new(&self.article);
        let status = checked.status();
        let article = json::value(&checked.text)
            .ok()
            .and_then(|value| read(&value).article)
            .map(Rc::new);
        if print(&mut io::stderr().lock(), &checked).is_err() {
            return ExitCode::from(2);
        }
        let Some(article) = article else {
            return ExitCode::from(status);
        };
        let done = match &self.upload.out {
            Some(_) => self.folder(&checked.text, &article),
            None => self.print(article),
        };
        match done {
            Ok(()) => ExitCode::from(status),
            Err(sentence) => {
                eprintln!("{sentence}");
                ExitCode::from(2)
            }
        }
    }

    fn print(&self, article: Rc<Article>) -> Result<(), String> {
        let linked = self.linked(&article)?;
        let html = plain(article, &self.name);
        let mut out = io::stdout().lock();
        writeln!(out, "{linked}{html}").map_err(|why| format!("The HTML cannot be printed: {why}."))
    }

    fn folder(&self, text: &str, article: &Rc<Article>) -> Result<(), String> {
        let Upload {
            out,
            dist,
            base_url,
            assets_url,
            ..
        } = &self.upload;
        let Some(out) = out else { return Ok(()) };
        let assets = Assets::read(&assets::folder(dist.as_deref()))?;
        let pictures = Pictures::read(article, &self.article);
        for warning in assets.lacking(article).iter().chain(&pictures.missing) {
            eprintln!("{warning}");
        }
        let addresses = Addresses::new(base_url.clone(), assets_url.clone(), assets.folder());
        let data = data_attribute(text)
            .map_err(|why| format!("{} is not JSON: {why}.", self.article.display()))?;
        let list = plain(article.clone(), &self.name);
        let linked = self.linked(article)?;
        let work = Work {
            article,
            assets: &assets,
            addresses: &addresses,
            name: &self.name,
            data: &data,
            list: &list,
            linked: &linked,
            title: self.upload.title.as_deref().unwrap_or(&article.headline),
            pictures: pictures.found.len(),
            upload: &self.upload,
        };

        let mut folder = Folder::new(out);
        for (name, bytes) in pictures.found {
            folder.put(&name, bytes);
        }
        folder.put("snippet.html", work.snippet());
        folder.put("snippet-src.html", work.snippet_src());
        if self.json_ld {
            folder.put("json-ld.html", linked.clone());
        }
        folder.put("article.json", html::compact(text)?);
        folder.put("frame.html", work.frame());
        folder.put("snippet-iframe.html", work.iframe());
        folder.put("snippet-iframe-script.html", work.iframe_script());
        folder.put("oembed.json", work.oembed()?);
        if assets_url.is_none() {
            folder.put_once(&assets)?;
        }
        folder.write()?;
        write!(io::stdout().lock(), "{}", told(out, &work))
            .map_err(|why| format!("What was written cannot be printed: {why}."))
    }

    /// The JSON-LD in its script, if it was asked for.
    fn linked(&self, article: &Article) -> Result<String, String> {
        if !self.json_ld {
            return Ok(String::new());
        }
        let known = |id: &&String| article.people.iter().any(|person| *person.id == ***id);
        if let Some(id) = self.organization.iter().find(|id| !known(id)) {
            return Err(format!(
                "--organization {id}: the article's people have no such id."
            ));
        }
        Ok(linked::script(article, &self.name, &self.organization))
    }
}

/// All that the files of one folder are made from.
struct Work<'a> {
    article: &'a Rc<Article>,
    assets: &'a Assets,
    addresses: &'a Addresses,
    name: &'a str,
    /// The element's attribute with the data.
    data: &'a str,
    /// What stands inside the element: the same as plain HTML.
    list: &'a str,
    /// The JSON-LD in its script, or nothing.
    linked: &'a str,
    title: &'a str,
    /// How many pictures were found beside the data.
    pictures: usize,
    upload: &'a Upload,
}
