//! The root: the state, what is done once it has changed, and where all else stands.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, KeyboardEvent, window};
use yew::prelude::*;

use super::{
    bar::{Bar, Over},
    files::{self, Source},
    import::ImportDialog,
    keeper::{Keeper, State, opening},
    platform,
    preview::Preview,
    problems::Problems,
    publish::Publish,
    scene::{Scene, names},
    sheet::Sheet,
    tabs::Tabs,
    text::TextPane,
    welcome::Welcome,
    works::Works,
};
use crate::{
    check::{Checked, check},
    words::Words,
    work::{Action, Desk, Node, Step, Work},
};

/// How long nothing is typed before a step has ended, in ms.
const PAUSE: u32 = 1_500;
/// How long nothing is typed before the work is checked, in ms.
const REST: u32 = 120;

/// Which pane is shown where there is room for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pane {
    Text,
    Data,
    Preview,
}

/// The desk.
#[component]
pub fn App() -> Html {
    let desk = use_reducer_eq(Desk::default);
    let words = use_memo((), |()| {
        let languages = platform::languages();
        Words::of(languages.lines())
    });
    let language = desk
        .work
        .article
        .get("language")
        .as_text()
        .unwrap_or(words.language)
        .to_owned();
    let named = {
        let words = words.clone();
        use_memo(language.clone(), move |language| names(language, &words))
    };
    let strings = use_strings(&language);
    let goal = use_mut_ref(|| None);
    let scene = Scene {
        desk: desk.dispatcher(),
        words: words.clone(),
        names: (*named).clone(),
        strings,
        goal: goal.clone(),
    };
    let checked = use_checked(&desk.work, &scene);
    let kept = use_state(|| State::Fresh);
    let saved = use_state(|| None::<AttrValue>);
    let pane = use_state(|| Pane::Data);
    let over = use_state(|| None::<Over>);
    let source = use_state(|| None::<Rc<Source>>);
    let trouble = use_state(|| None::<String>);
    let elsewhere = use_state(|| None::<String>);
    let is_dragged = use_state(|| false);

    use_start(&scene);
    use_keeping(&desk, &kept);
    use_tabs(desk.id, &elsewhere);
    {
        let dispatcher = desk.dispatcher();
        use_effect_with(desk.changes, move |_| {
            let later = Timeout::new(PAUSE, move || dispatcher.dispatch(Action::Pause));
            move || drop(later)
        });
    }
    {
        let pane = pane.clone();
        use_effect_with(desk.led, move |led| {
            if *led > 0 {
                pane.set(Pane::Data);
            }
            // The field is there once all is drawn.
            let later = Timeout::new(0, move || {
                let path = goal.borrow_mut().take();
                if let Some(path) = path {
                    platform::lead(&path);
                }
            });
            move || drop(later)
        });
    }
    {
        let direction = words.direction();
        let language = words.language;
        use_effect_with((), move |()| {
            let root = window()
                .and_then(|window| window.document())
                .and_then(|document| document.document_element());
            if let Some(root) = root {
                let _ = root.set_attribute("dir", direction);
                let _ = root.set_attribute("lang", language);
            }
        });
    }

    let save = {
        let (desk, saved) = ((*desk).clone(), saved.clone());
        Callback::from(move |()| {
            let saved = saved.clone();
            files::save(
                &desk,
                Callback::from(move |name: String| saved.set(Some(name.into()))),
            );
        })
    };
    use_keys(&desk, &save);

    let taken = {
        let (source, trouble, pane) = (source.clone(), trouble.clone(), pane.clone());
        let (scene, has_work) = (scene.clone(), desk.has_work());
        files::Taken::from(move |read: Result<Source, String>| {
            trouble.set(None);
            match read {
                Ok(read) if is_text(&read) => {
                    let is_html = ["html", "htm", "xhtml"]
                        .iter()
                        .any(|ending| read.name.to_lowercase().ends_with(ending));
                    let text = if is_html {
                        platform::words(&read.text)
                    } else {
                        read.text
                    };
                    pane.set(Pane::Text);
                    take_text(&scene, has_work, &read.name, &text);
                }
                Ok(read) => source.set(Some(Rc::new(read))),
                Err(why) => trouble.set(Some(why)),
            }
        })
    };
    let drag = |is: bool| {
        let is_dragged = is_dragged.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_dragged.set(is);
        })
    };
    let ondrop = {
        let (taken, is_dragged) = (taken.clone(), is_dragged.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_dragged.set(false);
            let data = event.data_transfer();
            let file = data
                .as_ref()
                .and_then(|data| data.files())
                .and_then(|files| files.get(0));
            let text = || {
                data.as_ref()
                    .and_then(|data| data.get_data("text/plain").ok())
                    .unwrap_or_default()
            };
            match file {
                Some(file) => files::read(file, taken.clone()),
                None => {
                    let text = text();
                    if !text.trim().is_empty() {
                        taken.emit(Ok(Source {
                            name: String::new(),
                            text,
                            packed: None,
                        }));
                    }
                }
            }
        })
    };
    let pasted = {
        let (taken, is_empty) = (taken.clone(), !desk.has_work());
        Callback::from(move |event: Event| {
            let data = event
                .dyn_ref::<web_sys::ClipboardEvent>()
                .and_then(web_sys::ClipboardEvent::clipboard_data);
            let file = data
                .as_ref()
                .and_then(|data| data.files())
                .and_then(|files| files.get(0));
            if let Some(file) = file {
                event.prevent_default();
                files::read(file, taken.clone());
            } else if is_empty {
                let get = |kind| {
                    data.as_ref()
                        .and_then(|data| data.get_data(kind).ok())
                        .unwrap_or_default()
                };
                let (text, html) = (get("text/plain"), get("text/html"));
                let is_table =
                    text.lines().take(2).all(|line| line.contains('\t')) || html.contains("<table");
                let name = if html.is_empty() || is_table {
                    ""
                } else {
                    "pasted.html"
                };
                let text = if name.is_empty() { text } else { html };
                if !text.trim().is_empty() {
                    taken.emit(Ok(Source {
                        name: name.into(),
                        text,
                        packed: None,
                    }));
                }
            }
        })
    };
    let choose = {
        let taken = taken.clone();
        Callback::from(move |()| files::choose(taken.clone()))
    };
    let show = |one: Pane, word: &'static str| {
        let pane = pane.clone();
        let is_here = *pane == one;
        let onclick = move |_: MouseEvent| pane.set(one);
        html! { <button type="button" class="tab" aria-pressed={is_here.to_string()} {onclick}>{ scene.say(word) }</button> }
    };
    let here = |one: Pane| (*pane == one).then_some("here");
    let close_over = {
        let over = over.clone();
        Callback::from(move |()| over.set(None))
    };
    let close_source = {
        let source = source.clone();
        Callback::from(move |()| source.set(None))
    };
    let onlead = {
        let pane = pane.clone();
        Callback::from(move |()| pane.set(Pane::Data))
    };
    let state = (*desk).clone();
    let state = Rc::new(state);
    html! {
        <ContextProvider<Scene> context={scene.clone()}>
            <div class={classes!("desk", is_dragged.then_some("dragged"))} ondragover={drag(true)} ondragleave={drag(false)} {ondrop}
                onpaste={pasted}>
                if let Some(why) = &*trouble {
                    <p class="notice bad" role="alert">{ scene.words.fill("unread", &[why]) }</p>
                }
                if let Some(what) = &*elsewhere {
                    { other_tab(&scene, what, desk.id, &elsewhere) }
                }
                if desk.has_work() {
                    <Bar desk={state.clone()} kept={(*kept).clone()} saved={(*saved).clone()}
                        open={Callback::from({ let over = over.clone(); move |one| over.set(Some(one)) })}
                        import={choose} save={save.clone()} />
                    <nav class="panes" aria-label={scene.say("panes")}>
                        { show(Pane::Text, "article_text") }{ show(Pane::Data, "data") }{ show(Pane::Preview, "preview") }
                    </nav>
                    <main>
                        <section class={classes!("pane", "text-pane", here(Pane::Text))} aria-labelledby="text-title">
                            <header class="pane-head"><h2 id="text-title">{ scene.say("article_text") }</h2></header>
                            <TextPane desk={state.clone()} checked={checked.clone()} />
                        </section>
                        <section class={classes!("pane", "data-pane", here(Pane::Data))} aria-label={scene.say("data")}>
                            <Tabs desk={state.clone()} />
                            <Sheet desk={state.clone()} checked={checked.clone()} />
                        </section>
                        <section class={classes!("pane", "preview-pane", here(Pane::Preview))} aria-label={scene.say("preview")}>
                            <Preview article={desk.work.article.clone()} is_shown={checked.article.is_some()} />
                            <Problems desk={state.clone()} checked={checked.clone()} {onlead} />
                        </section>
                    </main>
                    { suggestions(&desk, &scene) }
                } else {
                    <Welcome {taken} />
                }
                if *over == Some(Over::Works) { <Works desk={state.clone()} onclose={close_over.clone()} /> }
                if *over == Some(Over::Publish) { <Publish desk={state.clone()} checked={checked.clone()} onclose={close_over.clone()} /> }
                if let Some(source) = &*source { <ImportDialog desk={state.clone()} source={source.clone()} onclose={close_source} /> }
            </div>
        </ContextProvider<Scene>>
    }
}

