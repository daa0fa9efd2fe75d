use crate::{
    timeline::Grouping,
    view::{Context, tree::Tree},
};

/// The buttons: for every gesture there is one.
pub(super) fn controls(tree: &mut Tree, context: &Context) {
    let (state, axis) = (&context.state, &context.state.axis);
    let strings = context.words.strings;
    let (first, last) = (state.shown.iter().next(), state.shown.iter().next_back());
    let at = |end: Option<usize>| end.is_none() || (state.selected == end);
    let fits = axis.viewport.fits();
    let label = strings.axis_controls();
    tree.open("div.axis-bar #bar role=group aria-label={}")
        .with(label);
    tree.open("div.axis-buttons");
    button(
        tree,
        "previous",
        strings.previous(),
        "‹",
        at(first),
        "step -1",
    );
    button(tree, "next", strings.next(), "›", at(last), "step 1");
    tree.close();
    tree.open("p.axis-now").line(&now(context));
    tree.open("div.axis-buttons");
    button(tree, "pan-back", strings.earlier(), "«", fits, "slide -25");
    button(tree, "pan-on", strings.later(), "»", fits, "slide 25");
    button(tree, "zoom-out", strings.zoom_out(), "−", fits, "out");
    let closest = !axis.viewport.can_zoom_in();
    button(tree, "zoom-in", strings.zoom_in(), "+", closest, "in");
    tree.open("button.axis-button type=button part=fit aria-disabled={} data-act=fit")
        .fixed(disabled(fits))
        .line(strings.fit());
    tree.close();
    grouping(tree, context);
    tree.close();
}

fn button(
    tree: &mut Tree,
    part: &'static str,
    name: &str,
    sign: &str,
    off: bool,
    act: &'static str,
) {
    tree.open("button.axis-button type=button part={} aria-label={} aria-disabled={} data-act={}")
        .fixed(part)
        .with(name)
        .fixed(disabled(off))
        .fixed(act);
    tree.open("span aria-hidden=true").line(sign);
    tree.close();
}

/// Not `disabled`: a button that has done its work must not drop the focus.
fn disabled(off: bool) -> Option<&'static str> {
    off.then_some("true")
}

/// The chosen event, or the time in the window: always in the same place, as the
/// axis has not always room for a title.
fn now(context: &Context) -> String {
    let (state, words) = (&context.state, &context.words);
    let (from, to) = state.axis.window();
    match state.selected.and_then(|at| state.article.events.get(at)) {
        Some(event) => words.event(event),
        None => words.period(from, to),
    }
}

fn grouping(tree: &mut Tree, context: &Context) {
    let (axis, strings) = (&context.state.axis, context.words.strings);
    let label = strings.lanes();
    tree.open("div.axis-grouping role=group aria-label={}")
        .with(label);
    for (grouping, name, act) in [
        (Grouping::Together, strings.together(), "lanes 0"),
        (Grouping::Countries, strings.by_country(), "lanes 1"),
        (Grouping::People, strings.by_person(), "lanes 2"),
    ] {
        if grouping != Grouping::Together && !axis.has(grouping) {
            continue;
        }
        tree.open("button.axis-button type=button aria-pressed={} data-act={}")
            .is(axis.grouping == grouping)
            .fixed(act);
        tree.key(act);
        tree.text(name);
        tree.close();
    }
    if axis.can_fold() {
        let folded = !axis.folds().is_empty();
        tree.open("button.axis-button #space type=button aria-pressed={} data-act={}")
            .is(folded)
            .name("space ", usize::from(!folded));
        tree.text(strings.fold_gaps());
        tree.close();
    }
    tree.close();
}
