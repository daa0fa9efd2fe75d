use yew::{Callback, Classes, Html, classes, html};

use super::{
    same::Same,
    style::{held, numbers, px, styled},
};
use crate::{
    article::{
        Article, Date, Event,
        date::{Edge, Precision},
    },
    explore::Action,
    timeline::{Ending, Head, Label, Mark, Move, runs},
    view::{Widths, Words, event::basis},
};

/// What all marks of a page need to be drawn.
#[derive(Clone, PartialEq)]
pub(super) struct Page {
    pub article: Same<Article>,
    pub words: Same<Words>,
    pub widths: Widths,
    pub act: Callback<Action>,
    /// Whether the ticks are right below the marks, so that hair lines lead to them.
    pub has_lines: bool,
}

/// One mark, with its hair line, and its title where there is room.
#[derive(PartialEq)]
pub(in crate::view) struct MarkView {
    /// The mark, its anchors in the reader's time.
    pub(super) mark: Mark,
    pub(super) page: Page,
}

/// A mark's name in the page, and its key: a cluster and its first event differ.
pub(super) fn identity(mark: &Mark) -> String {
    let kind = if mark.count > 1 { "cluster" } else { "mark" };
    format!("{kind}-{}-{}", mark.lane, mark.id)
}

/// What the reader does by choosing a mark whose anchors are in their time.
pub(super) fn action(mark: &Mark) -> Action {
    if mark.count == 1 {
        Action::Select(Some(mark.id as usize))
    } else {
        Action::Axis(Move::Open {
            lane: mark.lane,
            from: mark.from,
            to: mark.to,
        })
    }
}

impl MarkView {
    /// As it is seen.
    pub(in crate::view) fn draw(&self) -> Html {
        let MarkView { mark, page } = self;
        let (Same(article), Same(words)) = (&page.article, &page.words);
        let own = article.events.get(mark.id as usize);
        let event = own.filter(|_| mark.count == 1);
        let label = match (event, own) {
            (Some(event), _) => words.event(event),
            (None, Some(first)) => {
                words.cluster(mark.count, mark.from, mark.to, unit(&first.when.date))
            }
            (None, None) => String::new(),
        };
        let part = if event.is_some() {
            "mark"
        } else {
            "mark cluster"
        };
        let action = action(mark);
        let x = start(mark.head);
        let drawn = html! {
            <div
                id={identity(mark)}
                class={class(mark)}
                {part}
                role="option"
                aria-selected={mark.selected.to_string()}
                aria-label={label}
                data-about={event.is_some_and(is_about).then_some("")}
                data-basis={event.and_then(|event| basis(&event.when))}
                onclick={page.act.reform(move |_| action.clone())}
            >
                if page.has_lines {
                    { for line(mark, x) }
                }
                <i class="mark-dot" part="mark-dot">
                    if mark.count > 1 {
                        { words.short(mark.count) }
                    }
                </i>
                { for mark.label.map(|label| title(mark, label, page, x)) }
            </div>
        };
        styled(drawn, place(mark, x))
    }
}

fn is_about(event: &Event) -> bool {
    event.when.date.is_approximate()
}

/// Where a head starts.
fn start(head: Head) -> i32 {
    match head {
        Head::Disc(x) | Head::Pill(x) | Head::Bar { x, .. } => x,
    }
}

fn class(mark: &Mark) -> Classes {
    let ending = |ending, soft, open, cut| match ending {
        Ending::Sharp => None,
        Ending::Soft | Ending::Unknown => Some(soft),
        Ending::Open => Some(open),
        Ending::Cut => Some(cut),
    };
    let before = mark.label.is_some_and(|label| label.before);
    let shape = match mark.head {
        Head::Disc(_) => classes!("disc"),
        Head::Pill(_) => classes!("pill"),
        Head::Bar { starts, ends, .. } => classes!(
            "bar",
            mark.is_span.then_some("held"),
            ending(starts, "starts-soft", "starts-open", "starts-open"),
            ending(ends, "ends-soft", "ends-open", "ends-cut"),
        ),
    };
    classes!("mark", shape, before.then_some("before"))
}

/// Where a mark is.
fn place(mark: &Mark, x: i32) -> String {
    let row = numbers(&[("--_r", mark.row.into())]);
    match mark.head {
        Head::Bar { width, .. } if mark.is_span => row + &held(x, width),
        Head::Bar { width, .. } => row + &px(&[("inset-inline-start", x), ("inline-size", width)]),
        Head::Disc(_) | Head::Pill(_) => row + &px(&[("inset-inline-start", x)]),
    }
}

/// The hair line of a mark that starts at `x`, down to the ticks, in as many pieces as words
/// of others leave of it.
fn line(mark: &Mark, x: i32) -> Vec<Html> {
    let to = i64::from(mark.row);
    let place = |row: u32| i64::from(row) - to;
    let label = mark.label.map_or(0, |label| label.row + label.lines - 1);
    let top = u32::from(label.max(mark.row));
    let mut line: Vec<Html> = runs(mark.line)
        .map(|(row, rows)| {
            let style = format!(
                "inset-inline-start:{}px;--_r:{};--_rows:{rows};",
                mark.at - x,
                place(row),
            );
            let class = classes!(
                "line",
                (row == 0).then_some("down"),
                (row + rows == top).then_some("up")
            );
            styled(html! { <i key={row} {class} /> }, style)
        })
        .collect();
    if mark.row == 0 && mark.line == 0 && !mark.is_span && mark.count == 1 {
        let style = format!("inset-inline-start:{}px;--_r:0;--_rows:0;", mark.at - x);
        line.push(styled(
            html! { <i key="ground" class="line up down" /> },
            style,
        ));
    }
    line
}

/// The title of a mark that starts at `x`.
fn title(mark: &Mark, label: Label, page: &Page, x: i32) -> Html {
    // Of a cluster the chosen event's; all others have but one.
    let Some(event) = page.article.0.events.get(label.id as usize) else {
        return html! {};
    };
    let (first, second) = if label.lines > 1 {
        let at = page.widths.second_line(label.id as usize);
        event
            .title
            .split_at_checked(at)
            .unwrap_or((&event.title, ""))
    } else {
        (&*event.title, "")
    };
    let shape = page.widths.titles().shape(label.id);
    let is_cut = f64::from(label.width) < shape.width(label.lines);
    let style = if mark.is_span {
        px(&[("--_l", label.latest), ("inline-size", label.width)])
    } else {
        let row = i64::from(label.row) - i64::from(mark.row);
        px(&[
            ("inset-inline-start", label.x - x),
            ("inline-size", label.width),
        ]) + &format!("--_r:{row};--_rows:{};", label.lines)
    };
    styled(
        html! {
            <span class={classes!("mark-title", is_cut.then_some("cut"))} part="mark-title">
                <bdi>{ first.to_owned() }</bdi>
                if !second.is_empty() {
                    <bdi>{ second.to_owned() }</bdi>
                }
            </span>
        },
        style,
    )
}

/// The unit in which a date was written.
fn unit(date: &Date) -> Precision {
    let (from, to) = date.edges();
    let of = |edge| match edge {
        Edge::At(point) => Some(point.precision),
        _ => None,
    };
    of(from).or(of(to)).unwrap_or(Precision::Day)
}
