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
    let chosen = mine
        .iter()
        .filter(|(at, _)| state.selected == Some(*at))
        .map(|(_, event)| *event);
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
            <path class="dot" d={path(&scale, mine.iter().map(|(_, event)| *event))} />
            <path class="dot" data-selected="" d={path(&scale, chosen)} />
        </svg>
    }
}

/// The events' times as dashes along the strip, however many there are: what falls on
/// one place is drawn once.
fn path<'a>(scale: &Scale, events: impl Iterator<Item = &'a Event>) -> String {
    let mut drawn = (i64::MIN, i64::MIN);
    let mut d = String::new();
    for event in events {
        let (from, to) = scale.place(&event.when.date);
        // In time order, so that only the last one drawn can hide this.
        if from <= drawn.0 && to <= drawn.1 {
            continue;
        }
        drawn = (from, to);
        for part in ["M", &from.to_string(), " 6H", &to.to_string()] {
            d.push_str(part);
        }
    }
    d
}
