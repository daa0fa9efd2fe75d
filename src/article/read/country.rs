use super::{
    desk::{Desk, To},
    fields::{Fields, member},
};
use crate::article::{Amount, Claim, Code, Country, Figure, Mistake, Value};

/// What a country may hold.
const KEYS: &str = "code name also flag note claims figures";

impl<'v> Desk<'v> {
    /// The code of a listed country, unless it gets no card.
    pub(super) fn listed(&mut self, at: &'v Value) -> Option<Code> {
        let mut fields = self.open(at, KEYS)?;
        let place = fields.next();
        if place.is_null() {
            fields.tell(Mistake::MissingField);
            return None;
        }
        let code = self.code(place)?;
        if self.countries.contains(&code) {
            self.tell(place, Mistake::DuplicateCountry);
            return None;
        }
        self.countries.push(code);
        Some(code)
    }

    /// Fills the card of a listed country.
    pub(super) fn card(&mut self, at: &'v Value, country: &mut Country) {
        let mut fields = Fields::new(self, at, KEYS);
        fields.next();
        country.listed = true;
        country.name = fields.text();
        for item in fields.list() {
            if let Some(word) = fields.desk.text(item) {
                country.also.push(word);
            }
        }
        match fields.next() {
            Value::Null => {}
            Value::Bool(flag) => country.flag = *flag,
            other => fields.desk.mistyped(other, Mistake::NotFlag),
        }
        country.note = fields.text();
        for item in fields.list() {
            if let Some(claim) = fields.desk.claim(item) {
                country.claims.push(claim);
            }
        }
        for item in fields.list() {
            if let Some(figure) = fields.desk.figure(item) {
                country.figures.push(figure);
            }
        }
    }

    fn claim(&mut self, at: &'v Value) -> Option<Claim> {
        let mut fields = self.open(at, "text quote speaker verb events source")?;
        let told = fields.desk.notes.errors;
        let text = fields.text();
        let quote = fields.text();
        if text.is_none() && quote.is_none() {
            fields.lost = true;
            if fields.desk.notes.errors == told {
                fields
                    .desk
                    .notes
                    .tell(at, "text", Mistake::MissingInClaim, "");
            }
        }
        let claim = Claim {
            text: text.unwrap_or_else(|| super::text::made("")),
            quote,
            speaker: fields.speaker(),
            verb: fields.text(),
            events: fields.references(To::Event),
            source: fields.anchor(),
        };
        if claim.speaker.is_none() && !fields.lost {
            let mistake = Mistake::ClaimWithoutSpeaker;
            fields.desk.notes.tell(at, "speaker", mistake, "");
        }
        fields.whole(claim)
    }

    fn figure(&mut self, at: &'v Value) -> Option<Figure> {
        let mut fields = self.open(at, "value label qualifier since speaker source")?;
        let figure = Figure {
            value: fields.amount(),
            label: fields.required(),
            qualifier: fields.text(),
            since: fields.date_if_any(),
            speaker: fields.speaker(),
            source: fields.anchor(),
        };
        fields.whole(figure)
    }
}

impl Fields<'_, '_> {
    /// The next member, how many.
    fn amount(&mut self) -> Amount {
        if let Value::String(_) | Value::Null = member(self.object, "value") {
            return Amount::Words(self.required());
        }
        match self.next() {
            Value::Number(number) if number.is_finite() => Amount::Number(*number),
            other => {
                self.desk.mistyped(other, Mistake::NotAmount);
                self.lost = true;
                Amount::Number(0.0)
            }
        }
    }
}
