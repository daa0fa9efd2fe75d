use super::{Context, fill, tree::Tree};
use crate::article::pieces::pieces;
use crate::article::{Correction, Text};

/// The log of corrections, newest first.
pub(super) fn corrections(tree: &mut Tree, context: &Context) {
    let log = &context.state.article.corrections;
    if log.is_empty() {
        return;
    }
    tree.open("section.corrections #corrections aria-labelledby=corrections-title");
    tree.open("h3.part-title id=corrections-title")
        .line(context.words.strings.corrections());
    tree.open("ul");
    for one in log {
        tree.open("li");
        correction(tree, context, one);
        tree.close();
    }
    tree.close();
    tree.close();
}

fn correction(tree: &mut Tree, context: &Context, one: &Correction) {
    tree.open("p.when").line(&context.words.date(&one.date));
    change(tree, context, one, &subject(context, &one.what));
}

/// What was mended about one thing, beside it; `path` are the pieces of the path to it
/// in the data. What was mended about a claim or a figure is not told of its country.
pub(super) fn corrected(tree: &mut Tree, context: &Context, path: &[&str]) {
    let words = &context.words;
    for one in &context.state.article.corrections {
        let what = one.what.strip_prefix('/').unwrap_or(&one.what);
        let inside = what.strip_prefix(&*path.concat());
        let deep = |inside: &str| inside.starts_with("/claims/") || inside.starts_with("/figures/");
        if inside.is_some_and(|rest| rest.is_empty() || rest.starts_with('/') && !deep(rest)) {
            let date = words.date(&one.date);
            let head = fill(words.strings.corrected_on(), &[&date]);
            change(tree, context, one, &head);
        }
    }
}

/// What it was, what it is now, and why.
fn change(tree: &mut Tree, context: &Context, one: &Correction, head: &str) {
    let (was, now) = (one.was.as_deref(), one.now.as_deref());
    let change = match (was, now) {
        (Some(was), Some(now)) => fill(context.words.strings.corrected(), &[was, now]),
        _ => was.or(now).unwrap_or_default().to_owned(),
    };
    let why = one.why.as_deref().unwrap_or_default();
    let text = [head, ". ", &change, " ", why].concat();
    tree.open("p.correction").line(&text);
}

/// What was corrected, by its title or name when the path names an event, an era, a
/// country or a person.
fn subject(context: &Context, path: &str) -> Text {
    let article = &context.state.article;
    let mut steps = pieces(path.strip_prefix('/').unwrap_or(path), "/");
    let (list, id) = (steps.piece(), steps.piece());
    let title = match list {
        "events" => article
            .events
            .iter()
            .find(|one| &*one.id == id)
            .map(|one| &one.title),
        "eras" => article
            .eras
            .iter()
            .find(|one| &*one.id == id)
            .map(|one| &one.title),
        "people" => article
            .people
            .iter()
            .find(|one| &*one.id == id)
            .map(|one| &one.name),
        _ => None,
    };
    let country = || {
        let at = article
            .countries
            .iter()
            .position(|one| one.code.as_str() == id);
        at.filter(|_| list == "countries")
            .map(|at| context.words.country(article, at))
    };
    title
        .cloned()
        .or_else(country)
        .unwrap_or_else(|| path.into())
}
