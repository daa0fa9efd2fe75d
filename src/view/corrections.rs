use yew::{Html, html};

use super::{
    Context, Counted,
    element::{only, p, summary},
    fill,
    heading::heading,
    list::opener,
    text::text,
};
use crate::{
    article::{Correction, Text},
    explore::Section,
};

/// The log of corrections, newest first, behind a control that counts them.
pub(super) fn corrections(context: &Context) -> Html {
    let Context { state, words, .. } = context;
    let log = &state.article.corrections;
    let count = words.count(Counted::Corrections, log.len());
    let entries = log.iter().enumerate().map(|(at, one)| {
        let subject = subject(context, &one.what);
        html! {
            <li key={at}>
                { p("when", text(context, &words.date(&one.date))) }
                { change(context, one, &subject) }
            </li>
        }
    });
    let list = html! { <ul>{ for entries }</ul> };
    if context.is_paper() {
        let title = heading(
            context,
            1,
            "part-title",
            None,
            None,
            text(context, words.strings.corrections()),
        );
        return html! {
            <details class="corrections" open={state.printed}>
                { summary(title) }
                { list }
            </details>
        };
    }
    html! {
        <section class="corrections" aria-label={words.strings.corrections()}>
            { opener(context, Section::Corrections, &count) }
            { only(state.is_open(Section::Corrections), || list) }
        </section>
    }
}

/// What was mended about one thing, beside it; `path` are the steps to it in the data.
/// What was mended about a claim or a figure is not told of its country.
pub(super) fn corrected(context: &Context, path: &[&str]) -> Html {
    let log = &context.state.article.corrections;
    if log.is_empty() {
        return html! {};
    }
    let path = path.join("/");
    let about = log.iter().enumerate().filter(|(_, one)| {
        let what = one.what.strip_prefix('/').unwrap_or(&one.what);
        let rest = what.strip_prefix(path.as_str());
        rest.is_some_and(|rest| {
            let deeper = rest.starts_with("/claims/") || rest.starts_with("/figures/");
            rest.is_empty() || rest.starts_with('/') && !deeper
        })
    });
    let changes = about.map(|(at, one)| {
        let date = context.words.date(&one.date);
        let head = fill(context.words.strings.corrected_on(), &[&date]);
        html! { <div key={at}>{ change(context, one, &head) }</div> }
    });
    html! { <>{ for changes }</> }
}

/// What it was, what it is now, and why.
fn change(context: &Context, one: &Correction, head: &str) -> Html {
    let (was, now) = (one.was.as_deref(), one.now.as_deref());
    let change = match (was, now) {
        (Some(was), Some(now)) => fill(context.words.strings.corrected(), &[was, now]),
        _ => was.or(now).unwrap_or_default().to_owned(),
    };
    let why = one.why.as_deref().unwrap_or_default();
    // A date may end in a full stop of its own.
    let head = fill(
        context.words.strings.says_alone(),
        &[head.trim_end_matches('.')],
    );
    p(
        "correction",
        text(context, &format!("{head} {change} {why}")),
    )
}

/// What was corrected, by its title or name when the path names an event, an era, a
/// country or a person.
fn subject(context: &Context, path: &str) -> Text {
    let article = &context.state.article;
    let mut steps = path.strip_prefix('/').unwrap_or(path).split('/');
    let (list, id) = (steps.next(), steps.next().unwrap_or_default());
    let found = match list {
        Some("events") => {
            let event = article.events.iter().find(|one| &*one.id == id);
            event.map(|one| one.title.clone())
        }
        Some("eras") => {
            let era = article.eras.iter().find(|one| &*one.id == id);
            era.map(|one| one.title.clone())
        }
        Some("people") => {
            let person = article.people.iter().find(|one| &*one.id == id);
            person.map(|one| one.name.clone())
        }
        Some("countries") => {
            let mut countries = article.countries.iter();
            let at = countries.position(|one| *one.id == *id);
            at.map(|at| context.words.country(article, at))
        }
        _ => None,
    };
    found.unwrap_or_else(|| path.into())
}
