use super::{
    forms::Target,
    item::{Found, Item},
    path::Path,
    reader::Reader,
};
use crate::article::{Mistake, Text, Value, limits, problem::shorten, turns::pause};

/// An object of the data while its fields are read, each by its name.
///
/// A field that is read is a known one; members with any other name are told of when all
/// is read. Where a field is missing without which the object cannot be shown, reading
/// goes on with something empty in its place, so that all that is wrong is told at once,
/// and the object is left out in the end.
pub(super) struct Fields<'r> {
    item: Item<'r>,
    /// The names of the fields that were read.
    known: Vec<&'static str>,
    /// Where in the list of problems those of the object begin.
    first: usize,
    /// Whether something is missing without which the object cannot be shown.
    pub(super) lost: bool,
}

impl Item<'_> {
    /// Reads the object that this is. `None` when it is none, or when something is
    /// missing without which it cannot be shown.
    pub(super) fn object<T>(&mut self, read: impl FnOnce(&mut Fields<'_>) -> T) -> Option<T> {
        let mut fields = self.fields()?;
        let object = read(&mut fields);
        fields.close(object)
    }

    /// The fields of the object that this is, before any of them is read.
    pub(super) fn fields(&mut self) -> Option<Fields<'_>> {
        if !matches!(self.value, Value::Object(_)) {
            self.tell_type(Mistake::NotObject);
            return None;
        }
        Some(Fields {
            first: self.reader.problems.len(),
            item: Item {
                reader: self.reader,
                value: self.value,
                path: self.path,
            },
            known: Vec::new(),
            lost: false,
        })
    }
}

impl<'r> Fields<'r> {
    /// The object that was read; `None` when something is missing without which it cannot
    /// be shown.
    pub(super) fn close<T>(mut self, object: T) -> Option<T> {
        self.tell_unknown();
        (!self.lost).then_some(object)
    }

    /// What the reading of the whole article has come by so far.
    pub(super) const fn reader(&mut self) -> &mut Reader {
        self.item.reader
    }

    /// The object's position in the list that it stands in, from 0.
    pub(super) const fn position(&self) -> usize {
        match self.item.path {
            Path::Item(_, position) => position,
            _ => 0,
        }
    }

    /// Tells what is wrong with the object as a whole.
    pub(super) fn tell(&mut self, mistake: Mistake) {
        self.item.tell(mistake);
    }

    /// The field of this name, be there something or not.
    pub(super) fn field(&mut self, name: &'static str) -> Item<'_> {
        if !self.known.contains(&name) {
            self.known.push(name);
        }
        self.item.member(name)
    }

    /// The field of this name, unless there is none or `null`.
    pub(super) fn given(&mut self, name: &'static str) -> Option<Item<'_>> {
        let field = self.field(name);
        (!field.value.is_null()).then_some(field)
    }

    /// What `read` makes of the field; nothing when there is none.
    pub(super) fn found<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Item<'_>) -> Found<T>,
    ) -> Found<T> {
        match &mut self.given(name) {
            Some(field) => read(field),
            None => Ok(None),
        }
    }

    /// As [`Fields::found`], of a field without which the object is left out.
    pub(super) fn required<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Item<'_>) -> Found<T>,
    ) -> Option<T> {
        let found = self.found(name, read);
        if matches!(found, Ok(None)) {
            self.field(name).tell_missing(Mistake::MissingField, &[]);
        }
        let found = found.ok().flatten();
        self.lost |= found.is_none();
        found
    }

    /// A text.
    pub(super) fn text(&mut self, name: &'static str) -> Option<Text> {
        self.found(name, |field| field.text()).ok().flatten()
    }

    /// A text without which the object is left out.
    pub(super) fn required_text(&mut self, name: &'static str) -> Text {
        self.required(name, |field| field.text())
            .unwrap_or_default()
    }

    /// An address.
    pub(super) fn address(&mut self, name: &'static str, target: Target) -> Option<Text> {
        let address = self.found(name, |field| field.address(target));
        address.ok().flatten()
    }

