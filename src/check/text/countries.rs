use super::{
    Fact, Remarks, Text,
    fact::{Named, countries},
    passages::bare,
};
use crate::article::{
    Anchor, Code, Mistake, Value,
    passage::{Decompose, Finding, find},
};

/// The countries that a sentence may speak of.
pub struct Countries<'t> {
    /// Those of the data, by all their names.
    named: Vec<Named<'t>>,
    others: Vec<Other<'t>>,
    decompose: Decompose,
}

/// A country that the data say nothing of: its code, and its names as they are and in small
/// letters.
struct Other<'t>(&'t str, Vec<(&'t str, String)>);

impl<'t> Countries<'t> {
    /// Those of the data, and the rest of the world's.
    pub fn new(data: &'t Value, text: &Text<'t>) -> Countries<'t> {
        let named = countries(data);
        let is_other = |code: &str| {
            Code::new(code).is_some_and(Code::is_country)
                && named.iter().all(|country| country.code != code)
        };
        let others = text.countries.iter().filter(|(code, _)| is_other(code));
        let others = others.map(|(code, name)| {
            // “Myanmar (Burma)” is either.
            let names = name.split(['(', ')']).map(str::trim);
            let names = names.filter(|name| name.chars().count() > 2);
            Other(
                code,
                names.map(|name| (name, name.to_lowercase())).collect(),
            )
        });
        Countries {
            others: others.collect(),
            named,
            decompose: text.decompose,
        }
    }

    /// A country that the sentence of an event or an era speaks of has to be among its own.
    pub fn look(&self, fact: &Fact<'_>, remarks: &mut Remarks) {
        let (Some(anchor), Some(_)) = (&fact.anchor, &fact.when) else {
            return;
        };
        let sentence = anchor.quote.to_lowercase();
        let others: Vec<Named<'_>> = self
            .others
            .iter()
            .filter_map(|country| country.in_sentence(&sentence))
            .collect();
        let words: Vec<(&Named<'_>, &str)> = self
            .named
            .iter()
            .chain(&others)
            .flat_map(|country| country.names.iter().map(move |name| (country, *name)))
            .collect();
        let names: Vec<Anchor> = words.iter().map(|(_, name)| bare(name)).collect();
        let findings = find(&anchor.quote, &names, self.decompose);
        let places = |finding: &Finding| match finding {
            Finding::Found(range) => Some(range.clone()),
            Finding::Missing | Finding::Ambiguous(_) => None,
        };
        let mut told: Vec<&str> = Vec::new();
        for ((country, name), finding) in words.iter().zip(&findings) {
            if *finding == Finding::Missing
                || fact.countries.contains(&country.code)
                || told.contains(&country.code)
            {
                continue;
            }
            // “Sudan” is no word for Sudan in “South Sudan”.
            let within = places(finding).is_some_and(|here| {
                findings.iter().filter_map(places).any(|other| {
                    other.len() > here.len() && other.start <= here.start && here.end <= other.end
                })
            });
            if within {
                continue;
            }
            told.push(country.code);
            let path = format!("{}/countries", fact.path);
            let words = [fact.kind, fact.name, name, country.code];
            remarks.tell(Mistake::CountryNotNamed, path, &anchor.quote, &words);
        }
    }
}

impl<'t> Other<'t> {
    /// The country when `sentence`, in small letters, may speak of it.
    fn in_sentence(&self, sentence: &str) -> Option<Named<'t>> {
        let Other(code, names) = self;
        let names = names.iter().filter(|(_, small)| sentence.contains(small));
        let names: Vec<&str> = names.map(|(name, _)| *name).collect();
        (!names.is_empty()).then_some(Named { code, names })
    }
}
