use yew::{Html, html};

use super::{
    Context,
    card::more_claims,
    corrections::corrected,
    element::{dot, only},
    notes::note,
    source::{quoted, show},
    speaker::speaker,
    text::{marked, text},
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
            { who(context, country, claim, before) }
            { words(context, claim, fact) }
            { corrected(context, &["countries", of.code.as_str(), "claims", &entry]) }
        </li>
    }
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
    if goes_on && how.is_empty() {
        return html! {};
    }
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
        </p>
    }
}

/// What is said, in the article's words or the speaker's own, with the way to where it stands.
fn words(context: &Context, claim: &Claim, fact: Fact) -> Html {
    let source = claim.source.as_ref().map(|anchor| &*anchor.quote);
    let source = source.or(claim.quote.as_deref());
    let end = html! {
        <>
            { note(context, fact) }
            { source.map(|quote| show(context, fact, quote)).unwrap_or_default() }
        </>
    };
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
