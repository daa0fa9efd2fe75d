use std::{collections::HashMap, ops::Range};

use dateline::article::passage::folded;

use crate::nfd;

/// Most words of a quotation that are compared.
const WORDS: usize = 400;
/// Most places of a word that are looked at: a word that stands more often tells nothing.
const PLACES: usize = 500;
/// Words that are shown around a difference.
const AROUND: usize = 4;

/// A text by its words, to find what is most like a quotation.
pub struct Likeness<'t> {
    words: Vec<&'t str>,
    keys: Vec<String>,
    places: HashMap<String, Vec<usize>>,
}

/// What is most like a quotation.
#[derive(Debug, PartialEq)]
pub struct Nearest {
    /// Its words.
    pub passage: String,
    /// The words of both: `[-…-]` stands only in the quotation, `{+…+}` only in the text.
    pub difference: String,
}

/// One step from the quotation to the text.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Both,
    /// Only in the quotation.
    Quote,
    /// Only in the text.
    Text,
}

impl<'t> Likeness<'t> {
    /// Takes the text apart.
    pub fn new(text: &'t str) -> Likeness<'t> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let keys: Vec<String> = words.iter().map(|word| key(word)).collect();
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, key) in keys.iter().enumerate() {
            places.entry(key.clone()).or_default().push(at);
        }
        Likeness {
            words,
            keys,
            places,
        }
    }

    /// The passage that shares most words with `quote`, at least two in five.
    pub fn nearest(&self, quote: &str) -> Option<Nearest> {
        let quote: Vec<&str> = quote.split_whitespace().take(WORDS).collect();
        let keys: Vec<String> = quote.iter().map(|word| key(word)).collect();
        let window = self.window(&keys)?;
        let text = self.keys.get(window.clone())?;
        let (from, steps) = align(&keys, text);
        let both = steps.iter().filter(|step| **step == Step::Both).count();
        if both * 5 < quote.len() * 2 {
            return None;
        }
        let start = window.start + from;
        let taken = steps.iter().filter(|step| **step != Step::Quote).count();
        let words = self.words.get(start..start + taken)?;
        Some(Nearest {
            passage: words.join(" "),
            difference: written(&steps, &quote, words),
        })
    }

    /// Where most words of the quotation stand at the same distance from each other,
    /// rare words counting for more.
    fn window(&self, quote: &[String]) -> Option<Range<usize>> {
        let slack = 4 + quote.len() / 4;
        let mut votes: HashMap<usize, f64> = HashMap::new();
        for (at, key) in quote.iter().enumerate() {
            let places = self.places.get(key).map(Vec::as_slice).unwrap_or_default();
            for place in places.iter().take(PLACES) {
                let band = (place + quote.len() - at) / slack;
                for band in [band, band + 1] {
                    *votes.entry(band).or_default() += 1.0 / places.len() as f64;
                }
            }
        }
        // The first of equals, whatever the order of the map.
        let best = votes
            .into_iter()
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
        let end = (best.0 + 2) * slack;
        let start = (best.0.saturating_sub(2) * slack).saturating_sub(quote.len());
        Some(start.min(self.keys.len())..end.min(self.keys.len()))
    }
}

/// What two words have in common when only signs around them differ.
fn key(word: &str) -> String {
    let folded = folded(word, nfd);
    match folded.trim_matches(|c: char| !c.is_alphanumeric()) {
        "" => folded,
        bare => bare.to_owned(),
    }
}

/// The fewest steps from `quote` to any part of `text`: where the part begins, and the
/// steps.
fn align(quote: &[String], text: &[String]) -> (usize, Vec<Step>) {
    let width = text.len() + 1;
    let mut costs: Vec<usize> = vec![0; width];
    for at in 1..=quote.len() {
        costs.resize(costs.len() + width, at);
        for here in 1..width {
            let cost = |back: usize| costs.get(at * width + here - back).copied().unwrap_or(0);
            let same = quote.get(at - 1) == text.get(here - 1);
            let both = if same { cost(width + 1) } else { usize::MAX };
            let least = both.min(cost(width) + 1).min(cost(1) + 1);
            if let Some(cost) = costs.get_mut(at * width + here) {
                *cost = least;
            }
        }
    }
    let cost = |at: usize, here: usize| costs.get(at * width + here).copied().unwrap_or(0);
    // Of equals the last, so that an end that differs is shown beside what is there.
    let mut here = (0..width)
        .rev()
        .min_by_key(|here| cost(quote.len(), *here))
        .unwrap_or(0);
    let mut at = quote.len();
    let mut steps = Vec::new();
    while at > 0 {
        let same = here > 0 && quote.get(at - 1) == text.get(here - 1);
        if same && cost(at, here) == cost(at - 1, here - 1) {
            steps.push(Step::Both);
            (at, here) = (at - 1, here - 1);
        } else if here > 0 && cost(at, here) == cost(at, here - 1) + 1 {
            steps.push(Step::Text);
            here -= 1;
        } else {
            steps.push(Step::Quote);
            at -= 1;
        }
    }
    steps.reverse();
    (here, steps)
}

