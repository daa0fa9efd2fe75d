use super::{desk::Desk, fields::member};
use crate::article::pieces::pieces;
use crate::article::{Code, Correction, Mistake, Value};

impl<'v> Desk<'v> {
    /// One entry of the log of corrections; `root` is the article it corrects.
    pub(super) fn correction(&mut self, at: &'v Value, root: &Value, into: &mut Vec<Correction>) {
        let mut fields = self.open(at, "date what was now why");
        let mut correction = Correction {
            date: fields.date(),
            what: fields.required(),
            was: None,
            now: None,
            why: None,
        };
        fields.text(&mut correction.was);
        fields.text(&mut correction.now);
        fields.text(&mut correction.why);
        let lost = fields.lost;
        let what = &*correction.what;
        if !what.is_empty() && !self.names_something(root, what) {
            self.tell(member(at, "what"), Mistake::UnknownCorrection);
        }
        if !lost {
            into.push(correction);
        }
    }

    /// Whether a path begins with a field of the article and, where that is a list,
    /// goes on with the id or the code of one of its entries. What a correction
    /// removed may be gone further down.
    fn names_something(&self, root: &Value, path: &str) -> bool {
        let mut steps = pieces(path.strip_prefix('/').unwrap_or(path), "/");
        let field = steps.piece();
        let value = member(root, field);
        let Some(entry) = steps.next() else {
            return !value.is_null();
        };
        match field {
            "events" => self.ids.find(entry).is_some_and(|at| at < self.events),
            "eras" => self.ids.find(entry).is_some_and(|at| at >= self.events),
            "people" => self.people.find(entry).is_some(),
            "countries" => Code::new(entry).is_some_and(|code| self.countries.contains(&code)),
            _ => !member(value, entry).is_null(),
        }
    }
}
