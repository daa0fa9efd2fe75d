use yew::{Html, html};

use super::{
    mark::{MarkView, Page, action, identity},
    same::Same,
    style::{numbers, px, styled},
};
use crate::{
    article::{Instant, Text},
    explore::{Lane, keys},
    timeline::{Joint, LaneHeight, Layout, Mark, runs},
    view::{
        Context,
        part::{Drawn, Part},
    },
};

/// The names of the lanes, beside them.
pub(super) fn gutter(context: &Context, layout: &Layout) -> Html {
    let lanes = context.state.axis.lanes().iter().zip(&layout.lanes);
    let name = |(lane, height): (&Lane, &LaneHeight)| {
        let name = html! { <span><bdi>{ name(context, *lane).to_string() }</bdi></span> };
        styled(name, rows(*height))
    };
    html! { <div class="axis-gutter" aria-hidden="true">{ for lanes.map(name) }</div> }
}

/// The lanes with their marks: one stop of the tab key, arrow keys inside.
pub(super) fn lanes(context: &Context, layout: &Layout) -> Html {
    let (state, strings) = (&context.state, context.words.strings);
    let active = layout.marks.iter().find(|mark| mark.selected);
    let page = Page {
        article: Same(state.article.clone()),
        words: Same(context.words.clone()),
        widths: context.widths.clone(),
        act: context.act.clone(),
        has_lines: state.axis.lanes().len() == 1,
    };
    let folds = state.axis.folds();
    let time = |at: Instant| Instant(folds.to_time(at.0));
    // As the reader's time says it.
    let timed = |mark: &Mark| Mark {
        from: time(mark.from),
        to: time(mark.to),
        ..*mark
    };
    let lane = |(number, (lane, height)): (u16, (&Lane, &LaneHeight))| {
        let own = layout.marks.iter().filter(|mark| mark.lane == number);
        let marks = own.map(|mark| {
            let view = MarkView {
                mark: timed(mark),
                page: page.clone(),
            };
            html! { <Drawn key={identity(mark)} part={Part::Mark(view)} /> }
        });
        let joints = layout
            .joints
            .iter()
            .flat_map(|one| joint(one, number, layout));
        let lane = html! {
            <div key={number} class="axis-lane" role="group" aria-label={name(context, *lane).to_string()}>
                <div class="axis-stage" role="presentation">
                    { for joints }
                    { for marks }
                </div>
            </div>
        };
        styled(lane, rows(*height))
    };
    let lanes = (0..).zip(state.axis.lanes().iter().zip(&layout.lanes));
    html! {
        <div
            class="axis-lanes"
            role="listbox"
            tabindex="0"
            aria-orientation="horizontal"
            aria-label={strings.axis_marks()}
            aria-activedescendant={active.map(identity)}
            onkeydown={context.on_key(keys::marks, active.map(|mark| action(&timed(mark))))}
        >
            { for lanes.map(lane) }
        </div>
    }
}

/// How high a lane is, for the stylesheet.
fn rows(height: LaneHeight) -> String {
    let spans = numbers(&[
        ("--_rows", height.rows.into()),
        ("--_spans", height.spans.into()),
    ]);
    spans + &numbers(&[("--_paired", u32::from(height.paired))])
}

/// The part of a line between lanes that is on this one, where no words are.
fn joint(joint: &Joint, lane: u16, layout: &Layout) -> Vec<Html> {
    let (Some(height), true) = (
        layout.lanes.get(usize::from(lane)),
        (joint.from.0..=joint.to.0).contains(&lane),
    ) else {
        return Vec::new();
    };
    let seen = joint.rows(lane, &layout.marks) & ((1 << height.rows) - 1);
    runs(seen)
        .map(|(row, rows)| {
            let style = px(&[("inset-inline-start", joint.at)])
                + &numbers(&[("--_r", row), ("--_rows", rows)]);
            let class = yew::classes!(
                "joint",
                (row == 0 && lane < joint.to.0).then_some("down"),
                (row + rows == u32::from(height.rows) && lane > joint.from.0).then_some("up"),
            );
            styled(
                html! { <i key={format!("joint-{}-{row}", joint.id)} {class} /> },
                style,
            )
        })
        .collect()
}

fn name(context: &Context, lane: Lane) -> Text {
    let Context { state, words, .. } = context;
    match lane {
        Lane::All => words.strings.axis_marks().into(),
        Lane::Country(at) => words.country(&state.article, at),
        Lane::Person(at) => state.article.person_name(at),
        Lane::Group(at) => state.article.group_name(at),
        Lane::Rest => words.strings.rest().into(),
    }
}
