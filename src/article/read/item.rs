use super::{
    forms::{self, Target},
    path::Path,
    reader::Reader,
};
use crate::article::{Code, Mistake, Text, Value, limits, problem::excerpt};

/// A value of the data while it is read: what stands there, and where.
pub(super) struct Item<'r> {
    pub(super) reader: &'r mut Reader,
    pub(super) value: &'r Value,
    pub(super) path: Path<'r>,
}

/// What stands there is of no use, and its problem has been told.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Told;

/// What reading one value gives: `Ok(None)` when there is nothing to read, such as a
/// blank text.
pub(super) type Found<T> = Result<Option<T>, Told>;

impl<'r> Item<'r> {
    /// The member of this name, `null` when there is none.
    pub(super) fn member<'m>(&'m mut self, name: &'m str) -> Item<'m> {
        Item {
            reader: self.reader,
            value: self.value.member(name),
            path: Path::Member(&self.path, name),
        }
    }

    /// An item of the list that this is.
    pub(super) fn item<'m>(&'m mut self, at: usize, value: &'m Value) -> Item<'m> {
        Item {
            reader: self.reader,
            value,
            path: Path::Item(&self.path, at),
        }
    }

    /// Tells what is wrong with the value.
    pub(super) fn tell(&mut self, mistake: Mistake) -> Told {
        self.tell_with(mistake, &[])
    }

    /// As [`Item::tell`], with the words that the sentences of the mistake need.
    pub(super) fn tell_with(&mut self, mistake: Mistake, words: &[&str]) -> Told {
        let found = excerpt(self.value);
        self.reader.problems.add(&self.path, found, mistake, words);
        Told
    }

    /// Tells that something should stand here; a blank text is as good as nothing.
    pub(super) fn tell_missing(&mut self, mistake: Mistake, words: &[&str]) -> Told {
        let found = String::new();
        self.reader.problems.add(&self.path, found, mistake, words);
        Told
    }

    /// Tells that the value is not of the type that it must be.
    pub(super) fn tell_type(&mut self, mistake: Mistake) -> Told {
        let is = match self.value {
            Value::Null => "null",
            Value::Bool(_) => "flag",
            Value::Number(_) => "number",
            Value::String(_) => "text",
            Value::Array(_) => "list",
            Value::Object(_) => "object",
        };
        self.tell_with(mistake, &[is])
    }

    /// The string that this is.
    pub(super) fn string(&mut self) -> Result<&'r str, Told> {
        match self.value {
            Value::String(text) => Ok(text),
            _ => Err(self.tell_type(Mistake::NotText)),
        }
    }

    /// A text that says something: as written, but without control characters other
    /// than tab and line ends, which no font shows and no HTML may hold.
    pub(super) fn text(&mut self) -> Found<Text> {
        let text = self.string()?;
        if text.len() > limits::TEXT {
            return Err(self.tell(Mistake::TooLong));
        }
        // All of them are ASCII, and nearly every text is without.
        if !text.bytes().any(|byte| forms::is_invisible(byte.into())) {
            return Ok((!forms::is_blank(text)).then(|| text.into()));
        }
        self.tell(Mistake::ControlCharacter);
        let clean: String = text.chars().filter(|c| !forms::is_invisible(*c)).collect();
        Ok((!forms::is_blank(&clean)).then(|| clean.into()))
    }

    /// An address that is safe to follow, without the blanks around it.
    pub(super) fn address(&mut self, target: Target) -> Found<Text> {
        let Some(text) = self.text()? else {
            return Ok(None);
        };
        let address = text.trim_ascii();
        if forms::is_safe(address, target) {
            return Ok(Some(address.into()));
        }
        Err(self.tell(match target {
            Target::Link => Mistake::UnsafeLink,
            Target::Picture => Mistake::UnsafePicture,
        }))
    }

    /// A country's code.
    pub(super) fn code(&mut self) -> Result<Text, Told> {
        let text = self.string()?;
        if Code::new(text).is_some() {
            return Ok(text.into());
        }
        let capitals = text.to_ascii_uppercase();
        Err(if Code::new(&capitals).is_some() {
            self.tell_with(Mistake::SmallCountry, &[&capitals])
        } else {
            self.tell(Mistake::UnknownCountry)
        })
    }

    /// The code of a country, or the id of whoever else has a card. That a card was left out has
    /// been told already.
    pub(super) fn country(&mut self) -> Result<Text, Told> {
        let text = self.value.as_str().unwrap_or_default();
        match self.reader.countries.positions.find(text) {
            Some(Some(_)) => Ok(text.into()),
            Some(None) => Err(Told),
            None => self.code(),
        }
    }
}
