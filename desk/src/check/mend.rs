//! Cures that are certain: nothing else can have been meant.

use dateline::{
    article::{Mistake, Problem, Value, spelling::nearest},
    check::{
        markup::{self, Unmark},
        three_letters,
    },
    import::dates,
};

use crate::{
    forms::{Kind, Names, read},
    work::{Node, Step, Work, last},
};

/// The step that mends a problem, where it is certain.
pub(super) fn certain(
    work: &Work,
    names: &Names,
    unmark: Unmark,
    problem: &Problem,
) -> Option<Step> {
    let path = problem.path.as_str();
    let article = &work.article;
    let node = article.at(path);
    let set = |node: Node| Some(Step::Set(path.into(), node));
    match problem.mistake {
        Mistake::UnknownCountry | Mistake::SmallCountry => {
            set(Node::text(names.code(node.words())?))
        }
        Mistake::UnknownPerson | Mistake::UnknownSpeaker => {
            let id = read(Kind::Person, node.words(), article, names).node;
            set(id).filter(|_| !is_same_word(article, names, node))
        }
        Mistake::UnknownBasis => set(Node::text(nearest(
            node.words(),
            ["stated", "inferred", "editor"],
        )?)),
        Mistake::UnknownKey => {
            let known = problem.arguments.iter().map(String::as_str);
            let name = nearest(last(path), known)?;
            let (holder, _) = path.rsplit_once('/')?;
            let is_free = article.at(holder).get(name).is_null();
            is_free.then(|| Step::Rename(path.into(), name.into()))
        }
        Mistake::NotSchema => set(Node::Number(1.into())),
        Mistake::MarkupInText => set(Node::text(&markup::plain(node.as_text()?, unmark)?)),
        Mistake::NotALanguage | Mistake::InvalidLanguage => {
            set(Node::text(three_letters(&node.words().to_lowercase())?))
        }
        Mistake::LeapSecond => set(Node::text(problem.arguments.get(1)?)),
        _ if matches!(problem.kind(), "ungrammatical-date" | "impossible-date") => {
            let language = article.get("language").as_text().unwrap_or("en");
            let context = dates::Context {
                language: language.to_owned(),
                ..dates::Context::default()
            };
            let found = dates::read(node.as_text()?, &context).ok()?;
            let is_sure =
                found.others.is_empty() && !found.notes.iter().any(dates::Note::leaves_out);
            let code = Node::text(&found.value);
            (is_sure && code != *node).then(|| Step::Set(path.into(), code))
        }
        _ => None,
    }
}

/// Whether reading a name as a person's gives the name again: nobody has it.
fn is_same_word(article: &Node, names: &Names, node: &Node) -> bool {
    let read = read(Kind::Person, node.words(), article, names).node;
    read.article() == Value::String(node.words().trim().to_owned())
}
