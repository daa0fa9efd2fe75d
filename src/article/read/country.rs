use super::{cursor::Cursor, desk::Desk};
use crate::article::{Amount, Claim, Code, Country, Figure, Value};

impl Desk<'_> {
    /// The card of a listed country. Its claims name events by their entry in `ids`
    /// until the events are sorted.
    pub(super) fn card(&mut self, at: &Cursor<'_, '_>, code: Code) -> Country {
        let name = self.optional(at, "name");
        let mut also = Vec::new();
        if let Some(list) = self.list(at, "also") {
            also.extend(list.items().filter_map(|at| self.text(&at)));
        }
        let flag = at.get("flag").is_some_and(|at| match at.value {
            Value::Bool(flag) => *flag,
            _ => {
                self.mistyped(&at, "true or false");
                false
            }
        });
        let note = self.optional(at, "note");
        let mut claims = Vec::new();
        if let Some(list) = self.list(at, "claims") {
            claims.extend(list.items().filter_map(|at| self.claim(&at)));
        }
        let mut figures = Vec::new();
        if let Some(list) = self.list(at, "figures") {
            figures.extend(list.items().filter_map(|at| self.figure(&at)));
        }
        Country {
            code,
            name,
            also,
            flag,
            listed: true,
            note,
            claims,
            figures,
        }
    }

    fn claim(&mut self, at: &Cursor<'_, '_>) -> Option<Claim> {
        if !self.object(
            at,
            &["text", "speaker", "verb", "quote", "events", "source"],
        ) {
            return None;
        }
        let told = self.notes.count();
        let text = self.optional(at, "text");
        let quote = self.optional(at, "quote");
        if text.is_none() && quote.is_none() && self.notes.count() == told {
            let message = ["The claim has neither “text” nor “quote”; it is left out."];
            let fix = ["Say what is claimed, or quote it."];
            self.notes
                .error(&at.gap("text"), "missing-field", &message, &fix);
        }
        let speaker = self.speaker(at);
        let verb = self.optional(at, "verb");
        let events = self.event_list(at);
        let source = self.anchor(at);
        let speaker = speaker.ok()?;
        if text.is_none() && quote.is_none() {
            return None;
        }
        if speaker.is_none() {
            let message = ["Nobody is named who says this."];
            let fix = ["Add “speaker” with the id of a person or institution in “people”."];
            self.notes
                .warning(&at.gap("speaker"), "claim-without-speaker", &message, &fix);
        }
        Some(Claim {
            text: text.unwrap_or_else(|| "".into()),
            speaker,
            verb,
            quote,
            events,
            source,
        })
    }

    fn figure(&mut self, at: &Cursor<'_, '_>) -> Option<Figure> {
        const KNOWN: [&str; 6] = ["value", "qualifier", "label", "since", "speaker", "source"];
        if !self.object(at, &KNOWN) {
            return None;
        }
        let value = self.amount(at);
        let label = self.required(at, "label", "The figure");
        let qualifier = self.optional(at, "qualifier");
        let since = at.get("since").and_then(|at| self.date(&at));
        let speaker = self.speaker(at);
        let source = self.anchor(at);
        Some(Figure {
            value: value?,
            qualifier,
            label: label?,
            since,
            speaker: speaker.ok()?,
            source,
        })
    }

    fn amount(&mut self, at: &Cursor<'_, '_>) -> Option<Amount> {
        match at.get("value") {
            Some(value) => match value.value {
                Value::Number(number) if number.is_finite() => Some(Amount::Number(*number)),
                Value::String(_) => {
                    let words = self.required(at, "value", "The figure")?;
                    Some(Amount::Words(words))
                }
                _ => {
                    self.mistyped(&value, "a number, or words in quotation marks");
                    None
                }
            },
            None => {
                self.missing(at, "value", "The figure");
                None
            }
        }
    }
}
