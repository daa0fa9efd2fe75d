use super::{
    cursor::{Cursor, member},
    desk::Desk,
};
use crate::article::{Code, Correction, Value, problem::shorten};

impl Desk<'_> {
    /// One entry of the log of corrections; `root` is the article it corrects.
    pub(super) fn correction(
        &mut self,
        at: &Cursor<'_, '_>,
        root: &Cursor<'_, '_>,
    ) -> Option<Correction> {
        if !self.object(at, &["date", "what", "was", "now", "why"]) {
            return None;
        }
        let date = match at.get("date") {
            Some(date) => self.date(&date),
            None => {
                self.missing(at, "date", "The correction");
                None
            }
        };
        let what = self.required(at, "what", "The correction");
        let was = self.optional(at, "was");
        let now = self.optional(at, "now");
        let why = self.optional(at, "why");
        let what = what?;
        if !self.names_something(root.value, &what)
            && let Some(at) = at.get("what")
        {
            let message = [
                "The correction's “",
                &shorten(&what),
                "” is nothing in this article.",
            ];
            let fix = ["Write a path such as “events/ID/date”, “countries/UA” or “headline”."];
            self.notes
                .warning(&at, "unknown-correction", &message, &fix);
        }
        Some(Correction {
            date: date?,
            what,
            was,
            now,
            why,
        })
    }

    /// Whether a path begins with a field of the article and, where that is a list,
    /// goes on with the id or the code of one of its entries. What a correction
    /// removed may be gone further down.
    fn names_something(&self, root: &Value, path: &str) -> bool {
        let mut steps = path.strip_prefix('/').unwrap_or(path).split('/');
        let (field, entry) = (steps.next().unwrap_or_default(), steps.next());
        let Some(entry) = entry else {
            return member(root, field).is_some();
        };
        match field {
            "events" => self.ids.find(entry).is_some_and(|at| at < self.events),
            "eras" => self.ids.find(entry).is_some_and(|at| at >= self.events),
            "people" => self.people.find(entry).is_some(),
            "countries" => Code::new(entry).is_some_and(|code| self.countries.contains(&code)),
            _ => member(root, field).is_some_and(|value| member(value, entry).is_some()),
        }
    }
}
