use super::Fold;
use crate::article::{Amount, Article, Claim, Text};

/// Every text that search looks into, folded once, at the first search.
///
/// A query is a set of words; something matches when each of them occurs in its
/// texts, in any order and as part of any word. Building is linear in the article's
/// text, a look-up linear in the texts of what is looked at.
pub struct Catalog {
    events: Vec<String>,
    eras: Vec<String>,
    countries: Vec<String>,
}

impl Catalog {
    /// Folds all texts of `article`.
    #[must_use]
    pub fn new(article: &Article, fold: Fold) -> Catalog {
        let names: Vec<String> = article
            .countries
            .iter()
            .map(|country| joined(country.name.iter().chain(&country.also)))
            .collect();
        let people: Vec<String> = article
            .people
            .iter()
            .map(|person| joined([&person.name].into_iter().chain(&person.role)))
            .collect();
        let append = |to: &mut String, from: &[String], at: &[usize]| {
            for text in at.iter().filter_map(|at| from.get(*at)) {
                to.push_str(text);
            }
        };
        let mut events: Vec<String> = article
            .events
            .iter()
            .map(|event| {
                let own = [&event.title]
                    .into_iter()
                    .chain(&event.text)
                    .chain(&event.when.text);
                let mut texts = joined(own);
                append(&mut texts, &names, &event.countries);
                append(&mut texts, &people, &event.people);
                texts
            })
            .collect();
        let mut countries = names.clone();
        for (country, texts) in article.countries.iter().zip(&mut countries) {
            for claim in &country.claims {
                let said = claimed(claim, &people);
                texts.push_str(&said);
                for at in &claim.events {
                    if let Some(event) = events.get_mut(*at) {
                        event.push_str(&said);
                    }
                }
            }
            for figure in &country.figures {
                texts.push_str(&joined(
                    [&figure.label].into_iter().chain(&figure.qualifier),
                ));
                if let Amount::Words(words) = &figure.value {
                    texts.push_str(&joined([words]));
                }
                append(texts, &people, figure.speaker.as_slice());
            }
            texts.push_str(&joined(&country.note));
        }
        let eras = article.eras.iter().map(|era| {
            let mut texts = joined([&era.title].into_iter().chain(&era.text));
            append(&mut texts, &names, &era.countries);
            texts
        });
        let folded = |texts: Vec<String>| texts.iter().map(|text| fold(text)).collect();
        Catalog {
            eras: folded(eras.collect()),
            events: folded(events),
            countries: folded(countries),
        }
    }

    /// Whether the event at this position holds every one of the folded `needles`.
    #[must_use]
    pub fn event(&self, at: usize, needles: &[String]) -> bool {
        holds(&self.events, at, needles)
    }

    /// Whether the era at this position holds every one of the folded `needles`.
    #[must_use]
    pub fn era(&self, at: usize, needles: &[String]) -> bool {
        holds(&self.eras, at, needles)
    }

    /// Whether the card of the country at this position holds every one of the folded `needles`.
    #[must_use]
    pub fn country(&self, at: usize, needles: &[String]) -> bool {
        holds(&self.countries, at, needles)
    }
}

fn holds(texts: &[String], at: usize, needles: &[String]) -> bool {
    texts
        .get(at)
        .is_some_and(|text| needles.iter().all(|needle| text.contains(needle.as_str())))
}

/// The texts, each closed by a line break so that no word is found across two of them.
fn joined<'a>(texts: impl IntoIterator<Item = &'a Text>) -> String {
    let mut all = String::new();
    for text in texts {
        all.push_str(text);
        all.push('\n');
    }
    all
}

fn claimed(claim: &Claim, people: &[String]) -> String {
    let mut said = joined([&claim.text].into_iter().chain(&claim.quote));
    if let Some(speaker) = claim.speaker.and_then(|at| people.get(at)) {
        said.push_str(speaker);
    }
    said
}
