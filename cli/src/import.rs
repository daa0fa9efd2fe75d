//! `dateline import`: whatever an editor has, read into an article.

use std::{
    cell::Cell,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use clap::Args;
use dateline::{
    article::{Code, date::Civil, limits},
    import::{BYTES, Options, dates::Order, import},
};

use super::{files, intl::Icu};

/// Import what others wrote: a sheet, a calendar, a timeline of another tool
///
/// Reads sheets of TimelineJS and any other table (CSV, TSV, XLSX, ODS), TimelineJS's JSON,
/// ArchieML, markwhen, iCalendar, Wikidata's JSON, data of vis-timeline and Timeline
/// Storyteller, the marked-up list of a page. The format is told by the content.
///
/// What became of each cell is told on the standard error, and with --report in a file.
/// Ends with 0 when all is in the article, 1 when something is left out or the article is
/// too large to be shown (it is written all the same), 2 when a file cannot be read.
#[derive(Args)]
pub struct Import {
    /// The files; “-” is the standard input. Each becomes an article of its own
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Where to write the article; for several files, a folder. Else the standard output
    #[arg(short, long = "out", value_name = "FILE")]
    out: Option<PathBuf>,

    /// Which column is which, where the headers do not say it: date=When,title=What.
    /// A column may be named by its letter, too
    #[arg(long, value_name = "ROLE=HEADER", value_delimiter = ',', value_parser = pair)]
    map: Vec<(String, String)>,

    /// The order of day and month where a date such as 3/4/2021 does not show it
    #[arg(long, value_name = "ORDER", value_parser = ["dmy", "mdy", "ymd"])]
    date_order: Option<String>,

    /// The language of the texts, such as en-GB or uk
    #[arg(long, value_name = "TAG")]
    language: Option<String>,

    /// When the article was published, such as 2023-03-21
    #[arg(long, value_name = "DATE")]
    published: Option<String>,

    /// Which sheet of a spreadsheet
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,

    /// An article that was imported before: what was added to it by hand stays
    #[arg(long, value_name = "ARTICLE")]
    onto: Option<PathBuf>,

    /// Where to write the report as JSON, with every cell that it tells of
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// `date=When`.
fn pair(text: &str) -> Result<(String, String), String> {
    let (role, header) = text
        .split_once('=')
        .ok_or("it has the form ROLE=HEADER, such as date=When")?;
    Ok((role.trim().to_string(), header.trim().to_string()))
}

impl Import {
    /// Imports the files, and tells what became of them.
    #[must_use]
    pub fn run(&self) -> ExitCode {
        if self.files.len() > 1 && (self.report.is_some() || self.onto.is_some()) {
            eprintln!(
                "--report and --onto belong to one file: run the command once for each FILE."
            );
            return ExitCode::from(2);
        }
        if self.files.len() > 1 && self.out.is_none() {
            eprintln!("Several files need a folder for their articles: give it with --out.");
            return ExitCode::from(2);
        }
        let status = self.files.iter().map(|file| match self.one(file) {
            Ok(status) => status,
            Err(why) => {
                eprintln!("{why}");
                2
            }
        });
        ExitCode::from(status.max().unwrap_or_default())
    }

    fn one(&self, file: &Path) -> Result<u8, String> {
        let bytes = files::bytes(file, BYTES)?;
        let options = self.options(file);
        let name = files::name(file);
        let mut imported = import(bytes, &options).map_err(|why| format!("{name}: {why}"))?;
        if let Some(onto) = &self.onto {
            let old = files::bytes(onto, BYTES)?;
            let old: serde_json::Value = serde_json::from_slice(&old)
                .map_err(|why| format!("{} is no article: {why}.", onto.display()))?;
            imported = imported.onto(&old).map_err(|why| why.to_string())?;
        }
        let report = imported.report();
        eprint!("{report}");
        if let Some(path) = &self.report {
            files::write(Some(path), &|out| {
                serde_json::to_writer_pretty(&mut *out, &report)?;
                writeln!(out)
            })?;
        }
        if imported.is_empty() {
            return Err(format!(
                "{name}: there is no event in it, since nothing has both a date and a title; no article was written. \
                 Say which column is which, for example --map date=When,title=What."
            ));
        }
        let target = self.target(file)?;
        let size = Cell::new(0);
        files::write(target.as_deref(), &|out| {
            imported.write(&mut Counting { out, size: &size })
        })?;
        let is_too_large = size.get() > limits::BYTES;
        if is_too_large {
            eprintln!(
                "{name}: the article is written, but is larger than {} MiB, so that no page shows it and no other command reads it. \
                 Divide the source, and import each part into an article of its own.",
                limits::BYTES >> 20
            );
        }
        Ok(u8::from(is_too_large || !report.is_whole()))
    }

    /// Where the article of a file goes.
    fn target(&self, file: &Path) -> Result<Option<PathBuf>, String> {
        let Some(out) = &self.out else {
            return Ok(None);
        };
        if self.files.len() == 1 && !out.is_dir() {
            return Ok(Some(out.clone()));
        }
        std::fs::create_dir_all(out).map_err(|error| {
            let why = files::why(out, &error);
            format!("{} cannot be made: {why}.", out.display())
        })?;
        let name = file.file_stem().filter(|_| file.as_os_str() != "-");
        let name = name.map_or("article".into(), |name| name.to_string_lossy().into_owned());
        Ok(Some(out.join(format!("{name}.json"))))
    }

    fn options(&self, file: &Path) -> Options {
        let language = self.language.as_deref().unwrap_or("en");
        Options {
            name: if file.as_os_str() == "-" {
                String::new()
            } else {
                file.display().to_string()
            },
            map: self.map.clone(),
            order: self.date_order.as_deref().and_then(Order::named),
            language: self.language.clone(),
            published: self.published.clone(),
            today: today(),
            sheet: self.sheet.clone(),
            countries: countries(language),
        }
    }
}

/// Counts the bytes that are written.
struct Counting<'a> {
    out: &'a mut dyn Write,
    size: &'a Cell<usize>,
}

impl Write for Counting<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.size.set(self.size.get() + written);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Today, in UTC.
#[allow(
    clippy::disallowed_methods,
    reason = "a command has a clock, which a page has not"
)]
fn today() -> Option<Civil> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    i64::try_from(seconds / 86_400).ok().map(Civil::from_days)
}

/// The names of all countries in the language, and in English.
fn countries(language: &str) -> Vec<(String, Code)> {
    let mut names = Vec::new();
    for tag in [language, "en"] {
        let intl = Icu::boxed(tag);
        for first in b'A'..=b'Z' {
            for second in b'A'..=b'Z' {
                let letters = [first, second];
                let code = std::str::from_utf8(&letters).ok().and_then(Code::new);
                if let Some(code) = code
                    && let Some(name) = intl.country(code.as_str())
                {
                    names.push((name, code));
                }
            }
        }
    }
    names
}
