use std::cmp::Ordering;

use super::{cursor::Cursor, desk::Desk};
use crate::article::{
    Code, Correction, Country, Date, Era, Event, Person, limits,
    order::{arranged, sorted},
};

impl Desk<'_> {
    /// The people, and the code of each one's country.
    pub(super) fn all_people(&mut self, root: &Cursor<'_, '_>) -> (Vec<Person>, Vec<Option<Code>>) {
        let (mut people, mut homes) = (Vec::new(), Vec::new());
        if let Some(list) = self.list(root, "people") {
            for (at, item) in list.items().enumerate() {
                let read = self.one_person(&item, at);
                self.seats.push(read.is_some().then_some(people.len()));
                if let Some((person, home)) = read {
                    people.push(person);
                    homes.push(home);
                }
            }
        }
        (people, homes)
    }

    /// The code of each listed country that gets a card. Their codes take the first
    /// positions; the cards are filled once the events are known.
    pub(super) fn listed(&mut self, root: &Cursor<'_, '_>) -> Vec<Option<Code>> {
        const KNOWN: [&str; 7] = ["code", "name", "also", "flag", "note", "claims", "figures"];
        let Some(list) = self.list(root, "countries") else {
            return Vec::new();
        };
        let mut codes = Vec::new();
        for item in list.items() {
            let code = self.object(&item, &KNOWN).then(|| {
                let Some(at) = item.get("code") else {
                    self.missing(&item, "code", "The country");
                    return None;
                };
                let code = self.code(&at)?;
                if self.countries.contains(&code) {
                    let message = [
                        "The country ",
                        code.as_str(),
                        " is listed twice; the second is left out.",
                    ];
                    let fix = ["Put all that is said of a country into one entry."];
                    self.notes.error(&at, "duplicate-id", &message, &fix);
                    return None;
                }
                self.countries.push(code);
                Some(code)
            });
            codes.push(code.flatten());
        }
        codes
    }

    /// The events in time order, and for each entry of the data its position there.
    pub(super) fn all_events(&mut self, root: &Cursor<'_, '_>) -> (Vec<Event>, Vec<Option<usize>>) {
        let (mut events, mut entries) = (Vec::new(), Vec::new());
        let mut places = vec![None; self.events];
        if let Some(list) = self.list(root, "events") {
            for (at, item) in list.items().enumerate() {
                if at == limits::EVENTS {
                    let message =
                        ["The article has more than 1,000,000 events; the rest is left out."];
                    let fix = ["Split the article."];
                    self.notes.error(&list, "too-many-events", &message, &fix);
                    break;
                }
                if let Some(event) = self.event(&item, at) {
                    events.push(event);
                    entries.push(at);
                }
            }
        }
        let order = sorted(events.len(), &|a, b| {
            order(
                events.get(a).map(|event| &event.when.date),
                events.get(b).map(|event| &event.when.date),
            )
        });
        for (position, event) in order.iter().enumerate() {
            let entry = entries.get(*event as usize).copied();
            if let Some(place) = entry.and_then(|entry| places.get_mut(entry)) {
                *place = Some(position);
            }
        }
        (arranged(events, &order), places)
    }

    /// The eras in time order.
    pub(super) fn all_eras(&mut self, root: &Cursor<'_, '_>) -> Vec<Era> {
        let mut eras = Vec::new();
        if let Some(list) = self.list(root, "eras") {
            for (at, item) in list.items().enumerate() {
                eras.extend(self.era(&item, self.events + at));
            }
        }
        let order = sorted(eras.len(), &|a, b| {
            let date = |at: usize| eras.get(at).map(|era: &Era| &era.when.date);
            order(date(a), date(b))
        });
        arranged(eras, &order)
    }

    /// The listed countries with what is said of them, then those only named.
    pub(super) fn all_countries(
        &mut self,
        root: &Cursor<'_, '_>,
        listed: &[Option<Code>],
        places: &[Option<usize>],
    ) -> Vec<Country> {
        let mut countries = Vec::new();
        if let Some(list) = root.get("countries") {
            for (item, code) in list.items().zip(listed) {
                let Some(code) = *code else { continue };
                let mut card = self.card(&item, code);
                for claim in &mut card.claims {
                    let events = claim.events.iter();
                    claim.events = events
                        .filter_map(|entry| places.get(*entry).copied().flatten())
                        .collect();
                }
                countries.push(card);
            }
        }
        let named = self.countries.iter().skip(countries.len());
        countries.extend(named.map(|code| Country {
            code: *code,
            name: None,
            also: Vec::new(),
            flag: false,
            listed: false,
            note: None,
            claims: Vec::new(),
            figures: Vec::new(),
        }));
        countries
    }

    /// The log of corrections, newest first.
    pub(super) fn all_corrections(&mut self, root: &Cursor<'_, '_>) -> Vec<Correction> {
        let mut corrections = Vec::new();
        if let Some(list) = self.list(root, "corrections") {
            corrections.extend(list.items().filter_map(|at| self.correction(&at, root)));
        }
        let order = sorted(corrections.len(), &|a, b| {
            let date = |at: usize| corrections.get(at).map(|correction| &correction.date);
            order(date(b), date(a))
        });
        arranged(corrections, &order)
    }
}

/// The order of the time axis: by earliest instant, then by latest. An open start
/// comes before all, an open end after all.
fn order(a: Option<&Date>, b: Option<&Date>) -> Ordering {
    let key = |date: Option<&Date>| {
        let earliest = date.and_then(|date| date.earliest);
        let end = date.and_then(|date| date.end);
        (earliest, end.is_none(), end)
    };
    key(a).cmp(&key(b))
}
