use super::{Context, Counted, fill, tree::Tree};
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
    tree.open("svg.strip #strip role=img aria-label={} viewBox={} preserveAspectRatio=none")
        .with(&fill(words.strings.strip(), &[&said]))
        .fixed("0 0 1000 12");
    tree.open("line.base x1=0 x2=1000 y1=6 y2=6").close();
    tree.open("path.dot d={}").with(&track.path).close();
    tree.open("path.dot data-selected d={}")
        .some(chosen.as_ref().map(|track| &*track.path))
        .close();
    tree.close();
}
