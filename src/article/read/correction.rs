use super::{fields::Fields, reader::Reader};
use crate::article::{Correction, Mistake, Value};

/// One entry of the log of corrections; `root` is the article that it corrects.
pub(super) fn correction(fields: &mut Fields<'_>, root: &Value) -> Correction {
    let correction = Correction {
        date: fields.required_date("date"),
        what: fields.required_text("what"),
        was: fields.text("was"),
        now: fields.text("now"),
        why: fields.text("why"),
    };
    let what = &*correction.what;
    if !what.is_empty() && !is_there(fields.reader(), root, what) {
        fields.field("what").tell(Mistake::UnknownCorrection);
    }
    correction
}

/// Whether a path begins with a field of the article and, where that is a list, goes on
/// with the id or the code of one of its entries. What a correction removed may be gone
/// further down.
fn is_there(reader: &Reader, root: &Value, path: &str) -> bool {
    let mut steps = path.strip_prefix('/').unwrap_or(path).split('/');
    let field = steps.next().unwrap_or_default();
    let value = root.member(field);
    let Some(entry) = steps.next() else {
        return !value.is_null();
    };
    match field {
        "events" => reader.events.contains(entry),
        "eras" => reader.eras.contains(entry),
        "people" => reader.people.contains(entry),
        "countries" => matches!(reader.countries.positions.find(entry), Some(Some(_))),
        _ => !value.member(entry).is_null(),
    }
}
