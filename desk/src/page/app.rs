//! The root: the state, what is done once it has changed, and where all else stands.

use std::{cell::Cell, rc::Rc};

use gloo_timers::callback::Timeout;
use web_sys::{DragEvent, window};
use yew::prelude::*;

use super::{
    bar::{Bar, Over},
    brought,
    effects::{
        use_checked, use_elsewhere, use_keeping, use_keys, use_pause, use_start, use_strings,
        use_tabs,
    },
    files::{self, Source},
    import::ImportDialog,
    keeper::State,
    notices::{Suggested, other_tab},
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
use crate::{words::Words, work::Desk};

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
    let elsewhere_named = use_elsewhere();
    let strings = use_strings(&language);
    let goal = use_mut_ref(|| None);
    let is_loose = use_memo((), |()| Cell::new(false));
    let scene = Scene {
        desk: desk.dispatcher(),
        words: words.clone(),
        names: (*named).clone().and_elsewhere(elsewhere_named),
        strings,
        goal: goal.clone(),
        is_loose: is_loose.clone(),
    };
    let (checked, is_due) = use_checked(&desk.work, &scene);
    let kept = use_state_eq(|| State::Fresh);
    let saved = use_state_eq(|| None::<AttrValue>);
    let pane = use_state_eq(|| Pane::Data);
    let over = use_state(|| None::<Over>);
    let source = use_state(|| None::<Rc<Source>>);
    let trouble = use_state(|| None::<String>);
    let elsewhere = use_state(|| None::<String>);
    let is_dragged = use_state_eq(|| false);
    let is_own = use_mut_ref(|| false);

    {
        let saved = saved.clone();
        // Another work was saved nowhere yet.
        use_effect_with(desk.id, move |_| saved.set(None));
    }
    use_start(&scene);
    use_keeping(&desk, &kept, &scene);
    use_tabs(desk.id, &elsewhere);
    use_pause(&desk);
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
        let (desk, saved, is_loose) = ((*desk).clone(), saved.clone(), is_loose.clone());
        Callback::from(move |()| {
            let (saved, is_loose) = (saved.clone(), is_loose.clone());
            files::save(
                &desk,
                Callback::from(move |name: String| {
                    is_loose.set(false);
                    saved.set(Some(name.into()));
                }),
            );
        })
    };
    use_keys(&desk, &save);

    let taken = {
        let (source, trouble, pane) = (source.clone(), trouble.clone(), pane.clone());
        let (scene, has_work) = (scene.clone(), desk.has_work());
        let heard = Callback::from(move |read: Result<Source, String>| {
            trouble.set(None);
            match read {
                Ok(read) if let Some(text) = brought::words(&read) => {
                    pane.set(Pane::Text);
                    brought::take_text(&scene, has_work, &read.name, &text);
                }
                Ok(read) => source.set(Some(Rc::new(read))),
                Err(why) => trouble.set(Some(why)),
            }
        });
        let languages = format!("{language} {}", words.language).into();
        files::Taken { heard, languages }
    };
    let drag = |is: bool| {
        let (is_dragged, is_own) = (is_dragged.clone(), is_own.clone());
        Callback::from(move |event: DragEvent| {
            let is_taken = brought::is_taken(&event, *is_own.borrow());
            if is_taken {
                event.prevent_default();
            }
            is_dragged.set(is && is_taken);
        })
    };
    let own = |is: bool| {
        let is_own = is_own.clone();
        Callback::from(move |_: DragEvent| *is_own.borrow_mut() = is)
    };
    let ondrop = {
        let (taken, is_dragged) = (taken.clone(), is_dragged.clone());
        let is_own = is_own.clone();
        Callback::from(move |event: DragEvent| {
            is_dragged.set(false);
            if brought::is_taken(&event, *is_own.borrow()) {
                brought::dropped(&event, &taken);
            }
        })
    };
    let pasted = {
        let (taken, is_empty) = (taken.clone(), !desk.has_work());
        Callback::from(move |event: Event| brought::pasted(&event, is_empty, &taken))
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
    // The same for as long as nothing of it changes, so that views see that at a glance.
    let state = use_memo((*desk).clone(), Desk::clone);
    html! {
        <ContextProvider<Scene> context={scene.clone()}>
            <div class={classes!("desk", is_dragged.then_some("dragged"))} ondragover={drag(true)} ondragleave={drag(false)} {ondrop}
                ondragstart={own(true)} ondragend={own(false)} onpaste={pasted}>
                if let Some(why) = &*trouble {
                    <p class="notice bad" role="alert">{ scene.say_why("unread", why) }</p>
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
                            <Sheet key={format!("{}/{}", state.id, state.place.section.key())} desk={state.clone()} checked={checked.clone()} />
                        </section>
                        <section class={classes!("pane", "preview-pane", here(Pane::Preview))} aria-label={scene.say("preview")}>
                            <Preview article={desk.work.article.clone()} is_shown={checked.article.is_some()} />
                            <Problems desk={state.clone()} checked={checked.clone()} {is_due} {onlead} />
                        </section>
                    </main>
                    <Suggested names={scene.names.clone()} people={desk.work.article.get("people").clone()} />
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
