//! One row of the table.

use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, HtmlElement, HtmlInputElement, wasm_bindgen::JsCast};
use yew::prelude::*;

use super::{
    field::Field,
    scene::{Scene, use_scene},
};
use crate::{
    forms::{columns, write},
    work::{Action, Node, Place, Section, child},
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
                Callback::from(move |event: Event| {
                    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
                    let text = data.and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
                    if text.trim_end().contains(['\t', '\n']) {
                        event.prevent_default();
                        paste.emit(text);
                    }
                })
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
            let enter = {
                let desk = scene.desk.clone();
                move |event: KeyboardEvent| {
                    let key = event.key();
                    if key == "Enter" || key == "F2" || key.starts_with("Arrow") {
                        event.prevent_default();
                        desk.dispatch(Action::Go(Place { section, row: Some(at), column: Some(column) }));
                    }
                }
            };
            html! {
                <td key={column} role="gridcell" class={spec.width} {tabindex} {onclick} onkeydown={enter} dir="auto">{ text }</td>
            }
        }
    });
    let mark = match props.mark {
        Some(true) => Some(("error", "has_error")),
        Some(false) => Some(("warning", "has_warning")),
        None => None,
    };
    html! {
        <tr aria-selected={props.is_chosen.to_string()} class={props.is_chosen.then_some("chosen")}>
            <th scope="row" class="number">
                { at + 1 }
                if let Some((class, word)) = mark {
                    <span class={classes!("mark", class)} role="img" aria-label={scene.say(word)}></span>
                }
            </th>
            { for cells }
        </tr>
    }
}

/// What keys do in a cell: up and down, on and back, out, and where the caret is at an end,
/// left and right. Beyond the last column the tab key leaves the table.
fn keys(scene: &Scene, place: Place) -> Callback<KeyboardEvent> {
    let desk = scene.desk.clone();
    let of = columns(place.section).len();
    Callback::from(move |event: KeyboardEvent| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input.filter(|_| !event.is_composing()) else {
            return;
        };
        let is_rtl = input.matches(":dir(rtl)").unwrap_or_default();
        let caret = input.selection_start().ok().flatten().unwrap_or(0);
        let end = input.selection_end().ok().flatten().unwrap_or(0);
        let length = input.value().encode_utf16().count();
        let is_all = caret == 0 && end as usize == length;
        let (is_first, is_last) = (is_all || end == 0, is_all || caret as usize == length);
        let action = match (event.key().as_str(), event.alt_key(), event.shift_key()) {
            ("ArrowUp", true, _) => Action::Shift(-1),
            ("ArrowDown", true, _) => Action::Shift(1),
            ("Enter", _, true) | ("ArrowUp", ..) => Action::Walk(-1, 0, of),
            ("Enter" | "ArrowDown", ..) => Action::Walk(1, 0, of),
            ("ArrowLeft", ..) if is_rtl && is_last => Action::Walk(0, 1, of),
            ("ArrowLeft", ..) if !is_rtl && is_first => Action::Walk(0, -1, of),
            ("ArrowRight", ..) if is_rtl && is_first => Action::Walk(0, -1, of),
            ("ArrowRight", ..) if !is_rtl && is_last => Action::Walk(0, 1, of),
            ("Tab", _, true) if has_cell(&input, false) => Action::Walk(0, -1, of),
            ("Tab", _, false) if has_cell(&input, true) => Action::Walk(0, 1, of),
            ("Escape", ..) => {
                focus_later(&input);
                Action::Go(place)
            }
            _ => return,
        };
        event.prevent_default();
        // The cell is drawn anew at once, and what then listens there has not been asked.
        event.stop_propagation();
        desk.dispatch(action);
    })
}

/// Whether there is a cell behind this one, or before it.
fn has_cell(input: &HtmlInputElement, is_behind: bool) -> bool {
    let cell = input.closest("td").ok().flatten();
    let other = cell.and_then(|cell| {
        if is_behind {
            cell.next_element_sibling()
        } else {
            cell.previous_element_sibling()
        }
    });
    other.is_some_and(|other| other.tag_name() == "TD")
}

/// The focus goes to the row itself, once nothing is written in it any more.
fn focus_later(input: &HtmlInputElement) {
    let row = input.closest("tr").ok().flatten();
    spawn_local(async move {
        let cell = row.and_then(|row| row.query_selector("td[tabindex='0']").ok().flatten());
        if let Some(cell) = cell.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) {
            let _ = cell.focus();
        }
    });
}
