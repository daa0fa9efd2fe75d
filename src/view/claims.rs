use yew::{Html, html};

use super::{
    Context,
    card::more_claims,
    corrections::corrected,
    element::{dot, only},
    links::links,
    notes::note,
    picture::portrait,
    source::{quoted, show, way},
    speaker::speaker,
    text::{marked, text},
    when::time,
};
use crate::{
    article::{Claim, Country, Fact, Kind},
    explore::{Place, Stated},
};

/// What is said of a country. Who says it is not said again while the same goes on.
pub(super) fn claims(context: &Context, country: usize, of: &Country) -> Html {
    let state = &context.state;
    let all = context.is_paper() || state.shows_all_claims(country);
    let mut before = None;
    let claims = state.claims(country);
    let claims: Vec<Html> = claims
        .iter()
        .filter(|one| all || !one.is_further)
        .filter_map(|one| {
            let claim = of.claims.get(one.at)?;
            let html = entry(context, country, of, one, claim, before);
            before = Some(claim);
            Some(html)
        })
        .collect();
    html! {
        <>
            <ul class="claims">{ claims }</ul>
            { more_claims(context, country) }
        </>
    }
}

/// A line of who, and what they say.
fn entry(
    context: &Context,
    country: usize,
    of: &Country,
    stated: &Stated,
    claim: &Claim,
    before: Option<&Claim>,
) -> Html {
    let fact = Fact::Claim(country, stated.at);
    let entry = claim.entry.to_string();
    html! {
        <li
            key={stated.at}
            class="claim"
            part="claim"
            id={context.place(Place::Claim(country, stated.at))}
            tabindex={(!context.is_paper()).then_some("-1")}
            data-denies={stated.denies.map(|_| "")}
        >
            { picture(context, claim, before) }
            { who(context, country, claim, before) }
            { words(context, claim, fact) }
            { only(!claim.links.is_empty(), || links(context, &claim.links)) }
            { corrected(context, &["countries", &of.id, "claims", &entry]) }
        </li>
    }
}

/// The portrait of who says it, where it is not that of the claim before.
fn picture(context: &Context, claim: &Claim, before: Option<&Claim>) -> Html {
    let goes_on = before.is_some_and(|one| one.speaker == claim.speaker);
    let people = &context.state.article.people;
    let person = claim
        .speaker
        .filter(|_| !goes_on)
        .and_then(|at| people.get(at));
    let pictured = person.and_then(|one| Some(portrait(context, one.image.as_ref()?, &one.name)));
    pictured.unwrap_or_default()
}

/// Who says it and how, as far as it differs from the claim before.
fn who(context: &Context, country: usize, claim: &Claim, before: Option<&Claim>) -> Html {
    let strings = context.words.strings;
    let goes_on = before.is_some_and(|one| one.speaker == claim.speaker && one.via == claim.via);
    let mut how: Vec<String> = Vec::new();
    let verb = claim.verb.as_deref().filter(|verb| *verb != strings.says());
    let same_verb = goes_on && before.and_then(|one| one.verb.as_deref()) == verb;
    how.extend(verb.filter(|_| !same_verb).map(str::to_owned));
    how.extend(claim.kind.map(|kind| {
        match kind {
            Kind::Allegation => strings.allegation(),
            Kind::Denial => strings.denial(),
            Kind::Finding => strings.finding(),
        }
        .to_owned()
    }));
    let same_day = goes_on && before.is_some_and(|one| one.when == claim.when);
    let when = claim.when.as_ref().filter(|_| !same_day);
    if goes_on && how.is_empty() && when.is_none() {
        return html! {};
    }
    let is_first = goes_on && how.is_empty();
    let said_on = |when| html! { <>{ only(!is_first, dot) }{ time(context, when) }</> };
    html! {
        <p class="who">
            if !goes_on {
                { speaker(context, claim.speaker, &[country]) }
                if claim.via.is_some() {
                    <span class="via">{ " · " }{ text(context, strings.via()) }{ " " }</span>
                    { speaker(context, claim.via, &[country]) }
                }
            }
            if !how.is_empty() {
                <span class="how">
                    { only(!goes_on, dot) }
                    { text(context, &how.join(" · ")) }
                </span>
            }
            { when.map(said_on).unwrap_or_default() }
        </p>
    }
}

/// What is said, in the article's words or the speaker's own, with the way to where it stands.
fn words(context: &Context, claim: &Claim, fact: Fact) -> Html {
    let source = match (&claim.source, &claim.quote) {
        (Some(anchor), _) => way(context, fact, anchor),
        (None, Some(quote)) => show(context, fact, quote),
        (None, None) => html! {},
    };
    let end = html! { <>{ note(context, fact) }{ source }</> };
    let (said, quote) = (
        Some(&claim.text).filter(|said| !said.is_empty()),
        &claim.quote,
    );
    html! {
        <>
            if let Some(said) = said {
                <p class="said">
                    { marked(context, said) }
                    { only(quote.is_none(), || end.clone()) }
                </p>
            }
            if let Some(quote) = quote {
                <blockquote part="quotation">
                    <p>{ marked(context, &quoted(context, quote)) }{ end }</p>
                </blockquote>
            }
        </>
    }
}
