use dateline::import::dates::{self, Context};
use serde_json::Number;

use super::{Kind, Names};
use crate::work::Node;

/// What a field's text was read as.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Read {
    /// What is written into the article.
    pub node: Node,
    /// Other readings of a date.
    pub others: Vec<String>,
    /// What was chosen and why, or what is not understood: sentences.
    pub notes: Vec<String>,
}

/// What divides several where none of them holds it.
const COMMAS: [char; 3] = [',', '،', '、'];
/// What divides several of which one holds a comma.
const SEMICOLONS: [char; 2] = [';', '؛'];

/// A field's content as text that can be edited. Several are divided by semicolons, as names
/// may hold commas.
#[must_use]
pub fn write(kind: Kind, node: &Node, article: &Node, names: &Names) -> String {
    let each = |one: &dyn Fn(&Node) -> String| {
        let texts: Vec<String> = node.items().iter().map(one).collect();
        match texts.as_slice() {
            // Without another beside it, its comma would divide it.
            [only] if only.contains(COMMAS) => format!("{only};"),
            texts => texts.join("; "),
        }
    };
    match kind {
        Kind::Date | Kind::Day if !node.get("value").is_null() => plain(node.get("value")),
        Kind::Country => card(article, names, node.words()),
        Kind::Countries => each(&|node| card(article, names, node.words())),
        Kind::Person => person(article, node),
        Kind::People => each(&|node| person(article, node)),
        Kind::Words => each(&plain),
        Kind::Flag => if *node == Node::Bool(true) { "★" } else { "" }.to_owned(),
        _ => plain(node),
    }
}

/// What the text of a field says. `language` is the article's.
#[must_use]
pub fn read(kind: Kind, text: &str, article: &Node, names: &Names) -> Read {
    let sure = |node: Node| Read {
        node,
        ..Read::default()
    };
    let some = |text: &str| match text {
        "" => Node::Null,
        text => Node::text(text),
    };
    let each = |one: &dyn Fn(&str) -> Node, is_known: &dyn Fn(&str) -> bool| {
        let nodes: Vec<Node> = several(text, is_known).into_iter().map(one).collect();
        if nodes.is_empty() {
            Node::Null
        } else {
            Node::list(nodes)
        }
    };
    let is_country =
        |name: &str| names.code(name).is_some() || card_id(article, names, name) != name;
    let is_person = |name: &str| {
        let mut people = article.get("people").items().iter();
        person_id(article, name) != name || people.any(|person| person.get("id").words() == name)
    };
    let country = |name: &str| Node::text(&card_id(article, names, name));
    match kind {
        Kind::Date | Kind::Day => date(text, article),
        Kind::Country if text.trim().is_empty() => sure(Node::Null),
        Kind::Country => sure(country(text)),
        Kind::Countries => sure(each(&country, &is_country)),
        Kind::Person => sure(some(&person_id(article, text))),
        Kind::People => sure(each(
            &|name| Node::text(&person_id(article, name)),
            &is_person,
        )),
        Kind::Words => sure(each(&Node::text, &|_| false)),
        Kind::Flag => sure(match text.trim() {
            "" | "0" | "no" | "false" => Node::Null,
            _ => Node::Bool(true),
        }),
        Kind::Number | Kind::Amount => sure(number(text).unwrap_or_else(|| some(text))),
        _ => sure(some(text)),
    }
}

/// The parts of a text that names several: divided by semicolons where there are any, else by
/// commas. What is known by a name that holds a comma stays whole.
fn several<'t>(text: &'t str, is_known: &dyn Fn(&str) -> bool) -> Vec<&'t str> {
    let clean = |parts: &mut dyn Iterator<Item = &'t str>| -> Vec<&'t str> {
        let parts = parts.map(str::trim);
        parts.filter(|part| !part.is_empty()).collect()
    };
    let is_divided = text.contains(SEMICOLONS);
    let mut found = Vec::new();
    for part in clean(&mut text.split(SEMICOLONS)) {
        let by_commas = clean(&mut part.split(COMMAS));
        let is_whole = is_known(part) || is_divided && !by_commas.iter().all(|one| is_known(one));
        if is_whole {
            found.push(part);
        } else {
            found.extend(by_commas);
        }
    }
    found
}

fn plain(node: &Node) -> String {
    match node {
        Node::Text(text) => text.to_string(),
        Node::Number(number) => number.to_string(),
        Node::Bool(flag) => flag.to_string(),
        _ => String::new(),
    }
}

fn number(text: &str) -> Option<Node> {
    let text = text.trim();
    let whole = text.parse::<i64>().map(Number::from);
    let number = whole.ok().or_else(|| Number::from_f64(text.parse().ok()?));
    number.map(Node::Number)
}

/// What a card is called: a country by its name, who has no code by that of the card.
fn card(article: &Node, names: &Names, id: &str) -> String {
    let cards = article.get("countries").items();
    let found = cards
        .iter()
        .find(|card| card.get("id").words() == id && !id.is_empty());
    let name = found.map_or("", |card| card.get("name").words());
    if name.is_empty() { names.of(id) } else { name }.to_owned()
}

/// The code of a country of this name, else the id of a card of this name, else the name.
fn card_id(article: &Node, names: &Names, name: &str) -> String {
    let name = name.trim();
    let small = name.to_lowercase();
    let cards = article.get("countries").items();
    let found = cards
        .iter()
        .find(|card| card.get("name").words().to_lowercase() == small);
    let id = found.map_or("", |card| card.get("id").words());
    let code = names.code(name).filter(|_| id.is_empty());
    code.unwrap_or(if id.is_empty() { name } else { id })
        .to_owned()
}

