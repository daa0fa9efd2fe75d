use super::{
    Context, Counted, fill,
    tree::{Tree, Value},
};
use crate::explore::Shown;

/// Search, the live count, and a button a country.
pub(super) fn find(tree: &mut Tree, context: &Context) {
    let (state, words) = (&context.state, &context.words);
    let strings = words.strings;
    tree.open("search.find part=search", &[]);
    tree.open("label.field", &[]);
    tree.line("span.visually-hidden", &[], strings.search());
    tree.leaf(
        "input value={} type=search placeholder={} autocomplete=off spellcheck=false \
         enterkeyhint=search data-act=search",
        &[
            Value::Text(&state.query),
            Value::Text(strings.search_hint()),
        ],
    );
    tree.close();
    tree.line("p.count", &[], &count(context));
    tree.open(
        "div.chips role=group aria-label={}",
        &[Value::Text(strings.filter())],
    );
    let all = Value::Is(state.countries.is_empty());
    tree.line(
        "button.chip type=button aria-pressed={} data-act=clear",
        &[all],
        strings.all(),
    );
    for at in 0..state.article.countries.len() {
        tree.line(
            "button.chip type=button aria-pressed={} data-marked={} data-act={}",
            &[
                Value::Is(state.has_chosen(at)),
                Value::On(state.is_marked(at)),
                Value::Name("toggle ", at),
            ],
            &words.country(&state.article, at),
        );
    }
    tree.close();
    tree.close();
}

/// “11 events · 9 countries”; while filtered “4 of 11 events · 2 of 9 countries”.
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
    events + " · " + &part(&state.cards, Counted::Countries)
}
