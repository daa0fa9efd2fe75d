use super::{
    desk::{Desk, To},
    text::made,
};
use crate::article::{Mistake, Text, Value, limits};

/// An object of the data while its members are read, each in its turn.
///
/// What may be missing is written to where it belongs, as that takes the fewest
/// instructions; there are some thirty such members.
pub(super) struct Fields<'d, 'v> {
    pub(super) desk: &'d mut Desk<'v>,
    /// `null` when what was given is no object.
    pub(super) object: &'v Value,
    /// The name of the member that was read last.
    pub(super) key: &'static str,
    /// The names of those still to be read, divided by blanks.
    keys: &'static str,
    /// Whether something is missing without which the object cannot be shown.
    pub(super) lost: bool,
}

/// The member of this name, `null` when there is none.
pub(super) fn member<'v>(value: &'v Value, key: &str) -> &'v Value {
    if let Value::Object(members) = value {
        for (name, value) in members {
            if name == key {
                return value;
            }
        }
    }
    &Value::Null
}

/// The first of names that are divided by blanks, and the rest. Every member of every
/// object comes by here, often.
fn cut(names: &'static str) -> (&'static str, &'static str) {
    let end = names.bytes().position(|byte| byte == b' ');
    let end = end.unwrap_or(names.len());
    let (first, rest) = (names.get(..end), names.get(end + 1..));
    (first.unwrap_or_default(), rest.unwrap_or_default())
}

impl<'v> Desk<'v> {
    /// Begins to read an object whose members have the names in `keys`. What is no
    /// object is lost. That is told, and every member of another name.
    pub(super) fn open<'d>(
        &'d mut self,
        mut object: &'v Value,
        keys: &'static str,
    ) -> Fields<'d, 'v> {
        let mut lost = false;
        if let Value::Object(members) = object {
            for (key, _) in members {
                let (mut known, mut rest) = cut(keys);
                while known != key {
                    if rest.is_empty() {
                        self.notes.tell(object, key, Mistake::UnknownKey, keys);
                        break;
                    }
                    (known, rest) = cut(rest);
                }
            }
        } else {
            self.mistyped(object, Mistake::NotObject);
            lost = true;
            object = &Value::Null;
        }
        Fields {
            desk: self,
            object,
            key: "",
            keys,
            lost,
        }
    }
}

impl<'d, 'v> Fields<'d, 'v> {
    /// An object whose members have been looked through already.
    pub(super) const fn known(
        desk: &'d mut Desk<'v>,
        object: &'v Value,
        keys: &'static str,
    ) -> Self {
        Fields {
            desk,
            object,
            key: "",
            keys,
            lost: false,
        }
    }
}

impl<'v> Fields<'_, 'v> {
    /// The next member, `null` when there is none.
    pub(super) fn next(&mut self) -> &'v Value {
        (self.key, self.keys) = cut(self.keys);
        member(self.object, self.key)
    }

    /// Tells what is wrong with the member that was read last.
    pub(super) fn tell(&mut self, mistake: Mistake) {
        self.desk.notes.tell(self.object, self.key, mistake, "");
    }

    /// The next member, a text.
    pub(super) fn text(&mut self, into: &mut Option<Text>) {
        let at = self.next();
        if !at.is_null() {
            *into = self.desk.text(at);
        }
    }

    /// As [`Fields::text`], for what cannot be written to later.
    pub(super) fn text_if_any(&mut self) -> Option<Text> {
        let mut text = None;
        self.text(&mut text);
        text
    }

    /// The next member, a text without which the object is lost; nothing then.
    pub(super) fn required(&mut self) -> Text {
        let told = self.desk.notes.errors;
        let mut text = None;
        self.text(&mut text);
        self.demanded(text, told)
    }

    /// The text that was made of the last member; without it the object is lost. That it
    /// is missing is told, unless more than the errors `told` before were told of it.
    pub(super) fn demanded(&mut self, text: Option<Text>, told: usize) -> Text {
        text.unwrap_or_else(|| {
            if self.desk.notes.errors == told && !self.object.is_null() {
                self.tell(Mistake::MissingField);
            }
            self.lost = true;
            made("")
        })
    }

    /// The next member, an object with these members; lost when it is missing.
    pub(super) fn part(&mut self, keys: &'static str) -> Fields<'_, 'v> {
        match self.next() {
            Value::Null => {
                let mut fields = Fields::known(self.desk, &Value::Null, keys);
                fields.lost = true;
                fields
            }
            at => self.desk.open(at, keys),
        }
    }

    /// The next member, a list; empty when it is none, which is told.
    pub(super) fn list(&mut self) -> &'v [Value] {
        match self.next() {
            Value::Array(items) => return items,
            Value::Null => {}
            other => self.desk.mistyped(other, Mistake::NotList),
        }
        &[]
    }

    /// The next member, the positions of what it refers to, without repeats.
    pub(super) fn references(&mut self, to: To, into: &mut Vec<usize>) {
        for (count, item) in self.list().iter().enumerate() {
            if count == limits::REFERENCES {
                self.tell(Mistake::TooManyReferences);
                break;
            }
            if let Some(position) = self.desk.reference(item, to)
                && !into.contains(&position)
            {
                into.push(position);
            }
        }
    }
}
