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

/// What characters are folded to. The platform has the tables of Unicode; it is asked
/// once for each character, as long as no other takes its slot.
pub(super) struct Alphabet {
    slots: Vec<Slot>,
    pub(super) decompose: Decompose,
}

#[derive(Clone)]
struct Slot {
    /// Whose slot it is; NUL has none.
    character: char,
    /// What needs no tables of the platform's.
    fixed: Kind<'static>,
    /// What it decomposes to; empty for itself.
    into: String,
    /// How many of the last bytes are marks; all of them for a mark.
    marks: usize,
}

impl Alphabet {
    /// Remembers so many characters at a time.
    pub(super) fn new(slots: usize, decompose: Decompose) -> Alphabet {
        let slot = Slot {
            character: '\0',
            fixed: Kind::Same,
            into: String::new(),
            marks: 0,
        };
        Alphabet {
            slots: vec![slot; slots],
            decompose,
        }
    }

    pub(super) fn kind(&mut self, c: char) -> Kind<'_> {
        if c.is_ascii_alphanumeric() {
            return Kind::Same;
        }
        let place = (c as usize).checked_rem(self.slots.len()).unwrap_or(0);
        let Some(slot) = self.slots.get_mut(place) else {
            return Kind::Same;
        };
        if slot.character != c {
            slot.character = c;
            slot.fixed = fixed(c);
            slot.into.clear();
            // Nothing under U+00C0 decomposes.
            if slot.fixed == Kind::Same && c >= '\u{c0}' {
                let mut line = String::from(c);
                line.push(LOWEST);
                let line = (self.decompose)(&line);
                let (base, marks) = line.split_once(LOWEST).unwrap_or((&line, ""));
                slot.marks = marks.len();
                // A mark stands behind the lowest one even when it stays what it is.
                if !marks.is_empty() || base.strip_prefix(c) != Some("") {
                    slot.into = [base, marks].concat();
                }
            }
        }
        if slot.into.is_empty() {
            slot.fixed
        } else if slot.marks == slot.into.len() {
            Kind::Mark(&slot.into)
        } else {
            Kind::Into(&slot.into, slot.marks)
        }
    }
}

/// The characters that differ between two copies of one text: pairs, each the first and
/// the last of a range.
const BLANKS: &str = "\t\r  \u{85}\u{85}\u{a0}\u{a0}\u{1680}\u{1680}\u{2000}\u{200a}\u{2028}\u{2029}\
    \u{202f}\u{202f}\u{205f}\u{205f}\u{3000}\u{3000}";
/// Primes, and the letters and signs that stand for an apostrophe (Ukrainian) or a
/// quotation mark (Hebrew, Chinese, Japanese), too.
const QUOTES: &str = "\"\"''``´´««»»ʹʼ\u{5f3}\u{5f4}‘‟′‷‹›❛❟「』〝〟＂＂＇＇";
const DASHES: &str = "--\u{5be}\u{5be}\u{2010}\u{2015}\u{2043}\u{2043}\u{2212}\u{2212}\
    \u{2e3a}\u{2e3b}\u{fe58}\u{fe58}\u{fe63}\u{fe63}\u{ff0d}\u{ff0d}";
/// Soft hyphens, joiners, directions.
const NOTHING: &str = "\u{ad}\u{ad}\u{61c}\u{61c}\u{200b}\u{200f}\u{202a}\u{202e}\
    \u{2060}\u{2064}\u{2066}\u{2069}\u{feff}\u{feff}";
/// From U+FB00 on.
const LIGATURES: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

fn fixed(c: char) -> Kind<'static> {
    let kinds = [
        (BLANKS, Kind::Blank),
        (QUOTES, Kind::Quote),
        (DASHES, Kind::Dash),
        (NOTHING, Kind::Nothing),
        ("……", Kind::Into("...", 0)),
    ];
    for (ranges, kind) in kinds {
        let mut ends = ranges.chars();
        while let (Some(first), Some(last)) = (ends.next(), ends.next()) {
            if first <= c && c <= last {
                return kind;
            }
        }
    }
    let ligature = LIGATURES.get((c as usize).wrapping_sub(0xfb00));
    ligature.map_or(Kind::Same, |letters| Kind::Into(letters, 0))
}
