/// The word of `known`, divided by blanks, that `word` most likely was meant to be.
pub(super) fn nearest<'k>(word: &str, known: &'k str) -> Option<&'k str> {
    let allowed = if word.len() > 4 { 2 } else { 1 };
    let mut best: Option<(usize, &'k str)> = None;
    for candidate in known.split(' ') {
        if candidate.len().abs_diff(word.len()) > allowed {
            continue;
        }
        let distance = distance(word.as_bytes(), candidate.as_bytes());
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, word)| word)
}

/// Levenshtein's distance between two words, capitals aside, with a swap of neighbours
/// as one step.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let same = |x: Option<&u8>, y: Option<&u8>| match (x, y) {
        (Some(x), Some(y)) => x.eq_ignore_ascii_case(y),
        _ => false,
    };
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX / 2);
            let change = usize::from(!same(a.get(i - 1), b.get(j - 1)));
            let mut least = at(&above, j - 1) + change;
            least = least.min(at(&above, j) + 1).min(at(&row, j - 1) + 1);
            let swapped = i > 1
                && j > 1
                && same(a.get(i - 1), b.get(j - 2))
                && same(a.get(i - 2), b.get(j - 1));
            if swapped {
                least = least.min(at(&before, j - 2) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(0)
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
            assert_eq!(distance(a.as_bytes(), b.as_bytes()), steps, "{a} {b}");
        }
    }

    #[test]
    fn short_words_must_be_nearer() {
        let known = "id alt events eras";
        assert_eq!(nearest("evnets", known), Some("events"));
        assert_eq!(nearest("xx", known), None);
        assert_eq!(nearest("era", known), Some("eras"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("é", known), None);
    }
}
