use super::{fields::Fields, source::anchor};
use crate::article::{Amount, Claim, Code, Country, Figure, Kind, Mistake, Text, Value};

/// What a claim may be, by the word for it.
const KINDS: [(&str, Kind); 3] = [
    ("allegation", Kind::Allegation),
    ("denial", Kind::Denial),
    ("finding", Kind::Finding),
];

/// A country's card; `listed` are the countries of those before.
pub(super) fn country(fields: &mut Fields<'_>, listed: &mut Vec<Code>) -> Option<Country> {
    let code = fields.code(listed);
    let name = fields.text("name");
    let also = fields.list("also", |item| item.text().ok().flatten());
    let flag = fields.flag("flag");
    let note = fields.text("note");
    let claims = fields.objects("claims", claim);
    let figures = fields.objects("figures", figure);
    Some(Country {
        code: code?,
        name,
        also,
        flag,
        listed: true,
        note,
        claims,
        figures,
    })
}

fn claim(fields: &mut Fields<'_>) -> Claim {
    let (text, quote) = fields.words();
    let claim = Claim {
        text: text.unwrap_or_default(),
        quote,
        speaker: fields.speaker("speaker"),
        via: fields.speaker("via"),
        verb: fields.text("verb"),
        kind: fields.word("kind", &KINDS, Mistake::UnknownKind),
        events: fields.events("events"),
        source: fields.object("source", anchor),
        entry: fields.position(),
    };
    if claim.speaker.is_none() && !fields.lost {
        fields.field("speaker").tell(Mistake::ClaimWithoutSpeaker);
    }
    claim
}

fn figure(fields: &mut Fields<'_>) -> Figure {
    Figure {
        value: fields.amount("value"),
        label: fields.required_text("label"),
        qualifier: fields.text("qualifier"),
        unit: fields.text("unit"),
        since: fields.date("since"),
        speaker: fields.speaker("speaker"),
        source: fields.object("source", anchor),
        entry: fields.position(),
    }
}

impl Fields<'_> {
    /// What is claimed, in the article's words, word for word, or both; without either
    /// the claim is lost.
    fn words(&mut self) -> (Option<Text>, Option<Text>) {
        let text = self.found("text", |field| field.text());
        let quote = self.found("quote", |field| field.text());
        if text == Ok(None) && quote == Ok(None) {
            let mut text = self.field("text");
            text.tell_missing(Mistake::MissingInClaim, &[]);
        }
        let words = (text.ok().flatten(), quote.ok().flatten());
        self.lost |= words == (None, None);
        words
    }

    /// How many.
    fn amount(&mut self, name: &'static str) -> Amount {
        let mut field = self.field(name);
        match field.value {
            Value::String(_) | Value::Null => Amount::Words(self.required_text(name)),
            Value::Number(number) if number.is_finite() => Amount::Number(*number),
            _ => {
                field.tell_type(Mistake::NotAmount);
                self.lost = true;
                Amount::Number(0.0)
            }
        }
    }
}
