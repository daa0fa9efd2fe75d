use super::{
    Context,
    corrections::corrected,
    event::{basis, countries, time},
    marked::marked,
    notes::note,
    quotation::show,
    tree::Tree,
};
use crate::article::Fact;

/// The longer periods behind the events.
pub(super) fn eras(tree: &mut Tree, context: &Context) {
    let state = &context.state;
    tree.open("section.eras #eras hidden={}")
        .on(state.eras.count() == 0);
    tree.open("h4").line(context.words.strings.eras());
    tree.open("ul");
    for (at, era) in state.article.eras.iter().enumerate() {
        if !state.eras.contains(at) {
            continue;
        }
        tree.open("li.era part=era data-basis={}")
            .fixed(basis(&era.when));
        tree.key(&era.id);
        tree.open("p.when");
        time(tree, context, &era.when);
        tree.close();
        tree.open("p.era-title");
        marked(tree, state, &era.title);
        let words = era.source.as_ref().map(|source| &*source.quote);
        note(tree, context, Fact::Era(at), words);
        tree.close();
        if let Some(text) = &era.text {
            tree.open("p.text");
            marked(tree, state, text);
            tree.close();
        }
        countries(tree, context, &era.countries);
        corrected(tree, context, &["eras/", &era.id]);
        if era.source.is_some() {
            show(tree, context, Fact::Era(at));
        }
        tree.close();
    }
    tree.close();
    tree.close();
}
