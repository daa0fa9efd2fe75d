use yew::{Html, html};

use super::{Context, fill};
use crate::{article::Event, timeline::Scale};

/// The strip's own width in its own units; it is stretched to the card's width.
const WIDTH: i64 = 1000;

/// The country's events on the time scale that all cards share, so that a glance from
/// card to card compares.
pub(super) fn strip(context: &Context, country: usize) -> Html {
    let (state, words) = (&context.state, &context.words);
    let article = &state.article;
    let mine: Vec<(usize, &Event)> = article
        .events
        .iter()
        .enumerate()
        .filter(|(_, event)| event.countries.contains(&country))
        .collect();
    let ((Some((_, first)), Some((_, last))), Some(scale)) = (
        (mine.first(), mine.last()),
        Scale::over(article.events.iter().map(|event| &event.when.date), WIDTH),
    ) else {
        return Html::default();
    };
    let said = match mine.len() {
        1 => words.date(&first.when.date),
        _ => fill(
            words.strings.range,
            &[&words.date(&first.when.date), &words.date(&last.when.date)],
        ),
    };
    let said = fill(
        words.strings.both,
        &[&words.count(&words.strings.events, mine.len()), &said],
    );
    html! {
        <svg class="strip" role="img" aria-label={fill(words.strings.strip, &[&said])}
            viewBox="0 0 1000 12" preserveAspectRatio="none">
            <line class="base" x1="0" x2="1000" y1="6" y2="6" />
            for (at, event) in mine {
                {mark(&scale, state.selected == Some(at), at, event)}
            }
        </svg>
    }
}

fn mark(scale: &Scale, selected: bool, at: usize, event: &Event) -> Html {
    let (from, to) = scale.place(&event.when.date);
    html! {
        <line key={at} class="dot" data-selected={selected.then_some("")}
            x1={from.to_string()} x2={to.to_string()} y1="6" y2="6" />
    }
}
