use std::collections::HashSet;

use super::{Node, Section, Step};

/// What was copied from a sheet: rows of cells, divided by line ends and tabs. A cell in
/// quotation marks may have either inside.
///
/// ```
/// use dateline_desk::work::cells;
/// assert_eq!(cells("a\tb\r\n\"c\nd\"\t\n"), [vec!["a", "b"], vec!["c\nd", ""]]);
/// ```
#[must_use]
pub fn cells(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let Some(row) = rows.last_mut() else { break };
        let is_first = row.last().is_some_and(String::is_empty);
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                push(row, '"');
            }
            '"' if quoted => quoted = false,
            '"' if is_first && text.contains('\t') => quoted = true,
            '\t' if !quoted => row.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            sign => push(row, sign),
        }
    }
    while rows
        .last()
        .is_some_and(|row| row.iter().all(String::is_empty))
    {
        rows.pop();
    }
    rows
}

fn push(row: &mut [String], sign: char) {
    if let Some(cell) = row.last_mut() {
        cell.push(sign);
    }
}

/// An id that nothing in the article has: the word, or the word with a number.
#[must_use]
pub fn free_id(article: &Node, word: &str) -> String {
    let lists = ["events", "eras", "people"];
    let taken: HashSet<&str> = lists
        .iter()
        .flat_map(|list| article.get(list).items())
        .map(|item| item.get("id").words())
        .collect();
    let numbered = (1..).map(|number| format!("{word}-{number}"));
    let free = |id: &String| !taken.contains(id.as_str());
    numbered.into_iter().find(free).unwrap_or_default()
}

/// A new entry of a section, with the id that it needs.
#[must_use]
pub fn blank(article: &Node, section: Section) -> Node {
    let id = |word: &str| Node::object([("id", Node::text(&free_id(article, word)))]);
    match section {
        Section::Events => id("event"),
        Section::Eras => id("era"),
        Section::People => id("person"),
        _ => Node::object([]),
    }
}

/// The step after which whoever is named at a pointer is one of the people, and is meant there.
///
/// ```
/// use dateline_desk::work::{Node, Work, with_person};
/// let article = Node::parse(r#"{"events":[{"id":"e","speaker":"Anna Kowal"}]}"#).unwrap_or_default();
/// let name = article.at("/events/0/speaker").clone();
/// let step = with_person(&article, "/events/0/speaker", &name);
/// let article = step.applied(&Work { article, text: "".into() }).article;
/// assert_eq!(article.at("/people/0/name").words(), "Anna Kowal");
/// assert_eq!(article.at("/events/0/speaker"), article.at("/people/0/id"));
/// ```
#[must_use]
pub fn with_person(article: &Node, path: &str, name: &Node) -> Step {
    let id = Node::text(&free_id(article, "person"));
    let person = Node::object([("id", id.clone()), ("name", name.clone())]);
    let at = article.get("people").items().len();
    Step::All(vec![
        Step::Insert("/people".into(), at, person),
        Step::Set(path.into(), id),
    ])
}
