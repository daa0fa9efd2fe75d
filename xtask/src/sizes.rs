//! What a reader downloads for the widget, in bytes: as it lies there, and as
//! servers send it, by gzip at level 9 and by brotli at level 11.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;

/// One file's sizes in bytes.
#[derive(Clone, Debug, Default)]
pub struct Sizes {
    /// The file's name, or what the line sums up.
    pub name: String,
    /// As it lies on disk.
    pub raw: usize,
    /// Compressed by gzip, level 9.
    pub gzip: usize,
    /// Compressed by brotli, quality 11, window 22.
    pub brotli: usize,
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            name,
            raw,
            gzip,
            brotli,
        } = self;
        write!(out, "{name:<42} {raw:>9} {gzip:>9} {brotli:>9}")
    }
}

/// The heading over lines of [`Sizes`].
fn heading() -> String {
    format!(
        "{:<42} {:>9} {:>9} {:>9}",
        "bytes", "raw", "gzip -9", "brotli 11"
    )
}

/// What a built folder makes a reader fetch.
pub struct Weight {
    /// The files that every reader of the widget fetches.
    pub always: Vec<Sizes>,
    /// Their total.
    pub total: Sizes,
    /// What is fetched only by who asks for it, or whose article does.
    pub asked: Vec<Sizes>,
    /// What an editor fetches for the desk, beside the widget that it previews with.
    pub desk: Vec<Sizes>,
    /// What an editor fetches who publishes, beside all files of the widget.
    pub publishing: Vec<Sizes>,
}

impl fmt::Display for Weight {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}", heading())?;
        for file in &self.always {
            writeln!(out, "{file}")?;
        }
        writeln!(out, "{}", self.total)?;
        writeln!(out, "\nonly when asked for")?;
        for file in &self.asked {
            writeln!(out, "{file}")?;
        }
        writeln!(out, "\nthe editor's desk, beside the widget")?;
        for file in &self.desk {
            writeln!(out, "{file}")?;
        }
        writeln!(
            out,
            "\nwhen something is published, beside the widget's files"
        )?;
        for file in &self.publishing {
            writeln!(out, "{file}")?;
        }
        Ok(())
    }
}

/// The weight of a built folder.
///
/// # Errors
/// A sentence when the folder or one of the files that the widget cannot do
/// without is missing.
pub fn of(dist: &Path) -> Result<Weight, String> {
    let mut files = files(dist)?;
    files.sort();
    // The slowest of compressions takes a while for each: one thread weighs one file.
    let measured = |wanted: fn(&Path, &Path) -> bool| {
        thread::scope(|scope| {
            let files = files.iter().filter(|file| wanted(dist, file));
            let threads: Vec<_> = files
                .map(|file| scope.spawn(|| measure(dist, file)))
                .collect();
            let ended = threads.into_iter().map(|one| {
                one.join()
                    .unwrap_or_else(|_| Err("A file could not be measured.".into()))
            });
            ended.collect::<Result<Vec<Sizes>, String>>()
        })
    };
    let always = measured(is_the_widgets)?;
    for ending in ["dateline.js", "dateline.css", ".wasm"] {
        if !always.iter().any(|file| file.name.ends_with(ending)) {
            let dist = dist.display();
            return Err(format!(
                "{dist} has no {ending}: the widget cannot run from it."
            ));
        }
    }
    let total = always.iter().fold(Sizes::default(), |sum, one| Sizes {
        name: "all that a reader downloads".into(),
        raw: sum.raw + one.raw,
        gzip: sum.gzip + one.gzip,
        brotli: sum.brotli + one.brotli,
    });
    Ok(Weight {
        always,
        total,
        asked: measured(is_asked_for)?,
        desk: measured(is_the_desks)?,
        publishing: measured(is_for_publishing)?,
    })
}

/// Every file below a folder.
///
/// # Errors
/// A sentence when a folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let trouble = |why| format!("{} cannot be read: {why}.", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// The loader, the glue, the wasm and the stylesheet all begin with the
/// widget's name; the demonstration page's own files do not.
fn is_the_widgets(dist: &Path, file: &Path) -> bool {
    let name = below(dist, file);
    let code = [".js", ".css", ".wasm"]
        .iter()
        .any(|ending| name.ends_with(ending));
    // The script for pages that frame the widget comes in place of the widget.
    code && name.starts_with("dateline") && name != "dateline-frame.js"
}

/// The way to the article's sentences; the words of a language; a list without data.
fn is_asked_for(dist: &Path, file: &Path) -> bool {
    let name = below(dist, file);
    let words = name.starts_with("words/") && name != "words/en.txt";
    let importer = name.starts_with("desk/importer");
    words || importer || name.starts_with("passages/") || name == "marked-list.js"
}

/// What the desk's page needs at its start.
fn is_the_desks(dist: &Path, file: &Path) -> bool {
    let name = below(dist, file);
    name.starts_with("desk/")
        && name != "desk/worker.js"
        && !name.contains("importer")
        && !is_for_publishing(dist, file)
}

/// The command, and what runs it in the desk.
fn is_for_publishing(dist: &Path, file: &Path) -> bool {
    let name = below(dist, file);
    name.starts_with("desk/publish") || name.starts_with("desk/dateline-")
}

/// A file's path below the folder.
fn below(dist: &Path, file: &Path) -> String {
    let path = file.strip_prefix(dist).unwrap_or(file);
    path.display().to_string()
}

fn measure(dist: &Path, file: &Path) -> Result<Sizes, String> {
    let trouble = |why| format!("{} cannot be measured: {why}.", file.display());
    let bytes = fs::read(file).map_err(trouble)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes).map_err(trouble)?;
    let gzip = gzip.finish().map_err(trouble)?;
    let mut brotli = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut brotli, &settings).map_err(trouble)?;
    let name = below(dist, file);
    Ok(Sizes {
        name,
        raw: bytes.len(),
        gzip: gzip.len(),
        brotli: brotli.len(),
    })
}
