use yew::{Html, html};

use crate::{
    explore::Action,
    timeline::{Folding, Grouping, Move},
    view::{
        Context,
        element::only,
        icon::{Icon, icon},
    },
};

/// What the reader may choose of how the axis is drawn: its lanes, and whether gaps are
/// folded. The browser closes it on Escape and on a press elsewhere, as no HTML does.
pub(super) fn menu(context: &Context) -> Html {
    let (state, strings) = (&context.state, context.words.strings);
    let axis = &state.axis;
    let cards = context.words.cards(&state.article);
    let by_country = match state.article.is_of_countries() {
        true => strings.by_country(),
        false => &cards,
    };
    let lanes = [
        (Grouping::Together, strings.together()),
        (Grouping::Countries, by_country),
        (Grouping::People, strings.by_person()),
        (Grouping::Groups, strings.by_group()),
    ];
    let has_lanes = lanes.iter().any(|(grouping, _)| axis.has(*grouping));
    if !has_lanes && !axis.can_fold() {
        return html! {};
    }
    let lane = |(grouping, name): &(Grouping, &str)| {
        let is_there = *grouping == Grouping::Together || axis.has(*grouping);
        only(is_there, || {
            html! {
                <label key={*name}>
                    <input
                        type="radio"
                        name={context.id("lanes")}
                        checked={axis.grouping == *grouping}
                        onchange={context.on(Action::Axis(Move::Group(*grouping)))}
                    />
                    { *name }
                </label>
            }
        })
    };
    let is_folded = !axis.folds().is_empty();
    let folding = if is_folded { Folding::Off } else { Folding::On };
    html! {
        <details class="axis-menu" data-menu="">
            <summary>{ strings.lanes() }{ icon(Icon::Down) }</summary>
            // A form has its radio buttons leave with it: those of a page stay with Chromium,
            // and all that was around them. This one is never sent anywhere.
            <form class="axis-choices" method="dialog">
                if has_lanes {
                    <div role="radiogroup" aria-label={strings.lanes()}>
                        { for lanes.iter().map(lane) }
                    </div>
                }
                if axis.can_fold() {
                    <label>
                        <input
                            type="checkbox"
                            checked={is_folded}
                            onchange={context.on(Action::Axis(Move::Space(folding)))}
                        />
                        { strings.fold_gaps() }
                    </label>
                }
            </form>
        </details>
    }
}
