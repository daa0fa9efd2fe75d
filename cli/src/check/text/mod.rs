//! The data beside the article's text: does every fact stand there?

mod fact;
mod months;
mod nearest;
mod page;
mod weekdays;
mod word;
mod world;

use std::fmt;

use dateline::article::{
    Anchor, Mistake, Problem, Severity, Value,
    date::{Point, Precision, Shape},
    limits,
    passage::{Finding, find},
    weekday::named,
};

use self::{
    fact::{Fact, Named, countries, facts},
    nearest::Likeness,
};
use super::members::text;
use crate::nfd;

pub use page::words;

/// How many facts have a sentence of the article.
pub struct Counts {
    with: usize,
    without: usize,
}

impl fmt::Display for Counts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.with + self.without;
        let facts = if all == 1 { "fact has" } else { "facts have" };
        let without = if self.without == 1 {
            "1 has none"
        } else {
            &format!("{} have none", self.without)
        };
        match self.without {
            0 => write!(
                out,
                "{all} {facts} a sentence of the article, none is without"
            ),
            _ => write!(
                out,
                "{} of {all} {facts} a sentence of the article, {without}",
                self.with
            ),
        }
    }
}

/// What is wrong in `data` when it is held against the article's words, and how many facts
/// have a sentence; `name` is what sentences call the file they are from.
pub fn against(data: &Value, words: &str, name: &str) -> (Vec<Problem>, Counts) {
    let facts = facts(data);
    let with = facts.iter().filter(|fact| fact.anchor.is_some()).count();
    let counts = Counts {
        with,
        without: facts.len() - with,
    };
    let mut anchors = Vec::new();
    let mut asked = Vec::new();
    for (at, fact) in facts.iter().enumerate() {
        if let Some(anchor) = &fact.anchor {
            asked.push((at, Asked::Anchor));
            anchors.push(anchor.clone());
        }
        if let Some(quote) = fact.quote {
            asked.push((at, Asked::Quote));
            anchors.push(bare(quote));
        }
    }
    let findings = find(words, &anchors, nfd);
    let mut desk = Desk {
        name,
        words,
        likeness: None,
        problems: Vec::new(),
        more: (0, 0),
    };
    for ((at, asked), (anchor, finding)) in asked.iter().zip(anchors.iter().zip(&findings)) {
        if let Some(fact) = facts.get(*at) {
            desk.finding(fact, *asked, anchor, finding);
        }
    }
    let named = countries(data);
    let language = text(data, "language").unwrap_or("en");
    let others = world::others(language, &named);
    for fact in &facts {
        desk.date(fact, language);
        desk.weekday(fact, language);
        desk.countries(fact, &named, &others);
    }
    (desk.finish(), counts)
}

/// What a passage was looked for as.
#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Anchor,
    Quote,
}

fn bare(quote: &str) -> Anchor {
    Anchor {
        quote: quote.into(),
        before: None,
        after: None,
        url: None,
    }
}

/// Where the problems are collected.
struct Desk<'t> {
    name: &'t str,
    words: &'t str,
    /// Made for the first passage that is missing.
    likeness: Option<Likeness<'t>>,
    problems: Vec<Problem>,
    /// How many errors and warnings passed the limit.
    more: (usize, usize),
}

