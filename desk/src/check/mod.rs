//! What is wrong with a work, where it leads and how it is mended; and where its facts stand
//! in the article's text.

mod found;
mod mend;

pub use dateline::check::text::Held;
pub use found::{Choice, Selection, fact_of};

use std::{collections::HashMap, rc::Rc};

use dateline::{
    article::{self, Article, Problem, Sentences, Severity, passage::Decompose},
    check::{
        look,
        markup::Unmark,
        text::{Text, against},
    },
};

use crate::{
    forms::Names,
    work::{Node, Step, Work},
};

/// Something that is wrong, for an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Whether something is left out because of it.
    pub is_error: bool,
    /// Where: a JSON Pointer.
    pub path: Rc<str>,
    /// What is wrong, in a sentence.
    pub message: String,
    /// How to mend it, in a sentence.
    pub fix: String,
    /// The step that mends it, where nothing else can have been meant.
    pub mend: Option<Step>,
}

/// What a check gives.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// What is wrong, errors first.
    pub told: Vec<Told>,
    /// Where the facts stand in the text.
    pub held: Vec<Held>,
    /// The article, if anything of it can be shown.
    pub article: Option<Rc<Article>>,
}

impl PartialEq for Checked {
    /// Articles are the same where they are shared: views ask with each key that is pressed.
    fn eq(&self, other: &Checked) -> bool {
        let is_same = match (&self.article, &other.article) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        is_same && self.told == other.told && self.held == other.held
    }
}

impl Eq for Checked {}

impl Checked {
    /// How many errors and how many warnings there are.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.told.iter().filter(|told| told.is_error).count();
        (errors, self.told.len() - errors)
    }

    /// What is wrong, in its order, with what is wrong in the same way at several places in one.
    /// What has a mend of its own stands alone.
    #[must_use]
    pub fn grouped(&self) -> Vec<Vec<&Told>> {
        let mut groups: Vec<Vec<&Told>> = Vec::new();
        let mut known: HashMap<(&str, &str), usize> = HashMap::new();
        for told in &self.told {
            let at = match told.mend {
                Some(_) => groups.len(),
                None => *known
                    .entry((&told.message, &told.fix))
                    .or_insert(groups.len()),
            };
            match groups.get_mut(at) {
                Some(group) => group.push(told),
                None => groups.push(vec![told]),
            }
        }
        groups
    }
}

/// Reads a work as a reader's browser would, and tells all that the command's check tells of it,
/// beside its text where it has one, in the `sentences` of a language. `decompose` and `unmark`
/// are the platform's.
#[must_use]
pub fn check(
    work: &Work,
    names: &Names,
    sentences: &Sentences,
    decompose: Decompose,
    unmark: Unmark,
) -> Checked {
    if is_blank(work) {
        return Checked::default();
    }
    let data = work.article.article();
    let reading = article::read(&data);
    let mut problems = reading.problems;
    look(&data, unmark, &mut problems);
    let mut held = Vec::new();
    if !work.text.trim().is_empty() {
        let countries: Vec<(&str, &str)> = names.iter().collect();
        let beside = against(
            &data,
            &Text {
                words: &work.text,
                name: "",
                decompose,
                countries: &countries,
                is_by_title: true,
            },
        );
        problems.extend(beside.problems);
        held = beside.held;
    }
    let told = problems.into_iter();
    let mut told: Vec<Told> = told
        .map(|problem| tell(work, names, sentences, unmark, problem))
        .collect();
    told.sort_by_key(|told| !told.is_error);
    Checked {
        told,
        held,
        article: reading.article.map(Rc::new),
    }
}

/// Whether nothing was written yet: that all is missing is no news.
fn is_blank(work: &Work) -> bool {
    let is_begun = |(key, node): &(Rc<str>, Node)| {
        let is_empty = matches!(node, Node::List(items) if items.is_empty());
        !matches!(&**key, "schema" | "language") && !is_empty
    };
    work.text.is_empty()
        && match &work.article {
            Node::Null => true,
            Node::Object(members) => !members.iter().any(is_begun),
            _ => false,
        }
}

