//! The date of an entry: its value, its words, on what it rests.

use super::Builder;
use crate::import::{
    dates::{Found, Note},
    draft::When,
    entry::Entry,
    ledger::Target,
    reason::Reason,
};

impl Builder<'_> {
    /// The date, with its words; `None` when the entry is left out for want of one.
    pub(super) fn when(
        &mut self,
        entry: &Entry,
        target: &dyn Fn(&'static str) -> Target,
    ) -> Option<When> {
        let found = match &entry.dated.found {
            Ok(found) => found,
            Err(trouble) => {
                self.ledger.report(
                    entry.pieces.clone(),
                    Reason::NoDate {
                        trouble: trouble.clone(),
                    },
                );
                return None;
            }
        };
        let mut when = When {
            value: found.value.clone(),
            text: found.text.clone(),
            calendar: found.julian.then(|| "julian".to_string()),
            ..When::default()
        };
        for piece in &entry.dated.pieces {
            self.ledger.became(*piece, target("date"));
        }
        self.date_notes(entry, found, target("date"));
        for (piece, why) in &entry.dated.left_out {
            self.ledger.report_at(
                [*piece],
                Reason::DatePart { why: why.clone() },
                Some(target("date")),
            );
        }
        if let Some((pieces, why)) = &entry.dated.no_end {
            self.ledger.report_at(
                pieces.clone(),
                Reason::NoEnd { why: why.clone() },
                Some(target("date")),
            );
        }
        if let Some(piece) = entry.words
            && let Some(words) = self.line(piece, entry)
        {
            if when.text.as_ref().is_some_and(|own| *own != words) {
                self.ledger.report_at(
                    entry.dated.pieces.clone(),
                    Reason::OwnWords,
                    Some(target("date/text")),
                );
            }
            when.text = Some(words);
            self.ledger.became(piece, target("date/text"));
        }
        self.basis(entry, &mut when, target);
        Some(when)
    }

    /// Tells what was chosen on the way to a date.
    pub(super) fn date_notes(&mut self, entry: &Entry, found: &Found, target: Target) {
        let (common, own): (Vec<&Note>, Vec<&Note>) = found.notes.iter().partition(|note| {
            matches!(
                note,
                Note::OrderOfColumn(_) | Note::OrderGiven | Note::OrderOfFormat(_) | Note::Coarser
            )
        });
        let pieces = entry.dated.pieces.clone();
        for note in common {
            for piece in &pieces {
                self.share(
                    *piece,
                    Reason::Format {
                        what: note.to_string(),
                    },
                );
            }
        }
        if found.is_asked() {
            let why: Vec<String> = own.iter().map(ToString::to_string).collect();
            let reason = Reason::DateAsked {
                value: found.value.clone(),
                others: found.others.clone(),
                why: why.join(" "),
            };
            self.ledger.report_at(pieces, reason, Some(target));
            return;
        }
        for note in own {
            let reason = Reason::Date {
                value: found.value.clone(),
                note: note.clone(),
            };
            self.ledger.report_at(pieces.clone(), reason, Some(target));
        }
    }

    /// On what the date rests, as Dateline's own tables say it.
    pub(super) fn basis(
        &mut self,
        entry: &Entry,
        when: &mut When,
        target: &dyn Fn(&'static str) -> Target,
    ) {
        if let Some(piece) = entry.basis {
            let word = self.ledger.text(piece).trim().to_ascii_lowercase();
            if matches!(word.as_str(), "stated" | "inferred" | "editor") {
                when.basis = Some(word);
                self.ledger.became(piece, target("date/basis"));
            } else {
                let known = "stated, inferred or editor".into();
                self.ledger.report([piece], Reason::UnknownWord { known });
            }
        }
        let basis = when.basis.clone();
        let fits = |word: &str| basis.as_deref() == Some(word);
        for (piece, field, fits, slot) in [
            (entry.from, "date/from", fits("inferred"), &mut when.from),
            (entry.note, "date/note", fits("editor"), &mut when.note),
        ] {
            let Some(piece) = piece else { continue };
            if !fits {
                let what = format!("{} without its basis", field.trim_start_matches("date/"));
                self.ledger.report([piece], Reason::NoPlace { what });
                continue;
            }
            *slot = self.line(piece, entry);
            self.ledger.became(piece, target(field));
        }
        if let Some(piece) = entry.calendar {
            let word = self.ledger.text(piece).trim().to_ascii_lowercase();
            match word.as_str() {
                "julian" => {
                    when.calendar = Some(word);
                    self.ledger.became(piece, target("date/calendar"));
                }
                _ if word.ends_with("q1985786") => {
                    // Query results are converted to the Gregorian calendar already.
                    let what = "The calendar of the statement; query results are Gregorian".into();
                    self.ledger.report([piece], Reason::Aside { what });
                }
                _ if word.ends_with("q1985727") => self.ledger.became(piece, target("date")),
                "gregorian" => self.ledger.became(piece, target("date")),
                _ => self.ledger.report(
                    [piece],
                    Reason::UnknownWord {
                        known: "julian or gregorian".into(),
                    },
                ),
            }
        }
    }
}
