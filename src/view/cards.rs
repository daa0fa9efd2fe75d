use yew::{Html, html};

use super::{
    Context, fill,
    marked::marked,
    quotation::{quotation, sentence, show, speaker},
    strip::strip,
};
use crate::{
    article::{Claim, Country, Fact, Figure},
    explore::Action,
};

/// The cards of the chosen countries.
pub(super) fn chosen_cards(context: &Context) -> Html {
    deck(context, true)
}

/// The cards of the countries that are not chosen and hold the words looked for, in
/// the order of the data.
pub(super) fn other_cards(context: &Context) -> Html {
    deck(context, false)
}

fn deck(context: &Context, chosen: bool) -> Html {
    let (state, strings) = (&context.state, context.words.strings);
    let held: Vec<(usize, &Country)> = state
        .article
        .countries
        .iter()
        .enumerate()
        .filter(|(at, _)| state.has_chosen(*at) == chosen && (chosen || state.cards.contains(*at)))
        .collect();
    let others = !chosen && !state.countries.is_empty();
    let title = if others {
        strings.other_cards
    } else {
        strings.cards
    };
    let id = if chosen {
        "chosen-title"
    } else {
        "cards-title"
    };
    html! {
        <section class="cards" part="countries" aria-labelledby={id} hidden={held.is_empty()}>
            <h3 {id} class="part-title">{title}</h3>
            <div class="deck">
                for (at, country) in held {
                    {card(context, at, country)}
                }
            </div>
        </section>
    }
}

/// One country: what is said of it and by whom, in figures and in quotations, and
/// where its events stand in time. Nothing on it ranks or colours the country.
fn card(context: &Context, at: usize, country: &Country) -> Html {
    let strings = context.words.strings;
    let state = &context.state;
    let name = context.words.country(&state.article, at);
    let chosen = state.has_chosen(at);
    let marked_by_event = state.is_marked(at);
    let id = format!("card-{at}");
    let silent = country.claims.is_empty() && country.figures.is_empty() && country.note.is_none();
    html! {
        <article key={at} class="card" part="country" aria-labelledby={id.clone()}
            data-chosen={chosen.then_some("")} data-marked={marked_by_event.then_some("")}>
            <header>
                if !context.plain {
                    {monogram(context, country)}
                }
                <h4 {id}>{marked(state, &name)}</h4>
                if !context.plain {
                    <button type="button" class="quiet" aria-pressed={chosen.to_string()}
                        onclick={context.act.reform(move |_| Action::Toggle(at))}>
                        {fill(strings.only, &[&name])}
                    </button>
                }
            </header>
            if marked_by_event {
                <p class="named">{strings.marked}</p>
            }
            if let Some(note) = &country.note {
                <p class="note">{marked(state, note)}</p>
            }
            if silent {
                <p class="note">{strings.only_named}</p>
            }
            if !country.figures.is_empty() {
                <ul class="figures">
                    for (index, one) in country.figures.iter().enumerate() {
                        <li key={index} class="figure">{figure(context, one, Fact::Figure(at, index))}</li>
                    }
                </ul>
            }
            if !country.claims.is_empty() {
                <ul class="claims">
                    for (index, one) in country.claims.iter().enumerate() {
                        <li key={index} class="claim">{claim(context, one, chosen, Fact::Claim(at, index))}</li>
                    }
                </ul>
            }
            if !context.plain {
                {strip(context, at)}
            }
        </article>
    }
}

/// A flag where the editor asks for one and flags are served; else, and under it while
/// it loads, two quiet letters.
fn monogram(context: &Context, country: &Country) -> Html {
    let code = country.code.as_str();
    let flag = country.flag.then(|| context.device.flag(code)).flatten();
    html! {
        <span class="monogram" aria-hidden="true">
            {code.to_owned()}
            if let Some(src) = flag {
                <img {src} alt="" loading="lazy" decoding="async" />
            }
        </span>
    }
}

fn claim(context: &Context, claim: &Claim, chosen: bool, fact: Fact) -> Html {
    let verb = claim.verb.as_deref().unwrap_or(context.words.strings.says);
    html! {
        <>
            <p class="speaker">
                {speaker(context, claim.speaker)}
                if with_role(context, claim) { {context.words.strings.comma} } else { {" "} }
                <span class="verb">{verb}</span>
            </p>
            if !claim.text.is_empty() {
                <p class="text">{marked(&context.state, &claim.text)}</p>
            }
            if let Some(quote) = &claim.quote {
                {quotation(context, quote)}
            }
            if let Some(anchor) = claim.source.as_ref().filter(|_| chosen || context.plain) {
                // Words that were just quoted need not be quoted again.
                if claim.quote.as_ref().is_none_or(|quote| !quote.contains(&*anchor.quote)) {
                    {sentence(context, anchor)}
                }
            }
            if claim.source.is_some() || claim.quote.is_some() {
                {show(context, fact)}
            }
        </>
    }
}

/// Whether an office stands between the speaker's name and the verb.
fn with_role(context: &Context, claim: &Claim) -> bool {
    let people = &context.state.article.people;
    claim
        .speaker
        .and_then(|at| people.get(at))
        .is_some_and(|speaker| speaker.role.is_some())
}

fn figure(context: &Context, figure: &Figure, fact: Fact) -> Html {
    let words = &context.words;
    let since = figure
        .since
        .as_ref()
        .map(|date| fill(words.strings.since, &[&words.date(date)]));
    html! {
        <>
            <p class="amount">
                if let Some(qualifier) = &figure.qualifier {
                    <span class="qualifier">{marked(&context.state, qualifier)}{" "}</span>
                }
                <strong>{&*words.amount(&figure.value)}</strong>{" "}
                <span class="label">{marked(&context.state, &figure.label)}</span>
                if let Some(since) = since {
                    {" "}<span class="since">{since}</span>
                }
            </p>
            if figure.speaker.is_some() {
                <p class="speaker">{speaker(context, figure.speaker)}</p>
            }
            if figure.source.is_some() {
                {show(context, fact)}
            }
        </>
    }
}
