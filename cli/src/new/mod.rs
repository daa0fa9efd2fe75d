//! `dateline new`: a small complete article to begin with.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;

use crate::{VERSION, files};

/// The files that are written, with `@name@`, `@version@` and `@dateline@` to be filled in.
const FILES: [(&str, &str); 3] = [
    ("article.json", include_str!("article.json")),
    ("article.html", include_str!("article.html")),
    ("README.md", include_str!("README.md")),
];

/// The schema beside them, by which editors complete and explain what is typed.
const SCHEMA: &str = "article.schema.json";

/// How the command is called where npm has brought it. In its sources it is `cargo dateline`.
const CALLED: &str = "npx dateline";

/// Begin an article: a folder with its data, its page and a note where to go on
///
/// Ends with 2 when a file cannot be written, or is there already.
#[derive(Args)]
pub struct New {
    /// The folder to make
    #[arg(value_name = "NAME")]
    name: PathBuf,
}

impl New {
    /// Writes the folder, and prints what is in it.
    pub fn run(&self) -> ExitCode {
        match self.write() {
            Ok(()) => {
                let _ = write!(io::stdout().lock(), "{}", told(&self.name));
                ExitCode::SUCCESS
            }
            Err(why) => {
                eprintln!("{why}");
                ExitCode::from(2)
            }
        }
    }

    fn write(&self) -> Result<(), String> {
        let there = FILES.map(|(file, _)| self.name.join(file));
        let schema = self.name.join(SCHEMA);
        if let Some(path) = there.iter().chain([&schema]).find(|path| path.exists()) {
            return Err(format!(
                "{} is there already, and is not written over. Name another folder.",
                path.display()
            ));
        }
        fs::create_dir_all(&self.name).map_err(|error| {
            let why = files::why(&self.name, &error);
            format!("{} cannot be made: {why}.", self.name.display())
        })?;
        let name = self.name.file_name().unwrap_or(self.name.as_os_str());
        let filled = there.iter().zip(FILES).map(|(path, (_, text))| {
            let text = text
                .replace("@name@", &name.to_string_lossy())
                .replace("@version@", VERSION)
                .replace("@dateline@", CALLED);
            (path.clone(), text)
        });
        let schema = (schema, format!("{:#}\n", crate::schema()));
        for (path, text) in filled.chain([schema]) {
            fs::write(&path, text).map_err(|error| {
                let why = files::why(&path, &error);
                format!("{} cannot be written: {why}.", path.display())
            })?;
        }
        Ok(())
    }
}

fn told(folder: &Path) -> String {
    let quoted = quoted(&folder.to_string_lossy());
    let folder = folder.display();
    format!(
        "{folder}/ is there:\n  \
         article.json         the data of a small article\n  \
         article.html         the page that it stands in\n  \
         README.md            what to do next\n  \
         {SCHEMA}  by which editors such as VS Code help you type\n\
         See it while you write:\n  \
         cd {quoted}\n  \
         {CALLED} preview article.json --text article.html\n"
    )
}

/// A path as a shell takes it for one word.
fn quoted(path: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "/._-+@".contains(letter);
    if path.chars().all(is_plain) {
        path.into()
    } else if cfg!(windows) {
        // No path has the sign itself there.
        format!("\"{path}\"")
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(not(windows))]
    fn what_a_shell_would_take_apart_is_quoted() {
        for (path, told) in [
            ("stories/bridge-2", "stories/bridge-2"),
            ("мост", "мост"),
            ("a bridge", "'a bridge'"),
            ("the mayor's $(date)", r"'the mayor'\''s $(date)'"),
        ] {
            assert_eq!(quoted(path), told);
        }
    }
}
