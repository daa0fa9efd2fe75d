//! What a correction names: farther than reading looks, and what a misspelt name was
//! meant to be.

use crate::article::{Mistake, Problem, Value, spelling::nearest};

/// Adds to the problems of the data what its corrections name that is not there.
pub fn look(data: &Value, problems: &mut Vec<Problem>) {
    for problem in problems.iter_mut() {
        if problem.mistake == Mistake::UnknownCorrection
            && let Some(meant) = meant(data, &problem.found)
        {
            problem.mistake = Mistake::MeantCorrection;
            problem.arguments = vec![meant];
        }
    }
    for (at, correction) in data.member("corrections").items().iter().enumerate() {
        let what = correction.words("what").unwrap_or_default();
        // What was taken away may well be gone.
        let stays = correction.words("now").is_some();
        if let Some((list, count)) = beyond(data, what).filter(|_| stays) {
            let mut problem = {
                let words = vec![list, count.to_string()];
                Problem::of_all(Mistake::LostCorrection, words)
            };
            problem.path = format!("/corrections/{at}/what");
            problem.found = what.chars().filter(|c| !c.is_control()).collect();
            problems.push(problem);
        }
    }
}

/// The path that one which leads nowhere most likely was meant to be.
fn meant(data: &Value, path: &str) -> Option<String> {
    let bare = path.strip_prefix('/').unwrap_or(path);
    let mut steps: Vec<&str> = bare.split('/').collect();
    let (field, entry) = (*steps.first()?, steps.get(1).copied());
    let Value::Object(members) = data else {
        return None;
    };
    let fields = members.iter().map(|(name, _)| name.as_str());
    match entry {
        Some(entry) if !data.member(field).is_null() => {
            let named = nearest(entry, names(data, field));
            // Between two codes one letter is no slip.
            let slip = |name: &&str| name.len() > 2 || name.eq_ignore_ascii_case(entry);
            *steps.get_mut(1)? = named.filter(slip)?;
        }
        _ => *steps.first_mut()? = nearest(field, fields)?,
    }
    let meant = steps.join("/");
    (meant != bare).then_some(meant)
}

/// The ids or codes of the entries of a list.
fn names<'v>(data: &'v Value, list: &str) -> Vec<&'v str> {
    data.member(list).items().iter().filter_map(name).collect()
}

/// The id or the code of an entry.
fn name(entry: &Value) -> Option<&str> {
    entry.words("code").or_else(|| entry.words("id"))
}

/// The list of a country that a path goes beyond the end of, and how many it has.
fn beyond(data: &Value, path: &str) -> Option<(String, usize)> {
    let mut steps = path.strip_prefix('/').unwrap_or(path).split('/');
    let code = steps.next().filter(|field| *field == "countries");
    let code = code.and_then(|_| steps.next())?;
    let list = steps
        .next()
        .filter(|list| matches!(*list, "claims" | "figures"))?;
    let entry: usize = steps.next()?.parse().ok()?;
    let mut countries = data.member("countries").items().iter();
    let country = countries.find(|country| name(country) == Some(code))?;
    let count = country.member(list).items().len();
    (entry >= count).then(|| (format!("countries/{code}/{list}"), count))
}
