//! The command `dateline`, which the browser fetches and runs when something is published.

use std::{cell::Cell, future::Future, rc::Rc};

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::super::scene::{Scene, use_scene};
use crate::work::Desk;

#[wasm_bindgen(module = "/scripts/publish.js")]
extern "C" {
    /// Runs the command in its worker: a promise of [`Done`].
    fn run(
        words: &str,
        article: &str,
        takes: &str,
        needs_widget: bool,
        hear: &Closure<dyn Fn(String, f64)>,
    ) -> Promise;
    /// An address as it is passed to the command.
    pub fn ascii(address: &str) -> String;
    /// The address of an SVG that is shown as a picture.
    pub fn picture(svg: &str) -> String;
    /// Saves an SVG as a PNG with so many dots to a px: a promise of the file's name.
    pub fn png(name: &str, svg: &str, width: u16, height: u16, times: u8) -> Promise;
    /// Saves bytes as a file: a promise of its name.
    pub fn keep(name: &str, bytes: &Uint8Array, kind: &str) -> Promise;

    /// What came of a run.
    type Done;
    #[wasm_bindgen(method, getter, structural)]
    fn state(this: &Done) -> String;
    #[wasm_bindgen(method, getter, structural)]
    fn status(this: &Done) -> u8;
    #[wasm_bindgen(method, getter, structural)]
    fn told(this: &Done) -> String;
    #[wasm_bindgen(method, getter, structural)]
    fn said(this: &Done) -> String;
    #[wasm_bindgen(method, getter, structural)]
    fn taken(this: &Done) -> Uint8Array;
}

/// The article's name for the command.
pub const ARTICLE: &str = "article.json";

/// What the command is asked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Asked {
    /// Its arguments.
    pub words: Vec<String>,
    /// What is taken of what it writes: a file, or a folder, which is packed.
    pub takes: &'static str,
    /// Whether it reads the built widget.
    pub needs_widget: bool,
}

/// What it made.
pub struct Made {
    /// What it printed.
    pub told: String,
    /// What it complained of.
    pub said: String,
    /// What was taken.
    pub taken: Uint8Array,
}

/// What is said of a run.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Said {
    /// Nothing was asked for yet.
    #[default]
    Nothing,
    /// Something is being fetched, with how much of it has come, 0 to 1.
    Fetching(&'static str, f64),
    /// It runs.
    Working,
    /// It is done: a sentence, what the command complains of, and what else it tells.
    Done(String, String, String),
    /// It cannot be done: a sentence.
    Failed(String),
    /// The command refuses: its own words.
    Refused(String),
}

/// Runs the command for a view, and says how that goes.
#[derive(Clone)]
pub struct Runner {
    /// What is said of it.
    pub said: UseStateHandle<Said>,
    /// The number of the run that is waited for.
    latest: Rc<Cell<u32>>,
    scene: Scene,
}

/// A runner for as long as the view is there.
#[hook]
pub fn use_runner() -> Runner {
    let scene = use_scene();
    let said = use_state(Said::default);
    let latest = use_memo((), |()| Cell::new(0));
    {
        let latest = latest.clone();
        // Nobody waits for anything once the view has gone.
        use_effect_with((), move |()| move || latest.set(u32::MAX));
    }
    Runner {
        said,
        latest,
        scene,
    }
}

impl Runner {
    /// Runs the command on a desk's work. `then` makes of what comes what is said of it. It is
    /// not called where the view has gone, or something was asked for again meanwhile: the
    /// last press counts.
    pub fn run<F>(&self, desk: &Desk, asked: &Asked, then: impl FnOnce(Made) -> F + 'static)
    where
        F: Future<Output = Said> + 'static,
    {
        let number = self.latest.get().wrapping_add(1);
        self.latest.set(number);
        let article = desk.work.article.json();
        let (runner, asked) = (self.clone(), asked.clone());
        self.said.set(Said::Working);
        let hear = {
            let runner = self.clone();
            Closure::<dyn Fn(String, f64)>::new(move |what: String, part: f64| {
                runner.say(
                    number,
                    match what.as_str() {
                        "program" => Said::Fetching("publish_program", part),
                        "widget" => Said::Fetching("publish_widget", part),
                        _ => Said::Working,
                    },
                );
            })
        };
        spawn_local(async move {
            let Asked {
                words,
                takes,
                needs_widget,
            } = asked;
            let words = words.join("\n");
            let done = run(&words, &article, takes, needs_widget, &hear);
            let done = JsFuture::from(done).await;
            if runner.latest.get() != number {
                return;
            }
            let said = match done.map(|done| runner.made(done.unchecked_into())) {
                Ok(Ok(made)) => then(made).await,
                Ok(Err(said)) => said,
                Err(_) => Said::Failed(runner.scene.words.fill("publish_stopped", &[""])),
            };
            runner.say(number, said);
        });
    }

    fn say(&self, number: u32, said: Said) {
        if self.latest.get() == number {
            self.said.set(said);
        }
    }

    fn made(&self, done: Done) -> Result<Made, Said> {
        let said = done.said();
        let fill = |name| Said::Failed(self.scene.words.fill(name, &[said.trim()]));
        match (done.state().as_str(), done.status()) {
            // 1 where something of the article is left out, as the desk has told.
            ("done", 0 | 1) => Ok(Made {
                told: done.told(),
                said,
                taken: done.taken(),
            }),
            ("done", _) => Err(Said::Refused(said)),
            ("unfetched", _) => Err(fill("publish_unfetched")),
            _ => Err(fill("publish_stopped")),
        }
    }
}

/// What is said of a run, where it was asked for.
pub fn told(scene: &Scene, said: &Said) -> Html {
    let words = |label: &'static str, words: &str| {
        html! {
            <><p class="quiet-text">{ scene.say(label) }</p><pre lang="en" dir="ltr">{ words.trim().to_owned() }</pre></>
        }
    };
    let status = match said {
        Said::Fetching(what, _) => scene.say(what).to_owned(),
        Said::Working => scene.say("publish_working").to_owned(),
        Said::Done(sentence, ..) => sentence.clone(),
        _ => String::new(),
    };
    html! {
        <div class="run">
            <p role="status" class="reading">{ status }</p>
            if let Said::Fetching(what, part) = said {
                <progress max="1" value={part.to_string()} aria-label={scene.say(what)} />
            }
            if let Said::Failed(sentence) = said { <p role="alert" class="told">{ sentence }</p> }
            if let Said::Refused(said) = said { <div role="alert" class="told">{ words("publish_refused", said) }</div> }
            if let Said::Done(_, said, told) = said {
                if !said.is_empty() { <div class="told">{ words("publish_says", said) }</div> }
                if !told.is_empty() {
                    <details><summary>{ scene.say("publish_more") }</summary><pre lang="en" dir="ltr">{ told.trim().to_owned() }</pre></details>
                }
            }
        </div>
    }
}

/// What the command complains of.
pub fn complaints(said: &str) -> String {
    let is_praise = |line: &&str| line.starts_with("No problems in ");
    let lines = said.lines().filter(|line| !is_praise(line));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}
