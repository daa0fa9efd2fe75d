use super::{
    cursor::{Cursor, member},
    desk::Desk,
};
use crate::article::{Code, Correction, Mistake, Value};

impl<'v> Desk<'v> {
    /// One entry of the log of corrections; `root` is the article it corrects.
    pub(super) fn correction(
        &mut self,
        at: &Cursor<'v, '_>,
        root: &Cursor<'v, '_>,
    ) -> Option<Correction> {
        let outer = self.open(at, "date what was now why")?;
        let correction = Correction {
            date: self.required_date(at, "date"),
            what: self.required(at, "what"),
            was: self.optional(at, "was"),
            now: self.optional(at, "now"),
            why: self.optional(at, "why"),
        };
        let what = &*correction.what;
        if !what.is_empty() && !self.names_something(root.value, what) {
            self.tell(&at.get("what"), Mistake::UnknownCorrection);
        }
        self.close(outer, correction)
    }

    /// Whether a path begins with a field of the article and, where that is a list,
    /// goes on with the id or the code of one of its entries. What a correction
    /// removed may be gone further down.
    fn names_something(&self, root: &Value, path: &str) -> bool {
        let mut steps = path.strip_prefix('/').unwrap_or(path).split('/');
        let field = steps.next().unwrap_or_default();
        let value = member(root, field);
        let Some(entry) = steps.next() else {
            return *value != Value::Null;
        };
        match field {
            "events" => self.ids.find(entry).is_some_and(|at| at < self.events),
            "eras" => self.ids.find(entry).is_some_and(|at| at >= self.events),
            "people" => self.people.find(entry).is_some(),
            "countries" => Code::new(entry).is_some_and(|code| self.countries.contains(&code)),
            _ => *member(value, entry) != Value::Null,
        }
    }
}
