//! What is done with the entries of a list inside a card, such as its claims. A correction names
//! them by their number, so that it goes where they go.

use super::{Node, Step};

/// What an entry of the article goes by in the path of a correction: its code, else its id.
#[must_use]
pub fn name_of(entry: &Node) -> &str {
    match entry.get("code").words() {
        "" => entry.get("id").words(),
        code => code,
    }
}

/// Where an entry of a list goes.
enum Way {
    /// It stays.
    Stays,
    /// To a place of a list, whose pointer this is.
    To(String, usize),
    /// Out of the article.
    Out,
}

/// The step that takes an entry out of a list. What was corrected of it was of its card.
#[must_use]
pub fn without(article: &Node, list: &str, at: usize) -> Step {
    let mut steps = followed(article, list, |one| match one {
        one if one == at => Way::Out,
        one if one > at => Way::To(list.to_owned(), one - 1),
        _ => Way::Stays,
    });
    steps.push(Step::Remove(list.into(), at));
    Step::All(steps)
}

/// The step after which two entries of a list that are neighbours have changed places.
#[must_use]
pub fn swapped(article: &Node, list: &str, at: usize, other: usize) -> Step {
    let mut steps = followed(article, list, |one| match one {
        one if one == at => Way::To(list.to_owned(), other),
        one if one == other => Way::To(list.to_owned(), at),
        _ => Way::Stays,
    });
    steps.push(Step::Move(list.into(), at, other));
    Step::All(steps)
}

/// The step that takes an entry from one list to the end of another, and the number that it has
/// there.
#[must_use]
pub fn carried(article: &Node, from: &str, at: usize, to: &str) -> (Step, usize) {
    let last = article.at(to).items().len();
    let mut steps = followed(article, from, |one| match one {
        one if one == at => Way::To(to.to_owned(), last),
        one if one > at => Way::To(from.to_owned(), one - 1),
        _ => Way::Stays,
    });
    let entry = article.at(from).items().get(at).cloned();
    steps.push(Step::Remove(from.into(), at));
    steps.push(Step::Insert(to.into(), last, entry.unwrap_or_default()));
    (Step::All(steps), last)
}

/// The steps after which corrections are of what they were of.
fn followed(article: &Node, list: &str, way: impl Fn(usize) -> Way) -> Vec<Step> {
    let Some((card, own)) = named(article, list) else {
        return Vec::new();
    };
    let corrections = article.get("corrections").items().iter().enumerate();
    let moved = corrections.filter_map(|(number, correction)| {
        let what = correction.get("what").words().trim_start_matches('/');
        let rest = what.strip_prefix(&own)?.strip_prefix('/')?;
        let (at, part) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let now = match way(at.parse().ok()?) {
            Way::Stays => return None,
            Way::To(list, at) => format!("{}/{at}{part}", named(article, &list)?.1),
            Way::Out => card.clone(),
        };
        let path = format!("/corrections/{number}/what");
        Some(Step::Set(path.into(), Node::text(&now)))
    });
    moved.collect()
}

/// A card and its list as a correction names them, by the list's pointer: `countries/PL` and
/// `countries/PL/claims` of `/countries/0/claims`.
fn named(article: &Node, list: &str) -> Option<(String, String)> {
    let (entry, key) = list.rsplit_once('/')?;
    let (section, row) = entry.strip_prefix('/')?.split_once('/')?;
    row.parse::<usize>().ok()?;
    let card = format!("{section}/{}", name_of(article.at(entry)));
    let own = format!("{card}/{key}");
    Some((card, own))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::work::Work;

    const ARTICLE: &str = r#"{"countries":[{"code":"PL","claims":[{"text":"a","events":["e"]},{"text":"b"},{"text":"c"}]},{"id":"court"}],
        "corrections":[{"what":"countries/PL/claims/1/text"},{"what":"/countries/PL/claims/2"},{"what":"headline"}]}"#;

    /// The texts of both cards' claims, and what the corrections are of, after a step.
    fn after(step: impl Fn(&Node) -> Step) -> (String, Vec<String>) {
        let article = Node::parse(ARTICLE).unwrap();
        let step = step(&article);
        let text = "".into();
        let article = step.applied(&Work { article, text }).article;
        let claims = |at: usize| {
            let claims = article.at(&format!("/countries/{at}/claims"));
            let texts = claims.items().iter().map(|claim| claim.get("text").words());
            texts.collect::<String>()
        };
        let corrections = article.get("corrections").items().iter();
        let of = corrections.map(|one| one.get("what").words().to_owned());
        (format!("{}|{}", claims(0), claims(1)), of.collect())
    }

    #[test]
    fn corrections_go_where_claims_go() {
        let list = "/countries/0/claims";
        let (claims, of) = after(|article| without(article, list, 1));
        assert_eq!(claims, "ac|");
        assert_eq!(of, ["countries/PL", "countries/PL/claims/1", "headline"]);

        let (claims, of) = after(|article| swapped(article, list, 2, 1));
        assert_eq!(claims, "acb|");
        assert_eq!(
            of,
            [
                "countries/PL/claims/2/text",
                "countries/PL/claims/1",
                "headline"
            ]
        );

        let (claims, of) = after(|article| carried(article, list, 1, "/countries/1/claims").0);
        assert_eq!(claims, "ac|b");
        assert_eq!(
            of,
            [
                "countries/court/claims/0/text",
                "countries/PL/claims/1",
                "headline"
            ]
        );
    }

    #[test]
    fn lists_deeper_inside_touch_no_correction() {
        let (_, of) = after(|article| without(article, "/countries/0/claims/0/events", 0));
        assert_eq!(
            of,
            [
                "countries/PL/claims/1/text",
                "/countries/PL/claims/2",
                "headline"
            ]
        );
    }
}
