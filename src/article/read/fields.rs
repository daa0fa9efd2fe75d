use super::{
    desk::{Desk, To},
    text::made,
};
use crate::article::{Mistake, Text, Value, limits};

/// An object of the data while its members are read, each in its turn.
pub(super) struct Fields<'d, 'v> {
    pub(super) desk: &'d mut Desk<'v>,
    pub(super) object: &'v Value,
    /// The name of the member that was read last.
    pub(super) key: &'static str,
    /// The names of those still to be read, divided by blanks.
    keys: &'static str,
    /// Whether something is missing without which the object cannot be shown.
    pub(super) lost: bool,
}

/// The member of this name, `null` when there is none.
#[inline(never)]
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

impl<'v> Desk<'v> {
    /// Begins to read an object whose members have the names in `keys`; `None` when it
    /// is no object. That is told, and every member of another name.
    #[inline(never)]
    pub(super) fn open<'d>(
        &'d mut self,
        object: &'v Value,
        keys: &'static str,
    ) -> Option<Fields<'d, 'v>> {
        let Value::Object(members) = object else {
            self.mistyped(object, Mistake::NotObject);
            return None;
        };
        for (key, _) in members {
            if !keys.split(' ').any(|known| known == key) {
                self.notes.tell(object, key, Mistake::UnknownKey, keys);
            }
        }
        Some(Fields::new(self, object, keys))
    }
}

impl<'d, 'v> Fields<'d, 'v> {
    /// An object whose members are known already.
    pub(super) const fn new(desk: &'d mut Desk<'v>, object: &'v Value, keys: &'static str) -> Self {
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
    #[inline(never)]
    pub(super) fn next(&mut self) -> &'v Value {
        (self.key, self.keys) = self.keys.split_once(' ').unwrap_or((self.keys, ""));
        member(self.object, self.key)
    }

    /// Tells what is wrong with the member that was read last.
    #[inline(never)]
    pub(super) fn tell(&mut self, mistake: Mistake) {
        self.desk.notes.tell(self.object, self.key, mistake, "");
    }

    /// Tells what loses the object.
    #[inline(never)]
    pub(super) fn lose(&mut self, mistake: Mistake) {
        self.lost = true;
        self.tell(mistake);
    }

    /// What was made of the object, unless it is lost.
    pub(super) fn whole<T>(&self, read: T) -> Option<T> {
        (!self.lost).then_some(read)
    }

    /// The next member, a text.
    #[inline(never)]
    pub(super) fn text(&mut self) -> Option<Text> {
        match self.next() {
            Value::Null => None,
            text => self.desk.text(text),
        }
    }

    /// The next member, a text without which the object is lost; nothing then.
    #[inline(never)]
    pub(super) fn required(&mut self) -> Text {
        let told = self.desk.notes.errors;
        let text = self.text();
        self.demanded(text, told)
    }

    /// The text that was made of the last member; without it the object is lost. That it
    /// is missing is told, unless more than the errors `told` before were told of it.
    #[inline(never)]
    pub(super) fn demanded(&mut self, text: Option<Text>, told: usize) -> Text {
        text.unwrap_or_else(|| {
            self.lost = true;
            if self.desk.notes.errors == told {
                self.tell(Mistake::MissingField);
            }
            made("")
        })
    }

    /// The next member, an object with these members; nothing when it is missing.
    #[inline(never)]
    pub(super) fn part(&mut self, keys: &'static str) -> Option<Fields<'_, 'v>> {
        match self.next() {
            Value::Null => None,
            object => self.desk.open(object, keys),
        }
    }

    /// The next member, a list; empty when it is none, which is told.
    #[inline(never)]
    pub(super) fn list(&mut self) -> &'v [Value] {
        match self.next() {
            Value::Array(items) => return items,
            Value::Null => {}
            other => self.desk.mistyped(other, Mistake::NotList),
        }
        &[]
    }

    /// The next member, the positions of what it refers to, without repeats.
    #[inline(never)]
    pub(super) fn references(&mut self, to: To) -> Vec<usize> {
        let mut positions = Vec::new();
        for (count, item) in self.list().iter().enumerate() {
            if count == limits::REFERENCES {
                self.tell(Mistake::TooManyReferences);
                break;
            }
            if let Some(position) = self.desk.reference(item, to)
                && !positions.contains(&position)
            {
                positions.push(position);
            }
        }
        positions
    }
}
