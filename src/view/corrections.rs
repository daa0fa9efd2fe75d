use yew::{Html, html};

use super::{Context, fill};
use crate::article::Correction;

/// The log of corrections, newest first.
pub(super) fn corrections(context: &Context) -> Html {
    let log = &context.state.article.corrections;
    if log.is_empty() {
        return Html::default();
    }
    html! {
        <section class="corrections" aria-labelledby="corrections-title">
            <h3 id="corrections-title" class="part-title">{context.words.strings.corrections}</h3>
            <ul>
                for (at, one) in log.iter().enumerate() {
                    <li key={at}>{correction(context, one)}</li>
                }
            </ul>
        </section>
    }
}

fn correction(context: &Context, one: &Correction) -> Html {
    let words = &context.words;
    let change = match (&one.was, &one.now) {
        (Some(was), Some(now)) => Some(fill(words.strings.corrected, &[was, now])),
        (Some(text), None) | (None, Some(text)) => Some(text.to_string()),
        (None, None) => None,
    };
    html! {
        <>
            <p class="when">{words.date(&one.date)}</p>
            <p class="text">
                {subject(context, &one.what)}
                if let Some(change) = change { {". "}{change} }
                if let Some(why) = &one.why { {" "}{&**why} }
            </p>
        </>
    }
}

/// What was corrected, by its title when the path names an event or an era.
fn subject(context: &Context, path: &str) -> String {
    let article = &context.state.article;
    let mut steps = path.split('/');
    let title = match (steps.next(), steps.next()) {
        (Some("events"), Some(id)) => article
            .events
            .iter()
            .find(|event| &*event.id == id)
            .map(|event| &event.title),
        (Some("eras"), Some(id)) => article
            .eras
            .iter()
            .find(|era| &*era.id == id)
            .map(|era| &era.title),
        _ => None,
    };
    title.map_or(path, |title| title).to_owned()
}
