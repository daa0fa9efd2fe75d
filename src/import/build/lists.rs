//! What an entry belongs to: countries, people, groups; and whether it is a key event.

use super::Builder;
use crate::{
    article::{Code, limits},
    import::{
        draft::Person,
        entry::Entry,
        ledger::{PieceId, Target},
        reason::Reason,
    },
};

impl Builder<'_> {
    pub(super) fn key(&mut self, entry: &Entry, target: Target) -> bool {
        let Some(piece) = entry.key else { return false };
        let word = self.ledger.text(piece).trim().to_lowercase();
        let key = matches!(word.as_str(), "true" | "yes" | "1" | "x" | "key" | "✓");
        if key || matches!(word.as_str(), "false" | "no" | "0" | "") {
            self.ledger.became(piece, target);
        } else {
            self.ledger.report(
                [piece],
                Reason::UnknownWord {
                    known: "true or false".into(),
                },
            );
        }
        key
    }

    /// The countries of a column that holds them.
    pub(super) fn listed_countries(&mut self, entry: &Entry, target: Target) -> Vec<String> {
        let mut countries: Vec<String> = Vec::new();
        for piece in &entry.countries {
            let text = self.ledger.text(*piece).to_string();
            for word in parts(&text, &[',', ';', '|', '/', '\n']) {
                for name in names(word) {
                    if let Some(code) = self.countries.code(name) {
                        self.add(&mut countries, code.as_str(), *piece);
                        self.ledger.became(*piece, target);
                        continue;
                    }
                    let word = name.to_string();
                    let reason = Reason::UnknownCountry { word };
                    self.ledger.report_at([*piece], reason, Some(target));
                }
            }
        }
        countries
    }

    /// The people of a column that names them; each gets an entry of the article's people.
    pub(super) fn listed_people(&mut self, entry: &Entry, target: Target) -> Vec<String> {
        let mut people: Vec<String> = Vec::new();
        for piece in &entry.people {
            let text = self.ledger.text(*piece).to_string();
            for name in parts(&text, &[';', '|', '\n']) {
                let Some(id) = self.person(name) else {
                    let what = format!("more than {} people", limits::ENTRIES);
                    self.leave_out([*piece], &Reason::NoPlace { what });
                    continue;
                };
                self.add(&mut people, &id, *piece);
                self.ledger.became(*piece, target);
            }
        }
        people
    }

    /// Adds a name to a list that has each once, as long as it may grow.
    fn add(&mut self, list: &mut Vec<String>, name: &str, piece: PieceId) {
        if list.iter().any(|known| known == name) {
            return;
        }
        if list.len() < limits::ENTRIES {
            list.push(name.to_string());
        } else {
            self.too_many(piece);
        }
    }

    /// Tells once that a list of an event is full.
    pub(super) fn too_many(&mut self, piece: PieceId) {
        let most = limits::ENTRIES;
        let what = format!("more than {most} names or links of one event");
        self.share(piece, Reason::NoPlace { what });
    }

    /// The id of a person of this name, as long as an article has room for one more.
    fn person(&mut self, name: &str) -> Option<String> {
        if let Some(id) = self.people.get(name) {
            return Some(id.clone());
        }
        if self.draft.people.len() >= limits::ENTRIES {
            return None;
        }
        let number = self.people.len().to_string();
        let id = self.people_ids.made(name, "person", &number);
        self.people.insert(name.to_string(), id.clone());
        self.draft.people.push(Person {
            id: id.clone(),
            name: name.to_string(),
        });
        Some(id)
    }

    pub(super) fn listed_groups(&mut self, entry: &Entry, target: Target) -> Vec<String> {
        let mut groups: Vec<String> = Vec::new();
        let one_a_line = entry.groups.iter().map(|piece| (*piece, &['\n'][..]));
        let many = entry
            .tags
            .iter()
            .map(|piece| (*piece, &['\n', ',', ';', '|'][..]));
        for (piece, marks) in one_a_line.chain(many).collect::<Vec<_>>() {
            let text = self.clean(piece, entry);
            for group in parts(&text, marks) {
                let name = self.group_names.get(group).cloned();
                if let Some((_, named)) = &name {
                    self.ledger.became(*named, target);
                    let what = "The group’s name stands for its id.".to_string();
                    self.share(piece, Reason::Format { what });
                }
                let group = name.as_ref().map_or(group, |(name, _)| name);
                if !self.groups.contains(group) {
                    if self.groups.len() >= limits::ENTRIES {
                        let what = format!("more than {} groups", limits::ENTRIES);
                        self.leave_out([piece], &Reason::NoPlace { what });
                        continue;
                    }
                    self.groups.insert(group.to_string());
                }
                self.add(&mut groups, group, piece);
                self.ledger.became(piece, target);
            }
        }
        groups
    }
}

/// What stands between any of the marks, without the blanks around it.
fn parts<'t>(text: &'t str, marks: &'t [char]) -> impl Iterator<Item = &'t str> {
    let parts = text.split(marks).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

/// The names in a word of a list of countries: “UA RU” is two codes.
fn names(word: &str) -> Vec<&str> {
    let mut codes = word.split_whitespace();
    if codes.all(|part| Code::new(part).is_some()) {
        return word.split_whitespace().collect();
    }
    vec![word]
}
