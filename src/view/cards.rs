use super::{
    Context, fill,
    marked::marked,
    quotation::{quotation, sentence, show, speaker},
    strip::strip,
    tree::{Tree, Value},
};
use crate::{
    article::{Claim, Country, Fact, Figure},
    explore::marks::position,
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
    let id = Value::Fixed(if chosen {
        "chosen-title"
    } else {
        "cards-title"
    });
    tree.open(
        "section.cards part=countries aria-labelledby={} hidden={}",
        &[id, Value::On(none)],
    );
    tree.line("h3.part-title id={}", &[id], title);
    tree.open("div.deck", &[]);
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
    let id = Value::Name("card-", at);
    let silent = country.claims.is_empty() && country.figures.is_empty() && country.note.is_none();
    tree.open(
        "article.card part=country aria-labelledby={} data-chosen={} data-marked={}",
        &[id, Value::On(chosen), Value::On(named)],
    );
    tree.key(Value::Number(at as i64));
    tree.open("header #header", &[]);
    if !context.plain {
        monogram(tree, context, country);
    }
    tree.open("h4 id={}", &[id]);
    marked(tree, state, &name);
    tree.close();
    if !context.plain {
        tree.line(
            "button.quiet type=button aria-pressed={} data-act={}",
            &[Value::Is(chosen), Value::Name("toggle ", at)],
            &fill(strings.only(), &[&name]),
        );
    }
    tree.close();
    if named {
        tree.line("p.named #named", &[], strings.marked());
    }
    if let Some(note) = &country.note {
        tree.open("p.note #note", &[]);
        marked(tree, state, note);
        tree.close();
    }
    if silent {
        tree.line("p.note #silent", &[], strings.only_named());
    }
    if !country.figures.is_empty() {
        tree.open("ul.figures #figures", &[]);
        for (index, one) in country.figures.iter().enumerate() {
            tree.open("li.figure", &[]);
            figure(tree, context, one);
            if one.source.is_some() {
                show(tree, context, Fact::Figure(at, index));
            }
            tree.close();
        }
        tree.close();
    }
    if !country.claims.is_empty() {
        tree.open("ul.claims #claims", &[]);
        for (index, one) in country.claims.iter().enumerate() {
            tree.open("li.claim", &[]);
            claim(tree, context, one, chosen);
            if one.source.is_some() || one.quote.is_some() {
                show(tree, context, Fact::Claim(at, index));
            }
            tree.close();
        }
        tree.close();
    }
    if !context.plain {
        strip(tree, context, at);
    }
    tree.close();
}

/// A flag where the editor asks for one and flags are served; else, and under it while
/// it loads, two quiet letters.
fn monogram(tree: &mut Tree, context: &Context, country: &Country) {
    let code = country.code.as_str();
    tree.open("span.monogram aria-hidden=true", &[]);
    tree.text(code);
    if let Some(src) = context.flags.of(country) {
        tree.leaf(
            "img loading=lazy decoding=async src={} alt=",
            &[Value::Text(&src)],
        );
    }
    tree.close();
}

fn claim(tree: &mut Tree, context: &Context, claim: &Claim, chosen: bool) {
    let strings = context.words.strings;
    tree.open("p.speaker", &[]);
    speaker(tree, context, claim.speaker);
    if with_role(context, claim) {
        tree.text(strings.comma());
    }
    tree.text(" ");
    let verb = claim.verb.as_deref().unwrap_or(strings.says());
    tree.line("span.verb", &[], verb);
    tree.close();
    if !claim.text.is_empty() {
        tree.open("p.text", &[]);
        marked(tree, &context.state, &claim.text);
        tree.close();
    }
    if let Some(quote) = &claim.quote {
        quotation(tree, context, quote);
    }
    if let Some(anchor) = claim.source.as_ref().filter(|_| chosen || context.plain) {
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

fn figure(tree: &mut Tree, context: &Context, figure: &Figure) {
    let (words, state) = (&context.words, &context.state);
    tree.open("p.amount", &[]);
    if let Some(qualifier) = &figure.qualifier {
        tree.open("span.qualifier", &[]);
        marked(tree, state, qualifier);
        tree.text(" ");
        tree.close();
    }
    tree.line("strong", &[], &words.amount(&figure.value));
    tree.text(" ");
    tree.open("span.label", &[]);
    marked(tree, state, &figure.label);
    tree.close();
    if let Some(date) = &figure.since {
        let since = fill(words.strings.since(), &[&words.date(date)]);
        tree.text(" ");
        tree.line("span.since", &[], &since);
    }
    tree.close();
    if figure.speaker.is_some() {
        tree.open("p.speaker", &[]);
        speaker(tree, context, figure.speaker);
        tree.close();
    }
}
