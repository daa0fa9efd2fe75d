use super::{Context, Counted, fill, tree::Tree};
use crate::explore::Shown;

/// Search, the live count, and a button a country.
pub(super) fn find(tree: &mut Tree, context: &Context) {
    let (state, words) = (&context.state, &context.words);
    let strings = words.strings;
    tree.open("search.find part=search");
    tree.open("label.field #field");
    tree.open("span.visually-hidden").line(strings.search());
    tree.open(
        "input value={} type=search placeholder={} autocomplete=off spellcheck=false \
         enterkeyhint=search data-act=search",
    )
    .with(&state.query)
    .with(strings.search_hint())
    .close();
    tree.close();
    who(tree, context);
    tree.open("p.count #count").line(&count(context));
    tree.open("div.chips #chips role=group aria-label={}")
        .with(strings.filter());
    let all = state.countries.is_empty() && state.speaker.is_none();
    tree.open("button.chip #all type=button aria-pressed={} data-act=clear")
        .is(all)
        .line(strings.all());
    // Gone once it is pressed; the focus goes to the field that brought it.
    if let Some(person) = state.speaker.and_then(|at| state.article.people.get(at)) {
        tree.open("button.chip #heard type=button aria-pressed=true data-act=hear data-bring=who")
            .line(&person.name);
    }
    for at in 0..state.article.countries.len() {
        tree.open("button.chip type=button aria-pressed={} data-marked={} data-act={}")
            .is(state.has_chosen(at))
            .on(state.is_marked(at))
            .name("toggle ", at);
        tree.key_number(at as i64);
        tree.text(&words.country(&state.article, at));
        tree.close();
    }
    tree.close();
    tree.close();
}

/// A choice of whoever says anything on a card.
fn who(tree: &mut Tree, context: &Context) {
    let (state, strings) = (&context.state, context.words.strings);
    let mut speakers = Vec::new();
    state
        .article
        .statements(&mut |_, who, _| speakers.extend(who));
    if speakers.is_empty() {
        return;
    }
    tree.open("label.who #who");
    tree.open("span").line(strings.who());
    tree.text(" ");
    tree.open("select id=who data-act=hear");
    // One is always said to be chosen, as Yew puts the last in place first.
    let none = state.speaker.is_none();
    tree.open("option value= selected={}")
        .on(none)
        .line(strings.all());
    for (at, person) in state.article.people.iter().enumerate() {
        if speakers.contains(&at) {
            tree.open("option value={} selected={}")
                .number(at as i64)
                .on(state.speaker == Some(at))
                .line(&person.name);
        }
    }
    tree.close();
    tree.close();
}

/// “11 events · 9 countries”; while filtered “4 of 11 events · 2 of 9 countries”, and
/// with a speaker chosen “· 5 of 30 claims”.
pub(super) fn count(context: &Context) -> String {
    let (state, words) = (&context.state, &context.words);
    if let Some((done, total)) = state.progress() {
        let events = words.portion(Counted::Events, done, total);
        return fill(words.strings.searched(), &[&events]);
    }
    let part = |shown: &Shown, counted| {
        if shown.count() == shown.total() {
            words.count(counted, shown.total())
        } else {
            words.portion(counted, shown.count(), shown.total())
        }
    };
    let events = part(&state.shown, Counted::Events);
    let mut count = events + " · " + &part(&state.cards, Counted::Countries);
    if state.speaker.is_some() {
        count += " · ";
        count += &said(context, None);
    }
    count
}

/// “5 of 30 claims”: how many of a country's, or of all, the chosen speaker makes.
pub(super) fn said(context: &Context, of: Option<usize>) -> String {
    let state = &context.state;
    let (mut heard, mut all) = (0, 0);
    state.article.statements(&mut |country, who, events| {
        if events.is_some() && of.is_none_or(|of| of == country) {
            all += 1;
            heard += usize::from(state.hears(who));
        }
    });
    context.words.portion(Counted::Claims, heard, all)
}
