//! The reader's place, so that a link or a widget that was moved restores it: what is
//! selected, heard, chosen and looked for, in the data's own names, a line each. The page's
//! address holds the same; see [`super::fragment`].
//!
//! ```
//! use dateline::explore::{Action, State, address::{place, restore}};
//! # use dateline::article::{json, read};
//! # let data = json::value(r#"{"schema": 1, "headline": "Storm", "events": [
//! #   {"id": "storm", "title": "Storm", "date": "2024", "countries": ["PT"]}]}"#).unwrap();
//! # let article = std::rc::Rc::new(read(&data).article.unwrap());
//!
//! let state = State::new(article.clone(), str::to_lowercase);
//! assert_eq!(place(&state), "\n\n\n");
//! let link = "storm\n\nPT\nst";
//! assert_eq!(place(&state.reduced(&restore(link, &article)).unwrap()), link);
//! ```

use super::{Action, State};
use crate::article::Article;

/// Where the reader is: the selected event's id, the id of the speaker heard, the codes of
/// the chosen countries with commas between, the words looked for, and where groups are
/// chosen their names with bars between.
#[must_use]
pub fn place(state: &State) -> String {
    let article = &state.article;
    let event = state.selected.and_then(|at| article.events.get(at));
    let speaker = state.speaker.and_then(|at| article.people.get(at));
    let countries = state.chosen_countries().join(",");
    let groups = state.chosen_groups().join("|");
    let mut lines = vec![
        event.map_or("", |event| &event.id),
        speaker.map_or("", |person| &person.id),
        &countries,
        state.asked(),
    ];
    if !groups.is_empty() {
        lines.push(&groups);
    }
    lines.join("\n")
}

/// The action of a reader who follows a link to a `place`: as [`restore`], and reading goes
/// on at the event that it names.
#[must_use]
pub fn follow(place: &str, article: &Article) -> Action {
    Action::Follow(Box::new(restore(place, article)))
}

/// The action that brings a reader to a `place`. What `article` does not know is passed over.
#[must_use]
pub fn restore(place: &str, article: &Article) -> Action {
    let mut lines = place.split('\n');
    let mut line = || lines.next().unwrap_or_default();
    let selected = position(article, line());
    let speaker = line();
    let country = |id: &str| article.countries.iter().position(|one| &*one.id == id);
    let group = |name: &str| article.groups.iter().position(|one| &**one == name);
    Action::Restore {
        selected,
        speaker: article.people.iter().position(|one| &*one.id == speaker),
        countries: line().split(',').filter_map(country).collect(),
        query: line().to_owned(),
        groups: line().split('|').filter_map(group).collect(),
    }
}

/// The position in `article.events` of the event with this id.
#[must_use]
pub fn position(article: &Article, id: &str) -> Option<usize> {
    article.events.iter().position(|event| &*event.id == id)
}

/// The fragment that names one event of the widget `name`: what its link points to,
/// and the id that the plain list gives it, so that the link works without code.
#[must_use]
pub fn event(name: &str, id: &str) -> String {
    format!("{name}.event={id}")
}
