//! Texts in lines, and which way they run.

use std::borrow::Cow;

use crate::timeline::words;

/// What stands for words that have no room.
const CUT: char = '…';

/// Whether a text runs from right to left: its first letter decides, as with
/// `unicode-bidi: plaintext`.
pub(super) fn runs_left(text: &str) -> bool {
    let mut letters = text.chars().filter(|char| char.is_alphabetic());
    letters.next().is_some_and(|first| {
        matches!(first, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

/// A text that runs its own way wherever it stands.
///
/// Programs that draw SVG do not agree on what `direction` does to `text-anchor`; Unicode's
/// isolates they all know.
pub(super) fn isolated(text: &str) -> Cow<'_, str> {
    if runs_left(text) {
        format!("\u{2067}{text}\u{2069}").into()
    } else {
        text.into()
    }
}

/// A text as far as it has room, with “…” where it is cut.
pub(super) fn cut(text: &str, room: f64, width: &dyn Fn(&str) -> f64) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(end, _)| end).collect();
    let shown = |end: usize| format!("{}{CUT}", text.get(..end).unwrap_or_default().trim_end());
    let fitting = ends.partition_point(|end| width(&shown(*end)) <= room);
    let last = fitting.checked_sub(1).and_then(|last| ends.get(last));
    last.map(|end| shown(*end)).unwrap_or_default()
}

/// A text in as few lines as it needs, about equally long, `most` at most; the last is cut
/// where that is not enough.
pub(super) fn lines(
    text: &str,
    room: f64,
    most: usize,
    width: &dyn Fn(&str) -> f64,
) -> Vec<String> {
    let filled = |room: f64| filled(text, room, width);
    let mut lines = filled(room);
    if lines.len() > most.max(1) {
        let rest = lines.split_off(most.max(1) - 1).concat();
        lines.push(cut(&rest, room, width));
    } else if lines.len() > 1 {
        let (mut low, mut high) = (room / 2.0, room);
        while high - low > 1.0 {
            let middle = (low + high) / 2.0;
            if filled(middle).len() > lines.len() {
                low = middle;
            } else {
                high = middle;
            }
        }
        lines = filled(high);
    }
    let fits = |line: String| cut(line.trim(), room, width);
    lines.into_iter().map(fits).collect()
}

/// Lines with as many words each as have room.
fn filled(text: &str, room: f64, width: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for (word, blank) in words(text) {
        if !line.is_empty() && width(&format!("{line}{word}")) > room {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(word);
        if blank {
            line.push(' ');
        }
    }
    if !line.trim().is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn letters(text: &str) -> f64 {
        text.chars().count() as f64
    }

    #[test]
    fn lines_are_about_equally_long_and_the_last_is_cut() {
        let lines = |room, most| lines("one two three four five", room, most, &letters);
        assert_eq!(lines(30.0, 3), ["one two three four five"]);
        assert_eq!(lines(19.0, 3), ["one two three", "four five"]);
        assert_eq!(lines(10.0, 2), ["one two", "three fou…"]);
        assert_eq!(lines(3.0, 1), ["on…"]);
        assert!(lines(0.5, 1).concat().is_empty());
    }

    #[test]
    fn a_title_of_a_hundred_thousand_letters_is_cut_where_the_room_ends() {
        let title = "ab ".repeat(100_000 / 3);
        for room in [2.0, 3.0, 30.0, 99_000.0] {
            let shown = cut(&title, room, &letters);
            let (kept, mark) = shown.split_at(shown.len() - CUT.len_utf8());
            assert_eq!(mark, "…");
            assert!(title.starts_with(kept) && !kept.ends_with(' '));
            // One letter more, with a blank before it or not, has no room.
            assert!((room - 1.0..=room).contains(&letters(&shown)), "{room}");
        }
        assert_eq!(cut(&title, 100_000.0, &letters), title);
        assert_eq!(cut(&title, 0.0, &letters), "");
        assert_eq!(lines(&title, 8.0, 2, &letters), ["ab ab ab", "ab ab a…"]);
    }

    #[test]
    fn the_first_letter_says_which_way_a_text_runs() {
        assert!(runs_left("«2023» تقرير UN") && runs_left("שלום"));
        assert!(!runs_left("12 – The «تقرير»") && !runs_left("2023"));
        assert_eq!(isolated("تقرير."), "\u{2067}تقرير.\u{2069}");
        assert_eq!(isolated("Report."), "Report.");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room(
            text in "[a-zа-я ]{0,80}", room in 1.0f64..40.0, most in 1usize..5,
        ) {
            let lines = lines(&text, room, most, &letters);
            prop_assert!(lines.len() <= most);
            for line in &lines {
                prop_assert!(letters(line) <= room, "{:?}", lines);
            }
        }
    }
}
