//! What every view of the desk is given.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use dateline::{
    article::{self, Article},
    intl::Intl,
    view,
};
use web_sys::window;
use yew::{Callback, Html, UseReducerDispatcher, hook, html, use_context};

use super::platform;
use crate::{
    forms::Names,
    words::Words,
    work::{Action, Desk, Node, Place, Step},
};

/// What every view is given: whom to tell what the editor does, and how to say things.
#[derive(Clone)]
pub struct Scene {
    /// Takes actions.
    pub desk: UseReducerDispatcher<Desk>,
    /// What the desk says.
    pub words: Rc<Words>,
    /// Names of countries in the article's language.
    pub names: Names,
    /// The widget's words in the article's language.
    pub strings: Rc<str>,
    /// The pointer that the focus follows next.
    pub goal: Rc<RefCell<Option<Rc<str>>>>,
    /// Whether the work at hand is in this page's memory alone.
    pub is_loose: Rc<Cell<bool>>,
}

impl PartialEq for Scene {
    fn eq(&self, other: &Scene) -> bool {
        self.desk == other.desk
            && Rc::ptr_eq(&self.words, &other.words)
            && self.names == other.names
            && self.strings == other.strings
    }
}

impl Scene {
    /// Takes a step.
    pub fn take(&self, step: Step) {
        self.desk.dispatch(Action::Take(step));
    }

    /// Writes what stands at a pointer anew.
    pub fn set(&self, path: &str, node: Node) {
        self.take(Step::Set(path.into(), node));
    }

    /// Writes at a pointer what is chosen, of which nothing takes it out.
    pub fn setter(&self, path: &str) -> Callback<String> {
        let (scene, path) = (self.clone(), path.to_owned());
        Callback::from(move |chosen: String| {
            let node = match chosen.as_str() {
                "" => Node::Null,
                chosen => Node::text(chosen),
            };
            scene.set(&path, node);
        })
    }

    /// Leads the editor to the field of a pointer.
    pub fn lead(&self, path: &str) {
        self.lead_to(Place::of(path), path);
    }

    /// Leads the editor to a place, and the focus to the field of a pointer.
    pub fn lead_to(&self, place: Place, path: &str) {
        *self.goal.borrow_mut() = Some(path.into());
        self.desk.dispatch(Action::Lead(place));
    }

    /// Whether another work may take the place of the one at hand: the editor is asked where
    /// that would be lost.
    pub fn may_leave(&self) -> bool {
        let may = !self.is_loose.get() || sure(self.say("leave_sure"));
        if may {
            self.is_loose.set(false);
        }
        may
    }

    /// What the desk says under a name.
    pub fn say(&self, name: &'static str) -> &'static str {
        self.words.say(name)
    }

    /// What the desk says under a name, around what the library or the browser says in English.
    pub fn say_why(&self, name: &'static str, why: &str) -> Html {
        let (before, after) = self.say(name).split_once("{0}").unwrap_or_default();
        html! { <>{ before }{ english(why) }{ after }</> }
    }

    /// How readers will see a date of the article, or nothing where it cannot be read.
    pub fn reading(&self, date: &Node, article: &Node) -> Option<String> {
        let language = article.get("language").as_text().unwrap_or("en");
        let json = Node::object([
            ("language", Node::text(language)),
            ("headline", Node::text("H")),
            ("published", article.get("published").clone()),
            (
                "events",
                Node::list(vec![Node::object([
                    ("id", Node::text("e")),
                    ("title", Node::text("T")),
                    ("date", date.clone()),
                ])]),
            ),
        ]);
        let read: Article = article::read(&json.article()).article?;
        let words = view::Words::new(&read, &self.strings, Intl::boxed);
        read.events.first().map(|event| words.when(&event.when))
    }
}

/// What is said in English on a page of any language.
pub fn english(text: &str) -> Html {
    html! { <span lang="en" dir="ltr">{ text.to_owned() }</span> }
}

/// Asks the editor whether something is to be done.
pub fn sure(question: &str) -> bool {
    window().is_some_and(|window| window.confirm_with_message(question).unwrap_or(false))
}

/// What every view is given.
#[hook]
pub fn use_scene() -> Scene {
    // The root provides it; without it there is nothing to show.
    use_context::<Scene>().unwrap_or_else(|| wasm_bindgen::throw_str("no scene"))
}

/// The codes of all countries, divided by blanks.
pub fn codes() -> String {
    let letters = || 'A'..='Z';
    let codes: Vec<String> = letters()
        .flat_map(|first| letters().map(move |second| format!("{first}{second}")))
        .filter(|code| article::Code::new(code).is_some())
        .collect();
    codes.join(" ")
}

/// Names of countries, those in `language` first.
pub fn names(language: &str, words: &Words) -> Names {
    let codes = codes();
    let of = |language: &str| {
        let lines = platform::countries(language, &codes);
        let pairs = lines.lines().filter_map(|line| line.split_once('\t'));
        pairs
            .map(|(code, name)| (code.to_owned(), name.to_owned()))
            .collect()
    };
    Names::new(&[of(language), of(words.language), of("en")])
}