/// Whoever has this id, by name; the id where nobody has.
fn person(article: &Node, id: &Node) -> String {
    let people = article.get("people").items();
    let found = people.iter().find(|person| person.get("id") == id);
    let name = found.map_or("", |person| person.get("name").words());
    if name.is_empty() { id.words() } else { name }.to_owned()
}

/// The id of whoever has this name; the name where nobody has.
fn person_id(article: &Node, name: &str) -> String {
    let name = name.trim();
    let small = name.to_lowercase();
    let people = article.get("people").items();
    let found = people
        .iter()
        .find(|person| person.get("name").words().to_lowercase() == small);
    let id = found.map_or("", |person| person.get("id").words());
    if id.is_empty() { name } else { id }.to_owned()
}

/// A date as people write it. What is not understood stays as it was typed, and is a problem
/// of the article.
fn date(text: &str, article: &Node) -> Read {
    if text.trim().is_empty() {
        return Read::default();
    }
    let language = article.get("language").as_text().unwrap_or("en");
    let context = Context {
        language: language.to_owned(),
        ..Context::default()
    };
    match dates::read(text, &context) {
        Ok(found) => Read {
            node: Node::text(&found.value),
            notes: found.notes.iter().map(ToString::to_string).collect(),
            others: found.others,
        },
        Err(trouble) => Read {
            node: Node::text(text),
            others: Vec::new(),
            notes: vec![trouble.to_string(), trouble.cure()],
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article() -> Node {
        let json = r#"{"language":"en","people":[{"id":"mayor","name":"Anna Kowal"}],
            "countries":[{"id":"court","name":"Court of the Seas"}]}"#;
        Node::parse(json).unwrap_or_default()
    }

    fn names() -> Names {
        Names::new(&[vec![
            ("PL".into(), "Poland".into()),
            ("DE".into(), "Germany".into()),
        ]])
    }

    #[test]
    fn what_is_written_is_read_again() {
        let cases = [
            (Kind::Line, "A  title ", r#""A  title ""#),
            (Kind::Date, "September 2022", r#""2022-09""#),
            (Kind::Date, "not a date", r#""not a date""#),
            (
                Kind::Countries,
                "Poland, germany, Atlantis",
                r#"["PL","DE","Atlantis"]"#,
            ),
            (Kind::Country, "poland", r#""PL""#),
            (
                Kind::Countries,
                "Court of the seas, PL",
                r#"["court","PL"]"#,
            ),
            (Kind::Person, "Anna Kowal", r#""mayor""#),
            (Kind::People, "anna kowal, Nobody", r#"["mayor","Nobody"]"#),
            (Kind::Words, "a, b", r#"["a","b"]"#),
            (Kind::Amount, "1400", "1400"),
            (Kind::Amount, "hundreds", r#""hundreds""#),
            (Kind::Line, "", "null"),
            (Kind::Flag, "", "null"),
            (Kind::Flag, "x", "true"),
        ];
        for (kind, text, json) in cases {
            let node = read(kind, text, &article(), &names()).node;
            assert_eq!(
                Node::parse(json).ok(),
                Some(node.clone()),
                "{kind:?} {text}"
            );
            let written = write(kind, &node, &article(), &names());
            let again = read(kind, &written, &article(), &names()).node;
            assert_eq!(again, node, "{kind:?} {written}");
        }
    }

    #[test]
    fn names_that_hold_commas_survive() {
        let json = r#"{"people":[{"id":"kowal","name":"Kowal, Anna"},{"id":"abe","name":"Abe"}]}"#;
        let article = Node::parse(json).unwrap_or_default();
        let names = Names::new(&[vec![
            ("CD".into(), "Congo, the Democratic Republic of the".into()),
            ("PL".into(), "Poland".into()),
        ]]);
        for (kind, json, written) in [
            (Kind::People, r#"["kowal"]"#, "Kowal, Anna;"),
            (Kind::People, r#"["kowal","abe"]"#, "Kowal, Anna; Abe"),
            (Kind::People, r#"["Nobody, N.","abe"]"#, "Nobody, N.; Abe"),
            (Kind::People, r#"["Nobody, N."]"#, "Nobody, N.;"),
            (
                Kind::Countries,
                r#"["PL","CD"]"#,
                "Poland; Congo, the Democratic Republic of the",
            ),
            (Kind::Words, r#"["a, b"]"#, "a, b;"),
            (Kind::Words, r#"["a, b","c"]"#, "a, b; c"),
        ] {
            let node = Node::parse(json).unwrap_or_default();
            assert_eq!(write(kind, &node, &article, &names), written);
            assert_eq!(
                read(kind, written, &article, &names).node,
                node,
                "{written}"
            );
        }
        // As people type it.
        for (kind, typed, json) in [
            (Kind::People, "Kowal, Anna", r#"["kowal"]"#),
            (
                Kind::Countries,
                "Congo, the Democratic Republic of the",
                r#"["CD"]"#,
            ),
            (Kind::Countries, "PL; Poland, CD", r#"["PL","PL","CD"]"#),
            (Kind::Words, "a, b", r#"["a","b"]"#),
        ] {
            let node = Node::parse(json).unwrap_or_default();
            assert_eq!(read(kind, typed, &article, &names).node, node, "{typed}");
        }
    }

    #[test]
    fn two_readings_are_named() {
        let both = read(Kind::Date, "Oct-06", &article(), &names());
        assert_eq!(both.node, Node::text("2006-10"));
        assert!(!both.others.is_empty());
    }
}