impl Desk<'_> {
    fn finding(&mut self, fact: &Fact<'_>, asked: Asked, anchor: &Anchor, finding: &Finding) {
        let (member, missing, changed) = match asked {
            Asked::Anchor => (
                "source/quote",
                Mistake::PassageMissing,
                Mistake::PassageChanged,
            ),
            Asked::Quote => ("quote", Mistake::QuoteMissing, Mistake::QuoteChanged),
        };
        let path = format!("{}/{member}", fact.path);
        let (name, quote) = (lower(&fact.name), &anchor.quote);
        let page = self.name;
        match finding {
            Finding::Found(_) => {}
            // Somebody may well be quoted twice.
            Finding::Ambiguous(_) if asked == Asked::Quote => {}
            Finding::Ambiguous(places) => {
                let words = [&name, page, &places.to_string()];
                self.tell(Mistake::PassageAmbiguous, path, quote, &words);
            }
            Finding::Missing if self.is_there(anchor) => {
                self.tell(Mistake::PassageElsewhere, path, quote, &[&name, page]);
            }
            Finding::Missing => {
                // The nearest is looked for only where it will be told.
                let full = self.problems.len() >= limits::PROBLEMS;
                match (!full).then(|| self.nearest(quote)).flatten() {
                    Some(nearest) => {
                        let words = [&name, page, &nearest.passage, &nearest.difference];
                        self.tell(changed, path, quote, &words);
                    }
                    None => self.tell(missing, path, quote, &[&name, page]),
                }
            }
        }
    }

    /// Whether the words stand somewhere, whatever is beside them.
    fn is_there(&self, anchor: &Anchor) -> bool {
        let context = anchor.before.is_some() || anchor.after.is_some();
        context
            && find(self.words, &[bare(&anchor.quote)], nfd)
                .iter()
                .any(|finding| *finding != Finding::Missing)
    }

    fn nearest(&mut self, quote: &str) -> Option<nearest::Nearest> {
        let words = self.words;
        self.likeness
            .get_or_insert_with(|| Likeness::new(words))
            .nearest(quote)
    }

    fn date(&mut self, fact: &Fact<'_>, language: &str) {
        let Some(when) = &fact.when else {
            return;
        };
        let Some(anchor) = &fact.anchor else {
            if when.basis == Some("inferred") {
                let path = format!("{}/source", fact.path);
                let words = [&*lower(&fact.name)];
                self.tell(Mistake::InferredWithoutSentence, path, "", &words);
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
            self.years(fact, when, anchor);
            return;
        }
        let counts = |mention: &&months::Mention| {
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
            let words = [&*lower(&fact.name), &said];
            self.tell(Mistake::DateDisagrees, when.path.clone(), found, &words);
        }
    }

    /// An exact day has to be the weekday that the sentence says; of the article's own
    /// words for the date that is told without the sentence.
    fn weekday(&mut self, fact: &Fact<'_>, language: &str) {
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
            let words = [&*lower(&fact.name), &said.to_string(), &fell.to_string()];
            let path = when.path.clone();
            self.tell(Mistake::WeekdayDisagrees, path, &anchor.quote, &words);
        }
    }

    /// Where a sentence has no date but years: one of them has to be that of the date, and
    /// of a span that has two, the first and the last.
    fn years(&mut self, fact: &Fact<'_>, when: &fact::When<'_>, anchor: &Anchor) {
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
            let words = [&*lower(&fact.name), &format!("{year:04}")];
            self.tell(Mistake::DateDisagrees, when.path.clone(), found, &words);
        }
    }

    fn countries(&mut self, fact: &Fact<'_>, named: &[Named<'_>], others: &[world::Country]) {
        let (Some(anchor), Some(_)) = (&fact.anchor, &fact.when) else {
            return;
        };
        let sentence = anchor.quote.to_lowercase();
        let others: Vec<Named<'_>> = others
            .iter()
            .filter_map(|country| country.in_sentence(&sentence))
            .collect();
        let words: Vec<(&Named<'_>, &str)> = named
            .iter()
            .chain(&others)
            .flat_map(|country| country.names.iter().map(move |name| (country, *name)))
            .collect();
        let names: Vec<Anchor> = words.iter().map(|(_, name)| bare(name)).collect();
        let findings = find(&anchor.quote, &names, nfd);
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
            let what = if fact.path.starts_with("/eras") {
                "the era"
            } else {
                "the event"
            };
            let words = [&*lower(&fact.name), name, country.code, what];
            self.tell(Mistake::CountryNotNamed, path, &anchor.quote, &words);
        }
    }

    fn tell(&mut self, mistake: Mistake, path: String, found: &str, words: &[&str]) {
        let severity = mistake.severity();
        if self.problems.len() >= limits::PROBLEMS {
            match severity {
                Severity::Error => self.more.0 += 1,
                Severity::Warning => self.more.1 += 1,
            }
            return;
        }
        let short: String = found.chars().take(limits::FOUND).collect();
        let cut = short.len() < found.len();
        self.problems.push(Problem {
            severity,
            mistake,
            path,
            found: if cut { short + "…" } else { short },
            arguments: words.iter().map(|word| clean(word)).collect(),
        });
    }

    fn finish(mut self) -> Vec<Problem> {
        let (errors, warnings) = self.more;
        if errors + warnings > 0 {
            let counts = vec![errors.to_string(), warnings.to_string()];
            let mut rest = Problem::of_all(Mistake::MoreProblemsInText, counts);
            if errors == 0 {
                rest.severity = Severity::Warning;
            }
            self.problems.push(rest);
        }
        self.problems
    }
}

/// “The event” within a sentence.
fn lower(name: &str) -> String {
    name.replacen("The ", "the ", 1)
}

/// A text that upsets no terminal and stays in one line.
fn clean(text: &str) -> String {
    let c = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(c).collect()
}
