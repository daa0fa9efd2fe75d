use std::rc::Rc;

use yew::{Html, html};

use super::{
    Context, Notes,
    axis::axis,
    corrections::corrections,
    countries::countries,
    direction,
    element::only,
    head::head,
    list::list,
    notes::notes,
    part::{Beside, Draw, Drawn, Part},
    status::status,
};
use crate::explore;

/// The whole widget.
pub fn root(context: &Context) -> Html {
    let state = &context.state;
    let mut context = context.clone();
    if context.is_paper() {
        context.notes = Rc::new(Notes::of(state));
    }
    let options = &state.options;
    let shows = |part| options.shows(part);
    let language = &*state.article.language;
    let beside = |draw: Draw| {
        html! { <Drawn part={Part::Beside(Beside(context.clone(), draw))} /> }
    };
    let has_log = !state.article.corrections.is_empty() && options.show != explore::Show::Countries;
    let cards = shows(explore::Part::Countries) && state.card_count() > 0;
    html! {
        // Other words make everything anew: what never changes in one language does then.
        <div
            key={format!("{language} {}", context.words.strings.tag())}
            class="dateline"
            part="timeline"
            lang={language.to_owned()}
            dir={direction(language)}
        >
            { only(options.show != explore::Show::Countries, || beside(head)) }
            { only(shows(explore::Part::Axis) && !context.is_plain(), || axis(&context)) }
            <div class="body">
                { only(shows(explore::Part::List), || beside(list)) }
                { only(cards, || beside(countries)) }
                // Beside the rest they would be left out of a browser's reader view.
                { only(has_log, || beside(corrections)) }
                { only(context.is_paper() && !context.notes.is_empty(), || notes(&context)) }
            </div>
            { only(!context.is_plain(), || status(&context)) }
        </div>
    }
}
