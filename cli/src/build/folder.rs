use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use super::{
    super::files,
    Work,
    assets::{Assets, is_packaged},
};

/// The files of the folder to upload, written only once all are made.
pub struct Folder<'a> {
    out: &'a Path,
    files: Vec<(PathBuf, Vec<u8>)>,
}

impl<'a> Folder<'a> {
    pub fn new(out: &'a Path) -> Folder<'a> {
        Folder {
            out,
            files: Vec::new(),
        }
    }

    /// A file that may change from one time to the next.
    pub fn put(&mut self, name: &str, text: impl Into<Vec<u8>>) {
        self.files.push((self.out.join(name), text.into()));
    }

    /// The program's files, which never change once they are there.
    ///
    /// # Errors
    /// When they are there with other contents.
    pub fn put_once(&mut self, assets: &Assets) -> Result<(), String> {
        let folder = self.out.join(assets.folder());
        for (name, bytes) in assets.files() {
            let path = folder.join(name);
            match fs::read(&path) {
                Ok(there) if there == bytes => {}
                Ok(_) => return Err(changed(&folder, name)),
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    // A folder with other names in it is another build, too.
                    if name != "integrity.json" && folder.join("integrity.json").exists() {
                        return Err(changed(&folder, name));
                    }
                    self.files.push((path, bytes));
                }
                Err(error) => {
                    let why = files::why(&path, &error);
                    return Err(format!("{} cannot be read: {why}.", path.display()));
                }
            }
        }
        Ok(())
    }

    /// Writes them, or nothing where a link in the folder leads out of it.
    ///
    /// # Errors
    /// A sentence about the link, or about the first file that cannot be written.
    pub fn write(self) -> Result<(), String> {
        let inside = |path: &'_ Path| -> Option<PathBuf> {
            let below = path.ancestors().take_while(|one| *one != self.out);
            below
                .into_iter()
                .find(|one| one.is_symlink())
                .map(Path::to_owned)
        };
        if let Some(link) = self.files.iter().find_map(|(path, _)| inside(path)) {
            return Err(format!(
                "{} is a link to somewhere else. What is built would be written there: remove the link, or name another folder.",
                link.display()
            ));
        }
        for (path, bytes) in self.files {
            let folder = path.parent().unwrap_or(self.out);
            fs::create_dir_all(folder)
                .and_then(|()| fs::write(&path, bytes))
                .map_err(|error| {
                    let why = files::why(&path, &error);
                    format!("{} cannot be written: {why}.", path.display())
                })?;
        }
        Ok(())
    }
}

fn changed(folder: &Path, name: &str) -> String {
    let cure = if is_packaged() {
        "build into another folder, or, if it was never uploaded, remove this one."
    } else {
        "raise the version in Cargo.toml and run `cargo xtask dist`, or, if it was never uploaded, remove the folder."
    };
    format!(
        "{} is there already with another {name}. What readers' browsers have kept must not change under its name: {cure}",
        folder.display()
    )
}

/// What was written, what each file is for, and how it has to be served.
pub fn told(out: &Path, work: &Work) -> String {
    let folder = work.assets.folder();
    let lines = [
        (
            "snippet.html",
            "for the article's page: element, data, list and loader",
        ),
        (
            "snippet-src.html",
            "the same, for systems that take out attributes: the data come from article.json",
        ),
        ("article.json", "the data"),
        ("frame.html", "a page of its own, for frames"),
        ("snippet-iframe.html", "for other people's pages: the frame"),
        (
            "snippet-iframe-script.html",
            "the frame and a script that fits its height",
        ),
        ("oembed.json", "the oEmbed answer"),
    ];
    let mut text = format!("{}/ is ready to upload:\n", out.display());
    for (name, what) in lines {
        text += &format!("  {name:<28}{what}\n");
    }
    if !work.linked.is_empty() {
        text += &format!(
            "  {:<28}what search engines read, for the page's template\n",
            "json-ld.html"
        );
    }
    if work.pictures > 0 {
        let what = match work.pictures {
            1 => "1 picture".to_owned(),
            count => format!("{count} pictures"),
        };
        text += &format!("  {what:<28}copied from beside the data, with their names\n");
    }
    if work.upload.assets_url.is_none() {
        text += &format!("  {folder:<28}the program; its files never change\n");
    }
    text += &format!(
        "Serve the files of {folder} with\n  \
         Cache-Control: public, max-age=31536000, immutable\n  \
         Access-Control-Allow-Origin: *\n\
         The second line is for pages of other origins and for sandboxed frames; article.json needs it as well there.\n"
    );
    if !work.addresses.whole() {
        text += "Without --base-url the addresses are relative to the folder: enough to try it, but the snippets for other people's pages and oembed.json need whole ones.\n";
    }
    text
}
