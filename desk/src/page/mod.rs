//! What the editor sees, and what the browser does for it. Compiled for wasm only.
//!
//! | file | what it does |
//! | --- | --- |
//! | `app`, `scene`, `effects` | the root: the state, what every view is given, and what is done once it has changed |
//! | `bar`, `welcome`, `tabs`, `notices` | the head of the page, the first visit, the parts of the article, what other tabs do |
//! | `sheet`, `row`, `form`, `lists`, `sentence`, `date`, `person`, `corrected` | the table and the form of the chosen row |
//! | `field`, `select`, `fold`, `dialog`, `focus` | what forms and dialogs are made of, and where the focus goes |
//! | `text`, `preview`, `problems` | the article's text, the widget, what is wrong |
//! | `import`, `publish`, `works` | the dialogs |
//! | `keeper`, `files`, `brought`, `platform` | what is kept, what is opened and saved, dropped and pasted, and the browser's functions |

mod app;
mod bar;
mod brought;
mod corrected;
mod date;
mod dialog;
mod effects;
mod field;
mod files;
mod focus;
mod fold;
mod form;
mod import;
mod keeper;
mod lists;
mod notices;
mod person;
mod platform;
mod preview;
mod problems;
mod publish;
mod row;
mod scene;
mod select;
mod sentence;
mod sheet;
mod tabs;
mod text;
mod welcome;
mod works;

use app::App;

/// Shows the desk in the element with the id `desk`.
pub fn start() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.get_element_by_id("desk")) {
        yew::Renderer::<App>::with_root(root).render();
        platform::offline();
    }
}
