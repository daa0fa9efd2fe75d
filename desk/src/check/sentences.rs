use std::ops::Range;

use dateline::article::{
    Anchor, Mistake, Problem,
    passage::{Decompose, Finding, Likeness, find},
    shorten,
};

use super::facts::{Fact, facts};
use crate::work::Work;

/// How sentences call the article's text.
const TEXT: &str = "the article’s text";

/// A fact, held against the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The pointer to what rests on the words: `/events/3`.
    pub path: String,
    /// The pointer to the words.
    pub words: String,
    /// The bytes of the text where they stand, if they stand at one place.
    pub range: Option<Range<usize>>,
    /// What of the text is nearest to words that are not there.
    pub nearest: Option<String>,
}

/// Looks for the words of every fact in the text, and tells what is not there. Where there is
/// no text, nothing is looked for.
#[must_use]
pub fn hold(work: &Work, decompose: Decompose) -> (Vec<Held>, Vec<Problem>) {
    if work.text.trim().is_empty() {
        return Default::default();
    }
    let facts = facts(&work.article);
    let anchors: Vec<Anchor> = facts.iter().map(|fact| fact.anchor.clone()).collect();
    let findings = find(&work.text, &anchors, decompose);
    // Made for the first sentence that is missing.
    let mut likeness = None;
    let mut problems = Vec::new();
    let held = facts.iter().zip(findings).map(|(fact, finding)| {
        let mut held = Held {
            path: fact.path.clone(),
            words: fact.words.clone(),
            range: None,
            nearest: None,
        };
        let kinds = match fact.is_quotation {
            true => (Mistake::QuoteMissing, Mistake::QuoteChanged),
            false => (Mistake::PassageMissing, Mistake::PassageChanged),
        };
        match finding {
            Finding::Found(range) => held.range = Some(range),
            Finding::Ambiguous(_) if fact.is_quotation => {}
            Finding::Ambiguous(places) => {
                let words = vec![name(fact), TEXT.into(), places.to_string()];
                problems.push(problem(fact, Mistake::PassageAmbiguous, words));
            }
            Finding::Missing => {
                let likeness = likeness.get_or_insert_with(|| Likeness::new(&work.text, decompose));
                match likeness.nearest(&fact.anchor.quote) {
                    Some(nearest) => {
                        let words = vec![
                            name(fact),
                            TEXT.into(),
                            nearest.passage.clone(),
                            nearest.difference,
                        ];
                        problems.push(problem(fact, kinds.1, words));
                        held.nearest = Some(nearest.passage);
                    }
                    None => {
                        problems.push(problem(fact, kinds.0, vec![name(fact), TEXT.into()]));
                    }
                }
            }
        }
        held
    });
    (held.collect(), problems)
}

fn problem(fact: &Fact, mistake: Mistake, arguments: Vec<String>) -> Problem {
    Problem {
        severity: mistake.severity(),
        mistake,
        path: fact.words.clone(),
        found: shorten(&fact.anchor.quote),
        arguments,
    }
}

/// What a fact is called in a sentence.
fn name(fact: &Fact) -> String {
    let kind = match fact.path.split('/').rev().nth(1) {
        Some("events") => "the event",
        Some("eras") => "the era",
        Some("claims") => "the claim",
        _ => "the figure",
    };
    format!("{kind} “{}”", shorten(&fact.anchor.quote))
}
