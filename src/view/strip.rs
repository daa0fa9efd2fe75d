use yew::{Html, html};

use super::{Context, fill};
use crate::timeline::Track;

/// The country's events on the time scale that all cards share, so that a glance from
/// card to card compares.
pub(super) fn strip(context: &Context, country: usize) -> Html {
    let (state, words) = (&context.state, &context.words);
    let events = &state.article.events;
    let ends = |track: &Track| Some((events.get(track.first)?, events.get(track.last)?));
    let Some((track, (first, last))) = state
        .track(country)
        .and_then(|track| Some((track, ends(track)?)))
    else {
        return Html::default();
    };
    let said = match track.count {
        1 => words.date(&first.when.date),
        _ => fill(
            words.strings.range,
            &[&words.date(&first.when.date), &words.date(&last.when.date)],
        ),
    };
    let said = fill(
        words.strings.both,
        &[&words.count(&words.strings.events, track.count), &said],
    );
    let chosen = state.selected_track(country);
    html! {
        <svg class="strip" role="img" aria-label={fill(words.strings.strip, &[&said])}
            viewBox="0 0 1000 12" preserveAspectRatio="none">
            <line class="base" x1="0" x2="1000" y1="6" y2="6" />
            <path class="dot" d={track.path.clone()} />
            <path class="dot" data-selected="" d={chosen.map(|track| track.path)} />
        </svg>
    }
}
