//! `dateline check`: tells an editor what is wrong with an article's data, as a
//! compiler would.

mod cure;
mod edit;
mod file;
mod fix;
mod machine;
mod page;
mod pictures;
mod places;
mod printed;
mod syntax;
mod world;

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Args, ValueEnum};

use super::files;

pub use self::{file::Checked, machine::problems, page::words, printed::print};

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

    /// Write the cures that are certain into the file, and only those, with everything else
    /// left as it is; what changes is printed first, then what is still wrong
    #[arg(long, conflicts_with = "text")]
    fix: bool,

    /// Print what --fix would change, and change nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,

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
    /// characters; null when unknown) and `certain`, whether --fix would write the cure
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
        if self.fix {
            return self.mend();
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

    /// Mends the files and prints what changed and what is still wrong.
    fn mend(&self) -> ExitCode {
        if self.files.iter().any(|path| path.as_os_str() == "-") {
            eprintln!("--fix writes into a file: give its path instead of “-”.");
            return ExitCode::from(2);
        }
        let mut out = io::BufWriter::new(io::stdout().lock());
        let mut status = 0;
        for path in &self.files {
            let fixed = fix::fixed(path);
            let printed = fixed.print(&mut out).and_then(|()| out.flush());
            if printed.is_err() {
                // Whoever closed the pipe has not seen what changes: nothing does.
                return ExitCode::from(2);
            }
            if !self.dry_run {
                if let Err(error) = fixed.write(path) {
                    let why = files::why(path, &error);
                    eprintln!("{} could not be written: {why}.", path.display());
                    return ExitCode::from(2);
                }
                let _ = printed::print(&mut out, &fixed.after);
            }
            status = status.max(fixed.after.status());
        }
        let _ = out.flush();
        ExitCode::from(status)
    }
}
