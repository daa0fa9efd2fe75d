use super::{Field, Kind, Names, fields};
use crate::work::{Node, Section, name_of};

/// Something that a correction can be of, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// Its path, as a correction's `what` has it; of a part, what is added to that.
    pub path: String,
    /// The desk's word for what it is, or for the list that it stands in.
    pub word: &'static str,
    /// What it is called in the article, if it has a name there.
    pub name: String,
}

/// Whatever of the article a correction can be of: its headline and summary, and the entries of
/// its lists.
#[must_use]
pub fn corrected(article: &Node, names: &Names) -> Vec<Corrected> {
    let own = ["headline", "summary"].into_iter();
    let own = own.filter(|key| !article.get(key).is_null());
    let own = own.map(|key| Corrected {
        path: key.to_owned(),
        word: key,
        name: String::new(),
    });
    let lists = [
        Section::Events,
        Section::Eras,
        Section::Countries,
        Section::People,
    ];
    let entries = lists.into_iter().flat_map(|section| {
        let items = article.get(section.key()).items().iter();
        items.filter_map(move |item| {
            let id = name_of(item);
            let titles = [item.get("title").words(), item.get("name").words()];
            let title = titles.into_iter().find(|title| !title.is_empty());
            (!id.is_empty()).then(|| Corrected {
                path: format!("{}/{id}", section.key()),
                word: section.word(),
                name: title.unwrap_or_else(|| names.of(id)).to_owned(),
            })
        })
    });
    own.chain(entries).collect()
}

/// The parts of what a correction is of: fields of its form, and the claims and figures of a card.
#[must_use]
pub fn parts(article: &Node, path: &str) -> Vec<Corrected> {
    let Some((key, id)) = path.split_once('/') else {
        return Vec::new();
    };
    let Some(section) = Section::ALL
        .into_iter()
        .find(|section| section.key() == key && !key.is_empty())
    else {
        return Vec::new();
    };
    let items = article.get(key).items();
    let Some(item) = items.iter().find(|item| name_of(item) == id) else {
        return Vec::new();
    };
    let listed = |field: &Field| {
        let word = field.key;
        let entries = item.get(field.key).items().iter().enumerate();
        let entries = entries.map(|(at, entry)| {
            let texts = ["text", "quote", "label"].map(|key| entry.get(key).words());
            let text = texts.into_iter().find(|text| !text.is_empty());
            Corrected {
                path: format!("{}/{at}", field.key),
                word,
                name: text.unwrap_or_default().to_owned(),
            }
        });
        entries.collect()
    };
    let of = |field: &'static Field| -> Vec<Corrected> {
        match field.kind {
            Kind::Each(_) if matches!(field.key, "claims" | "figures") => listed(field),
            Kind::Date | Kind::Line | Kind::Lines | Kind::Countries | Kind::People
                if !matches!(field.key, "id" | "short") =>
            {
                vec![Corrected {
                    path: field.key.to_owned(),
                    word: field.label,
                    name: String::new(),
                }]
            }
            _ => Vec::new(),
        }
    };
    fields(section).iter().flat_map(of).collect()
}

/// A correction's path as what it is of, and the part of that.
///
/// ```
/// use dateline_desk::forms::divided;
/// assert_eq!(divided("countries/PL/claims/0"), ("countries/PL", "claims/0"));
/// assert_eq!(divided("headline"), ("headline", ""));
/// ```
#[must_use]
pub fn divided(path: &str) -> (&str, &str) {
    let path = path.trim_start_matches('/');
    let second = path.match_indices('/').nth(1);
    second.map_or((path, ""), |(at, _)| {
        (
            path.get(..at).unwrap_or_default(),
            path.get(at + 1..).unwrap_or_default(),
        )
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const ARTICLE: &str = r#"{"headline":"H","events":[{"id":"e","title":"The bridge opens"},{"title":"Without an id"}],
        "countries":[{"code":"PL","claims":[{"text":"We waited"}],"figures":[{"label":"boats"}]},{"id":"court","name":"The court"}]}"#;

    #[test]
    fn whatever_has_a_path_can_be_chosen() {
        let article = Node::parse(ARTICLE).unwrap();
        let names = Names::new(&[vec![("PL".into(), "Poland".into())]]);
        let found = corrected(&article, &names);
        let found: Vec<_> = found.iter().map(|one| (&*one.path, &*one.name)).collect();
        assert_eq!(
            found,
            [
                ("headline", ""),
                ("events/e", "The bridge opens"),
                ("countries/PL", "Poland"),
                ("countries/court", "The court"),
            ]
        );
    }

    #[test]
    fn every_path_that_is_offered_is_one_that_reading_knows() {
        let article = Node::parse(ARTICLE).unwrap();
        let names = Names::default();
        for whole in corrected(&article, &names) {
            let own = std::iter::once(whole.path.clone());
            let more = parts(&article, &whole.path).into_iter();
            for path in own.chain(more.map(|part| format!("{}/{}", whole.path, part.path))) {
                let mend = Node::object([
                    ("date", Node::text("2023-01-01")),
                    ("what", Node::text(&path)),
                    ("was", Node::text("x")),
                ]);
                let article = article.with("/corrections", Node::list(vec![mend]));
                let read = dateline::article::read(&article.article());
                let told = read
                    .problems
                    .iter()
                    .find(|told| told.path.starts_with("/corrections"));
                assert!(told.is_none(), "{path}: {told:?}");
            }
        }
        let parts: Vec<_> = parts(&article, "countries/PL")
            .into_iter()
            .map(|part| part.path)
            .collect();
        assert!(
            parts.contains(&"claims/0".into()) && parts.contains(&"note".into()),
            "{parts:?}"
        );
    }
}
