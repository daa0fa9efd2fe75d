use super::{Action, Place};

/// What keys with Control or Command ask for, wherever the focus is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// Take the last step back.
    Undo,
    /// Take it again.
    Redo,
    /// Save a file.
    Save,
}

/// The shortcut of a key, which is told by what it writes; where that is no Latin letter, as
/// on a Cyrillic or an Arabic keyboard, by its place.
///
/// ```
/// use dateline_desk::work::{Shortcut, shortcut};
/// assert_eq!(shortcut("я", "KeyZ", false), Some(Shortcut::Undo));
/// // A German keyboard has Z where others have Y.
/// assert_eq!(shortcut("z", "KeyY", false), Some(Shortcut::Undo));
/// ```
#[must_use]
pub fn shortcut(key: &str, code: &str, has_shift: bool) -> Option<Shortcut> {
    let is_latin = key.len() == 1 && key.is_ascii();
    let letter = match code.strip_prefix("Key") {
        Some(letter) if !is_latin => letter,
        _ => key,
    };
    match (letter.to_ascii_lowercase().as_str(), has_shift) {
        ("z", false) => Some(Shortcut::Undo),
        ("z", true) | ("y", false) => Some(Shortcut::Redo),
        ("s", false) => Some(Shortcut::Save),
        _ => None,
    }
}

/// A cell that is written in, as keys find it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// Whether the caret is at the beginning of the text, or all of it is selected.
    pub is_first: bool,
    /// Whether the caret is at the end of the text, or all of it is selected.
    pub is_last: bool,
    /// Whether the text goes from right to left.
    pub is_text_rtl: bool,
    /// Whether the table does: its first column is the rightmost.
    pub is_table_rtl: bool,
    /// Whether there is a cell before it in its row.
    pub has_before: bool,
    /// Whether there is a cell behind it in its row.
    pub has_behind: bool,
    /// How many columns there are.
    pub columns: usize,
    /// The row, outside of its cells.
    pub row: Place,
}

impl Cell {
    /// What a key does in the cell: up and down, on and back, out; and where the caret is at
    /// the edge of the text, to the cell that one sees there. Beyond the last column the tab
    /// key leaves the table.
    #[must_use]
    pub fn action(&self, key: &str, has_alt: bool, has_shift: bool) -> Option<Action> {
        let walk = |rows, columns| Some(Action::Walk(rows, columns, self.columns));
        let (is_leftmost, is_rightmost) = match self.is_text_rtl {
            true => (self.is_last, self.is_first),
            false => (self.is_first, self.is_last),
        };
        let right = if self.is_table_rtl { -1 } else { 1 };
        match (key, has_alt, has_shift) {
            ("ArrowUp", true, _) => Some(Action::Shift(-1)),
            ("ArrowDown", true, _) => Some(Action::Shift(1)),
            ("Enter", _, true) | ("ArrowUp", ..) => walk(-1, 0),
            ("Enter" | "ArrowDown", ..) => walk(1, 0),
            ("ArrowLeft", false, false) if is_leftmost => walk(0, -right),
            ("ArrowRight", false, false) if is_rightmost => walk(0, right),
            ("Tab", _, true) if self.has_before => walk(0, -1),
            ("Tab", _, false) if self.has_behind => walk(0, 1),
            ("Escape", ..) => Some(Action::Go(self.row)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcuts_are_told_by_letter_or_by_place() {
        for (key, code, has_shift, wanted) in [
            ("z", "KeyZ", false, Some(Shortcut::Undo)),
            ("Z", "KeyZ", true, Some(Shortcut::Redo)),
            ("y", "KeyY", false, Some(Shortcut::Redo)),
            ("y", "KeyZ", false, Some(Shortcut::Redo)),
            ("я", "KeyZ", false, Some(Shortcut::Undo)),
            ("Я", "KeyZ", true, Some(Shortcut::Redo)),
            ("і", "KeyS", false, Some(Shortcut::Save)),
            ("س", "KeyS", false, Some(Shortcut::Save)),
            ("ئ", "KeyZ", false, Some(Shortcut::Undo)),
            ("s", "KeyS", true, None),
            ("Dead", "KeyZ", false, Some(Shortcut::Undo)),
            ("w", "KeyZ", false, None),
            ("ArrowUp", "ArrowUp", false, None),
        ] {
            assert_eq!(shortcut(key, code, has_shift), wanted, "{key} {code}");
        }
    }

    #[test]
    fn arrows_go_where_one_sees_them_point() {
        let at = |is_first, is_last, is_text_rtl, is_table_rtl| Cell {
            is_first,
            is_last,
            is_text_rtl,
            is_table_rtl,
            columns: 3,
            ..Cell::default()
        };
        let on = Some(Action::Walk(0, 1, 3));
        let back = Some(Action::Walk(0, -1, 3));
        for (cell, key, wanted) in [
            (at(true, false, false, false), "ArrowLeft", &back),
            (at(true, false, false, false), "ArrowRight", &None),
            (at(false, true, false, false), "ArrowRight", &on),
            (at(true, false, true, false), "ArrowRight", &on),
            (at(false, true, true, false), "ArrowLeft", &back),
            (at(true, false, false, true), "ArrowLeft", &on),
            (at(false, true, false, true), "ArrowRight", &back),
            (at(true, false, true, true), "ArrowRight", &back),
            (at(false, true, true, true), "ArrowLeft", &on),
            (at(false, true, true, true), "ArrowRight", &None),
        ] {
            assert_eq!(cell.action(key, false, false), *wanted, "{cell:?} {key}");
            assert_eq!(cell.action(key, false, true), None, "Shift selects");
        }
    }
}
