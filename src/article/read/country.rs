use super::{
    cursor::Cursor,
    desk::{Desk, To},
    text::made,
};
use crate::article::{Amount, Claim, Code, Country, Figure, Mistake, Value};

impl<'v> Desk<'v> {
    /// The card of a listed country.
    pub(super) fn card(&mut self, at: &Cursor<'v, '_>, code: Code) -> Country {
        let mut country = Country {
            name: self.optional(at, "name"),
            listed: true,
            ..Country::bare(code)
        };
        let list = self.list(at, "also");
        let mut entry = 0;
        while let Some(item) = list.item(entry) {
            country.also.extend(self.text(&item));
            entry += 1;
        }
        let flag = at.get("flag");
        match flag.value {
            Value::Null => {}
            Value::Bool(flag) => country.flag = *flag,
            _ => self.mistyped(&flag, Mistake::NotFlag),
        }
        country.note = self.optional(at, "note");
        let list = self.list(at, "claims");
        let mut entry = 0;
        while let Some(item) = list.item(entry) {
            country.claims.extend(self.claim(&item));
            entry += 1;
        }
        let list = self.list(at, "figures");
        let mut entry = 0;
        while let Some(item) = list.item(entry) {
            country.figures.extend(self.figure(&item));
            entry += 1;
        }
        country
    }

    fn claim(&mut self, at: &Cursor<'v, '_>) -> Option<Claim> {
        let outer = self.open(at, "text speaker verb quote events source")?;
        let told = self.notes.errors;
        let text = self.optional(at, "text");
        let quote = self.optional(at, "quote");
        if text.is_none() && quote.is_none() {
            self.lost = true;
            if self.notes.errors == told {
                self.tell(&at.gap("text"), Mistake::MissingInClaim);
            }
        }
        let claim = Claim {
            text: text.unwrap_or_else(|| made("")),
            quote,
            speaker: self.speaker(at),
            verb: self.optional(at, "verb"),
            events: self.references(at, "events", To::Event, Mistake::UnknownEvent),
            source: self.anchor(at),
        };
        if claim.speaker.is_none() && !self.lost {
            self.tell(&at.gap("speaker"), Mistake::ClaimWithoutSpeaker);
        }
        self.close(outer, claim)
    }

    fn figure(&mut self, at: &Cursor<'v, '_>) -> Option<Figure> {
        let outer = self.open(at, "value qualifier label since speaker source")?;
        let figure = Figure {
            value: self.amount(at),
            label: self.required(at, "label"),
            qualifier: self.optional(at, "qualifier"),
            since: self.date(&at.get("since")),
            speaker: self.speaker(at),
            source: self.anchor(at),
        };
        self.close(outer, figure)
    }

    fn amount(&mut self, at: &Cursor<'v, '_>) -> Amount {
        let value = at.get("value");
        match value.value {
            Value::Number(number) if number.is_finite() => return Amount::Number(*number),
            Value::String(_) | Value::Null => return Amount::Words(self.required(at, "value")),
            _ => {}
        }
        self.lost = true;
        self.mistyped(&value, Mistake::NotAmount);
        Amount::Number(0.0)
    }
}
