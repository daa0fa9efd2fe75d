use std::cmp::Ordering;

use super::{desk::Desk, fields::member};
use crate::article::{
    Code, Correction, Country, Date, Era, Event, Person, Value,
    order::{arrange, sorted},
};

impl<'v> Desk<'v> {
    /// Gives the people their countries, which may be new ones.
    pub(super) fn settle(&mut self, list: &'v [Value], people: &mut [Person]) {
        for (entry, item) in list.iter().enumerate() {
            let place = self.people.places.get(entry).copied().flatten();
            // What is no code has been told.
            if let Some(person) = place.and_then(|place| people.get_mut(place))
                && let Value::String(code) = member(item, "country")
            {
                person.country = Code::new(code).map(|code| self.country(code));
            }
        }
    }

    /// The events in time order.
    pub(super) fn all_events(&mut self, list: &'v [Value], events: &mut Vec<Event>) {
        let mut entries = Vec::new();
        for (entry, item) in list
            .get(..self.events)
            .unwrap_or_default()
            .iter()
            .enumerate()
        {
            self.event(item, entry, events);
            self.ids.places.push(None);
            if events.len() > entries.len() {
                entries.push(entry);
            }
        }
        let order = sorted(events.len(), &|a, b| {
            let date = |at: usize| events.get(at).map(|event: &Event| &event.when.date);
            order(date(a), date(b))
        });
        for (position, event) in order.iter().enumerate() {
            if let Some(entry) = entries.get(*event as usize)
                && let Some(place) = self.ids.places.get_mut(*entry)
            {
                *place = Some(position);
            }
        }
        arrange(events, &order);
    }

    /// The eras in time order.
    pub(super) fn all_eras(&mut self, list: &'v [Value], eras: &mut Vec<Era>) {
        for (entry, item) in list.iter().enumerate() {
            self.era(item, self.events + entry, eras);
        }
        let order = sorted(eras.len(), &|a, b| {
            let date = |at: usize| eras.get(at).map(|era: &Era| &era.when.date);
            order(date(a), date(b))
        });
        arrange(eras, &order);
    }

    /// The listed countries with what is said of them, then those only named.
    pub(super) fn all_countries(&mut self, list: &'v [Value], countries: &mut Vec<Country>) {
        for code in &self.countries {
            countries.push(Country::bare(*code));
        }
        let mut cards = countries.iter_mut();
        let mut next = cards.next();
        for item in list {
            // Those that got no place have the code of none that follows.
            if let (Some(card), Value::String(code)) = (&mut next, member(item, "code"))
                && Code::new(code) == Some(card.code)
            {
                self.card(item, card);
                next = cards.next();
            }
        }
    }

    /// The log of corrections, newest first.
    pub(super) fn all_corrections(
        &mut self,
        list: &'v [Value],
        root: &'v Value,
        corrections: &mut Vec<Correction>,
    ) {
        for item in list {
            self.correction(item, root, corrections);
        }
        let order = sorted(corrections.len(), &|a, b| {
            let date = |at: usize| corrections.get(at).map(|one: &Correction| &one.date);
            order(date(b), date(a))
        });
        arrange(corrections, &order);
    }
}

/// The order of the list, see [`Date::order`].
fn order(a: Option<&Date>, b: Option<&Date>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a.order(b),
        _ => Ordering::Equal,
    }
}
