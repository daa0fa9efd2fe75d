//! The article's own text: pasted, dropped or typed; words selected in it become facts.

use std::rc::Rc;

use web_sys::{ClipboardEvent, HtmlTextAreaElement, wasm_bindgen::JsCast};
use yew::prelude::*;

use super::{
    field::typed,
    platform,
    scene::{Scene, use_scene},
};
use crate::{
    check::{Checked, Choice, Held, fact_of},
    work::{Action, Desk, Section, Step},
};

/// The text, and the facts that stand in it.
#[derive(Properties, PartialEq)]
pub struct TextProps {
    /// The desk.
    pub desk: Rc<Desk>,
    /// Where the facts stand.
    pub checked: Rc<Checked>,
}

/// The text in a field, over the same text with its facts underlined.
#[component]
pub fn TextPane(props: &TextProps) -> Html {
    let scene = use_scene();
    let selection = use_state_eq(|| (0_u32, 0_u32));
    let text = props.desk.work.text.clone();
    let oninput = {
        let scene = scene.clone();
        Callback::from(move |event: InputEvent| scene.take(Step::Text(typed(&event).into())))
    };
    let onpaste = {
        Callback::from(|event: Event| {
            let data = event
                .dyn_ref::<ClipboardEvent>()
                .and_then(ClipboardEvent::clipboard_data);
            let html = data
                .and_then(|data| data.get_data("text/html").ok())
                .unwrap_or_default();
            let area = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
            if let Some(area) = area.filter(|_| !html.is_empty()) {
                event.prevent_default();
                platform::insert(&area, &platform::words(&html));
            }
        })
    };
    let area = use_node_ref();
    let look = {
        let (selection, area) = (selection.clone(), area.clone());
        Callback::from(move |()| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                let end = |end: Result<Option<u32>, _>| end.ok().flatten().unwrap_or(0);
                selection.set((end(area.selection_start()), end(area.selection_end())));
            }
        })
    };
    {
        let look = look.clone();
        // What was selected is not where it was once the text is another.
        use_effect_with(text.clone(), move |_| look.emit(()));
    }
    let range = use_memo((text.clone(), *selection), |(text, (from, to))| {
        platform::bytes_before(text, *from)..platform::bytes_before(text, *to)
    });
    let range = (*range).clone();
    let has_words = text
        .get(range.clone())
        .is_some_and(|words| !words.trim().is_empty());
    let choices = Choice::ALL.into_iter().map(|choice| {
        let word = scene.say(choice.word());
        let (scene, desk, range) = (scene.clone(), props.desk.clone(), range.clone());
        let onclick = move |_: MouseEvent| {
            let card = desk.place.row.filter(|_| desk.place.section == Section::Countries);
            let made = fact_of(&desk.work, range.clone(), choice, card, &scene.names, platform::decomposed);
            if let Some((step, place)) = made {
                let path = format!("{}/{}", place.section.list(), place.row.unwrap_or(0));
                *scene.goal.borrow_mut() = Some(first_field(&step, choice, path).into());
                scene.desk.dispatch(Action::TakeTo(step, place));
            }
        };
        html! { <button type="button" class="quiet" disabled={!has_words} {onclick}>{ word }</button> }
    });
    let here: Vec<&Held> = props
        .checked
        .held
        .iter()
        .filter(|held| {
            held.range
                .as_ref()
                .is_some_and(|held| held.start <= range.start && range.end <= held.end)
        })
        .collect();
    let words: Vec<String> = here.iter().map(|held| held.words.clone()).collect();
    let mirror = use_memo(
        (text.clone(), props.checked.clone(), words),
        |(text, checked, here)| mirror(text, &checked.held, here),
    );
    let pause = {
        let desk = scene.desk.clone();
        move |_: FocusEvent| desk.dispatch(Action::Pause)
    };
    html! {
        <>
            <div class="from-selection">
                <span id="from-selection-label">{ scene.say("from_selection") }</span>
                <div role="group" aria-labelledby="from-selection-label">{ for choices }</div>
            </div>
            <div class="paper">
                <div class="mirror" aria-hidden="true" dir="auto">{ (*mirror).clone() }{ "\n" }</div>
                <textarea id="article-text" ref={area} aria-label={scene.say("article_text")} placeholder={scene.say("text_hint")} dir="auto"
                    spellcheck="false" value={text.to_string()} {oninput} {onpaste} onblur={pause}
                    onselect={look.reform(|_: Event| ())} onkeyup={look.reform(|_: KeyboardEvent| ())}
                    onmouseup={look.reform(|_: MouseEvent| ())} />
            </div>
            { carried(&scene, &here) }
        </>
    }
}

/// The field that an editor goes on in.
fn first_field(step: &Step, choice: Choice, path: String) -> String {
    let last = match step {
        Step::All(steps) => steps.last(),
        step => Some(step),
    };
    match (choice, last) {
        (Choice::Event | Choice::Era, _) => format!("{path}/title"),
        (_, Some(Step::Insert(list, at, _))) => format!("{list}/{at}/speaker"),
        _ => path,
    }
}

/// The facts that the caret is in, each a way to it.
fn carried(scene: &Scene, here: &[&Held]) -> Html {
    if here.is_empty() {
        return Html::default();
    }
    let ways = here.iter().map(|held| {
        let (taker, words) = (scene.clone(), held.words.clone());
        let kind = match held.path.split('/').rev().nth(1) {
            Some("events") => "fact.event",
            Some("eras") => "fact.era",
            Some("figures") => "fact.figure",
            _ => "fact.claim",
        };
        let onclick = move |_: MouseEvent| taker.lead(&words);
        html! { <button type="button" class="quiet" {onclick}>{ scene.say(kind) }</button> }
    });
    html! { <p class="carried">{ scene.say("carries") }{ " " }{ for ways }</p> }
}

/// The text with its facts marked; where several overlap, what any of them holds.
fn mirror(text: &str, held: &[Held], here: &[String]) -> Html {
    let mut ranges: Vec<(usize, usize, bool)> = held
        .iter()
        .filter_map(|held| {
            let range = held.range.clone()?;
            Some((range.start, range.end, here.contains(&held.words)))
        })
        .collect();
    ranges.sort_unstable();
    let mut parts: Vec<Html> = Vec::new();
    let mut at = 0;
    for (start, end, is_chosen) in ranges {
        let start = start.max(at);
        if end <= start {
            continue;
        }
        let (Some(before), Some(inside)) = (text.get(at..start), text.get(start..end)) else {
            continue;
        };
        parts.push(html! { { before.to_owned() } });
        parts.push(
            html! { <mark data-is-chosen={is_chosen.then_some("")}>{ inside.to_owned() }</mark> },
        );
        at = end;
    }
    parts.push(html! { { text.get(at..).unwrap_or_default().to_owned() } });
    html! { { for parts } }
}
