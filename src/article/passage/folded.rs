use std::ops::Range;

use super::alphabet::{Alphabet, DASH, Kind, QUOTE};

/// A text in the form in which texts are compared, with the way back.
pub(super) struct Folded {
    pub(super) text: String,
    joints: Vec<Joint>,
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

/// What is known while folding of what came before.
struct Fold<'a> {
    folded: Folded,
    alphabet: &'a Alphabet,
    /// The byte of the source at which a copy as it is would go on.
    next: usize,
    /// White space that has not been written yet.
    blank: Option<Range<usize>>,
    /// Where the quotation mark or dash that was written last ends in the source.
    sign: usize,
    /// Where in the folded text the marks at its end begin, and whether they came from
    /// more than one character, so that their order may not be the canonical one.
    marks: Option<(usize, bool)>,
}

impl Folded {
    pub(super) fn new(text: &str, alphabet: &Alphabet) -> Folded {
        let folded = Folded {
            text: String::with_capacity(text.len()),
            joints: Vec::new(),
        };
        let mut fold = Fold {
            folded,
            alphabet,
            next: usize::MAX,
            blank: None,
            sign: 0,
            marks: None,
        };
        for (at, c) in text.char_indices() {
            fold.take(at, c);
        }
        fold.order();
        fold.folded
    }

    /// The bytes of the source that became these, unless an end is within a piece.
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
        Some(start..end)
    }

    /// The last joint at or before a byte.
    fn joint(&self, at: usize) -> Option<&Joint> {
        let after = self.joints.partition_point(|joint| joint.folded <= at);
        self.joints.get(after.checked_sub(1)?)
    }
}

impl Fold<'_> {
    fn take(&mut self, at: usize, c: char) {
        let end = at + c.len_utf8();
        match self.alphabet.kind(c) {
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
                    self.marks = Some((self.folded.text.len() - marks, false));
                }
            }
            Kind::Mark(into) => {
                self.write_blank();
                self.marks = Some(match self.marks {
                    Some((start, _)) => (start, true),
                    None => (self.folded.text.len(), false),
                });
                self.piece(at..end, into);
            }
        }
    }

    /// A quotation mark or a dash: no blank before it, nor a second of its kind.
    fn sign(&mut self, source: Range<usize>, sign: &str) {
        self.blank = None;
        self.order();
        if self.folded.text.ends_with(sign) {
            // An anchor takes the innermost of them: up to the first, from the last.
            let folded = self.folded.text.len() - sign.len();
            let joints = &mut self.folded.joints;
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
        let text = &self.folded.text;
        let beside = text.is_empty() || text.ends_with(QUOTE) || text.ends_with(DASH);
        if let Some(blank) = self.blank.take().filter(|_| !beside) {
            self.order();
            self.piece(blank, " ");
        }
    }

    fn copy(&mut self, at: usize, c: char) {
        if at != self.next {
            self.folded.joints.push(Joint {
                folded: self.folded.text.len(),
                source: at,
                piece: None,
            });
        }
        self.folded.text.push(c);
        self.next = at + c.len_utf8();
    }

    fn piece(&mut self, source: Range<usize>, into: &str) {
        // One character for another of the same length needs no joint in a copy.
        let alike = source.len() == into.len() && into.chars().nth(1).is_none();
        if alike && source.start == self.next {
            self.next = source.end;
        } else {
            self.folded.joints.push(Joint {
                folded: self.folded.text.len(),
                source: source.start,
                piece: Some(source.end),
            });
            self.next = usize::MAX;
        }
        self.folded.text.push_str(into);
    }

    /// Puts the marks at the end into their canonical order. An anchor never begins or
    /// ends among them, so that the joints may stay.
    fn order(&mut self) {
        if let Some((start, true)) = self.marks.take()
            && let Some(marks) = self.folded.text.get(start..)
        {
            let ordered = (self.alphabet.decompose)(marks);
            self.folded.text.truncate(start);
            self.folded.text.push_str(&ordered);
        }
    }
}