/// The words with their differences; what is alike for long is cut short.
fn written(steps: &[Step], quote: &[&str], text: &[&str]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let (mut quote, mut text) = (quote.iter(), text.iter());
    let runs: Vec<&[Step]> = steps.chunk_by(|a, b| a == b).collect();
    for (at, run) in runs.iter().enumerate() {
        let count = run.len();
        match run.first() {
            Some(Step::Both) => {
                let said = quote.by_ref().take(count);
                let pairs = text.by_ref().take(count).zip(said).enumerate();
                let words: Vec<String> = pairs
                    .map(|(place, (word, said))| {
                        // What stands around the passage is not part of it.
                        let outer =
                            at == 0 && place == 0 || at + 1 == runs.len() && place + 1 == count;
                        if outer || folded(word, nfd) == folded(said, nfd) {
                            (*word).to_owned()
                        } else {
                            format!("[-{said}-] {{+{word}+}}")
                        }
                    })
                    .collect();
                let head = if at == 0 { 0 } else { AROUND };
                let tail = if at + 1 == runs.len() { 0 } else { AROUND };
                let middle = words.get(head..count.saturating_sub(tail));
                let alike = |words: &[String]| words.iter().all(|word| !word.starts_with("[-"));
                if middle.is_some_and(|middle| middle.len() > 1 && alike(middle)) {
                    parts.extend(words.iter().take(head).cloned());
                    parts.push("…".into());
                    parts.extend(words.into_iter().skip(count - tail));
                } else {
                    parts.extend(words);
                }
            }
            Some(Step::Quote) => {
                let words: Vec<&str> = quote.by_ref().take(count).copied().collect();
                parts.push(format!("[-{}-]", words.join(" ")));
            }
            Some(Step::Text) => {
                let words: Vec<&str> = text.by_ref().take(count).copied().collect();
                parts.push(format!("{{+{}+}}", words.join(" ")));
            }
            None => {}
        }
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TEXT: &str = "In February the State Department determined that members of Russian forces \
        had committed crimes. In December the Taliban ordered aid groups to suspend their staff.";

    fn difference(quote: &str) -> Option<String> {
        let nearest = Likeness::new(TEXT).nearest(quote);
        nearest.map(|nearest| nearest.difference)
    }

    #[test]
    fn differences_are_told_by_the_word() {
        assert_eq!(
            difference("In December the Taliban told aid groups to suspend their staff.")
                .as_deref(),
            Some("In December the Taliban [-told-] {+ordered+} aid groups to suspend …")
        );
        assert_eq!(
            difference("the State Department determined that Russian forces had").as_deref(),
            Some("the State Department determined that {+members of+} Russian forces had")
        );
        assert_eq!(
            difference("In december the Taliban ordered aid groups").as_deref(),
            Some("In [-december-] {+December+} the Taliban ordered aid groups")
        );
        assert_eq!(
            difference("members of of Russian").as_deref(),
            Some("members [-of-] of Russian")
        );
    }

    #[test]
    fn the_passage_is_whole() {
        let nearest = Likeness::new(TEXT).nearest("Department decided that members of");
        assert_eq!(
            nearest.unwrap().passage,
            "Department determined that members of"
        );
    }

    #[test]
    fn what_is_like_nothing_has_no_nearest() {
        assert_eq!(difference("Nothing of this sort was ever written"), None);
        assert_eq!(difference(""), None);
        assert_eq!(Likeness::new("").nearest("x"), None);
    }
}