fn tell(
    work: &Work,
    names: &Names,
    sentences: &Sentences,
    unmark: Unmark,
    problem: Problem,
) -> Told {
    Told {
        is_error: problem.severity == Severity::Error,
        message: sentences.message(&problem),
        fix: sentences.fix(&problem),
        mend: mend::certain(work, names, unmark, &problem),
        path: problem.path.into(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::work::Node;

    fn unmarked(text: &str) -> String {
        dateline::import::plain(text).text
    }

    fn checked(json: &str, text: &str) -> (Work, Checked) {
        let work = Work {
            article: Node::parse(json).unwrap(),
            text: text.into(),
        };
        let names = Names::new(&[vec![("PL".into(), "Poland".into())]]);
        let checked = check(&work, &names, Sentences::english(), str::to_owned, unmarked);
        (work, checked)
    }

    const BRIDGE: &str = r#"{"language":"en","headline":"H","people":[{"id":"mayor","name":"Anna Kowal","country":"PL"}],
        "events":[{"id":"e","title":"T","date":"March 2023","countries":["Poland"],"titel":"x",
        "source":{"quote":"The bridge opened on Monday."}}],
        "countries":[{"code":"PL","claims":[{"speaker":"Anna Kowal","verb":"says","quote":"We waited long"}]}]}"#;

    #[test]
    fn articles_are_compared_by_where_they_are() {
        let json = r#"{"headline":"H","events":[{"id":"e","title":"T","date":"2023"}]}"#;
        let (_, one) = checked(json, "");
        let (_, other) = checked(json, "");
        assert!(one.told == other.told && one.held == other.held);
        assert!(one.article.is_some() && one != other);
        assert_eq!(one, one.clone());
    }

    #[test]
    fn what_is_wrong_in_the_same_way_is_told_once() {
        let events: Vec<String> = (0..3)
            .map(|at| format!(r#"{{"id":"e{at}","title":"T"}}"#))
            .collect();
        let json = format!(
            r#"{{"language":"en","headline":"H","events":[{}]}}"#,
            events.join(",")
        );
        let (_, checked) = checked(&json, "");
        let groups = checked.grouped();
        assert!(groups.iter().any(|group| group.len() == 3), "{groups:?}");
        let all: usize = groups.iter().map(Vec::len).sum();
        assert_eq!(all, checked.told.len());
        let (_, bridge) = self::checked(BRIDGE, "");
        let mends = bridge
            .told
            .iter()
            .filter(|told| told.mend.is_some())
            .count();
        let alone = bridge
            .grouped()
            .iter()
            .filter(|group| group.iter().any(|told| told.mend.is_some()))
            .count();
        assert_eq!(mends, alone);
    }

    #[test]
    fn what_is_missing_is_told_once_something_is_written() {
        let told = |json: &str| checked(json, "").1.told.len();
        assert_eq!(told(r#"{"schema":1,"language":"en"}"#), 0);
        assert!(told(r#"{"schema":1,"language":"en","events":[{"id":"event-1"}]}"#) > 0);
        assert!(told(r#"{"schema":1,"language":"en","published":"soon"}"#) > 0);
        assert!(told(r#"{"events":{}}"#) > 0);
    }

    #[test]
    fn every_certain_mend_mends() {
        let (mut work, mut checked) = checked(BRIDGE, "");
        let mut paths = Vec::new();
        while let Some(told) = checked.told.iter().find(|told| told.mend.is_some()) {
            paths.push(told.path.to_string());
            work = told.mend.as_ref().unwrap().applied(&work);
            let names = Names::new(&[vec![("PL".into(), "Poland".into())]]);
            checked = check(&work, &names, Sentences::english(), str::to_owned, unmarked);
            assert!(paths.len() < 9, "{paths:?}");
        }
        assert_eq!(work.article.at("/events/0/date").words(), "2023-03");
        assert_eq!(work.article.at("/events/0/countries/0").words(), "PL");
        assert_eq!(
            work.article.at("/countries/0/claims/0/speaker").words(),
            "mayor"
        );
        assert!(checked.article.is_some());
    }

    #[test]
    fn a_date_and_a_country_are_held_against_their_sentence() {
        let json = r#"{"language":"en","headline":"H","events":[{"id":"e","title":"The bridge","date":"2023-03-20",
            "countries":["DE"],"source":{"quote":"On Tuesday, 21 March 2023, a bridge in Poland opened."}}],
            "countries":[{"code":"DE","name":"Germany"}]}"#;
        let text = "On Tuesday, 21 March 2023, a bridge in Poland opened.";
        let told = checked(json, text).1.told;
        let at = |path: &str, words: &str| {
            told.iter()
                .any(|told| &*told.path == path && told.message.contains(words))
        };
        assert!(at("/events/0/date", "2023-03-21"), "{told:?}");
        assert!(at("/events/0/date", "the event “The bridge”"), "{told:?}");
        assert!(at("/events/0/countries", "Poland"), "{told:?}");
        assert!(
            !checked(json, "")
                .1
                .told
                .iter()
                .any(|told| told.message.contains("Poland"))
        );
    }

    #[test]
    fn what_an_editor_hardly_meant_is_told_and_mended() {
        let json = r#"{"language":"eng","headline":"Caf&eacute; H","events":[{"id":"e","title":"T","date":"2023"}]}"#;
        let (mut work, checked) = checked(json, "");
        for told in &checked.told {
            if let Some(mend) = &told.mend {
                work = mend.applied(&work);
            }
        }
        assert_eq!(work.article.at("/language").words(), "en");
        assert_eq!(work.article.at("/headline").words(), "Café H");
    }

    #[test]
    fn sentences_that_are_not_there_are_told_with_the_nearest() {
        let text = "Later the bridge opened on a Monday. “We waited long enough”, she said.";
        let (_, checked) = checked(BRIDGE, text);
        let told = checked
            .told
            .iter()
            .find(|told| &*told.path == "/events/0/source/quote");
        assert!(
            told.unwrap().message.contains("bridge opened on a Monday"),
            "{told:?}"
        );
        let quote = checked
            .held
            .iter()
            .find(|held| held.words.ends_with("claims/0/quote"));
        assert!(quote.is_some());
        let (_, checked) =
            self::checked(BRIDGE, "Now. The bridge  opened on Monday. We waited long");
        assert_eq!(
            checked
                .held
                .iter()
                .filter(|held| held.range.is_some())
                .count(),
            2
        );
    }
}
