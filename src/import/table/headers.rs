//! Headers: which row they stand in, and which role each names.

use std::{collections::HashMap, sync::LazyLock};

use super::role::{ROLES, Role};

static NAMES: LazyLock<HashMap<String, Role>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (role, name, list) in ROLES {
        for word in list.split(',').map(str::trim) {
            names.entry(folded(word)).or_insert(*role);
        }
        names.entry(folded(name)).or_insert(*role);
    }
    names
});

/// The role that a header names, and whether only its beginning does (“Date (approx.)”).
pub(super) fn role(header: &str) -> Option<Role> {
    let whole = folded(header);
    if whole.is_empty() {
        return None;
    }
    if let Some(role) = NAMES.get(&whole) {
        return Some(*role);
    }
    // “Date (dd/mm/yyyy)”, “Title*”.
    let bare = header
        .split(['(', '[', ':', '*'])
        .next()
        .map(folded)
        .unwrap_or_default();
    (bare.len() > 1)
        .then(|| NAMES.get(&bare).copied())
        .flatten()
}

/// Small letters and single blanks, without signs.
fn folded(header: &str) -> String {
    let spaced: String = header
        .chars()
        .map(|c| {
            if matches!(c, '_' | '-' | '\u{a0}' | '\n' | '\t') {
                ' '
            } else {
                c
            }
        })
        .filter(|c| {
            !matches!(
                c,
                '?' | '*' | '#' | '"' | '.' | '!' | '’' | '\'' | '\u{feff}'
            )
        })
        .flat_map(char::to_lowercase)
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Which of the first rows is the header; `None` when the table has none.
pub(in crate::import) fn find_header(rows: &[Vec<String>], wanted: &[String]) -> Option<usize> {
    best_header(rows, wanted)
        .map(|(_, at)| at)
        .or_else(|| unknown_header(rows))
}

/// How many of the headers of a table are known.
pub(in crate::import) fn known_headers(rows: &[Vec<String>]) -> usize {
    best_header(rows, &[]).map_or(0, |(score, _)| score)
}

/// The row with the most headers that are known, with how many.
fn best_header(rows: &[Vec<String>], wanted: &[String]) -> Option<(usize, usize)> {
    let wanted: Vec<String> = wanted.iter().map(|header| folded(header)).collect();
    let mut best: Option<(usize, usize)> = None;
    for (at, row) in rows.iter().enumerate() {
        let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
        if filled == 0 {
            continue;
        }
        let mut known: Vec<Role> = Vec::new();
        let mut asked = 0;
        for cell in row.iter().filter(|cell| cell.len() <= 80) {
            asked += usize::from(wanted.contains(&folded(cell)) && !cell.trim().is_empty());
            if let Some(role) = role(cell)
                && !known.contains(&role)
            {
                known.push(role);
            }
        }
        let score = asked * 10 + known.len();
        // A sentence that happens to be “Event” is no header.
        let enough = asked > 0 || known.len() >= 2 || known.len() == 1 && filled <= 2;
        if enough && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, at));
        }
    }
    best
}

/// The first row, where it looks like a header of names that are not known here: short words
/// without a digit, over a row that has some.
fn unknown_header(rows: &[Vec<String>]) -> Option<usize> {
    let filled = |row: &&Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
    let digits = |cell: &String| cell.contains(|c: char| c.is_numeric());
    let mut full = rows.iter().enumerate().filter(|(_, row)| filled(row));
    let (at, first) = full.next()?;
    let (_, second) = full.next()?;
    let is_header = first.len() > 1
        && first
            .iter()
            .all(|cell| cell.chars().count() <= 40 && !digits(cell));
    (is_header && second.iter().any(digits)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_in_several_languages() {
        for (header, right) in [
            ("Start Date", Some(Role::Date)),
            ("start_date", Some(Role::Date)),
            ("DATE (dd/mm/yyyy)", Some(Role::Date)),
            ("Datum", Some(Role::Date)),
            ("Дата", Some(Role::Date)),
            ("التاريخ", Some(Role::Date)),
            ("Headline", Some(Role::Title)),
            ("Überschrift", Some(Role::Title)),
            ("Заголовок", Some(Role::Title)),
            ("Titre", Some(Role::Title)),
            ("Опис", Some(Role::Text)),
            ("End Time", Some(Role::End)),
            ("Alt Text", Some(Role::Alt)),
            ("Tag", Some(Role::Tags)),
            ("Day", Some(Role::Day)),
            ("", None),
            ("lorem", None),
        ] {
            assert_eq!(role(header), right, "{header}");
        }
    }

    #[test]
    fn no_header_names_two_roles() {
        let mut seen: HashMap<String, Role> = HashMap::new();
        for (role, _, list) in ROLES {
            for word in list.split(',') {
                let before = seen.insert(folded(word), *role);
                assert!(
                    before.is_none_or(|before| before == *role),
                    "{word}: {before:?} and {role:?}"
                );
            }
        }
    }

    #[test]
    fn the_header_is_found_under_a_line_of_other_things() {
        let rows = |rows: &[&[&str]]| -> Vec<Vec<String>> {
            rows.iter()
                .map(|row| row.iter().map(|cell| (*cell).to_string()).collect())
                .collect()
        };
        for (table, wanted, right) in [
            (
                rows(&[&["date", "title"], &["2012", "x"]]),
                &[][..],
                Some(0),
            ),
            (
                rows(&[
                    &["My timeline of the bridge", ""],
                    &[],
                    &["Date", "Event"],
                    &["2012", "x"],
                ]),
                &[],
                Some(2),
            ),
            (
                rows(&[&["2012-01-02", "x"], &["2013-01-02", "y"]]),
                &[],
                None,
            ),
            (
                rows(&[&["Wann", "Foo"], &["2012", "x"]]),
                &["foo".to_string()],
                Some(0),
            ),
            (
                rows(&[&["aa", "bb"], &["2012", "x"]]),
                &["bb".to_string()],
                Some(0),
            ),
        ] {
            assert_eq!(find_header(&table, wanted), right, "{table:?}");
        }
    }
}
