use yew::{Html, html};

use super::{Context, Counted, fill};
use crate::timeline::Track;

/// The country's events on the time scale that all tiles share, so that a glance from tile
/// to tile compares.
pub(super) fn sparkline(context: &Context, country: usize) -> Html {
    let Some(track) = context.state.track(country) else {
        return html! {};
    };
    let chosen = context.state.selected_track(country);
    html! {
        <svg class="sparkline" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
            <path class="base" d="M0 6H1000" />
            <path class="dot" d={track.path.to_string()} />
            if let Some(chosen) = chosen {
                <path class="dot" data-selected="" d={chosen.path.to_string()} />
            }
        </svg>
    }
}

/// What the line shows, in words: “2 events, February – March 2023”; the period alone
/// where the count is said before it.
pub(super) fn spoken(context: &Context, track: &Track, is_counted: bool) -> String {
    let Context { state, words, .. } = context;
    let date = |at: usize| {
        let event = state.article.events.get(at);
        event
            .map(|event| words.date(&event.when.date))
            .unwrap_or_default()
    };
    let (first, last) = (date(track.first), date(track.last));
    let period = if first == last {
        first
    } else {
        fill(words.strings.range(), &[&first, &last])
    };
    if is_counted {
        return period;
    }
    let count = words.count(Counted::Events, track.count);
    fill(words.strings.both(), &[&count, &period])
}
