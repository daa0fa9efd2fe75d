use super::style::px;
use crate::{
    article::Instant,
    timeline::Layout,
    view::{Context, fill, tree::Tree},
};

/// The narrowest that a fold can be pressed, in px.
const NARROWEST: i32 = 24;

/// Where time is folded, each a button that opens it; by key, the control opens all.
pub(super) fn folds(tree: &mut Tree, context: &Context, layout: &Layout) {
    let axis = &context.state.axis;
    let x = |second| layout.x(&axis.viewport, Instant(axis.folds().place(second)));
    let end = layout.length(&axis.viewport);
    tree.open("div.axis-folds #folds");
    tree.open("div.axis-stage");
    for (at, fold) in axis.folds().iter().enumerate() {
        let (from, to) = (x(fold.from), x(fold.to));
        if to < 0 || from > end {
            continue;
        }
        let wide = (to - from).max(NARROWEST);
        let period = context.words.period(Instant(fold.from), Instant(fold.to));
        let label = fill(context.words.strings.unfold(), &[&period]);
        let style = px(&[
            ("inset-inline-start", (from + to - wide) / 2),
            ("inline-size", wide),
        ]);
        tree.open("button.fold type=button tabindex=-1 title={} data-act={} style={}")
            .with(&label)
            .name("unfold ", at)
            .with(&style);
        tree.key_number(fold.from);
        tree.close();
    }
    tree.close();
    tree.close();
}
