use super::{Context, fill, tree::Tree};
use crate::article::Correction;

/// The log of corrections, newest first.
pub(super) fn corrections(tree: &mut Tree, context: &Context) {
    let log = &context.state.article.corrections;
    if log.is_empty() {
        return;
    }
    tree.open(
        "section.corrections #corrections aria-labelledby=corrections-title",
        &[],
    );
    tree.line(
        "h3.part-title id=corrections-title",
        &[],
        context.words.strings.corrections(),
    );
    tree.open("ul", &[]);
    for one in log {
        tree.open("li", &[]);
        correction(tree, context, one);
        tree.close();
    }
    tree.close();
    tree.close();
}

fn correction(tree: &mut Tree, context: &Context, one: &Correction) {
    let words = &context.words;
    tree.line("p.when", &[], &words.date(&one.date));
    tree.open("p.text", &[]);
    tree.text(subject(context, &one.what));
    match (&one.was, &one.now) {
        (Some(was), Some(now)) => {
            tree.text(". ");
            tree.text(&fill(words.strings.corrected(), &[was, now]));
        }
        (Some(text), None) | (None, Some(text)) => {
            tree.text(". ");
            tree.text(text);
        }
        (None, None) => {}
    }
    if let Some(why) = &one.why {
        tree.text(" ");
        tree.text(why);
    }
    tree.close();
}

/// What was corrected, by its title when the path names an event or an era.
fn subject<'a>(context: &'a Context, path: &'a str) -> &'a str {
    let article = &context.state.article;
    let mut steps = path.split('/');
    let title = match (steps.next(), steps.next()) {
        (Some("events"), Some(id)) => article
            .events
            .iter()
            .find(|event| &*event.id == id)
            .map(|event| &event.title),
        (Some("eras"), Some(id)) => article
            .eras
            .iter()
            .find(|era| &*era.id == id)
            .map(|era| &era.title),
        _ => None,
    };
    title.map_or(path, |title| title)
}
