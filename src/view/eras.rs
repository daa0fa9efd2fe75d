use super::{
    Context,
    event::{countries, time},
    marked::marked,
    quotation::{sentence, show},
    tree::{Tree, Value},
};
use crate::article::Fact;

/// The longer periods behind the events.
pub(super) fn eras(tree: &mut Tree, context: &Context) {
    let state = &context.state;
    tree.open(
        "section.eras #eras hidden={}",
        &[Value::On(state.eras.count() == 0)],
    );
    tree.line("h4", &[], context.words.strings.eras());
    tree.open("ul", &[]);
    for (at, era) in state.article.eras.iter().enumerate() {
        if !state.eras.contains(at) {
            continue;
        }
        tree.open("li.era part=era", &[]);
        tree.key(Value::Text(&era.id));
        tree.open("p.when", &[]);
        time(tree, context, &era.when);
        tree.close();
        tree.open("p.era-title", &[]);
        marked(tree, state, &era.title);
        tree.close();
        if let Some(text) = &era.text {
            tree.open("p.text", &[]);
            marked(tree, state, text);
            tree.close();
        }
        countries(tree, context, &era.countries);
        if let Some(anchor) = era.source.as_ref().filter(|_| context.plain) {
            sentence(tree, context, anchor);
        }
        if era.source.is_some() {
            show(tree, context, Fact::Era(at));
        }
        tree.close();
    }
    tree.close();
    tree.close();
}
