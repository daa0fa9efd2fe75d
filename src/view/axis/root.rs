use super::{
    bands::bands, controls::controls, folds::folds, marks::lanes, opened::opened,
    overview::overview, style::px, ticks::ticks,
};
use crate::{
    article::Instant,
    timeline::{self, Options},
    view::{Context, piece::Shows, tree::Tree},
};

/// Rows of one lane alone.
const ROWS: u8 = 4;
/// From this many lanes on, clusters are coarser.
const MANY: usize = 5;

/// The axis. Where the widget is narrow it is folded into a strip that a tap unfolds.
pub(in crate::view) fn axis(tree: &mut Tree, context: &Context) {
    let (state, strings) = (&context.state, context.words.strings);
    let open = state.is_unfolded();
    let label = strings.axis();
    tree.open("div.axis #axis part=axis role=group aria-label={}")
        .with(label);
    if !state.wide {
        tree.open("button.axis-fold #fold type=button aria-expanded={} data-act=fold")
            .is(open);
        tree.open("span").line(strings.axis());
        if !open {
            tree.put(Shows::Density(state.axis.density().clone()).html());
        }
        tree.close();
    }
    if open {
        unfolded(tree, context);
    }
    tree.close();
}

fn unfolded(tree: &mut Tree, context: &Context) {
    let (state, axis, widths) = (&context.state, &context.state.axis, &context.widths);
    let count = axis.lanes().len();
    let options = Options {
        rows: if count > 1 { 1 } else { ROWS },
        spread: u8::from(count >= MANY),
        widths: widths.events.clone(),
    };
    let selected = state.selected.and_then(|at| axis.item(at));
    let selected = selected.map(|item| (item.id, Instant(item.anchor)));
    let layout = timeline::layout(axis.index(), &axis.viewport, &options, selected);
    // How many rows there are decides the height; nothing else does.
    let rows = ["--_rows:", &options.rows.to_string(), ";"].concat();
    controls(tree, context);
    tree.open("div.axis-window #window data-pane style={}")
        .with(&(px(&[("--_at", layout.shift)]) + &rows));
    if !axis.folds().is_empty() {
        folds(tree, context, &layout);
    }
    bands(tree, context, &layout, &widths.eras);
    lanes(tree, context, &layout);
    ticks(tree, context, &layout);
    tree.close();
    opened(tree, context);
    overview(tree, context);
}
