use super::{
    Context, Counted, fill,
    tree::{Tree, Value},
};
use crate::timeline::Track;

/// The country's events on the time scale that all cards share, so that a glance from
/// card to card compares.
pub(super) fn strip(tree: &mut Tree, context: &Context, country: usize) {
    let (state, words) = (&context.state, &context.words);
    let events = &state.article.events;
    let ends = |track: &Track| Some((events.get(track.first)?, events.get(track.last)?));
    let Some((track, (first, last))) = state
        .track(country)
        .and_then(|track| Some((track, ends(track)?)))
    else {
        return;
    };
    let first = words.date(&first.when.date);
    let said = match track.count {
        1 => first,
        _ => fill(
            words.strings.range(),
            &[&first, &words.date(&last.when.date)],
        ),
    };
    let count = words.count(Counted::Events, track.count);
    let said = fill(words.strings.both(), &[&count, &said]);
    let chosen = state.selected_track(country);
    tree.open(
        "svg.strip #strip role=img aria-label={} viewBox={} preserveAspectRatio=none",
        &[
            Value::Text(&fill(words.strings.strip(), &[&said])),
            Value::Fixed("0 0 1000 12"),
        ],
    );
    tree.leaf("line.base x1=0 x2=1000 y1=6 y2=6", &[]);
    tree.leaf("path.dot d={}", &[Value::Text(&track.path)]);
    tree.leaf(
        "path.dot data-selected d={}",
        &[Value::some(chosen.as_ref().map(|track| &*track.path))],
    );
    tree.close();
}
