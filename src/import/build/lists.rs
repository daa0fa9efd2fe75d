//! What an entry belongs to: countries, people, groups; and whether it is a key event.

use super::Builder;
use crate::{
    article::{Code, limits},
    import::{draft::Person, entry::Entry, ids::Ids, ledger::Target, reason::Reason},
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
            for word in text
                .split([',', ';', '|', '/', '\n'])
                .map(str::trim)
                .filter(|word| !word.is_empty())
            {
                // “UA RU” is two codes.
                let codes = word
                    .split_whitespace()
                    .all(|part| Code::new(part).is_some());
                let parts: Vec<&str> = if codes {
                    word.split_whitespace().collect()
                } else {
                    vec![word]
                };
                for part in parts {
                    match self.countries.code(part).map(|code| code.to_string()) {
                        Some(code) => {
                            if !countries.contains(&code) {
                                countries.push(code);
                            }
                            self.ledger.became(*piece, target);
                        }
                        None => {
                            let word = part.to_string();
                            self.ledger.report_at(
                                [*piece],
                                Reason::UnknownCountry { word },
                                Some(target),
                            );
                        }
                    }
                }
            }
        }
        countries.truncate(limits::ENTRIES);
        countries
    }

    /// The people of a column that names them; each gets an entry of the article's people.
    pub(super) fn listed_people(&mut self, entry: &Entry, target: Target) -> Vec<String> {
        let mut people: Vec<String> = Vec::new();
        for piece in &entry.people {
            let text = self.ledger.text(*piece).to_string();
            for name in text
                .split([';', '|', '\n'])
                .map(str::trim)
                .filter(|name| !name.is_empty())
            {
                let id = match self.people.get(name) {
                    Some(id) => id.clone(),
                    None => {
                        let mut taken = Ids::default();
                        self.people.values().for_each(|id| {
                            taken.own(id);
                        });
                        let id = taken.made(name, "person", &self.people.len().to_string());
                        self.people.insert(name.to_string(), id.clone());
                        self.draft.people.push(Person {
                            id: id.clone(),
                            name: name.to_string(),
                        });
                        id
                    }
                };
                if !people.contains(&id) && people.len() < limits::ENTRIES {
                    people.push(id);
                }
                self.ledger.became(*piece, target);
            }
        }
        people
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
            for group in text
                .split(marks)
                .map(str::trim)
                .filter(|group| !group.is_empty())
            {
                let name = self.group_names.get(group).cloned();
                if let Some((_, named)) = &name {
                    self.ledger.became(*named, target);
                    let what = "The group’s name stands for its id.".to_string();
                    self.share(piece, Reason::Format { what });
                }
                let group = name.as_ref().map_or(group, |(name, _)| name);
                if !groups.iter().any(|known| known == group) && groups.len() < limits::ENTRIES {
                    groups.push(group.to_string());
                }
                self.ledger.became(piece, target);
            }
        }
        groups
    }
}
