//! The table of a section, which can be typed into, and the form of the chosen row.

use std::{collections::HashMap, rc::Rc};

use dateline::article::Date;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::{
    focus::{TABLE, focus_soon},
    form::{Form, called, frame},
    row::Row,
    scene::{Scene, use_scene},
};
use crate::{
    check::Checked,
    forms::{Names, columns, fields, read},
    work::{Action, Desk, Node, Place, Section, Step, Work, blank, cells, child},
};

/// So many rows are drawn first; the others follow, each time as many as are there, so that the
/// first are seen soon.
const AT_FIRST: usize = 60;

/// How many of so many rows are drawn, at least those `wanted`.
#[hook]
fn use_drawn(rows: usize, wanted: usize) -> usize {
    let drawn = use_state(|| AT_FIRST);
    let next = (*drawn).max(wanted) * 2;
    {
        let drawn = drawn.clone();
        use_effect_with((*drawn < rows, next), move |(is_short, next)| {
            let next = *next;
            let later = is_short.then(|| Timeout::new(0, move || drawn.set(next)));
            move || drop(later)
        });
    }
    (*drawn).max(wanted).min(rows)
}

/// The section at hand. The element's key tells one section of one work from another.
#[derive(Properties, PartialEq)]
pub struct SheetProps {
    /// The desk.
    pub desk: Rc<Desk>,
    /// What is wrong.
    pub checked: Rc<Checked>,
}

/// The table, and what can be done with its rows.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let scene = use_scene();
    let desk = &props.desk;
    let section = desk.place.section;
    let article = &desk.work.article;
    let rows = desk.rows(section);
    let chosen = desk.place.row;
    let marks = marks(&props.checked, section);
    let frame = use_memo(article.clone(), frame);
    // What a row is given stays the same, or every row would be drawn anew with each key.
    let latest = use_mut_ref(|| desk.clone());
    *latest.borrow_mut() = desk.clone();
    let paste = {
        use_callback(scene.clone(), move |text: String, scene| {
            let step = pasted(&latest.borrow(), &scene.names, &text);
            scene.take(step);
        })
    };
    let drawn = use_drawn(rows.len(), chosen.map_or(0, |at| at + 1));
    let body = rows.iter().take(drawn).enumerate().map(|(at, node)| {
        html! {
            <Row key={at} {section} {at} node={node.clone()} article={(*frame).clone()} is_chosen={chosen == Some(at)}
                column={desk.place.column.filter(|_| chosen == Some(at))} is_entry={chosen.unwrap_or(0) == at}
                mark={marks.get(&at).copied()} paste={paste.clone()} />
        }
    });
    if section == Section::Head {
        return html! {
            <Form path="" node={article.clone()} article={article.clone()} fields={fields(section)} checked={props.checked.clone()} />
        };
    }
    let heads = columns(section).into_iter().map(|column| {
        html! { <th scope="col" class={column.width}>{ scene.say(column.field.label) }</th> }
    });
    let add = {
        let desk = scene.desk.clone();
        move |_: MouseEvent| desk.dispatch(Action::Append)
    };
    let sort = {
        let (scene, rows) = (scene.clone(), rows.to_vec());
        move |_: MouseEvent| {
            let order = by_date(&rows);
            scene.take(Step::Order(section.list().into(), order.into()));
        }
    };
    let has_dates = matches!(section, Section::Events | Section::Eras);
    html! {
        <>
            <p class="acts">
                <button type="button" class="plain" id="add-row" onclick={add}>{ scene.say(add_word(section)) }</button>
                if has_dates {
                    <button type="button" class="quiet" disabled={rows.len() < 2} onclick={sort}>{ scene.say("sort") }</button>
                }
            </p>
            if rows.is_empty() {
                <p class="empty">{ scene.say(empty_word(section)) }</p>
            } else {
                <div class="table" tabindex="-1">
                    <table role="grid" aria-label={scene.say(section.word())} aria-describedby="table-hint" aria-rowcount={rows.len().to_string()}>
                        <thead><tr><th scope="col" class="number"><span class="visually-hidden">{ scene.say("number") }</span></th>{ for heads }</tr></thead>
                        <tbody>{ for body }</tbody>
                    </table>
                </div>
                <p class="hint" id="table-hint">{ scene.say("table_hint") }</p>
            }
            if let Some((at, node)) = chosen.and_then(|at| Some((at, rows.get(at)?))) {
                <section class="row-form" aria-labelledby="row-form-title">
                    <header>
                        <h2 id="row-form-title" dir="auto">{ title(&scene, node, at) }</h2>
                        { acts(&scene, section, at, rows.len()) }
                    </header>
                    <Form key={format!("{}/{at}", section.key())} path={format!("{}/{at}", section.list())} node={node.clone()}
                        article={article.clone()} fields={fields(section)} checked={props.checked.clone()} />
                </section>
            }
        </>
    }
}

