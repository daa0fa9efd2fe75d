//! A fact made of words that were selected in the text.

use dateline::{
    article::{
        Anchor,
        passage::{Decompose, Finding, find},
    },
    import::dates::{self, Context},
};

use crate::{
    forms::{Kind, Names, read},
    work::{Node, Place, Section, Step, Work, free_id},
};

/// What words can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Something that happened.
    Event,
    /// A longer period.
    Era,
    /// What somebody says, in the article's words.
    Claim,
    /// What somebody says, word for word.
    Quotation,
    /// A number.
    Figure,
}

impl Choice {
    /// Every choice.
    pub const ALL: [Choice; 5] = [
        Choice::Event,
        Choice::Claim,
        Choice::Quotation,
        Choice::Figure,
        Choice::Era,
    ];

    /// What a word of the desk's is called for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Choice::Event => "new_event",
            Choice::Era => "new_era",
            Choice::Claim => "new_claim",
            Choice::Quotation => "new_quotation",
            Choice::Figure => "new_figure",
        }
    }
}

/// Selected words: bytes of the text, on character boundaries.
pub type Selection = std::ops::Range<usize>;

/// The step that makes a fact of the selected words, and where it leads: `None` when nothing
/// is selected. What the words tell of a date, countries and a speaker is filled in.
#[must_use]
pub fn fact_of(
    work: &Work,
    selection: Selection,
    choice: Choice,
    card: Option<usize>,
    names: &Names,
    decompose: Decompose,
) -> Option<(Step, Place)> {
    let article = &work.article;
    let selection = whole_words(&work.text, selection);
    let words = work.text.get(selection.clone())?;
    let quote = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if quote.is_empty() {
        return None;
    }
    let source = source(work, selection, &quote, decompose);
    let codes: Vec<&str> = names.named(&quote);
    let countries = || match codes.as_slice() {
        [] => Node::Null,
        codes => Node::list(codes.iter().map(|code| Node::text(code)).collect()),
    };
    match choice {
        Choice::Event | Choice::Era => {
            let (section, word) = match choice {
                Choice::Era => (Section::Eras, "era"),
                _ => (Section::Events, "event"),
            };
            let at = article.get(section.key()).items().len();
            let node = Node::object([
                ("id", Node::text(&free_id(article, word))),
                ("title", Node::text(&title(&quote))),
                ("date", date(&quote, article).unwrap_or_default()),
                ("countries", countries()),
                ("source", source),
            ]);
            let step = Step::Insert(section.list().into(), at, node);
            Some((step, Place::row(section, at)))
        }
        Choice::Claim | Choice::Quotation | Choice::Figure => {
            let (country, make) = card_for(article, &codes, card);
            let speaker = speaker(article, &quote);
            let (list, node) = match choice {
                Choice::Figure => ("figures", figure(&quote, speaker, source)),
                Choice::Quotation => (
                    "claims",
                    Node::object([
                        ("speaker", speaker),
                        ("verb", Node::text("says")),
                        ("quote", Node::text(inner(&quote))),
                        ("source", source),
                    ]),
                ),
                _ => (
                    "claims",
                    Node::object([
                        ("speaker", speaker),
                        ("verb", Node::text("says")),
                        ("text", Node::text(&quote)),
                        ("source", source),
                    ]),
                ),
            };
            let path = format!("/countries/{country}/{list}");
            let at = article.at(&path).items().len();
            let insert = Step::Insert(path.into(), at, node);
            let steps = make.into_iter().chain([insert]).collect();
            Some((Step::All(steps), Place::row(Section::Countries, country)))
        }
    }
}

/// The selection with all of the words that it begins and ends in, in scripts that part words.
fn whole_words(text: &str, selection: Selection) -> Selection {
    // Thai is the first script that writes words without blanks between them.
    let is_letter = |sign: char| sign.is_alphanumeric() && sign < '\u{e00}';
    let (Some(head), Some(words), Some(tail)) = (
        text.get(..selection.start),
        text.get(selection.clone()),
        text.get(selection.end..),
    ) else {
        return selection;
    };
    let (mut start, mut end) = (selection.start, selection.end);
    if words.starts_with(is_letter) {
        start = head.trim_end_matches(is_letter).len();
    }
    if words.ends_with(is_letter) {
        end += tail.len() - tail.trim_start_matches(is_letter).len();
    }
    start..end
}

