use std::cell::OnceCell;

use super::Fold;
use crate::article::{Amount, Article, Claim, Text};

/// Every text that search looks into, each folded when it is first looked at.
///
/// A query is a set of words; something matches when each of them occurs in its
/// texts, in any order and as part of any word. Making the catalog is linear in the
/// number of claims; a look-up is linear in the texts of what is looked at.
pub struct Catalog {
    events: Vec<OnceCell<String>>,
    /// Which claims speak of which event: (event, country, claim), not sorted further.
    claims: Vec<Vec<(u32, u32)>>,
}

impl Catalog {
    /// An empty catalog for the texts of `article`.
    #[must_use]
    pub fn new(article: &Article) -> Catalog {
        let mut claims = Vec::new();
        claims.resize_with(article.events.len(), Vec::new);
        for (country, one) in (0..).zip(&article.countries) {
            for (at, claim) in (0..).zip(&one.claims) {
                for event in &claim.events {
                    if let Some(of) = claims.get_mut(*event) {
                        of.push((country, at));
                    }
                }
            }
        }
        let mut events = Vec::new();
        events.resize_with(article.events.len(), OnceCell::new);
        Catalog { events, claims }
    }

    /// Whether the event at this position, with what is claimed of it, holds every one
    /// of the folded `needles`.
    #[must_use]
    pub fn event(&self, article: &Article, fold: Fold, at: usize, needles: &[String]) -> bool {
        let Some(cell) = self.events.get(at) else {
            return false;
        };
        let folded = cell.get_or_init(|| fold(&self.texts(article, at)));
        holds(folded, needles)
    }

    fn texts(&self, article: &Article, at: usize) -> String {
        let mut texts = String::new();
        let Some(event) = article.events.get(at) else {
            return texts;
        };
        add(&mut texts, Some(&event.title));
        add(&mut texts, event.text.as_ref());
        add(&mut texts, event.when.text.as_ref());
        countries(&mut texts, article, &event.countries);
        people(&mut texts, article, &event.people);
        for (country, claim) in self.claims.get(at).into_iter().flatten() {
            let country = article.countries.get(*country as usize);
            if let Some(claim) = country.and_then(|country| country.claims.get(*claim as usize)) {
                claimed(&mut texts, article, claim);
            }
        }
        texts
    }
}

/// Whether the era at this position holds every one of the folded `needles`.
#[must_use]
pub fn era(article: &Article, fold: Fold, at: usize, needles: &[String]) -> bool {
    let mut texts = String::new();
    if let Some(era) = article.eras.get(at) {
        add(&mut texts, Some(&era.title));
        add(&mut texts, era.text.as_ref());
        countries(&mut texts, article, &era.countries);
    }
    holds(&fold(&texts), needles)
}

/// Whether the card of the country at this position holds every one of the folded `needles`.
#[must_use]
pub fn card(article: &Article, fold: Fold, at: usize, needles: &[String]) -> bool {
    let mut texts = String::new();
    countries(&mut texts, article, &[at]);
    if let Some(country) = article.countries.get(at) {
        for claim in &country.claims {
            claimed(&mut texts, article, claim);
        }
        for figure in &country.figures {
            add(&mut texts, Some(&figure.label));
            add(&mut texts, figure.qualifier.as_ref());
            if let Some(than) = &figure.than {
                add(&mut texts, Some(&than.label));
            }
            if let Amount::Words(words) = &figure.value {
                add(&mut texts, Some(words));
            }
            people(&mut texts, article, figure.speaker.as_slice());
        }
        add(&mut texts, country.note.as_ref());
    }
    holds(&fold(&texts), needles)
}

/// Whether a claim, with the name of whoever says it, holds every one of the folded `needles`.
#[must_use]
pub fn claim(article: &Article, fold: Fold, claim: &Claim, needles: &[String]) -> bool {
    let mut texts = String::new();
    claimed(&mut texts, article, claim);
    holds(&fold(&texts), needles)
}

/// How many people's names and offices hold every one of the folded `needles`.
#[must_use]
pub fn people_found(article: &Article, fold: Fold, needles: &[String]) -> usize {
    let found = (0..article.people.len()).filter(|at| {
        let mut texts = String::new();
        people(&mut texts, article, &[*at]);
        holds(&fold(&texts), needles)
    });
    found.count()
}

fn holds(text: &str, needles: &[String]) -> bool {
    needles.iter().all(|needle| text.contains(needle.as_str()))
}

/// Adds a text, closed by a line break so that no word is found across two of them.
fn add(texts: &mut String, text: Option<&Text>) {
    if let Some(text) = text {
        texts.push_str(text);
        texts.push('\n');
    }
}

fn countries(texts: &mut String, article: &Article, at: &[usize]) {
    for country in at.iter().filter_map(|at| article.countries.get(*at)) {
        add(texts, country.name.as_ref());
        add(texts, country.short.as_ref());
        for name in &country.also {
            add(texts, Some(name));
        }
    }
}

fn people(texts: &mut String, article: &Article, at: &[usize]) {
    for person in at.iter().filter_map(|at| article.people.get(*at)) {
        add(texts, Some(&person.name));
        add(texts, person.role.as_ref());
    }
}

fn claimed(texts: &mut String, article: &Article, claim: &Claim) {
    add(texts, Some(&claim.text));
    add(texts, claim.quote.as_ref());
    people(texts, article, claim.speaker.as_slice());
}
