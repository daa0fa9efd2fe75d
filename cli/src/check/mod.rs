//! `dateline check`: tells an editor what is wrong with an article's data, as a
//! compiler would.

mod corrections;
mod file;
mod machine;
mod members;
mod places;
mod printed;
mod text;

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Args, ValueEnum};

pub use self::{file::Checked, printed::print};

/// Check articles: print what is wrong in each file, where, and how to mend it
///
/// Ends with 0 when every article can be shown whole (perhaps with warnings), 1 when
/// something is left out, 2 when a file cannot be read.
#[derive(Args)]
pub struct Check {
    /// The articles' JSON files; “-” is the standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The article itself (.html, .md or .txt): every fact's sentence and every
    /// quotation must stand in it, word for word
    ///
    /// Of HTML, the text of the element that the widget's `for` names, else of the
    /// `<article>` around the widget, else of the first `<article>`, else of `<main>`.
    #[arg(long, value_name = "PAGE")]
    text: Option<PathBuf>,

    /// How to print the problems
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Sentences with the place in the file
    Text,
    /// One JSON array of all problems, each an object with `file`, `severity`,
    /// `kind`, `path`, `found`, `message`, `fix`, `line` and `column` (from 1, in
    /// characters; null when unknown)
    Json,
}

impl Check {
    /// Checks the files and prints what was found.
    #[must_use]
    pub fn run(&self) -> ExitCode {
        if self.text.is_some() && self.files.len() > 1 {
            eprintln!(
                "One text belongs to one article: give a single FILE with --text, and run the command once for each."
            );
            return ExitCode::from(2);
        }
        let check = |path: &PathBuf| match &self.text {
            Some(text) => Checked::against(path, text),
            None => Checked::new(path),
        };
        let checked: Vec<Checked> = self.files.iter().map(check).collect();
        let mut out = io::BufWriter::new(io::stdout().lock());
        let printed = match self.format {
            Format::Text => checked
                .iter()
                .try_for_each(|file| printed::print(&mut out, file)),
            Format::Json => machine::print(&mut out, &checked),
        };
        // Whoever closed the pipe has read enough.
        let _ = printed.and_then(|()| out.flush());
        let status = checked.iter().map(Checked::status).max();
        ExitCode::from(status.unwrap_or(0))
    }
}
