//! The data beside the article's text: does every fact stand there, and as it is dated?

mod countries;
mod dates;
mod fact;
mod months;
mod passages;
mod weekdays;
mod word;

use std::{fmt, ops::Range};

use self::{
    countries::Countries,
    fact::{Fact, facts},
    passages::passages,
};
use crate::article::{Mistake, Problem, Severity, Value, limits, passage::Decompose};

/// The article's text, and how it is spoken of.
#[derive(Clone, Copy)]
pub struct Text<'t> {
    /// Its words, as readers see them.
    pub words: &'t str,
    /// What sentences call it, or nothing where they call it the article's text.
    pub name: &'t str,
    /// The platform's canonical decomposition.
    pub decompose: Decompose,
    /// The world's countries: their codes, and their names in the article's language.
    pub countries: &'t [(&'t str, &'t str)],
    /// Whether an event is called by its title, as an editor sees it, and not by its id, as
    /// its file has it.
    pub is_by_title: bool,
}

/// Words of the text that a fact rests on, or quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The pointer to what rests on them: `/events/3`.
    pub path: String,
    /// The pointer to the words: `/events/3/source/quote`.
    pub words: String,
    /// The bytes of the text where they stand, if they stand at one place.
    pub range: Option<Range<usize>>,
    /// What of the text is nearest to words that are not there.
    pub nearest: Option<String>,
}

/// Data, held against the article's text.
#[derive(Debug)]
pub struct Against {
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// The words of every fact that has some.
    pub held: Vec<Held>,
    /// How many facts have a sentence.
    pub counts: Counts,
}

/// How many facts have a sentence of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// Holds data against the article's text.
///
/// ```
/// use dateline::{article::json, check::text::{Text, against}};
///
/// let data = r#"{"language":"en","headline":"A bridge","events":[{"id":"opening","title":"It opens",
///     "date":"2019-05-03","source":{"quote":"It opened on 4 May 2019"}}]}"#;
/// let text = Text {
///     words: "It opened on 4 May 2019.",
///     name: "article.html",
///     decompose: str::to_owned,
///     countries: &[],
///     is_by_title: false,
/// };
/// let against = against(&json::value(data).unwrap(), &text);
/// assert_eq!(against.held[0].range, Some(0..23));
/// assert_eq!(against.problems[0].kind(), "date-disagrees");
/// assert_eq!(against.problems[0].path, "/events/0/date");
/// ```
#[must_use]
pub fn against(data: &Value, text: &Text<'_>) -> Against {
    let facts = facts(data, text.is_by_title);
    let with = facts.iter().filter(|fact| fact.anchor.is_some()).count();
    let counts = Counts {
        with,
        without: facts.len() - with,
    };
    let mut remarks = Remarks::default();
    let held = passages(&facts, text, &mut remarks);
    let language = data.words("language").unwrap_or("en");
    let countries = Countries::new(data, text);
    for fact in &facts {
        dates::date(fact, language, &mut remarks);
        dates::weekday(fact, language, &mut remarks);
        countries.look(fact, &mut remarks);
    }
    Against {
        problems: remarks.finish(),
        held,
        counts,
    }
}

/// Where the problems are collected.
#[derive(Default)]
struct Remarks {
    problems: Vec<Problem>,
    /// How many errors and warnings passed the limit.
    more: (usize, usize),
}

impl Remarks {
    /// Whether one more will only be counted.
    fn is_full(&self) -> bool {
        self.problems.len() >= limits::PROBLEMS
    }

    fn tell(&mut self, mistake: Mistake, path: String, found: &str, words: &[&str]) {
        let severity = mistake.severity();
        if self.is_full() {
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

/// A text that upsets no terminal and stays in one line.
fn clean(text: &str) -> String {
    let c = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(c).collect()
}