/// The card that a statement goes to: that of the first country it names, else the one that
/// is chosen, else the first; and the step that makes it where there is none.
fn card_for(article: &Node, codes: &[&str], card: Option<usize>) -> (usize, Option<Step>) {
    let cards = article.get("countries").items();
    let of = |code: &&str| {
        cards
            .iter()
            .position(|card| card.get("code").words() == *code)
    };
    if let Some(at) = codes.iter().find_map(of) {
        return (at, None);
    }
    match (codes.first(), card.filter(|at| *at < cards.len())) {
        (None, Some(at)) => (at, None),
        (None, None) if !cards.is_empty() => (0, None),
        (code, _) => {
            let code = code.map_or(Node::Null, |code| Node::text(code));
            let node = Node::object([("code", code)]);
            let at = cards.len();
            (at, Some(Step::Insert("/countries".into(), at, node)))
        }
    }
}

/// The words with what stands beside them, where they stand more than once.
fn source(work: &Work, selection: Selection, quote: &str, decompose: Decompose) -> Node {
    let bare = Anchor {
        url: None,
        quote: quote.into(),
        before: None,
        after: None,
    };
    let is_one = |anchor: &Anchor| {
        let found = find(&work.text, std::slice::from_ref(anchor), decompose);
        !matches!(found.first(), Some(Finding::Ambiguous(_)))
    };
    let beside = |words: Vec<&str>| words.join(" ");
    let quoted = || ("quote", Node::text(quote));
    if is_one(&bare) {
        return Node::object([quoted()]);
    }
    let (head, tail) = (
        work.text.get(..selection.start).unwrap_or_default(),
        work.text.get(selection.end..).unwrap_or_default(),
    );
    for count in [3, 8, 20] {
        let mut before: Vec<&str> = head.split_whitespace().rev().take(count).collect();
        before.reverse();
        let before = beside(before);
        let after = beside(tail.split_whitespace().take(count).collect());
        let some = |words: &str| (!words.is_empty()).then(|| words.into());
        let anchor = Anchor {
            url: None,
            quote: quote.into(),
            before: some(&before),
            after: some(&after),
        };
        if is_one(&anchor) || count == 20 {
            let text = |words: Option<_>| {
                words.map_or(Node::Null, |words: std::rc::Rc<str>| Node::text(&words))
            };
            return Node::object([
                quoted(),
                ("before", text(anchor.before)),
                ("after", text(anchor.after)),
            ]);
        }
    }
    Node::object([quoted()])
}

