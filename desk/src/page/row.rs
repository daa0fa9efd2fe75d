//! One row of the table.

use wasm_bindgen_futures::spawn_local;
use web_sys::{
    ClipboardEvent, Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement,
    wasm_bindgen::JsCast,
};
use yew::prelude::*;

use super::{
    field::Field,
    platform,
    scene::{Scene, use_scene},
};
use crate::{
    forms::{columns, write},
    work::{Action, Cell, Node, Place, Section, Step, child},
};

/// A row of a section's table.
#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// The section.
    pub section: Section,
    /// The row's number, from 0.
    pub at: usize,
    /// What stands in it.
    pub node: Node,
    /// What names are taken from.
    pub article: Node,
    /// Whether its form is shown.
    pub is_chosen: bool,
    /// The column that is written in.
    pub column: Option<usize>,
    /// Whether the row can be reached by the tab key.
    pub is_entry: bool,
    /// What is wrong with it: nothing, a warning or an error.
    pub mark: Option<bool>,
    /// Takes what was copied from a sheet.
    pub paste: Callback<String>,
}

/// The row; the cell that is written in is a field, the others are text.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let scene = use_scene();
    let (section, at) = (props.section, props.at);
    let cells = columns(section).into_iter().enumerate().map(|(column, spec)| {
        let path = child(&format!("{}/{at}", section.list()), spec.field.key);
        let node = props.node.get(spec.field.key).clone();
        let onclick = {
            let desk = scene.desk.clone();
            move |_: MouseEvent| {
                desk.dispatch(Action::Go(Place { section, row: Some(at), column: Some(column) }));
            }
        };
        if props.column == Some(column) {
            let label = scene.words.fill("cell", &[scene.say(spec.field.label), &(at + 1).to_string()]);
            let onkeydown = keys(&scene, Place::row(section, at));
            let onpaste = {
                let paste = props.paste.clone();
                Callback::from(move |event: Event| pasted(&event, &paste))
            };
            html! {
                <td key={column} role="gridcell" class={classes!(spec.width, "active")}>
                    <Field {path} kind={spec.field.kind} {node} article={props.article.clone()} label={label} takes_focus={true}
                        {onkeydown} {onpaste} />
                </td>
            }
        } else {
            let text = write(spec.field.kind, &node, &props.article, &scene.names);
            let tabindex = if props.is_entry && column == 0 { "0" } else { "-1" };
            let onkeydown = enter(&scene, Place { section, row: Some(at), column: Some(column) });
            html! {
                <td key={column} role="gridcell" class={spec.width} {tabindex} {onclick} {onkeydown} dir="auto">{ text }</td>
            }
        }
    });
    let mark = match props.mark {
        Some(true) => Some(("error", "has_error")),
        Some(false) => Some(("warning", "has_warning")),
        None => None,
    };
    let choose = {
        let desk = scene.desk.clone();
        move |_: MouseEvent| desk.dispatch(Action::Go(Place::row(section, at)))
    };
    let is_over = use_state_eq(|| false);
    let ondragstart = Callback::from(move |event: DragEvent| {
        if let Some(data) = event.data_transfer() {
            let _ = data.set_data(ROW, &at.to_string());
        }
    });
    let ondragover = {
        let is_over = is_over.clone();
        Callback::from(move |event: DragEvent| {
            if carries_row(&event) {
                event.prevent_default();
                is_over.set(true);
            }
        })
    };
    let ondragleave = {
        let is_over = is_over.clone();
        Callback::from(move |_: DragEvent| is_over.set(false))
    };
    let ondrop = {
        let (desk, is_over) = (scene.desk.clone(), is_over.clone());
        Callback::from(move |event: DragEvent| {
            is_over.set(false);
            let data = event.data_transfer().filter(|_| carries_row(&event));
            let from = data.and_then(|data| data.get_data(ROW).ok()?.parse().ok());
            if let Some(from) = from {
                event.prevent_default();
                event.stop_propagation();
                let step = Step::Move(section.list().into(), from, at);
                desk.dispatch(Action::TakeTo(step, Place::row(section, at)));
            }
        })
    };
    let class = classes!(
        props.is_chosen.then_some("chosen"),
        is_over.then_some("over")
    );
    html! {
        <tr aria-selected={props.is_chosen.to_string()} {class} {ondragover} {ondragleave} {ondrop}>
            <th scope="row" class="number" draggable="true" {ondragstart} onclick={choose}>
                { at + 1 }
                if let Some((class, word)) = mark {
                    <span class={classes!("mark", class)} role="img" aria-label={scene.say(word)}></span>
                }
            </th>
            { for cells }
        </tr>
    }
}

