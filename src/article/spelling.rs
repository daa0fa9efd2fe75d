//! What a misspelt name was meant to be. In the browser `www/diagnostics.js` does what this does.

/// The word of `known` that `word` most likely was meant to be.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word = lower(word);
    let allowed = if word.len() > 4 { 2 } else { 1 };
    let mut best: Option<(usize, &'k str)> = None;
    for candidate in known {
        let distance = distance(&word, &lower(candidate));
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, word)| word)
}

fn lower(word: &str) -> Vec<char> {
    word.to_lowercase().chars().collect()
}

/// Levenshtein's distance between two words, with a swap of neighbours as one step.
fn distance(a: &[char], b: &[char]) -> usize {
    let same = |i: usize, j: usize| a.get(i - 1) == b.get(j - 1);
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        let above = |back: usize, j: usize| {
            let row = rows.get(i - back);
            row.and_then(|row| row.get(j)).copied().unwrap_or_default()
        };
        for j in 1..=b.len() {
            let left = row.get(j - 1).copied().unwrap_or_default();
            let change = above(1, j - 1) + usize::from(!same(i, j));
            let mut least = change.min(above(1, j) + 1).min(left + 1);
            if i > 1 && j > 1 && same(i, j - 1) && same(i - 1, j) {
                least = least.min(above(2, j - 2) + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    let last = rows.last().and_then(|row| row.last());
    last.copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (a, b, steps) in [
            ("title", "title", 0),
            ("tilte", "title", 1),
            ("Titel", "title", 1),
            ("tite", "title", 1),
            ("kitten", "sitting", 3),
            ("", "ab", 2),
            ("ab", "", 2),
        ] {
            assert_eq!(distance(&lower(a), &lower(b)), steps, "{a} {b}");
        }
    }

    #[test]
    fn short_words_must_be_nearer() {
        let known = ["id", "alt", "events", "eras"];
        assert_eq!(nearest("evnets", known), Some("events"));
        assert_eq!(nearest("xx", known), None);
        assert_eq!(nearest("era", known), Some("eras"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("é", known), None);
    }
}
