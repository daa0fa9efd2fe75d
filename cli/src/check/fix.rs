//! Writing certain cures into a file.

use std::{fs, io, io::Write, path::Path};

use similar::TextDiff;

use super::{edit::applied, file::Checked};

/// How often cures are looked for: one may uncover another, as reading goes no farther than
/// what is no JSON.
const ROUNDS: usize = 5;

/// A file with its certain cures.
pub struct Fixed {
    /// What it was.
    before: String,
    /// What is still wrong with it.
    pub after: Checked,
}

/// Mends the data of a file, without writing it.
pub fn fixed(path: &Path) -> Fixed {
    let first = Checked::new(path);
    let before = first.text.clone();
    let mut after = first;
    for _ in 0..ROUNDS {
        let edits = after.certain();
        if edits.is_empty() {
            break;
        }
        let (text, _) = applied(&after.text, &edits);
        after = Checked::of(after.name, text, None, path.parent());
    }
    Fixed { before, after }
}

impl Fixed {
    /// Prints what changes.
    pub fn print(&self, out: &mut impl Write) -> io::Result<()> {
        if self.before == self.after.text {
            return writeln!(out, "Nothing in {} has a certain cure.", self.after.name);
        }
        let diff = TextDiff::from_lines(&self.before, &self.after.text);
        let name = &self.after.name;
        let after = format!("{name} (mended)");
        write!(out, "{}", diff.unified_diff().header(name, &after))
    }

    /// Writes the file, if anything changed. Its mode and what links to it stay.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        if self.before == self.after.text {
            return Ok(());
        }
        fs::write(path, &self.after.text)
    }
}