/// What a dragged row's number is known by.
const ROW: &str = "application/x-dateline-row";

/// Whether what is dragged is a row of the table.
fn carries_row(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&ROW.into(), 0))
}

/// What is pasted in a cell: of several cells, the sheet takes them; of one, its line end is
/// no part of it.
fn pasted(event: &Event, paste: &Callback<String>) {
    let data = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data);
    let text = data.and_then(|data| data.get_data("text/plain").ok());
    let text = text.unwrap_or_default();
    let line = text.trim_end_matches(['\r', '\n']);
    if line.contains(['\t', '\n']) {
        event.prevent_default();
        paste.emit(text);
    } else if line != text
        && let Some(field) = event.target_dyn_into::<HtmlElement>()
    {
        event.prevent_default();
        platform::insert(&field, line);
    }
}

/// What keys do on a cell that is not written in: arrows go on from it, letters are written in
/// place of what stands in it.
fn enter(scene: &Scene, place: Place) -> Callback<KeyboardEvent> {
    let desk = scene.desk.clone();
    let columns = columns(place.section).len();
    Callback::from(move |event: KeyboardEvent| {
        let Some(cell) = event.target_dyn_into::<HtmlElement>() else {
            return;
        };
        let key = event.key();
        let is_letter = key.chars().count() == 1 && !event.ctrl_key() && !event.meta_key();
        let is_arrow = key.starts_with("Arrow");
        if !is_letter && !is_arrow && key != "Enter" && key != "F2" {
            return;
        }
        let (has_alt, has_shift) = (event.alt_key(), event.shift_key());
        let on = is_arrow.then(|| found(&cell, columns, place).action(&key, has_alt, has_shift));
        // A letter is typed into the field, which has the focus by then.
        if !is_letter {
            event.prevent_default();
        }
        desk.dispatch(Action::Go(place));
        if let Some(action) = on.flatten() {
            desk.dispatch(action);
        }
    })
}

/// What keys do in a cell.
fn keys(scene: &Scene, row: Place) -> Callback<KeyboardEvent> {
    let desk = scene.desk.clone();
    let columns = columns(row.section).len();
    Callback::from(move |event: KeyboardEvent| {
        let field = event.target_dyn_into::<HtmlElement>();
        let Some(field) = field.filter(|_| !event.is_composing()) else {
            return;
        };
        let cell = found(&field, columns, row);
        // WebKit knows the tab key with Shift by its place alone.
        let key = match event.code().as_str() {
            "Tab" => "Tab".to_owned(),
            _ => event.key(),
        };
        let action = cell.action(&key, event.alt_key(), event.shift_key());
        let Some(action) = action else {
            return;
        };
        if key == "Escape" {
            focus_later(&field);
        }
        event.prevent_default();
        // The cell is drawn anew at once, and what then listens there has not been asked.
        event.stop_propagation();
        desk.dispatch(action);
    })
}

/// The cell of a field, as keys find it.
fn found(field: &HtmlElement, columns: usize, row: Place) -> Cell {
    let (start, end, text) = if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        (
            input.selection_start(),
            input.selection_end(),
            input.value(),
        )
    } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        (area.selection_start(), area.selection_end(), area.value())
    } else {
        (Ok(None), Ok(None), String::new())
    };
    let place = |place: Result<Option<u32>, _>| place.ok().flatten().unwrap_or(0) as usize;
    let (start, end, length) = (place(start), place(end), text.encode_utf16().count());
    let is_all = start == 0 && end == length;
    let within = |selector: &str| field.closest(selector).ok().flatten();
    let is_cell = |other: Option<Element>| other.is_some_and(|other| other.tag_name() == "TD");
    let cell = within("td");
    let beside = |of: fn(&Element) -> Option<Element>| is_cell(cell.as_ref().and_then(of));
    Cell {
        is_first: is_all || end == 0,
        is_last: is_all || start == length,
        is_text_rtl: platform::is_right_to_left(field),
        is_table_rtl: within("table").is_some_and(|table| platform::is_right_to_left(&table)),
        has_before: beside(Element::previous_element_sibling),
        has_behind: beside(Element::next_element_sibling),
        columns,
        row,
    }
}

/// The focus goes to the cell itself, once nothing is written in it any more.
fn focus_later(field: &HtmlElement) {
    let cell = field.closest("td").ok().flatten();
    let first = cell.as_ref().and_then(Element::previous_element_sibling);
    let before = std::iter::successors(first, Element::previous_element_sibling).count();
    let row = cell.and_then(|cell| cell.parent_element());
    spawn_local(async move {
        let cell = row.and_then(|row| row.children().item(before as u32));
        if let Some(cell) = cell.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) {
            let _ = cell.focus();
        }
    });
}
