use super::Decompose;

/// What a character is folded to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    /// White space: runs are one blank, and none beside quotation marks and dashes.
    Blank,
    /// A quotation mark or an apostrophe: a run of them is [`QUOTE`].
    Quote,
    /// A hyphen, a dash or a minus: a run of them is [`DASH`].
    Dash,
    /// Nothing that anybody sees: gone.
    Nothing,
    /// Itself.
    Same,
    /// A mark that combines with what stands before it; its decomposition.
    Mark(&'a str),
    /// Other characters, the last bytes of which, so many, are marks.
    Into(&'a str, usize),
}

/// What all quotation marks are folded to.
pub(super) const QUOTE: &str = "'";
/// What all dashes are folded to.
pub(super) const DASH: &str = "-";

/// A mark of the lowest combining class there is: canonical ordering takes it before
/// any others that it stands after, which tells those from what they combine with.
const LOWEST: char = '\u{334}';

/// How the characters of some texts decompose. Of the tables of Unicode only those
/// few entries are needed, and the platform gives them in a single call.
pub(super) struct Alphabet {
    /// A bit for every character met.
    met: Vec<u64>,
    /// A bit for every character that is in `entries`.
    known: Vec<u64>,
    /// Marks and what decomposes, in the order of the characters.
    entries: Vec<Entry>,
    pub(super) decompose: Decompose,
}

struct Entry {
    character: char,
    into: String,
    /// How many of the last bytes are marks; all of them for a mark.
    marks: usize,
}

impl Alphabet {
    pub(super) fn new() -> Alphabet {
        Alphabet {
            met: Vec::new(),
            known: Vec::new(),
            entries: Vec::new(),
            decompose: str::to_owned,
        }
    }

    /// Takes note of the characters of a text.
    pub(super) fn meet(&mut self, text: &str) {
        if !text.is_ascii() {
            // Nothing under U+00C0 decomposes.
            for c in text.chars().filter(|c| *c >= '\u{c0}') {
                set(&mut self.met, c);
            }
        }
    }

    /// Asks the platform how those that were met decompose.
    pub(super) fn learn(&mut self, decompose: Decompose) {
        self.decompose = decompose;
        let mut characters = Vec::new();
        let mut lines = String::new();
        for (word, bits) in self.met.iter().enumerate() {
            let mut bits = *bits;
            while bits != 0 {
                let code = word as u32 * 64 + bits.trailing_zeros();
                bits &= bits - 1;
                if let Some(c) = char::from_u32(code).filter(|c| fixed(*c) == Kind::Same) {
                    characters.push(c);
                    lines.push(c);
                    lines.push(LOWEST);
                    lines.push('\n');
                }
            }
        }
        if characters.is_empty() {
            return;
        }
        for (character, line) in characters.into_iter().zip(decompose(&lines).split('\n')) {
            let (base, marks) = line.split_once(LOWEST).unwrap_or((line, ""));
            let into = [base, marks].concat();
            let same = into.strip_prefix(character).is_some_and(str::is_empty);
            if base.is_empty() || !same {
                set(&mut self.known, character);
                let marks = marks.len();
                self.entries.push(Entry {
                    character,
                    into,
                    marks,
                });
            }
        }
    }

    pub(super) fn kind(&self, c: char) -> Kind<'_> {
        if c.is_ascii_alphanumeric() {
            return Kind::Same;
        }
        if !is_set(&self.known, c) {
            return fixed(c);
        }
        let at = self
            .entries
            .binary_search_by(|entry| entry.character.cmp(&c));
        let entry = at.ok().and_then(|at| self.entries.get(at));
        entry.map_or(Kind::Same, |entry| {
            if entry.marks == entry.into.len() {
                Kind::Mark(&entry.into)
            } else {
                Kind::Into(&entry.into, entry.marks)
            }
        })
    }
}

fn set(bits: &mut Vec<u64>, c: char) {
    let word = c as usize / 64;
    if bits.len() <= word {
        bits.resize(word + 1, 0);
    }
    if let Some(word) = bits.get_mut(word) {
        *word |= 1 << (c as u32 % 64);
    }
}

fn is_set(bits: &[u64], c: char) -> bool {
    let word = bits.get(c as usize / 64).copied().unwrap_or(0);
    word >> (c as u32 % 64) & 1 == 1
}

/// What needs no tables of the platform's: the characters that differ between two
/// copies of one text.
fn fixed(c: char) -> Kind<'static> {
    match c {
        '\t'..='\r'
        | ' '
        | '\u{85}'
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => Kind::Blank,
        // Primes, and the letters and signs that stand for an apostrophe (Ukrainian) or
        // a quotation mark (Hebrew, Chinese, Japanese), too.
        '"'
        | '\''
        | '`'
        | '´'
        | '«'
        | '»'
        | 'ʹ'..='ʼ'
        | '\u{5f3}'
        | '\u{5f4}'
        | '‘'..='‟'
        | '′'..='‷'
        | '‹'
        | '›'
        | '❛'..='❟'
        | '「'..='』'
        | '〝'..='〟'
        | '＂'
        | '＇' => Kind::Quote,
        '-'
        | '\u{5be}'
        | '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{2e3a}'
        | '\u{2e3b}'
        | '\u{fe58}'
        | '\u{fe63}'
        | '\u{ff0d}' => Kind::Dash,
        // Soft hyphens, joiners, directions.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => Kind::Nothing,
        '…' => Kind::Into("...", 0),
        'ﬀ' => Kind::Into("ff", 0),
        'ﬁ' => Kind::Into("fi", 0),
        'ﬂ' => Kind::Into("fl", 0),
        'ﬃ' => Kind::Into("ffi", 0),
        'ﬄ' => Kind::Into("ffl", 0),
        'ﬅ' | 'ﬆ' => Kind::Into("st", 0),
        _ => Kind::Same,
    }
}
