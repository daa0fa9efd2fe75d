use super::{
    Context,
    corrections::corrected,
    fill,
    find::said,
    marked::marked,
    notes::note,
    quotation::{quotation, sentence, show, speaker},
    strip::strip,
    tree::Tree,
};
use crate::{
    article::pieces::position,
    article::{Claim, Country, Fact, Figure, Kind},
};

/// The cards of the chosen countries.
pub(super) fn chosen_cards(tree: &mut Tree, context: &Context) {
    deck(tree, context, true);
}

/// The cards of the countries that are not chosen and hold the words looked for, in
/// the order of the data.
pub(super) fn other_cards(tree: &mut Tree, context: &Context) {
    deck(tree, context, false);
}

fn deck(tree: &mut Tree, context: &Context, chosen: bool) {
    let (state, strings) = (&context.state, context.words.strings);
    let held = |at: usize| state.has_chosen(at) == chosen && (chosen || state.cards.contains(at));
    let countries = state.article.countries.iter().enumerate();
    let none = !countries.clone().any(|(at, _)| held(at));
    let title = if !chosen && !state.countries.is_empty() {
        strings.other_cards()
    } else {
        strings.cards()
    };
    let id = if chosen {
        "chosen-title"
    } else {
        "cards-title"
    };
    tree.open("section.cards part=countries aria-labelledby={} hidden={}")
        .fixed(id)
        .on(none);
    tree.open("h3.part-title id={}").fixed(id).line(title);
    let any = countries.clone().any(|(_, one)| !one.claims.is_empty());
    if any && !context.is_plain() {
        tree.open("button.quiet type=button aria-pressed={} data-act=group")
            .is(state.grouped)
            .line(strings.by_speaker());
    }
    tree.open("div.deck");
    for (at, country) in countries {
        if held(at) {
            card(tree, context, at, country);
        }
    }
    tree.close();
    tree.close();
}

/// One country: what is said of it and by whom, in figures and in quotations, and
/// where its events stand in time. Nothing on it ranks or colours the country.
fn card(tree: &mut Tree, context: &Context, at: usize, country: &Country) {
    let strings = context.words.strings;
    let state = &context.state;
    let name = context.words.country(&state.article, at);
    let chosen = state.has_chosen(at);
    let named = state.is_marked(at);
    let silent = country.claims.is_empty() && country.figures.is_empty() && country.note.is_none();
    tree.open("article.card part=country aria-labelledby={} data-chosen={} data-marked={}")
        .name("card-", at)
        .on(chosen)
        .on(named);
    tree.key_number(at as i64);
    tree.open("header #header");
    if !context.is_plain() {
        monogram(tree, context, country);
    }
    tree.open("h4 id={}").name("card-", at);
    marked(tree, state, &name);
    tree.close();
    if !context.is_plain() {
        tree.open("button.quiet type=button aria-pressed={} data-act={}")
            .is(chosen)
            .name("toggle ", at)
            .line(&fill(strings.only(), &[&name]));
    }
    tree.close();
    if named {
        tree.open("p.named #named").line(strings.marked());
    }
    if let Some(note) = &country.note {
        tree.open("p.note #note");
        marked(tree, state, note);
        tree.close();
    }
    if silent {
        tree.open("p.note #silent").line(strings.only_named());
    }
    corrected(tree, context, &["countries/", country.code.as_str()]);
    if state.speaker.is_some() && !country.claims.is_empty() {
        tree.open("p.count #count").line(&said(context, Some(at)));
    }
    if !country.figures.is_empty() {
        tree.open("ul.figures #figures");
        for (index, one) in country.figures.iter().enumerate() {
            if state.hears(one.speaker) {
                let fact = Fact::Figure(at, index);
                tree.open("li.figure");
                tree.key_number(index as i64);
                figure(tree, context, one, fact);
                mended(tree, context, country, "/figures/", one.entry);
                if one.source.is_some() {
                    show(tree, context, fact);
                }
                tree.close();
            }
        }
        tree.close();
    }
    if !country.claims.is_empty() {
        claims(tree, context, at, country);
    }
    if !context.is_plain() {
        strip(tree, context, at);
    }
    tree.close();
}

/// A flag where the editor asks for one and flags are served; else, and under it while
/// it loads, two quiet letters.
fn monogram(tree: &mut Tree, context: &Context, country: &Country) {
    let code = country.code.as_str();
    tree.open("span.monogram aria-hidden=true");
    tree.text(code);
    if let Some(src) = context.flags.of(country) {
        tree.open("img loading=lazy decoding=async src={} alt=")
            .with(&src)
            .close();
    }
    tree.close();
}

