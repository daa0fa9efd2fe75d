use super::{Fact, Held, Remarks, Text};
use crate::article::{
    Anchor, Mistake,
    passage::{Finding, Likeness, find},
};

/// What a passage is looked for as.
#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Anchor,
    Quote,
}

/// Words without what stands beside them.
pub fn bare(quote: &str) -> Anchor {
    Anchor {
        quote: quote.into(),
        before: None,
        after: None,
        url: None,
    }
}

/// Looks for the words of every fact in the text, all at once, and tells what is not there.
pub fn passages(facts: &[Fact<'_>], text: &Text<'_>, remarks: &mut Remarks) -> Vec<Held> {
    let mut asked = Vec::new();
    let mut anchors = Vec::new();
    for fact in facts {
        if let Some(anchor) = &fact.anchor {
            asked.push((fact, Asked::Anchor));
            anchors.push(anchor.clone());
        }
        if let Some(quote) = fact.quote {
            asked.push((fact, Asked::Quote));
            anchors.push(bare(quote));
        }
    }
    let findings = find(text.words, &anchors, text.decompose);
    let mut search = Search {
        text,
        likeness: None,
        remarks,
    };
    let all = asked.iter().zip(anchors.iter().zip(findings));
    all.map(|((fact, asked), (anchor, finding))| search.look(fact, *asked, anchor, finding))
        .collect()
}

struct Search<'t, 'r> {
    text: &'t Text<'t>,
    /// Made for the first passage that is missing.
    likeness: Option<Likeness<'t>>,
    remarks: &'r mut Remarks,
}

impl Search<'_, '_> {
    fn look(&mut self, fact: &Fact<'_>, asked: Asked, anchor: &Anchor, finding: Finding) -> Held {
        let (member, missing, changed) = match asked {
            Asked::Anchor => (
                "source/quote",
                Mistake::PassageMissing,
                Mistake::PassageChanged,
            ),
            Asked::Quote => ("quote", Mistake::QuoteMissing, Mistake::QuoteChanged),
        };
        let mut held = Held {
            path: fact.path.clone(),
            words: format!("{}/{member}", fact.path),
            range: None,
            nearest: None,
        };
        let path = held.words.clone();
        let (kind, name) = (fact.kind, fact.name);
        let (quote, page) = (&anchor.quote, self.text.name);
        match finding {
            Finding::Found(range) => held.range = Some(range),
            // Somebody may well be quoted twice.
            Finding::Ambiguous(_) if asked == Asked::Quote => {}
            Finding::Ambiguous(places) => {
                let words = [kind, name, page, &places.to_string()];
                let mistake = Mistake::PassageAmbiguous;
                self.remarks.tell(mistake, path, quote, &words);
            }
            Finding::Missing if self.is_there(anchor) => {
                let mistake = Mistake::PassageElsewhere;
                self.remarks.tell(mistake, path, quote, &[kind, name, page]);
            }
            Finding::Missing => {
                let (words, decompose) = (self.text.words, self.text.decompose);
                let likeness = &mut self.likeness;
                // The nearest is looked for only where it will be told.
                let nearest = (!self.remarks.is_full())
                    .then(|| likeness.get_or_insert_with(|| Likeness::new(words, decompose)))
                    .and_then(|likeness| likeness.nearest(quote));
                match nearest {
                    Some(nearest) => {
                        let words = [kind, name, page, &nearest.passage, &nearest.difference];
                        self.remarks.tell(changed, path, quote, &words);
                        held.nearest = Some(nearest.passage);
                    }
                    None => self.remarks.tell(missing, path, quote, &[kind, name, page]),
                }
            }
        }
        held
    }

    /// Whether the words stand somewhere, whatever is beside them.
    fn is_there(&self, anchor: &Anchor) -> bool {
        let context = anchor.before.is_some() || anchor.after.is_some();
        let all = [bare(&anchor.quote)];
        let find = || find(self.text.words, &all, self.text.decompose);
        context && find().iter().any(|finding| *finding != Finding::Missing)
    }
}
