use yew::{Html, html};

use super::{Context, Counted, fill, text::text};
use crate::{
    article::Text,
    explore::{Action, Place, Shown, Token},
};

/// What narrows down what is shown, each to be taken away by a press, and what is left.
pub(super) fn tokens(context: &Context) -> Html {
    let Context { state, words, .. } = context;
    let tokens = state.tokens().into_iter().enumerate().map(|(at, token)| {
        let name = name(context, token);
        html! {
            <button
                key={format!("{at} {name}")}
                type="button"
                class="token"
                id={context.place(Place::Token(at))}
                aria-label={fill(words.strings.remove(), &[&name])}
                onclick={context.on(Action::Remove(token))}
            >
                { text(context, &name) }
            </button>
        }
    });
    html! {
        <div class="tokens" role="group" aria-label={words.strings.filter()}>
            { for tokens }
            <p key="found" class="count">{ text(context, &found(context)) }</p>
        </div>
    }
}

/// “China”, “Antony Blinken”, “‘custody’”.
fn name(context: &Context, token: Token) -> Text {
    let Context { state, words, .. } = context;
    match token {
        Token::Country(at) => words.country(&state.article, at),
        Token::Group(at) => state.article.group_name(at),
        Token::Speaker(at) => state.article.person_name(at),
        Token::Query => {
            let (open, close) = (words.strings.quote_open(), words.strings.quote_close());
            [open, state.asked(), close].concat().into()
        }
    }
}

/// What narrows down what is shown, and what is left, in one line for paper.
pub(super) fn set(context: &Context) -> String {
    let tokens = context.state.tokens();
    let names = tokens.iter().map(|one| name(context, *one).to_string());
    let mut items: Vec<String> = names.collect();
    items.push(found(context));
    items.join(" · ")
}

/// “3 of 10 events”; of what words were looked for in, and a speaker heard, what holds
/// them, too: “3 of 10 events · 1 country · 2 people”.
pub(super) fn found(context: &Context) -> String {
    let Context { state, words, .. } = context;
    if let Some((done, total)) = state.progress() {
        let events = words.portion(Counted::Events, done, total);
        return fill(words.strings.searched(), &[&events]);
    }
    let part = |shown: &Shown| {
        if shown.count() == shown.total() {
            words.count(Counted::Events, shown.total())
        } else {
            words.portion(Counted::Events, shown.count(), shown.total())
        }
    };
    let mut found = vec![part(&state.shown)];
    let mut add = |of: Counted, count: usize| {
        if count > 0 {
            found.push(words.count(of, count));
        }
    };
    if !state.asked().is_empty() {
        add(Counted::Eras, state.eras.count());
    }
    if !state.asked().is_empty() || state.speaker.is_some() {
        add(Counted::Countries, state.country_count(&state.cards));
    }
    add(Counted::People, state.people);
    found.join(" · ")
}