fn title(scene: &Scene, node: &Node, at: usize) -> String {
    let called = called(node, &scene.names);
    if called.is_empty() {
        scene.words.fill("row", &[&(at + 1).to_string()])
    } else {
        called
    }
}

/// What can be done with the chosen row.
fn acts(scene: &Scene, section: Section, at: usize, rows: usize) -> Html {
    let by = |by: isize| {
        let desk = scene.desk.clone();
        move |_: MouseEvent| desk.dispatch(Action::Shift(by))
    };
    let delete = {
        let scene = scene.clone();
        move |_: MouseEvent| {
            let place = Place::row(section, at.saturating_sub(1));
            scene.desk.dispatch(Action::TakeTo(
                Step::Remove(section.list().into(), at),
                place,
            ));
            if rows == 1 {
                focus_soon(TABLE);
            }
        }
    };
    html! {
        <p class="acts">
            <button type="button" class="quiet" disabled={at == 0} onclick={by(-1)}>{ scene.say("up") }</button>
            <button type="button" class="quiet" disabled={at + 1 >= rows} onclick={by(1)}>{ scene.say("down") }</button>
            <button type="button" class="quiet" onclick={delete}>{ scene.say("delete") }</button>
        </p>
    }
}

/// What is wrong by row: whether any of it is an error.
fn marks(checked: &Checked, section: Section) -> HashMap<usize, bool> {
    let mut marks = HashMap::new();
    for told in &checked.told {
        let place = Place::of(&told.path);
        if let Some(row) = place.row.filter(|_| place.section == section) {
            *marks.entry(row).or_insert(false) |= told.is_error;
        }
    }
    marks
}

/// The rows by date; those without keep their places behind the row before them.
fn by_date(rows: &[Node]) -> Vec<usize> {
    let date = |node: &Node| {
        let date = node.get("date");
        let value = if date.as_text().is_some() {
            date
        } else {
            date.get("value")
        };
        let date = Date::parse(value.words()).ok()?;
        Some((date.earliest, date.end))
    };
    let mut last = None;
    let mut keyed: Vec<(_, usize)> = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        last = date(row).or(last);
        keyed.push((last, at));
    }
    keyed.sort();
    keyed.into_iter().map(|(_, at)| at).collect()
}

/// Several rows that were copied from a sheet, written from the cell at hand on.
fn pasted(desk: &Desk, names: &Names, text: &str) -> Step {
    let Place {
        section,
        row,
        column,
    } = desk.place;
    let (list, columns) = (section.list(), columns(section));
    let mut steps = Vec::new();
    let mut work = desk.work.clone();
    let mut take = |work: &mut Work, step: Step| {
        *work = step.applied(work);
        steps.push(step);
    };
    for (offset, cells) in cells(text).into_iter().enumerate() {
        let at = row.unwrap_or(0) + offset;
        if at >= work.article.at(&list).items().len() {
            let node = blank(&work.article, section);
            take(&mut work, Step::Insert(list.as_str().into(), at, node));
        }
        for (cell, column) in cells.iter().zip(columns.iter().skip(column.unwrap_or(0))) {
            let path = child(&format!("{list}/{at}"), column.field.key);
            let node = read(column.field.kind, cell, &work.article, names).node;
            take(&mut work, Step::Set(path.into(), node));
        }
    }
    Step::All(steps)
}

const fn add_word(section: Section) -> &'static str {
    match section {
        Section::Eras => "add_era",
        Section::Countries => "add_country",
        Section::People => "add_person",
        Section::Corrections => "add_correction",
        _ => "add_event",
    }
}

const fn empty_word(section: Section) -> &'static str {
    match section {
        Section::Eras => "no_eras",
        Section::Countries => "no_countries",
        Section::People => "no_people",
        Section::Corrections => "no_corrections",
        _ => "no_events",
    }
}
