use super::{Context, Counted, find::count, tree::Tree};
use crate::explore::Notice;

/// One polite announcement an action; silent until the reader acts.
pub(super) fn status(tree: &mut Tree, context: &Context) {
    let text = announcement(context);
    tree.open("p.visually-hidden #status role=status")
        .line(&text);
}

fn announcement(context: &Context) -> String {
    let (state, words) = (&context.state, &context.words);
    match state.notice {
        Notice::Silent => String::new(),
        Notice::Moved => {
            let (from, to) = state.axis.window();
            words.period(from, to)
        }
        Notice::Deselected => words.strings.closed().to_owned(),
        Notice::Filtered => count(context),
        Notice::Listed => words.part(Counted::Events, &state.listed(), state.shown.count()),
        Notice::Selected(at) => match state.article.events.get(at) {
            Some(event) => words.event(event),
            None => String::new(),
        },
    }
}
