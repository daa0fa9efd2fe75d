use std::ops::Range;

use super::{
    Decompose,
    alphabet::{Alphabet, DASH, Kind, QUOTE},
};

/// A text in the form in which texts are compared, with the way back. It may be folded
/// piece by piece.
pub(super) struct Folded {
    pub(super) text: String,
    joints: Vec<Joint>,
    /// How many bytes of the source are folded.
    pub(super) read: usize,
    /// The byte of the source at which a copy as it is would go on.
    next: usize,
    /// White space that has not been written yet.
    blank: Option<Range<usize>>,
    /// Where the quotation mark or dash that was written last ends in the source.
    sign: usize,
    /// Where in the folded text the marks at its end begin, and whether they came from
    /// more than one character, so that their order may not be the canonical one.
    marks: Option<(usize, bool)>,
    decompose: Decompose,
}

/// From here to the next joint the folded text is the source as it is, or it is what
/// one piece of the source became.
struct Joint {
    /// The byte of the folded text.
    folded: usize,
    /// The byte of the source.
    source: usize,
    /// Where the piece ends in the source.
    piece: Option<usize>,
}

impl Folded {
    /// Nothing yet.
    pub(super) fn new(decompose: Decompose) -> Folded {
        Folded {
            text: String::new(),
            joints: Vec::new(),
            read: 0,
            next: usize::MAX,
            blank: None,
            sign: 0,
            marks: None,
            decompose,
        }
    }

    /// Goes on with a piece of the source.
    pub(super) fn push(&mut self, piece: &str, alphabet: &mut Alphabet) {
        let before = self.read;
        for (at, c) in piece.char_indices() {
            self.take(before + at, c, alphabet.kind(c));
        }
        self.read += piece.len();
    }

    /// The bytes of the source that became these, unless an end is within a piece or
    /// there are none.
    pub(super) fn source(&self, range: Range<usize>) -> Option<Range<usize>> {
        let first = self.joint(range.start)?;
        let start = match first.piece {
            None => first.source + (range.start - first.folded),
            Some(_) if first.folded == range.start => first.source,
            Some(_) => return None,
        };
        let last = self.joint(range.end.checked_sub(1)?)?;
        let end = match last.piece {
            None => last.source + (range.end - last.folded),
            Some(end) => {
                let whole =
                    range.end == self.text.len() || self.joint(range.end)?.folded == range.end;
                whole.then_some(end)?
            }
        };
        // Of signs in a row, one that stands alone has nothing between them.
        (start < end).then_some(start..end)
    }

    /// The last joint at or before a byte.
    fn joint(&self, at: usize) -> Option<&Joint> {
        let after = self.joints.partition_point(|joint| joint.folded <= at);
        self.joints.get(after.checked_sub(1)?)
    }

    fn take(&mut self, at: usize, c: char, kind: Kind<'_>) {
        let end = at + c.len_utf8();
        match kind {
            Kind::Blank => match &mut self.blank {
                Some(blank) => blank.end = end,
                None => self.blank = Some(at..end),
            },
            Kind::Nothing => {}
            Kind::Quote => self.sign(at..end, QUOTE),
            Kind::Dash => self.sign(at..end, DASH),
            Kind::Same => {
                self.write_blank();
                self.order();
                self.copy(at, c);
            }
            Kind::Into(into, marks) => {
                self.write_blank();
                self.order();
                self.piece(at..end, into);
                if marks > 0 {
                    self.marks = Some((self.text.len() - marks, false));
                }
            }
            Kind::Mark(into) => {
                self.write_blank();
                self.marks = Some(match self.marks {
                    Some((start, _)) => (start, true),
                    None => (self.text.len(), false),
                });
                self.piece(at..end, into);
            }
        }
    }

    /// A quotation mark or a dash: no blank before it, nor a second of its kind.
    fn sign(&mut self, source: Range<usize>, sign: &str) {
        self.blank = None;
        self.order();
        if self.text.ends_with(sign) {
            // An anchor takes the innermost of them: up to the first, from the last.
            let folded = self.text.len() - sign.len();
            let joints = &mut self.joints;
            while joints.pop_if(|joint| joint.folded >= folded).is_some() {}
            joints.push(Joint {
                folded,
                source: source.start,
                piece: Some(self.sign),
            });
            self.next = usize::MAX;
        } else {
            self.sign = source.end;
            self.piece(source, sign);
        }
    }

    /// Writes the white space before what comes now.
    fn write_blank(&mut self) {
        let text = &self.text;
        let beside = text.is_empty() || text.ends_with(QUOTE) || text.ends_with(DASH);
        if let Some(blank) = self.blank.take().filter(|_| !beside) {
            self.order();
            self.piece(blank, " ");
        }
    }

    fn copy(&mut self, at: usize, c: char) {
        if at != self.next {
            self.joints.push(Joint {
                folded: self.text.len(),
                source: at,
                piece: None,
            });
        }
        self.text.push(c);
        self.next = at + c.len_utf8();
    }

    fn piece(&mut self, source: Range<usize>, into: &str) {
        // One character for another of the same length needs no joint in a copy.
        let alike = source.len() == into.len() && into.chars().nth(1).is_none();
        if alike && source.start == self.next {
            self.next = source.end;
        } else {
            self.joints.push(Joint {
                folded: self.text.len(),
                source: source.start,
                piece: Some(source.end),
            });
            self.next = usize::MAX;
        }
        self.text.push_str(into);
    }

    /// Puts the marks at the end into their canonical order. An anchor never begins or
    /// ends among them, so that the joints may stay. At the end of the source this is
    /// all that is left to do.
    pub(super) fn order(&mut self) {
        if let Some((start, true)) = self.marks.take()
            && let Some(marks) = self.text.get(start..)
        {
            let ordered = (self.decompose)(marks);
            self.text.truncate(start);
            self.text.push_str(&ordered);
        }
    }
}