    /// An address without which the object is left out.
    pub(super) fn required_address(&mut self, name: &'static str, target: Target) -> Text {
        let address = self.required(name, |field| field.address(target));
        address.unwrap_or_default()
    }

    /// `true` or, as without the field, `false`.
    pub(super) fn flag(&mut self, name: &'static str) -> bool {
        match &mut self.given(name) {
            None => false,
            Some(field) => match field.value {
                Value::Bool(flag) => *flag,
                _ => {
                    field.tell_type(Mistake::NotFlag);
                    false
                }
            },
        }
    }

    /// What one of these words stands for.
    pub(super) fn word<T: Copy>(
        &mut self,
        name: &'static str,
        words: &[(&str, T)],
        unknown: Mistake,
    ) -> Option<T> {
        let text = self.text(name)?;
        let found = words.iter().find(|(word, _)| *word == &*text);
        if found.is_none() {
            self.field(name).tell(unknown);
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// An object; see [`Item::object`].
    pub(super) fn object<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> Option<T> {
        self.given(name)?.object(read)
    }

    /// A list, of whose items those are left out of which `read` makes nothing.
    pub(super) fn list<T>(
        &mut self,
        name: &'static str,
        mut read: impl FnMut(&mut Item<'_>) -> Option<T>,
    ) -> Vec<T> {
        let mut all = Vec::new();
        self.each(name, &mut |item| all.extend(read(item)));
        all
    }

    /// Goes through the items of a list.
    pub(super) fn each(&mut self, name: &'static str, read: &mut dyn FnMut(&mut Item<'_>)) {
        let (mut list, values) = self.items(name, limits::ENTRIES, Mistake::TooManyReferences);
        for (at, value) in values.iter().enumerate() {
            read(&mut list.item(at, value));
        }
    }

    /// As [`Fields::list`], of a list that takes long: a turn may end after each of its items.
    pub(super) async fn long_list<T>(
        &mut self,
        name: &'static str,
        most: usize,
        too_many: Mistake,
        mut read: impl FnMut(&mut Item<'_>) -> Option<T>,
    ) -> Vec<T> {
        let (mut list, values) = self.items(name, most, too_many);
        let mut all = Vec::with_capacity(values.len());
        for (at, value) in values.iter().enumerate() {
            all.extend(read(&mut list.item(at, value)));
            pause().await;
        }
        all
    }

    /// A list and its values, of which there are none in what is no list; `too_many` is told
    /// when there are more than so many.
    fn items<'s>(
        &'s mut self,
        name: &'static str,
        most: usize,
        too_many: Mistake,
    ) -> (Item<'s>, &'s [Value]) {
        let mut list = self.field(name);
        let mut values = list.value.items();
        if !matches!(list.value, Value::Null | Value::Array(_)) {
            list.tell_type(Mistake::NotList);
        }
        if let Some(within) = values.get(..most) {
            if values.len() > most {
                list.tell(too_many);
            }
            values = within;
        }
        (list, values)
    }

    /// A list of objects.
    pub(super) fn objects<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&mut Fields<'_>) -> T,
    ) -> Vec<T> {
        self.list(name, |item| item.object(&read))
    }

    /// Tells of the members that no field was read of, before the problems of the others: a
    /// misspelt name often explains them.
    fn tell_unknown(&mut self) {
        let Value::Object(members) = self.item.value else {
            return;
        };
        let is_unknown = |name: &&String| !self.known.contains(&name.as_str());
        let unknown = members.iter().map(|(name, _)| name).filter(is_unknown);
        for (at, name) in unknown.enumerate() {
            let path = Path::Member(&self.item.path, name);
            let (found, mistake) = (shorten(name), Mistake::UnknownKey);
            let problems = &mut self.item.reader.problems;
            problems.insert(self.first + at, &path, found, mistake, &self.known);
        }
    }
}
