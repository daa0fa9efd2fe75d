use crate::view::{Context, Counted, tree::Tree};

/// Events listed at most; the list below the axis has the others.
const MOST: usize = 50;

/// The events of a cluster that no zoom would tell apart.
pub(super) fn opened(tree: &mut Tree, context: &Context) {
    let (state, words) = (&context.state, &context.words);
    let events = state.axis.opened_events();
    if events.is_empty() {
        return;
    }
    let count = words.count(Counted::Events, events.len());
    tree.open("div.axis-opened #opened role=group aria-label={}")
        .with(&count);
    tree.open("ul");
    for at in events.into_iter().take(MOST) {
        let Some(event) = state.article.events.get(at) else {
            continue;
        };
        tree.open("li");
        tree.open("button type=button aria-pressed={} data-act={}")
            .is(state.selected == Some(at))
            .name("select ", at);
        tree.open("span.when").line(&words.when(&event.when));
        tree.text(" ");
        tree.text(&event.title);
        tree.close();
        tree.close();
    }
    tree.close();
    tree.open("button.axis-button type=button data-act=close")
        .line(words.strings.close());
    tree.close();
}
