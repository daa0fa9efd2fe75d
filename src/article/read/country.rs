use super::{
    desk::{Desk, To},
    fields::{Fields, member},
    text::made,
};
use crate::article::{Amount, Claim, Country, Figure, Kind, Mistake, Value};

impl<'v> Desk<'v> {
    /// Gives a listed country its place, unless it gets no card.
    pub(super) fn listed(&mut self, at: &'v Value) {
        let mut fields = self.open(at, "code name also flag note claims figures");
        let place = fields.next();
        if place.is_null() {
            if !fields.lost {
                fields.tell(Mistake::MissingField);
            }
        } else if let Some(code) = fields.desk.code(place) {
            if self.countries.contains(&code) {
                self.tell(place, Mistake::DuplicateCountry);
            } else {
                self.countries.push(code);
            }
        }
    }

    /// Fills the card of a listed country.
    pub(super) fn card(&mut self, at: &'v Value, country: &mut Country) {
        let mut fields = Fields::known(self, at, "name also flag note claims figures");
        country.listed = true;
        fields.text(&mut country.name);
        for item in fields.list() {
            if let Some(word) = fields.desk.text(item) {
                country.also.push(word);
            }
        }
        country.flag = fields.flag();
        fields.text(&mut country.note);
        for (entry, item) in fields.list().iter().enumerate() {
            fields.desk.claim(item, entry, &mut country.claims);
        }
        for (entry, item) in fields.list().iter().enumerate() {
            fields.desk.figure(item, entry, &mut country.figures);
        }
    }

    fn claim(&mut self, at: &'v Value, entry: usize, into: &mut Vec<Claim>) {
        let told = self.notes.errors;
        let mut fields = self.open(at, "text quote speaker via verb kind events source");
        let mut text = None;
        fields.text(&mut text);
        let mut claim = Claim {
            text: made(text.as_deref().unwrap_or_default()),
            quote: None,
            speaker: None,
            verb: None,
            kind: None,
            via: None,
            events: Vec::new(),
            source: None,
            entry,
        };
        fields.text(&mut claim.quote);
        if text.is_none() && claim.quote.is_none() {
            fields.lost = true;
            if fields.desk.notes.errors == told {
                let mistake = Mistake::MissingInClaim;
                fields.desk.notes.tell(at, "text", mistake, "");
            }
        }
        fields.speaker(&mut claim.speaker);
        fields.speaker(&mut claim.via);
        fields.text(&mut claim.verb);
        fields.kind(&mut claim.kind);
        fields.references(To::Event, &mut claim.events);
        fields.anchor(&mut claim.source);
        if fields.lost {
            return;
        }
        if claim.speaker.is_none() {
            let mistake = Mistake::ClaimWithoutSpeaker;
            self.notes.tell(at, "speaker", mistake, "");
        }
        into.push(claim);
    }

    fn figure(&mut self, at: &'v Value, entry: usize, into: &mut Vec<Figure>) {
        let mut fields = self.open(at, "value label qualifier unit since speaker source");
        let mut figure = Figure {
            value: fields.amount(),
            label: fields.required(),
            qualifier: None,
            unit: None,
            since: None,
            speaker: None,
            source: None,
            entry,
        };
        fields.text(&mut figure.qualifier);
        fields.text(&mut figure.unit);
        fields.date_if_any(&mut figure.since);
        fields.speaker(&mut figure.speaker);
        fields.anchor(&mut figure.source);
        if !fields.lost {
            into.push(figure);
        }
    }
}

impl Fields<'_, '_> {
    /// The next member, what a claim is.
    fn kind(&mut self, into: &mut Option<Kind>) {
        let word = self.text_if_any();
        *into = match word.as_deref() {
            Some("allegation") => Some(Kind::Allegation),
            Some("denial") => Some(Kind::Denial),
            Some("finding") => Some(Kind::Finding),
            Some(_) => {
                self.tell(Mistake::UnknownKind);
                None
            }
            None => None,
        };
    }

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
