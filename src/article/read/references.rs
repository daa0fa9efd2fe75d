use super::{fields::Fields, ids::Ids, item::Item, reader::Reader};
use crate::article::{Code, Mistake, Text, limits};

impl Fields<'_> {
    /// Countries by their codes, and whoever else has a card by id, as positions.
    pub(super) fn countries(&mut self, name: &'static str) -> Vec<usize> {
        self.references(name, &|item| {
            let id = item.country().ok()?;
            Some(item.reader.countries.position(&id))
        })
    }

    /// People by their ids, as positions.
    pub(super) fn people(&mut self, name: &'static str) -> Vec<usize> {
        self.references(name, &|item| item.person(Mistake::UnknownPerson))
    }

    /// Events by their ids, as positions.
    pub(super) fn events(&mut self, name: &'static str) -> Vec<usize> {
        self.references(name, &|item| {
            item.bearer(Mistake::UnknownEvent, |reader| &reader.events)
        })
    }

    /// Groups by their names, as positions.
    pub(super) fn groups(&mut self, name: &'static str) -> Vec<usize> {
        self.references(name, &|item| {
            let group = item.text().ok()??;
            let groups = &mut item.reader.groups;
            if groups.names.len() == limits::ENTRIES && !groups.positions.contains(&group) {
                item.tell(Mistake::TooManyGroups);
                return None;
            }
            Some(groups.position(&group))
        })
    }

    /// Who speaks, as a position among the people. Without a speaker who is named but not
    /// there the object is lost, since it must not stand as if nobody had said it.
    pub(super) fn speaker(&mut self, name: &'static str) -> Option<usize> {
        let speaker = self.given(name)?.person(Mistake::UnknownSpeaker);
        self.lost |= speaker.is_none();
        speaker
    }

    /// What a card goes by, which no other may: the field `code`, or without one the field `id`.
    pub(super) fn code_or_id(&mut self, listed: &mut Vec<Text>) -> Option<Text> {
        let is_coded = self.given("code").is_some();
        let has_id = self.given("id").is_some();
        let name = if is_coded { "code" } else { "id" };
        let id = match (is_coded, has_id) {
            (true, _) => self.required(name, |field| field.code().map(Some))?,
            (false, true) => {
                let id = self.required(name, |field| field.id())?;
                if Code::new(&id).is_some() {
                    self.field(name).tell(Mistake::CodeAsId);
                }
                id
            }
            (false, false) => {
                self.field("code").tell_missing(Mistake::MissingInCard, &[]);
                self.lost = true;
                return None;
            }
        };
        if is_coded && has_id {
            self.field("id").tell(Mistake::StrayId);
        }
        if listed.contains(&id) {
            self.field(name).tell(Mistake::DuplicateCountry);
            self.lost = true;
            return None;
        }
        listed.push(id.clone());
        Some(id)
    }

    /// The positions of what a list refers to, without repeats.
    fn references(
        &mut self,
        name: &'static str,
        find: &dyn Fn(&mut Item<'_>) -> Option<usize>,
    ) -> Vec<usize> {
        let mut positions = Vec::new();
        self.each(name, &mut |item| {
            // There are too few for a set to be faster.
            if let Some(position) = find(item)
                && !positions.contains(&position)
            {
                positions.push(position);
            }
        });
        positions
    }
}

impl Item<'_> {
    /// The position of the person whose id this is.
    fn person(&mut self, unknown: Mistake) -> Option<usize> {
        self.bearer(unknown, |reader| &reader.people)
    }

    /// The position of what bears this id. That it was left out has been told already.
    fn bearer(&mut self, unknown: Mistake, ids: impl Fn(&Reader) -> &Ids) -> Option<usize> {
        let id = self.string().ok()?;
        let found = ids(self.reader).find(id);
        if found.is_none() {
            self.tell(unknown);
        }
        found.flatten()
    }
}
