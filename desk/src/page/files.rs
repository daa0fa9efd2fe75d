//! Opening, saving and the example.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::{AttrValue, Callback};

use super::{
    keeper::{fresh_id, opening, said},
    platform,
    scene::Scene,
};
use crate::work::{Action, Desk, Node, Work};

/// What an editor brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The file's name; what was pasted has none.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Its bytes, where it is packed, as spreadsheets are.
    pub packed: Option<Vec<u8>>,
    /// Where it can be saved again; nothing where the browser cannot, or where it has no file.
    pub origin: JsValue,
}

/// Takes what an editor brings.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// Hears what is in it, or why it cannot be read.
    pub heard: Callback<Result<Source, String>>,
    /// In which languages it may be, divided by spaces, the likeliest first.
    pub languages: AttrValue,
}

/// Reads a file.
pub fn read(file: File, taken: Taken) {
    spawn_local(async move {
        let read = JsFuture::from(platform::contents(&file, &taken.languages)).await;
        taken.heard.emit(match read {
            Ok(contents) => {
                let contents: platform::Contents = contents.unchecked_into();
                Ok(Source {
                    name: contents.name(),
                    text: contents.text(),
                    packed: contents.is_packed().then(|| contents.bytes()),
                    origin: contents.origin(),
                })
            }
            Err(error) => Err(said(&error)),
        });
    });
}

/// Has the editor choose a file, and reads it.
pub fn choose(taken: Taken) {
    spawn_local(async move {
        let chosen = JsFuture::from(platform::choose()).await;
        if let Some(file) = chosen.ok().and_then(|file| file.dyn_into::<File>().ok()) {
            read(file, taken);
        }
    });
}

/// Opens the example, with its text.
pub fn example(scene: Scene) {
    spawn_local(async move {
        let fetched = |address| JsFuture::from(platform::fetched(address));
        let json = fetched("../articles/human-rights-2022.json").await;
        let page = fetched("../index.html").await;
        let text = |value: Result<wasm_bindgen::JsValue, _>| {
            value.ok().and_then(|value| value.as_string())
        };
        let article = text(json).and_then(|json| Node::parse(&json).ok());
        if let Some(article) = article {
            let words = text(page).map(|page| platform::words(&page));
            open(
                &scene,
                "human-rights-2022",
                Work {
                    article,
                    text: words.unwrap_or_default().into(),
                },
            );
        }
    });
}

/// Begins a new work, which is saved wherever the editor then says.
pub fn open(scene: &Scene, name: &str, work: Work) {
    open_from(scene, name, work, &JsValue::UNDEFINED);
}

/// Begins a new work, which is saved where it came from, as its file holds nothing else; whether
/// the editor wants to.
pub fn open_from(scene: &Scene, name: &str, work: Work, origin: &JsValue) -> bool {
    begin(
        scene,
        Action::Open {
            id: fresh_id(),
            name: name.into(),
            work,
        },
        origin,
    )
}

/// Opens a work that is kept, if it is there.
pub fn open_kept(scene: Scene, id: f64) {
    spawn_local(async move {
        let kept = JsFuture::from(platform::work(id)).await.ok();
        if let Some(action) = kept.and_then(opening) {
            begin(&scene, action, &JsValue::UNDEFINED);
        }
    });
}

/// Begins with another work, unless the editor would rather stay with the one at hand.
fn begin(scene: &Scene, open: Action, origin: &JsValue) -> bool {
    let may = scene.may_leave();
    if may {
        platform::save_to(origin);
        scene.desk.dispatch(open);
    }
    may
}

/// An article with nothing in it but its language.
pub fn empty(language: &str) -> Work {
    Work {
        article: Node::object([
            ("schema", Node::Number(1.into())),
            ("language", Node::text(language)),
        ]),
        text: "".into(),
    }
}

/// Saves the article as a file; `heard` hears its name.
pub fn save(desk: &Desk, heard: Callback<String>) {
    let name = file_name(desk, "json");
    let json = desk.work.article.json();
    download(name, json, "application/json", true, heard);
}

/// Saves a text as a file; `heard` hears its name.
pub fn download(
    name: String,
    text: String,
    kind: &'static str,
    is_work: bool,
    heard: Callback<String>,
) {
    spawn_local(async move {
        let saved = JsFuture::from(platform::save(&name, &text, kind, is_work)).await;
        if let Some(name) = saved
            .ok()
            .and_then(|name| name.as_string())
            .filter(|name| !name.is_empty())
        {
            heard.emit(name);
        }
    });
}

/// A file's name for a work.
pub fn file_name(desk: &Desk, ending: &str) -> String {
    let signs = desk.name.chars().map(|sign| match sign {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        sign if sign.is_control() => '-',
        sign => sign,
    });
    let name: String = signs.take(80).collect();
    let name = name.trim().trim_start_matches('.');
    let name = if name.is_empty() { "article" } else { name };
    format!("{name}.{ending}")
}