/// Whether a file is an article's own text rather than data.
fn is_text(source: &Source) -> bool {
    let name = source.name.to_lowercase();
    let is_named = ["html", "htm", "xhtml", "txt", "md"]
        .iter()
        .any(|ending| name.ends_with(&format!(".{ending}")));
    let is_data = source.text.contains("<table")
        || source.text.contains("data-date=")
        || source.text.contains("<dateline-widget");
    source.packed.is_none()
        && is_named
        && !is_data
        && !source.text.trim_start().starts_with(['{', '['])
}

/// The text beside the work at hand, or beside a new one.
fn take_text(scene: &Scene, has_work: bool, name: &str, text: &str) {
    let step = Step::Text(text.into());
    if has_work {
        scene.take(step);
        return;
    }
    let first = step.applied(&files::empty(scene.words.language));
    let headline = text.lines().next().unwrap_or_default().trim();
    let is_headline = headline.chars().count() < 160 && !headline.ends_with('.');
    let set = Step::Set("/headline".into(), Node::text(headline));
    let work = if is_headline {
        set.applied(&first)
    } else {
        first
    };
    let name = name.rsplit_once('.').map_or("", |(name, _)| name);
    let is_named = !name.is_empty() && name != "pasted";
    files::open(
        scene,
        if is_named { name } else { scene.say("unnamed") },
        work,
    );
}

