//! The article's facts as schema.org JSON-LD: what happened, what was said word for
//! word, and by whom. They cite the article and judge nothing: a claim is never turned
//! into a review of itself.

use serde_json::{Map, Value, json};

use super::{super::intl::Icu, html};
use dateline::{
    article::{
        Article, Code, Country, Date, Event, Text,
        date::{Edge, Point, Shape},
    },
    explore::address,
};

/// The script that holds them. `name` is the widget's name in the address, where the
/// events have their links; `organizations` are ids of people that are institutions.
pub fn script(article: &Article, name: &str, organizations: &[String]) -> String {
    let describing = Describing {
        article,
        name,
        organizations,
    };
    let graph = describing.graph();
    let linked = json!({ "@context": "https://schema.org", "@graph": graph });
    html::linked_data(&linked) + "\n"
}

struct Describing<'a> {
    article: &'a Article,
    name: &'a str,
    organizations: &'a [String],
}

/// The members of an object whose values are there.
fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Value {
    let there = |(name, value): (&str, Option<Value>)| Some((name.to_owned(), value?));
    Value::Object(members.into_iter().filter_map(there).collect::<Map<_, _>>())
}

fn text(text: &Option<Text>) -> Option<Value> {
    text.as_deref().map(Value::from)
}

fn reference(id: String) -> Value {
    json!({ "@id": id })
}

/// A list of one is that one; an empty one is not there.
fn listed(mut items: Vec<Value>) -> Option<Value> {
    match items.len() {
        0 => None,
        1 => items.pop(),
        _ => Some(items.into()),
    }
}

impl Describing<'_> {
    fn graph(&self) -> Vec<Value> {
        let Describing { article, .. } = self;
        let mut graph = vec![self.source()];
        graph.extend(article.events.iter().map(|event| self.event(event)));
        graph.extend(
            article
                .countries
                .iter()
                .flat_map(|country| self.quotations(country)),
        );
        let speaks = |at: usize| {
            let claims = article.countries.iter().flat_map(|country| &country.claims);
            let mut speakers = claims.filter(|claim| claim.quote.is_some());
            let acts = |event: &Event| event.people.contains(&at);
            article.events.iter().any(acts) || speakers.any(|claim| claim.speaker == Some(at))
        };
        let people = (0..article.people.len()).filter(|at| speaks(*at));
        graph.extend(people.filter_map(|at| self.person(at)));
        graph
    }

    /// What everything else cites.
    fn source(&self) -> Value {
        let Article {
            headline,
            summary,
            published,
            source,
            language,
            ..
        } = self.article;
        let title = source.as_ref().and_then(|source| source.title.clone());
        let publisher = source
            .as_ref()
            .map(|source| json!({ "@type": "Organization", "name": &*source.name }));
        object([
            ("@type", Some("NewsArticle".into())),
            ("@id", Some(self.source_id().into())),
            (
                "headline",
                Some((*title.unwrap_or_else(|| headline.clone())).into()),
            ),
            ("url", source.as_ref().and_then(|source| text(&source.url))),
            ("publisher", publisher),
            (
                "datePublished",
                published
                    .as_ref()
                    .and_then(|date| dates(date).0)
                    .map(Value::from),
            ),
            ("description", text(summary)),
            ("inLanguage", Some((**language).into())),
        ])
    }

    fn source_id(&self) -> String {
        let url = self
            .article
            .source
            .as_ref()
            .and_then(|source| source.url.as_deref());
        url.map_or_else(|| format!("#{}.article", self.name), str::to_owned)
    }

    fn cited(&self) -> Value {
        reference(self.source_id())
    }

    fn event_id(&self, event: &Event) -> String {
        format!("#{}", address::event(self.name, &event.id))
    }

    fn event(&self, event: &Event) -> Value {
        let countries = event
            .countries
            .iter()
            .filter_map(|at| self.article.countries.get(*at));
        let people = event.people.iter().filter_map(|at| self.person_id(*at));
        let about = countries
            .map(|country| self.country(country))
            .chain(people.map(reference))
            .collect();
        let (start, end) = dates(&event.when.date);
        object([
            ("@type", Some("Event".into())),
            ("@id", Some(self.event_id(event).into())),
            ("name", Some((*event.title).into())),
            ("description", text(&event.text)),
            ("startDate", start.map(Value::from)),
            ("endDate", end.map(Value::from)),
            ("about", listed(about)),
            ("subjectOf", Some(self.cited())),
        ])
    }

    fn quotations(&self, country: &Country) -> Vec<Value> {
        let quoted = country.claims.iter().filter_map(|claim| {
            let quote = claim.quote.as_deref()?;
            let events = claim
                .events
                .iter()
                .filter_map(|at| self.article.events.get(*at));
            let about = std::iter::once(self.country(country))
                .chain(events.map(|event| reference(self.event_id(event))))
                .collect();
            let speaker = claim
                .speaker
                .and_then(|at| self.person_id(at))
                .map(reference);
            let source = claim.source.as_ref();
            let elsewhere = source.and_then(|source| source.url.as_deref());
            let citation = elsewhere.map_or_else(|| self.cited(), |url| json!({ "url": url }));
            let said = claim.when.as_ref().and_then(|when| dates(&when.date).0);
            Some(object([
                ("@type", Some("Quotation".into())),
                ("text", Some(quote.into())),
                ("creator", speaker.clone()),
                ("spokenByCharacter", speaker),
                ("about", listed(about)),
                ("dateCreated", said.map(Value::from)),
                ("citation", Some(citation)),
                ("inLanguage", Some((*self.article.language).into())),
            ]))
        });
        quoted.collect()
    }

    fn person_id(&self, at: usize) -> Option<String> {
        let person = self.article.people.get(at)?;
        Some(format!("#{}.person={}", self.name, person.id))
    }

    fn person(&self, at: usize) -> Option<Value> {
        let person = self.article.people.get(at)?;
        let institution = self.organizations.iter().any(|id| **id == *person.id);
        let (kind, role) = if institution {
            ("Organization", "description")
        } else {
            ("Person", "jobTitle")
        };
        // Search engines take whole addresses alone.
        let image = person.image.as_ref().map(|image| &*image.src);
        let image = image.filter(|src| src.starts_with("http"));
        Some(object([
            ("@type", Some(kind.into())),
            ("@id", self.person_id(at).map(Value::from)),
            ("name", Some((*person.name).into())),
            (role, text(&person.role)),
            ("image", image.map(Value::from)),
        ]))
    }

    fn country(&self, country: &Country) -> Value {
        let code = country.code.as_ref().map(Code::as_str);
        let name = country.name.as_deref().map(str::to_owned);
        let name = name.or_else(|| Icu::boxed(&self.article.language).country(code?));
        let name = name.unwrap_or_else(|| country.id.to_string());
        let kind = if country.is_country() {
            "Country"
        } else {
            "Organization"
        };
        object([
            ("@type", Some(kind.into())),
            ("name", Some(name.into())),
            ("alternateName", text(&country.short)),
            ("identifier", code.map(Value::from)),
        ])
    }
}

