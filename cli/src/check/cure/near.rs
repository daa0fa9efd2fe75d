//! Ids that are nearly ones that there are.

use dateline::article::{Value, spelling::nearest};

use super::{Remedy, Sure};

/// The id of an entry of a list that `id` most likely was meant to be.
pub fn id(data: &Value, list: &str, id: &str) -> Option<Remedy> {
    let ids = data.member(list).items().iter();
    let near = nearest(id, ids.filter_map(|item| item.member("id").as_str()))?;
    values(near, Sure::Perhaps)
}

/// The id of the card without a code whose name this is.
pub fn card(data: &Value, name: &str) -> Option<Remedy> {
    let cards = data.member("countries").items().iter();
    let mut cards = cards.filter(|card| card.member("code").is_null());
    let lower = name.to_lowercase();
    let is_called = |card: &&Value| {
        let names = ["name", "short"].map(|key| card.member(key).as_str());
        let also = card.member("also").items().iter().map(Value::as_str);
        let mut names = names.into_iter().chain(also).flatten();
        names.any(|name| name.to_lowercase() == lower)
    };
    let id = cards.find(is_called)?.member("id").as_str()?;
    values(id, Sure::Certainly)
}

/// The id of a person that `id` most likely was meant to be: one that is written nearly so,
/// or that of the only person of this name.
pub fn person(data: &Value, id: &str) -> Option<Remedy> {
    let people = data.member("people").items();
    let of_name = |is: &dyn Fn(&str) -> bool| {
        let mut found = people
            .iter()
            .filter(|person| person.member("name").as_str().is_some_and(is));
        let first = found.next()?.member("id").as_str();
        first.filter(|_| found.next().is_none())
    };
    let lower = id.to_lowercase();
    if let Some(found) = of_name(&|name| name.to_lowercase() == lower) {
        return values(found, Sure::Certainly);
    }
    let ids = people
        .iter()
        .filter_map(|person| person.member("id").as_str());
    let found = nearest(id, ids);
    // “Blinken”, of Antony Blinken.
    let last = || of_name(&|name| name.to_lowercase().split(' ').any(|word| word == lower));
    values(found.or_else(last)?, Sure::Perhaps)
}

/// The word of a few that `word` most likely was meant to be.
pub fn word(word: &str, words: &[&str]) -> Option<Remedy> {
    values(nearest(word, words.iter().copied())?, Sure::Certainly)
}

fn values(text: &str, sure: Sure) -> Option<Remedy> {
    Some(Remedy::Values(vec![Value::String(text.to_owned())], sure))
}