/// The beginning of a sentence, for the editor to make a title of.
fn title(quote: &str) -> String {
    let end = quote.trim_end_matches(['.', ',', ';', ':']);
    let mut title = String::new();
    for word in end.split(' ') {
        if !title.is_empty() && title.len() + word.len() > 80 {
            return title + " …";
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    title
}

/// The longest run of words that is a date with a year.
fn date(quote: &str, article: &Node) -> Option<Node> {
    let words: Vec<&str> = quote.split(' ').take(400).collect();
    let context = Context {
        language: article.get("language").as_text().unwrap_or("en").to_owned(),
        ..Context::default()
    };
    for length in (1..=5).rev() {
        for run in words.windows(length) {
            let text = run.join(" ");
            let text = text.trim_matches(|sign: char| !sign.is_alphanumeric());
            let digits = text.chars().filter(char::is_ascii_digit).count();
            if digits < 4 || length == 1 && text.len() != 4 && !text.contains(['-', '.', '/']) {
                continue;
            }
            let found = dates::read(text, &context).ok();
            if let Some(found) = found.filter(|found| found.others.is_empty()) {
                return Some(Node::text(&found.value));
            }
        }
    }
    None
}

/// Whoever of the people is named, by the whole name or its last word.
fn speaker(article: &Node, quote: &str) -> Node {
    let people = article.get("people").items().iter();
    let named = people.filter(|person| {
        let name = person.get("name").words();
        let last = name.rsplit(' ').next().unwrap_or_default();
        last.chars().count() > 2 && quote.contains(last)
    });
    let id = named.map(|person| person.get("id")).next();
    id.cloned().unwrap_or_default()
}

/// What stands between quotation marks, else all of it.
fn inner(quote: &str) -> &str {
    let marks = |sign: char| matches!(sign, '“' | '”' | '"' | '„' | '«' | '»');
    let inside = quote
        .find(marks)
        .zip(quote.rfind(marks))
        .and_then(|(from, to)| {
            let text = quote.get(from..to)?;
            text.get(text.chars().next()?.len_utf8()..)
        });
    inside
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .unwrap_or(quote)
}

/// The first number, and the words behind it.
fn figure(quote: &str, speaker: Node, source: Node) -> Node {
    let start = quote.find(|sign: char| sign.is_ascii_digit());
    let (number, rest) = match start.and_then(|at| quote.get(at..)) {
        Some(rest) => {
            let end = rest.find(|sign: char| !matches!(sign, '0'..='9' | ',' | '.'));
            let (number, rest) = rest
                .split_at_checked(end.unwrap_or(rest.len()))
                .unwrap_or((rest, ""));
            (number.trim_end_matches(['.', ',']).replace(',', ""), rest)
        }
        None => (String::new(), quote),
    };
    let names = Names::default();
    Node::object([
        (
            "value",
            read(Kind::Amount, &number, &Node::Null, &names).node,
        ),
        ("label", Node::text(&title(rest.trim()))),
        ("speaker", speaker),
        ("source", source),
    ])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use dateline::article::Sentences;

    use super::*;

    const TEXT: &str = "Poland opened the bridge on 20 March 2023. “We waited long enough”, mayor Anna Kowal \
        said. About 1,400 cars an hour cross it. It was said. It was said again.";

    fn made(words: &str, choice: Choice) -> (Work, Place) {
        let json = r#"{"headline":"H","people":[{"id":"mayor","name":"Anna Kowal"}]}"#;
        let work = Work {
            article: Node::parse(json).unwrap(),
            text: TEXT.into(),
        };
        let names = Names::new(&[vec![("PL".into(), "Poland".into())]]);
        let at = TEXT.find(words).unwrap();
        let range = at..at + words.len();
        let (step, place) = fact_of(&work, range, choice, None, &names, str::to_owned).unwrap();
        (step.applied(&work), place)
    }

    #[test]
    fn a_sentence_becomes_an_event_with_date_and_country() {
        let (work, place) = made("Poland opened the bridge on 20 March 2023.", Choice::Event);
        let event = work.article.at("/events/0").clone();
        assert_eq!(place, Place::row(Section::Events, 0));
        assert_eq!(event.get("date").words(), "2023-03-20");
        assert_eq!(event.at("/countries/0").words(), "PL");
        assert_eq!(
            event.get("title").words(),
            "Poland opened the bridge on 20 March 2023"
        );
    }

    #[test]
    fn a_quotation_has_its_speaker_and_only_its_words() {
        let (work, _) = made(
            "“We waited long enough”, mayor Anna Kowal said.",
            Choice::Quotation,
        );
        let claim = work.article.at("/countries/0/claims/0").clone();
        assert_eq!(claim.get("quote").words(), "We waited long enough");
        assert_eq!(claim.get("speaker").words(), "mayor");
    }

    #[test]
    fn a_figure_has_its_number() {
        let (work, _) = made("1,400 cars an hour", Choice::Figure);
        let figure = work.article.at("/countries/0/figures/0").clone();
        assert_eq!(figure.get("value").value(), 1400);
        assert_eq!(figure.get("label").words(), "cars an hour");
    }

    #[test]
    fn words_that_were_cut_are_taken_whole() {
        let (work, _) = made("land opened the bri", Choice::Event);
        let event = work.article.at("/events/0").clone();
        assert_eq!(
            event.at("/source/quote").words(),
            "Poland opened the bridge"
        );
        // Thai and Chinese part no words by blanks.
        for (text, cut) in [("Mała wieś, dawno", 1..9), ("桥在三月开放", 3..9)] {
            let whole = whole_words(text, cut.clone());
            let words = text.get(whole).unwrap();
            assert_eq!(
                words,
                if cut.start == 1 {
                    "Mała wieś"
                } else {
                    "在三"
                }
            );
        }
    }

    #[test]
    fn words_that_stand_twice_are_told_apart() {
        let (work, _) = made("It was said", Choice::Claim);
        let checked = super::super::check(
            &work,
            &Names::default(),
            Sentences::english(),
            str::to_owned,
            str::to_owned,
        );
        let mut of_words = checked.told.iter().map(|told| &*told.path);
        assert!(
            !of_words.any(|path| path.ends_with("/quote")),
            "{checked:?}"
        );
        assert!(checked.held.iter().all(|held| held.range.is_some()));
    }
}
