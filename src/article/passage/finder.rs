use super::{
    Decompose, Finding,
    alphabet::Alphabet,
    edge,
    folded::Folded,
    scan::{Table, WINDOWS},
};
use crate::article::Anchor;

/// Looks for anchors in a text that comes piece by piece, in stretches as short as one
/// likes, so that a page can paint in between.
///
/// ```
/// use dateline::article::{Anchor, passage::{Finder, Finding}};
///
/// let mut finder = Finder::new(str::to_owned);
/// finder.seek(&Anchor { quote: "of two".into(), before: None, after: None, url: None });
/// finder.read("A text of");
/// assert_eq!(finder.read("\ntwo pieces"), 20);
/// while !finder.proceed(4) {}
/// assert!(finder.findings().eq(&[Finding::Found(7..13)]));
/// ```
pub struct Finder {
    alphabet: Alphabet,
    text: Folded,
    needles: Vec<Needle>,
    /// What is being compared with the text.
    table: Option<Table>,
    /// How many of the [`WINDOWS`] had their table.
    windows: usize,
    /// How many places of the text the table is through with.
    at: usize,
}

/// How many characters are remembered: most texts have a hundred, and with this many
/// slots the signs of punctuation are in nobody's way.
const SLOTS: usize = 1 << 12;

/// What is looked for, folded.
pub(super) struct Needle {
    pub(super) words: String,
    before: String,
    after: String,
    finding: Finding,
}

impl Finder {
    /// Looks for nothing yet.
    #[must_use]
    pub fn new(decompose: Decompose) -> Finder {
        Finder {
            alphabet: Alphabet::new(SLOTS, decompose),
            text: Folded::new(decompose),
            needles: Vec::new(),
            table: None,
            windows: 0,
            at: 0,
        }
    }

    /// Looks for one more anchor. Nothing has been compared yet.
    pub fn seek(&mut self, anchor: &Anchor) {
        let mut fold = |text: Option<&str>| folded(text.unwrap_or_default(), &mut self.alphabet);
        self.needles.push(Needle {
            words: fold(Some(&anchor.quote)),
            before: fold(anchor.before.as_deref()),
            after: fold(anchor.after.as_deref()),
            finding: Finding::Missing,
        });
    }

    /// Takes the next piece of the text. How many bytes have been taken so far.
    pub fn read(&mut self, piece: &str) -> usize {
        self.text.push(piece, &mut self.alphabet);
        self.text.read
    }

    /// Compares the next `most` places of the text, which is complete by now. Whether
    /// there is nothing left to compare.
    pub fn proceed(&mut self, most: usize) -> bool {
        self.text.order();
        if self.table.is_none() {
            let Some(window) = WINDOWS.get(self.windows) else {
                return true;
            };
            let longer = WINDOWS.get(self.windows.wrapping_sub(1)).copied();
            self.table = Table::new(&self.needles, *window, longer.unwrap_or(usize::MAX));
            self.windows += 1;
            self.at = 0;
        }
        let Some(table) = &self.table else {
            return false;
        };
        let text = &self.text.text;
        let mut places = Vec::new();
        table.scan(
            text.as_bytes(),
            self.at,
            most,
            &self.needles,
            &mut |needle, at| {
                places.push((needle, at));
            },
        );
        for (needle, at) in places {
            let Some(needle) = self.needles.get_mut(needle) else {
                continue;
            };
            let words = &needle.words;
            let end = at + words.len();
            let (Some(head), Some(tail)) = (text.get(..at), text.get(end..)) else {
                continue;
            };
            let stands = edge::whole(head, words, tail, &mut self.alphabet)
                && edge::follows(head, &needle.before, words)
                && edge::precedes(tail, &needle.after, words);
            if let Some(range) = self.text.source(at..end).filter(|_| stands) {
                needle.finding = match &needle.finding {
                    Finding::Missing => Finding::Found(range),
                    Finding::Found(_) => Finding::Ambiguous(2),
                    Finding::Ambiguous(places) => Finding::Ambiguous(*places + 1),
                };
            }
        }
        self.at = self.at.saturating_add(most);
        if self.at >= text.len() {
            self.table = None;
        }
        false
    }

    /// What was found, in the order of the anchors: all there is once
    /// [`Finder::proceed`] says so.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.needles.iter().map(|needle| &needle.finding)
    }
}

/// A text in the form in which texts are compared.
pub(super) fn folded(text: &str, alphabet: &mut Alphabet) -> String {
    let mut folded = Folded::new(alphabet.decompose);
    folded.push(text, alphabet);
    folded.order();
    folded.text
}
