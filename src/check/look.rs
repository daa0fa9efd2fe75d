//! What reading lets pass and an editor hardly meant.

use super::markup;
use crate::article::{
    Date, Mistake, Problem, Value,
    date::{Part, Point},
    push_step, shorten,
};

/// Countries of which most lies south of the equator.
const SOUTHERN: &str = " AO AR AU BI BO BR BW CC CK CL CX EC FJ FK GF ID KM KI LS MG MU MW MZ NA NC \
    NF NR NU NZ PE PF PG PN PY RE RW SB SC SH SZ TK TL TO TV TZ UY VU WF WS YT ZA ZM ZW GS HM BV \
    TF ";

/// Two-letter codes of languages (ISO 639-1), in use and of old.
const LANGUAGES: &str = " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce \
    ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha \
    he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn \
    ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng \
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm \
    sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo \
    xh yi yo za zh zu ";

/// Members that hold no words for readers.
const NO_WORDS: &str = " id code short src url speaker via country language published value what $schema basis kind calendar ";

/// Adds to the problems of the data what an editor hardly meant.
pub(super) fn look(data: &Value, unmark: markup::Unmark, problems: &mut Vec<Problem>) {
    one_remark(data, problems);
    language(data, problems);
    texts(data, unmark, &mut String::new(), problems);
    for (at, event) in data.member("events").items().iter().enumerate() {
        let path = format!("/events/{at}");
        to_come(data, event, &path, problems);
        season(event, &path, problems);
    }
    for (at, country) in data.member("countries").items().iter().enumerate() {
        for (entry, figure) in country.member("figures").items().iter().enumerate() {
            repeated(
                figure,
                &format!("/countries/{at}/figures/{entry}"),
                problems,
            );
        }
    }
}

fn tell(problems: &mut Vec<Problem>, mistake: Mistake, path: String, found: &str, words: &[&str]) {
    let words = words.iter().map(|word| shorten(word)).collect();
    problems.push(Problem {
        path,
        found: shorten(found),
        ..Problem::of_all(mistake, words)
    });
}

/// Where no event names a country, that is one remark and not one an event.
fn one_remark(data: &Value, problems: &mut Vec<Problem>) {
    let events = data.member("events").items();
    let is = |problem: &&Problem| problem.mistake == Mistake::EventWithoutCountry;
    let told = problems.iter().filter(is).count();
    let is_named = |event: &Value| !event.member("countries").items().is_empty();
    if told > 1 && events.len() > 1 && !events.iter().any(is_named) {
        problems.retain(|problem| problem.mistake != Mistake::EventWithoutCountry);
        tell(problems, Mistake::NoCountries, "/events".into(), "", &[]);
    }
}

/// A tag that is written as one and names no language: “english”, “xx”.
fn language(data: &Value, problems: &mut Vec<Problem>) {
    let Some(language) = data.words("language") else {
        return;
    };
    let primary = language
        .split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let is_letters = primary.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_known = match primary.len() {
        2 => LANGUAGES.contains(&format!(" {primary} ")),
        // “eng”: languages with a code of two letters have none of three.
        3 => super::three_letters(&primary).is_none(),
        _ => false,
    };
    let is_told = problems.iter().any(|problem| problem.path == "/language");
    if is_letters && !is_known && !is_told {
        tell(
            problems,
            Mistake::NotALanguage,
            "/language".into(),
            language,
            &[],
        );
    }
}

/// Texts with tags or character references, which readers would see as they stand.
fn texts(value: &Value, unmark: markup::Unmark, path: &mut String, problems: &mut Vec<Problem>) {
    let length = path.len();
    match value {
        Value::String(text) => {
            if let Some(plain) = markup::plain(text, unmark) {
                tell(
                    problems,
                    Mistake::MarkupInText,
                    path.clone(),
                    text,
                    &[&plain],
                );
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                push_step(path, &at.to_string());
                texts(item, unmark, path, problems);
                path.truncate(length);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                let is_text = matches!(value, Value::String(_));
                if is_text && NO_WORDS.contains(&format!(" {name} ")) {
                    continue;
                }
                push_step(path, name);
                texts(value, unmark, path, problems);
                path.truncate(length);
            }
        }
        _ => {}
    }
}

/// The date of an event or of the article, as it stands in the data.
fn date(value: &Value) -> Option<(&str, Date)> {
    let value = match value {
        Value::Object(_) => value.member("value"),
        value => value,
    };
    let code = value.as_str()?;
    Some((code, Date::parse(code).ok()?))
}

/// An event after the article's day, of which nothing says that it is to come.
fn to_come(data: &Value, event: &Value, path: &str, problems: &mut Vec<Problem>) {
    let Some((today, published)) = date(data.member("published")) else {
        return;
    };
    let when = event.member("date");
    let is_said =
        when.words("text").is_some() || when.words("basis").is_some_and(|basis| basis != "stated");
    let Some((code, date)) = date(when).filter(|_| !is_said) else {
        return;
    };
    let is_after = matches!((date.earliest, published.end), (Some(from), Some(end)) if from >= end);
    if is_after {
        let path = match when {
            Value::Object(_) => format!("{path}/date/value"),
            _ => format!("{path}/date"),
        };
        tell(problems, Mistake::EventToCome, path, code, &[today]);
    }
}

/// A season of no hemisphere, which is taken for the northern one, of southern countries.
fn season(event: &Value, path: &str, problems: &mut Vec<Problem>) {
    let countries = event.member("countries").items().iter();
    let countries: Vec<&str> = countries.filter_map(Value::as_str).collect();
    let is_southern = |code: &&str| SOUTHERN.contains(&format!(" {code} "));
    let Some(country) = countries
        .first()
        .filter(|_| countries.iter().all(is_southern))
    else {
        return;
    };
    let when = event.member("date");
    let Some((code, date)) = date(when) else {
        return;
    };
    let has_season = |point: &Point| matches!(point.part(), Some(Part::Season(_, None)));
    if !date.points().any(|point| has_season(&point)) {
        return;
    }
    let mut southern = code.to_owned();
    for season in 21..=24 {
        southern = southern.replace(&format!("-{season}"), &format!("-{}", season + 8));
    }
    let path = match when {
        Value::Object(_) => format!("{path}/date/value"),
        _ => format!("{path}/date"),
    };
    tell(
        problems,
        Mistake::NorthernSeason,
        path,
        code,
        &[country, &southern],
    );
}

/// A figure whose label says its value once more.
fn repeated(figure: &Value, path: &str, problems: &mut Vec<Problem>) {
    let Some(label) = figure.words("label") else {
        return;
    };
    let value = match figure.member("value") {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => return,
    };
    let plain = |text: &str| text.replace([',', '\u{a0}', '\u{202f}'], "").to_lowercase();
    let (value, label_words) = (plain(&value), plain(label));
    let mut words = label_words.split(|c: char| !c.is_alphanumeric() && c != '.');
    if !value.is_empty() && (words.any(|word| word == value) || label_words == value) {
        tell(
            problems,
            Mistake::RepeatedValue,
            format!("{path}/label"),
            label,
            &[&value],
        );
    }
}
