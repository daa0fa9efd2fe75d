use super::{fields::Fields, forms, source::anchor};
use crate::article::{
    Amount, Claim, Code, Comparison, Country, Date, Figure, Kind, Mistake, Text, Value,
};

/// What a claim may be, by the word for it.
const KINDS: [(&str, Kind); 3] = [
    ("allegation", Kind::Allegation),
    ("denial", Kind::Denial),
    ("finding", Kind::Finding),
];

/// A card; `listed` are what those before it go by.
pub(super) fn country(fields: &mut Fields<'_>, listed: &mut Vec<Text>) -> Option<Country> {
    let id = fields.code_or_id(listed);
    let code = fields
        .given("code")
        .and_then(|code| Code::new(code.value.as_str()?));
    // What has a code is named by the reader's browser.
    let name = match code {
        Some(_) => fields.text("name"),
        None if id.is_some() => Some(fields.required_text("name")),
        None => fields.text("name"),
    };
    let short = fields.short();
    let also = fields.list("also", |item| item.text().ok().flatten());
    let flag = fields.flag("flag");
    let note = fields.text("note");
    let claims = fields.objects("claims", claim);
    let figures = fields.objects("figures", figure);
    Some(Country {
        id: id?,
        code,
        name,
        short,
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
        when: fields.perhaps_when("date"),
        events: fields.events("events"),
        links: fields.links("links"),
        source: fields.object("source", anchor),
        entry: fields.position(),
    };
    if claim.speaker.is_none() && !fields.lost {
        fields.field("speaker").tell(Mistake::ClaimWithoutSpeaker);
    }
    claim
}

fn figure(fields: &mut Fields<'_>) -> Figure {
    let since = fields.date("since");
    Figure {
        value: fields.amount("value"),
        label: fields.required_text("label"),
        qualifier: fields.text("qualifier"),
        unit: fields.text("unit"),
        until: fields.until(since.as_ref()),
        since,
        than: fields.object("than", comparison),
        speaker: fields.speaker("speaker"),
        source: fields.object("source", anchor),
        entry: fields.position(),
    }
}

/// What a figure is compared with.
fn comparison(fields: &mut Fields<'_>) -> Comparison {
    Comparison {
        value: fields.amount("value"),
        label: fields.required_text("label"),
    }
}

impl Fields<'_> {
    /// Two to four letters for a name.
    fn short(&mut self) -> Option<Text> {
        let short = self.text("short")?;
        if forms::is_short(&short) {
            return Some(short);
        }
        self.field("short").tell(Mistake::NotShort);
        None
    }

    /// Until when a figure counts: not before `since`.
    fn until(&mut self, since: Option<&Date>) -> Option<Date> {
        let until = self.date("until")?;
        match (since.and_then(|since| since.earliest), until.end) {
            (Some(start), Some(end)) if start >= end => {
                self.field("until").tell(Mistake::EndBeforeStart);
                None
            }
            _ => Some(until),
        }
    }

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
