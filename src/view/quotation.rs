use super::{Context, fill, marked::marked, notes::note, tree::Tree};
use crate::article::{Anchor, Fact};

/// Somebody's words, in quotation marks and with a hanging mark.
pub(super) fn quotation(
    tree: &mut Tree,
    context: &Context,
    quote: &str,
    fact: Fact,
    words: Option<&str>,
) {
    let strings = context.words.strings;
    tree.open("blockquote.quote");
    tree.open("p");
    tree.open("span.hang").line(strings.quote_open());
    marked(tree, &context.state, quote);
    tree.text(strings.quote_close());
    note(tree, context, fact, words);
    tree.close();
    tree.close();
}

/// The sentence of the article that a fact rests on.
pub(super) fn sentence(tree: &mut Tree, context: &Context, anchor: &Anchor) {
    let strings = context.words.strings;
    tree.open("p.source");
    tree.open("span.label");
    tree.text(strings.source_of());
    tree.text(": ");
    tree.close();
    tree.text(strings.quote_open());
    tree.text(&anchor.quote);
    tree.text(strings.quote_close());
    tree.close();
}

/// The way to the words of the article that a fact rests on; beside it room for the
/// page to say that they are gone.
pub(super) fn show(tree: &mut Tree, context: &Context, fact: Fact) {
    if context.is_plain() {
        return;
    }
    tree.open("p.show");
    tree.open("button.quiet type=button data-source={}")
        .with(&fact.name())
        .line(context.words.strings.show_source());
    tree.open("output").close();
    tree.close();
}

/// “Antony Blinken, US Secretary of State (United States)”.
pub(super) fn speaker(tree: &mut Tree, context: &Context, at: Option<usize>) {
    let (state, words) = (&context.state, &context.words);
    let strings = words.strings;
    let person = at.and_then(|at| state.article.people.get(at));
    let Some(person) = person else {
        tree.open("span.name").line(strings.unattributed());
        return;
    };
    tree.open("span.name");
    marked(tree, state, &person.name);
    tree.close();
    let mut office = String::new();
    if let Some(role) = &person.role {
        office = [strings.comma(), " ", role].concat();
    }
    if let Some(country) = person.country {
        let country = words.country(&state.article, country);
        office = fill(strings.remark(), &[&office, &country]);
    }
    if !office.is_empty() {
        tree.open("span.role");
        marked(tree, state, &office);
        tree.close();
    }
}
