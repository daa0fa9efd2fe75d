use std::cmp::Ordering;

use super::{cursor::Cursor, desk::Desk};
use crate::article::{
    Code, Correction, Country, Date, Era, Event, Mistake, Person, limits,
    order::{arranged, sorted},
};

impl<'v> Desk<'v> {
    /// The people, and the code of each one's country.
    pub(super) fn all_people(&mut self, root: &Cursor<'v, '_>) -> (Vec<Person>, Vec<Option<Code>>) {
        let (mut people, mut homes) = (Vec::new(), Vec::new());
        let list = self.list(root, "people");
        let mut entry = 0;
        while let Some(item) = list.item(entry) {
            let read = self.one_person(&item, entry);
            let place = read.is_some().then_some(people.len());
            self.people.places.push(place);
            if let Some((person, home)) = read {
                people.push(person);
                homes.push(home);
            }
            entry += 1;
        }
        (people, homes)
    }

    /// The code of each listed country that gets a card. Their codes take the first
    /// positions; the cards are filled once the events are known.
    pub(super) fn listed(&mut self, root: &Cursor<'v, '_>) -> Vec<Option<Code>> {
        let list = self.list(root, "countries");
        let mut codes = Vec::new();
        while let Some(item) = list.item(codes.len()) {
            let code = self.listed_code(&item);
            self.countries.extend(code);
            codes.push(code);
        }
        codes
    }

    fn listed_code(&mut self, at: &Cursor<'v, '_>) -> Option<Code> {
        self.open(at, "code name also flag note claims figures")?;
        let place = at.get("code");
        if place.is_missing() {
            self.missing(at, "code");
            return None;
        }
        let code = self.code(&place)?;
        if self.countries.contains(&code) {
            self.tell(&place, Mistake::DuplicateCountry);
            return None;
        }
        Some(code)
    }

    /// The events in time order.
    pub(super) fn all_events(&mut self, root: &Cursor<'v, '_>) -> Vec<Event> {
        let (mut events, mut entries) = (Vec::new(), Vec::new());
        let list = self.list(root, "events");
        let mut entry = 0;
        while let Some(item) = list.item(entry) {
            if entry == limits::EVENTS {
                self.tell(&list, Mistake::TooManyEvents);
                break;
            }
            if let Some(event) = self.event(&item, entry) {
                events.push(event);
                entries.push(entry);
            }
            entry += 1;
        }
        let order = sorted(events.len(), &|a, b| {
            let date = |at: usize| events.get(at).map(|event: &Event| &event.when.date);
            order(date(a), date(b))
        });
        let mut places = vec![None; self.events];
        for (position, event) in order.iter().enumerate() {
            let entry = entries.get(*event as usize).copied();
            if let Some(place) = entry.and_then(|entry| places.get_mut(entry)) {
                *place = Some(position);
            }
        }
        self.ids.places = places;
        arranged(events, &order)
    }

    /// The eras in time order.
    pub(super) fn all_eras(&mut self, root: &Cursor<'v, '_>) -> Vec<Era> {
        let mut eras = Vec::new();
        let list = self.list(root, "eras");
        let mut entry = 0;
        while let Some(item) = list.item(entry) {
            eras.extend(self.era(&item, self.events + entry));
            entry += 1;
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
        root: &Cursor<'v, '_>,
        listed: &[Option<Code>],
    ) -> Vec<Country> {
        let mut countries = Vec::new();
        let list = root.get("countries");
        for (entry, code) in listed.iter().enumerate() {
            if let (Some(item), Some(code)) = (list.item(entry), *code) {
                countries.push(self.card(&item, code));
            }
        }
        for code in self.countries.iter().skip(countries.len()) {
            countries.push(Country::bare(*code));
        }
        countries
    }

    /// The log of corrections, newest first.
    pub(super) fn all_corrections(&mut self, root: &Cursor<'v, '_>) -> Vec<Correction> {
        let mut corrections = Vec::new();
        let list = self.list(root, "corrections");
        let mut entry = 0;
        while let Some(item) = list.item(entry) {
            corrections.extend(self.correction(&item, root));
            entry += 1;
        }
        let order = sorted(corrections.len(), &|a, b| {
            let date = |at: usize| {
                corrections
                    .get(at)
                    .map(|correction: &Correction| &correction.date)
            };
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
