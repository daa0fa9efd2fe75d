use super::{
    Fact, Remarks,
    fact::When,
    months::{self, Mention},
    weekdays,
};
use crate::article::{
    Anchor, Mistake,
    date::{Point, Precision, Shape},
    weekday::named,
};

/// What the sentence and the article's own words say of when it was has to be the date.
pub fn date(fact: &Fact<'_>, language: &str, remarks: &mut Remarks) {
    let Some(when) = &fact.when else {
        return;
    };
    let Some(anchor) = &fact.anchor else {
        if when.basis == Some("inferred") {
            let path = format!("{}/source", fact.path);
            let words = [fact.kind, fact.name];
            remarks.tell(Mistake::InferredWithoutSentence, path, "", &words);
        }
        return;
    };
    if when.date.is_approximate() || when.date.is_uncertain() {
        return;
    }
    // The article's own words for the date tell more than the whole sentence.
    let own = when.text.map(|text| months::mentions(language, text));
    let own = own.filter(|mentions| !mentions.is_empty());
    let from_text = own.is_some();
    let mentions = own.unwrap_or_else(|| months::mentions(language, &anchor.quote));
    if mentions.iter().any(|mention| mention.fits(&when.date)) {
        return;
    }
    let stated = matches!(when.basis, None | Some("stated"));
    if mentions.is_empty() && stated {
        years(fact, when, anchor, remarks);
        return;
    }
    let counts = |mention: &&Mention| {
        // What was worked out had no date of its own in the article.
        from_text || !mention.relative && (stated || mention.year.is_none())
    };
    if let Some(mention) = mentions.iter().find(counts) {
        let day = mention
            .day
            .map_or(String::new(), |day| format!("-{day:02}"));
        let year = mention
            .year
            .map_or_else(|| "????".into(), |year| format!("{year:04}"));
        let said = format!("{year}-{:02}{day}", mention.month);
        let found = when.text.filter(|_| from_text).unwrap_or(&anchor.quote);
        let words = [fact.kind, fact.name, &said];
        remarks.tell(Mistake::DateDisagrees, when.path.clone(), found, &words);
    }
}

/// An exact day has to be the weekday that the sentence says; of the article's own
/// words for the date that is told without the sentence.
pub fn weekday(fact: &Fact<'_>, language: &str, remarks: &mut Remarks) {
    let (Some(when), Some(anchor)) = (&fact.when, &fact.anchor) else {
        return;
    };
    let stated = matches!(when.basis, None | Some("stated"));
    let Shape::Single(point) = when.date.shape else {
        return;
    };
    let exact =
        point.precision == Precision::Day && !point.is_approximate() && !point.is_uncertain();
    let Some((day, _)) = point.days().filter(|_| stated && exact) else {
        return;
    };
    let own = when
        .text
        .is_some_and(|text| named(language, text, 0).is_some());
    let said = weekdays::weekday(language, &anchor.quote, when.text.is_some(), &when.date);
    let fell = day.weekday() - 1;
    if let Some(said) = said.filter(|said| !own && *said != fell) {
        let words = [fact.kind, fact.name, &said.to_string(), &fell.to_string()];
        let path = when.path.clone();
        remarks.tell(Mistake::WeekdayDisagrees, path, &anchor.quote, &words);
    }
}

/// Where a sentence has no date but years: one of them has to be that of the date, and
/// of a span that has two, the first and the last.
fn years(fact: &Fact<'_>, when: &When<'_>, anchor: &Anchor, remarks: &mut Remarks) {
    let from_text = when.text.filter(|text| !months::years(text).is_empty());
    let found = from_text.unwrap_or(&anchor.quote);
    let years = months::years(found);
    let days = |point: Option<Point>| point.and_then(|point| point.days());
    let first = days(when.date.first()).map(|days| days.0.year);
    let last = days(when.date.last()).map(|days| days.1.year);
    let within = |said: &&(i64, bool)| {
        first.is_none_or(|first| first <= said.0) && last.is_none_or(|last| said.0 <= last)
    };
    let all: Vec<i64> = years.iter().map(|(year, _)| *year).collect();
    let is_span = first != last && all.len() > 1;
    let agrees = match (first, last) {
        (Some(first), Some(last)) if is_span => all.contains(&first) && all.contains(&last),
        _ => years.iter().any(|said| within(&said)),
    };
    // “Since 2014” tells of something else.
    let own = |said: &&(i64, bool)| is_span || !said.1;
    let strange = years.iter().filter(own).find(|said| !within(said));
    let strange = strange.or_else(|| years.iter().find(own));
    if let Some((year, _)) = strange.filter(|_| !agrees) {
        let words = [fact.kind, fact.name, &format!("{year:04}")];
        remarks.tell(Mistake::DateDisagrees, when.path.clone(), found, &words);
    }
}
