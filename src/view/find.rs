use yew::{Html, InputEvent, html};

use super::{Context, fill};
use crate::explore::Action;

/// Search, the live count, and a button a country.
pub(super) fn find(context: &Context) -> Html {
    let strings = context.words.strings;
    let state = &context.state;
    let oninput = {
        let (act, device) = (context.act.clone(), context.device.clone());
        move |event: InputEvent| act.emit(Action::Search(device.typed(&event)))
    };
    html! {
        <search class="find" part="search">
            <label class="field">
                <span class="visually-hidden">{strings.search}</span>
                <input type="search" value={state.query.clone()} placeholder={strings.search_hint}
                    autocomplete="off" spellcheck="false" enterkeyhint="search" {oninput} />
            </label>
            <p class="count">{count(context)}</p>
            <div class="chips" role="group" aria-label={strings.filter}>
                <button type="button" class="chip" aria-pressed={state.countries.is_empty().to_string()}
                    onclick={context.act.reform(|_| Action::Clear)}>
                    {strings.all}
                </button>
                for at in 0..state.article.countries.len() {
                    {chip(context, at)}
                }
            </div>
        </search>
    }
}

fn chip(context: &Context, at: usize) -> Html {
    let state = &context.state;
    html! {
        <button key={at} type="button" class="chip" aria-pressed={state.has_chosen(at).to_string()}
            data-marked={state.is_marked(at).then_some("")}
            onclick={context.act.reform(move |_| Action::Toggle(at))}>
            {&*context.words.country(&state.article, at)}
        </button>
    }
}

/// “11 events · 9 countries”; while filtered “4 of 11 events · 2 of 9 countries”.
pub(super) fn count(context: &Context) -> String {
    let (state, words) = (&context.state, &context.words);
    if let Some((done, total)) = state.progress() {
        let events = words.portion(&words.strings.events, done, total);
        return fill(words.strings.searched, &[&events]);
    }
    let (events, cards) = (&state.shown, &state.cards);
    let [events, cards] = [
        (events, &words.strings.events),
        (cards, &words.strings.countries),
    ]
    .map(|(shown, counted)| {
        if shown.count() == shown.total() {
            words.count(counted, shown.total())
        } else {
            words.portion(counted, shown.count(), shown.total())
        }
    });
    [&events, " · ", &cards].concat()
}