/// From when to when, in ISO 8601. What that standard cannot say is left out rather
/// than said too exactly: “about” and “perhaps”, decades, seasons, one of several dates,
/// open and unknown ends, and years of other than four digits.
fn dates(date: &Date) -> (Option<String>, Option<String>) {
    let iso = |point: &Point| {
        let is_sure = !point.is_approximate() && !point.is_uncertain();
        point.iso().filter(|_| is_sure)
    };
    let edge = |edge: &Edge| edge.point().and_then(iso);
    match &date.shape {
        Shape::Single(point) => (iso(point), None),
        Shape::Range(start, end) => (edge(start), edge(end)),
        Shape::OneOf(_) | Shape::AllOf(_) => (None, None),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_said_as_exactly_as_they_are_known() {
        for (value, start, end) in [
            ("2022-02-24", Some("2022-02-24"), None),
            ("2021-02", Some("2021-02"), None),
            ("2022", Some("2022"), None),
            ("2023-03-20T14:05Z", Some("2023-03-20T14:05Z"), None),
            (
                "2023-03-20/2023-03-22",
                Some("2023-03-20"),
                Some("2023-03-22"),
            ),
            ("2021-02/..", Some("2021-02"), None),
            ("../1983", None, Some("1983")),
            ("2022-09~", None, None),
            ("2022?", None, None),
            ("2021-22", None, None),
            ("19XX", None, None),
            ("[1991-04-06..1991-04-27]", None, None),
            ("{1991,1993}", None, None),
            ("XXXX", None, None),
            (
                "1985-04-12T23:20:30-04",
                Some("1985-04-12T23:20:30-04:00"),
                None,
            ),
            ("2016-05-02T16:54:59", Some("2016-05-02T16:54:59"), None),
            ("-0044-03-15", None, None),
            ("Y-65000000", None, None),
        ] {
            let (from, to) = dates(&Date::parse(value).unwrap());
            assert_eq!((from.as_deref(), to.as_deref()), (start, end), "{value}");
        }
    }
}