/// The names that fields suggest.
fn suggestions(desk: &Desk, scene: &Scene) -> Html {
    let countries = scene
        .names
        .iter()
        .map(|(code, name)| html! { <option key={code.to_owned()} value={name.to_owned()} /> });
    let people = desk.work.article.get("people").items().iter();
    let people =
        people.map(|person| html! { <option value={person.get("name").words().to_owned()} /> });
    html! {
        <>
            <datalist id="countries-list">{ for countries }</datalist>
            <datalist id="people-list">{ for people }</datalist>
        </>
    }
}

/// What another tab does with the same work.
fn other_tab(
    scene: &Scene,
    what: &str,
    id: u64,
    elsewhere: &UseStateHandle<Option<String>>,
) -> Html {
    let is_newer = what == "kept";
    let reload = {
        let (scene, elsewhere) = (scene.clone(), elsewhere.clone());
        move |_: MouseEvent| {
            let (scene, elsewhere) = (scene.clone(), elsewhere.clone());
            spawn_local(async move {
                let kept = JsFuture::from(platform::work(id as f64)).await.ok();
                if let Some(action) = kept.and_then(opening) {
                    scene.desk.dispatch(action);
                }
                elsewhere.set(None);
            });
        }
    };
    let close = {
        let elsewhere = elsewhere.clone();
        move |_: MouseEvent| elsewhere.set(None)
    };
    html! {
        <p class="notice" role="alert">
            { scene.say(if is_newer { "tab_kept" } else { "tab_open" }) }{ " " }
            if is_newer { <button type="button" class="quiet" onclick={reload}>{ scene.say("tab_take") }</button> }
            <button type="button" class="quiet" onclick={close}>{ scene.say("tab_stay") }</button>
        </p>
    }
}