/// What is said of a country, in the article's order or by speaker in the order in which
/// they first speak.
fn claims(tree: &mut Tree, context: &Context, at: usize, country: &Country) {
    let state = &context.state;
    let mut groups: Vec<Option<usize>> = Vec::new();
    tree.open("div #claims");
    for first in &country.claims {
        let who = first.speaker.filter(|_| state.grouped);
        if groups.contains(&who) || state.grouped && !state.hears(who) {
            continue;
        }
        groups.push(who);
        tree.open("div");
        tree.key_number(who.map_or(-1, |who| who as i64));
        if state.grouped {
            heading(tree, context, who);
        }
        tree.open("ul.claims");
        for (index, one) in country.claims.iter().enumerate() {
            if !state.hears(one.speaker) || state.grouped && one.speaker != who {
                continue;
            }
            let fact = Fact::Claim(at, index);
            tree.open("li.claim");
            tree.key_number(index as i64);
            claim(tree, context, one, fact);
            mended(tree, context, country, "/claims/", one.entry);
            if one.source.is_some() || one.quote.is_some() {
                show(tree, context, fact);
            }
            tree.close();
        }
        tree.close();
        tree.close();
    }
    tree.close();
}

/// Whose claims follow, and the way to hear them alone.
fn heading(tree: &mut Tree, context: &Context, who: Option<usize>) {
    tree.open("header.group");
    tree.open("h5.speaker");
    speaker(tree, context, who);
    tree.close();
    let person = who.and_then(|at| Some((at, context.state.article.people.get(at)?)));
    if let Some((at, person)) = person {
        let chosen = context.state.speaker == who;
        tree.open("button.quiet type=button aria-pressed={} data-act={}")
            .is(chosen)
            .act("hear", at, chosen)
            .line(&fill(context.words.strings.only(), &[&person.name]));
    }
    tree.close();
}

/// What was mended about an entry of a card.
fn mended(tree: &mut Tree, context: &Context, country: &Country, list: &str, entry: usize) {
    if !context.state.article.corrections.is_empty() {
        let code = country.code.as_str();
        corrected(
            tree,
            context,
            &["countries/", code, list, &entry.to_string()],
        );
    }
}

fn claim(tree: &mut Tree, context: &Context, claim: &Claim, fact: Fact) {
    let state = &context.state;
    let strings = context.words.strings;
    tree.open("p.speaker");
    if !state.grouped {
        speaker(tree, context, claim.speaker);
        if with_role(context, claim) {
            tree.text(strings.comma());
        }
        tree.text(" ");
    }
    let verb = claim.verb.as_deref().unwrap_or(strings.says());
    tree.open("span.verb").line(verb);
    if claim.via.is_some() {
        tree.text(strings.comma());
        tree.text(" ");
        tree.text(strings.via());
        tree.text(" ");
        speaker(tree, context, claim.via);
    }
    if let Some(kind) = claim.kind {
        tree.text(" · ");
        tree.text(match kind {
            Kind::Allegation => strings.allegation(),
            Kind::Denial => strings.denial(),
            Kind::Finding => strings.finding(),
        });
    }
    tree.close();
    let source = claim.source.as_ref().map(|source| &*source.quote);
    let words = source.or(claim.quote.as_deref());
    if !claim.text.is_empty() {
        tree.open("p.text");
        marked(tree, state, &claim.text);
        if claim.quote.is_none() {
            note(tree, context, fact, words);
        }
        tree.close();
    }
    if let Some(quote) = &claim.quote {
        quotation(tree, context, quote, fact, words);
    }
    let chosen = matches!(fact, Fact::Claim(country, _) if state.has_chosen(country));
    if let Some(anchor) = claim
        .source
        .as_ref()
        .filter(|_| chosen && !context.is_plain())
    {
        // Words that were just quoted need not be quoted again.
        let quoted = claim.quote.as_ref();
        if quoted.is_none_or(|quote| position(quote, &anchor.quote).is_none()) {
            sentence(tree, context, anchor);
        }
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

fn figure(tree: &mut Tree, context: &Context, figure: &Figure, fact: Fact) {
    let (words, state) = (&context.words, &context.state);
    tree.open("p.amount");
    if let Some(qualifier) = &figure.qualifier {
        tree.open("span.qualifier");
        marked(tree, state, qualifier);
        tree.text(" ");
        tree.close();
    }
    tree.open("strong").line(&words.amount(&figure.value));
    tree.text(" ");
    tree.open("span.label");
    marked(tree, state, &figure.label);
    note(
        tree,
        context,
        fact,
        figure.source.as_ref().map(|source| &*source.quote),
    );
    tree.close();
    if let Some(date) = &figure.since {
        let since = fill(words.strings.since(), &[&words.date(date)]);
        tree.text(" ");
        tree.open("span.since").line(&since);
    }
    tree.close();
    if figure.speaker.is_some() {
        tree.open("p.speaker");
        speaker(tree, context, figure.speaker);
        tree.close();
    }
}