/// The widget's words in a language; English until they are there.
#[hook]
fn use_strings(language: &str) -> Rc<str> {
    let strings = use_state(|| Rc::<str>::from(include_str!("../../../www/words/en.txt")));
    {
        let strings = strings.clone();
        use_effect_with(language.to_owned(), move |language| {
            let tag = language.split('-').next().unwrap_or_default().to_owned();
            let is_tag =
                (2..=3).contains(&tag.len()) && tag.chars().all(|sign| sign.is_ascii_lowercase());
            spawn_local(async move {
                let address = format!("../words/{tag}.txt");
                if is_tag && let Ok(text) = JsFuture::from(platform::fetched(&address)).await {
                    strings.set(text.as_string().unwrap_or_default().into());
                }
            });
        });
    }
    (*strings).clone()
}

/// What is wrong with the work, a moment after it has changed.
#[hook]
fn use_checked(work: &Work, scene: &Scene) -> Rc<Checked> {
    let checked = use_state(|| Rc::new(Checked::default()));
    {
        let (checked, names) = (checked.clone(), scene.names.clone());
        use_effect_with((work.clone(), scene.names.clone()), move |(work, _)| {
            let work = work.clone();
            let later = Timeout::new(REST, move || {
                checked.set(Rc::new(check(&work, &names, platform::decomposed)));
            });
            move || drop(later)
        });
    }
    (*checked).clone()
}

/// Opens the work that the address names.
#[hook]
fn use_start(scene: &Scene) {
    let scene = scene.clone();
    use_effect_with((), move |()| {
        let id = platform::addressed();
        if id > 0.0 {
            spawn_local(async move {
                let kept = JsFuture::from(platform::work(id)).await.ok();
                if let Some(action) = kept.and_then(opening) {
                    scene.desk.dispatch(action);
                }
            });
        }
    });
}

/// Keeps the work after each change, and has the browser ask while it is not kept.
#[hook]
fn use_keeping(desk: &UseReducerHandle<Desk>, kept: &UseStateHandle<State>) {
    let keeper = use_memo((), |()| Keeper::default());
    {
        let (now, kept) = ((**desk).clone(), kept.clone());
        use_effect_with(
            (desk.id, desk.changes, desk.name.clone()),
            move |(id, changes, _)| {
                if *id != 0 {
                    platform::address(*id as f64);
                    let hear = Callback::from(move |state| kept.set(state));
                    keeper.keep(&now, *changes == 0, hear);
                }
            },
        );
    }
    use_effect_with((**kept).clone(), |kept| {
        platform::ask(matches!(kept, State::Busy | State::Failed(_)));
    });
}

/// Hears of other tabs with the same work.
#[hook]
fn use_tabs(id: u64, elsewhere: &UseStateHandle<Option<String>>) {
    let elsewhere = elsewhere.clone();
    use_effect_with(id, move |id| {
        elsewhere.set(None);
        let hear = Closure::<dyn Fn(String)>::new(move |what| elsewhere.set(Some(what)));
        platform::attend(*id as f64, &hear);
        move || drop(hear)
    });
}

/// Undo, redo and save by keys, wherever the focus is; and compositions of input methods.
#[hook]
fn use_keys(desk: &UseReducerHandle<Desk>, save: &Callback<()>) {
    let dispatcher = desk.dispatcher();
    let latest = use_mut_ref(|| save.clone());
    *latest.borrow_mut() = save.clone();
    use_listener("keydown", move |event: Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.is_composing() {
            return;
        }
        let action = match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Some(Action::Undo),
            ("z", true) | ("y", false) => Some(Action::Redo),
            ("s", false) => None,
            _ => return,
        };
        event.prevent_default();
        match action {
            Some(action) => dispatcher.dispatch(action),
            None => latest.borrow().emit(()),
        }
    });
    let composing = |is: bool| {
        let dispatcher = desk.dispatcher();
        move |_: Event| dispatcher.dispatch(Action::Compose(is))
    };
    use_listener("compositionstart", composing(true));
    use_listener("compositionend", composing(false));
}

/// Listens on the window for as long as the desk is there.
#[hook]
fn use_listener(name: &'static str, hear: impl Fn(Event) + 'static) {
    use_effect_with((), move |()| {
        let listener = Closure::<dyn Fn(Event)>::new(hear);
        let function = listener
            .as_ref()
            .unchecked_ref::<js_sys::Function>()
            .clone();
        if let Some(window) = window() {
            let _ = window.add_event_listener_with_callback(name, &function);
        }
        move || {
            if let Some(window) = window() {
                let _ = window.remove_event_listener_with_callback(name, &function);
            }
            drop(listener);
        }
    });
}
