use std::rc::Rc;

use dateline::article;
use serde_json::{Map, Number, Value};

/// JSON whose parts are shared.
#[derive(Debug, Clone, Default)]
pub enum Node {
    /// `null`; also what stands where nothing is.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it was written.
    Number(Number),
    /// A text.
    Text(Rc<str>),
    /// A list.
    List(Rc<Vec<Node>>),
    /// An object, its members in the order they stand.
    Object(Rc<Vec<(Rc<str>, Node)>>),
}

/// A pointer (RFC 6901) with one more step.
#[must_use]
pub fn child(path: &str, step: &str) -> String {
    let mut longer = path.to_owned();
    article::push_step(&mut longer, step);
    longer
}

/// The steps of a pointer.
pub fn pointer(path: &str) -> impl Iterator<Item = String> + '_ {
    path.split('/')
        .skip(1)
        .map(|step| step.replace("~1", "/").replace("~0", "~"))
}

/// The last step of a pointer, as it is written there.
#[must_use]
pub fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

impl Node {
    /// A text.
    #[must_use]
    pub fn text(text: &str) -> Node {
        Node::Text(text.into())
    }

    /// A list.
    #[must_use]
    pub fn list(items: Vec<Node>) -> Node {
        Node::List(Rc::new(items))
    }

    /// An object of members that are there.
    #[must_use]
    pub fn object<const N: usize>(members: [(&str, Node); N]) -> Node {
        let there = members.into_iter().filter(|(_, node)| !node.is_null());
        Node::Object(Rc::new(
            there.map(|(key, node)| (key.into(), node)).collect(),
        ))
    }

    /// Reads JSON text.
    ///
    /// # Errors
    /// Those of the parser.
    pub fn parse(json: &str) -> Result<Node, serde_json::Error> {
        serde_json::from_str::<Value>(json).map(Node::from)
    }

    /// The JSON text, made to be read by people.
    #[must_use]
    pub fn json(&self) -> String {
        let mut json = serde_json::to_string_pretty(&self.value()).unwrap_or_default();
        json.push('\n');
        json
    }

    /// As `serde_json` has it.
    #[must_use]
    pub fn value(&self) -> Value {
        match self {
            Node::Null => Value::Null,
            Node::Bool(flag) => Value::Bool(*flag),
            Node::Number(number) => Value::Number(number.clone()),
            Node::Text(text) => Value::String(text.to_string()),
            Node::List(items) => Value::Array(items.iter().map(Node::value).collect()),
            Node::Object(members) => {
                let members = members.iter();
                let members: Map<String, Value> = members
                    .map(|(key, node)| (key.to_string(), node.value()))
                    .collect();
                Value::Object(members)
            }
        }
    }

    /// As an article is read from.
    #[must_use]
    pub fn article(&self) -> article::Value {
        match self {
            Node::Null => article::Value::Null,
            Node::Bool(flag) => article::Value::Bool(*flag),
            Node::Number(number) => article::Value::Number(number.as_f64().unwrap_or(f64::NAN)),
            Node::Text(text) => article::Value::String(text.to_string()),
            Node::List(items) => article::Value::Array(items.iter().map(Node::article).collect()),
            Node::Object(members) => {
                let members = members.iter();
                article::Value::Object(
                    members
                        .map(|(key, node)| (key.to_string(), node.article()))
                        .collect(),
                )
            }
        }
    }

    /// Whether nothing stands here.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Node::Null)
    }

    /// The text, where it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text, or nothing.
    #[must_use]
    pub fn words(&self) -> &str {
        self.as_text().unwrap_or_default()
    }

    /// The items, where it is a list.
    #[must_use]
    pub fn items(&self) -> &[Node] {
        match self {
            Node::List(items) => items,
            _ => &[],
        }
    }

    /// A member of an object, or nothing.
    #[must_use]
    pub fn get(&self, key: &str) -> &Node {
        const NOTHING: &Node = &Node::Null;
        match self {
            Node::Object(members) => {
                let found = members.iter().find(|(other, _)| **other == *key);
                found.map_or(NOTHING, |(_, node)| node)
            }
            Node::List(items) => {
                let at = key.parse().ok();
                at.and_then(|at: usize| items.get(at)).unwrap_or(NOTHING)
            }
            _ => NOTHING,
        }
    }

    /// What stands at the end of a pointer, or nothing.
    #[must_use]
    pub fn at(&self, path: &str) -> &Node {
        pointer(path).fold(self, |node, step| node.get(&step))
    }

    /// The same with another node at the end of a pointer; `Null` takes it out. Objects on
    /// the way are made where there are none, and go when nothing is left in them. A date
    /// that is only a text becomes an object where one of its members is set, and is a text
    /// again when its value alone is left.
    #[must_use]
    pub fn with(&self, path: &str, node: Node) -> Node {
        let steps: Vec<String> = pointer(path).collect();
        self.replaced(&steps, node)
    }

    fn replaced(&self, steps: &[String], node: Node) -> Node {
        let Some((step, rest)) = steps.split_first() else {
            return node;
        };
        match self {
            Node::List(items) => {
                let mut items = items.to_vec();
                let at = step.parse().unwrap_or(items.len());
                if let Some(item) = items.get_mut(at) {
                    let is_last = rest.is_empty();
                    let new = item.replaced(rest, node);
                    if new.is_null() && is_last {
                        items.remove(at);
                    } else {
                        *item = new;
                    }
                } else if !node.is_null() {
                    items.push(Node::Null.replaced(rest, node));
                }
                Node::list(items)
            }
            Node::Object(members) => {
                let mut members = members.to_vec();
                let place = members.iter().position(|(key, _)| **key == **step);
                let old = place
                    .and_then(|at| members.get(at))
                    .map(|(_, node)| node.clone());
                let mut new = old.unwrap_or_default().replaced(rest, node);
                if !rest.is_empty() {
                    new = lean(step, new);
                }
                match (place, new.is_null()) {
                    (Some(at), true) => {
                        members.remove(at);
                    }
                    (Some(at), false) => {
                        if let Some(member) = members.get_mut(at) {
                            member.1 = new;
                        }
                    }
                    (None, true) => {}
                    (None, false) => members.push((step.as_str().into(), new)),
                }
                Node::Object(Rc::new(members))
            }
            // Only its value is known of a date so far.
            Node::Text(_) if step != "value" => {
                Node::object([("value", self.clone())]).replaced(steps, node)
            }
            Node::Text(_) => node,
            _ if node.is_null() => self.clone(),
            _ => Node::Object(Rc::default()).replaced(steps, node),
        }
    }

    /// The same with an item more in the list at a pointer, which is made where there is none.
    #[must_use]
    pub fn inserted(&self, list: &str, at: usize, node: Node) -> Node {
        let mut items = self.at(list).items().to_vec();
        items.insert(at.min(items.len()), node);
        self.with(list, Node::list(items))
    }

    /// The same without an item of the list at a pointer.
    #[must_use]
    pub fn removed(&self, list: &str, at: usize) -> Node {
        let mut items = self.at(list).items().to_vec();
        if at >= items.len() {
            return self.clone();
        }
        items.remove(at);
        self.with(list, Node::list(items))
    }

    /// The same with an item of the list at a pointer in another place.
    #[must_use]
    pub fn moved(&self, list: &str, from: usize, to: usize) -> Node {
        let mut items = self.at(list).items().to_vec();
        if from >= items.len() || to >= items.len() {
            return self.clone();
        }
        let item = items.remove(from);
        items.insert(to, item);
        self.with(list, Node::list(items))
    }
}

/// An object that lost a member: nothing when it is empty, and a date's value when that is
/// all it has.
fn lean(key: &str, node: Node) -> Node {
    let Node::Object(members) = &node else {
        return node;
    };
    match members.as_slice() {
        [] => Node::Null,
        [(only, value)] if &**only == "value" && key == "date" => value.clone(),
        _ => node,
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Node) -> bool {
        match (self, other) {
            (Node::Null, Node::Null) => true,
            (Node::Bool(a), Node::Bool(b)) => a == b,
            (Node::Number(a), Node::Number(b)) => a == b,
            // What is shared is the same, and need not be looked through.
            (Node::Text(a), Node::Text(b)) => Rc::ptr_eq(a, b) || a == b,
            (Node::List(a), Node::List(b)) => Rc::ptr_eq(a, b) || a == b,
            (Node::Object(a), Node::Object(b)) => Rc::ptr_eq(a, b) || a == b,
            _ => false,
        }
    }
}

// With it, what is shared is compared by its pointer wherever a node is inside.
impl Eq for Node {}

impl From<Value> for Node {
    fn from(value: Value) -> Node {
        match value {
            Value::Null => Node::Null,
            Value::Bool(flag) => Node::Bool(flag),
            Value::Number(number) => Node::Number(number),
            Value::String(text) => Node::Text(text.into()),
            Value::Array(items) => Node::list(items.into_iter().map(Node::from).collect()),
            Value::Object(members) => {
                let members = members.into_iter();
                Node::Object(Rc::new(
                    members
                        .map(|(key, value)| (key.into(), Node::from(value)))
                        .collect(),
                ))
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn node(json: &str) -> Node {
        Node::parse(json).unwrap()
    }

    #[test]
    fn what_is_set_is_there_and_all_else_is_shared() {
        let before = node(r#"{"a":{"x":1},"events":[{"id":"e"},{"id":"f"}]}"#);
        let after = before.with("/events/1/title", Node::text("T"));
        assert_eq!(after.at("/events/1/title").words(), "T");
        let shared = |node: &Node| match node.at("/events/0") {
            Node::Object(members) => Rc::as_ptr(members),
            _ => std::ptr::null(),
        };
        assert!(!shared(&before).is_null());
        assert_eq!(shared(&before), shared(&after));
    }

    #[test]
    fn dates_grow_and_shrink() {
        let plain = node(r#"{"date":"2023"}"#);
        let full = plain.with("/date/text", Node::text("then"));
        assert_eq!(full, node(r#"{"date":{"value":"2023","text":"then"}}"#));
        assert_eq!(full.with("/date/text", Node::Null), plain);
        assert_eq!(
            plain.with("/date/value", Node::text("2024")),
            node(r#"{"date":"2024"}"#)
        );
    }

    #[test]
    fn empty_objects_go_and_lists_are_made() {
        let bare = node(r#"{"id":"e"}"#);
        let quoted = bare.with("/source/quote", Node::text("Words"));
        assert_eq!(quoted.at("/source/quote").words(), "Words");
        assert_eq!(quoted.with("/source/quote", Node::Null), bare);
        assert_eq!(
            bare.inserted("/events", 9, Node::Null)
                .at("/events")
                .items()
                .len(),
            1
        );
        assert_eq!(bare.removed("/events", 3), bare);
    }

    #[test]
    fn steps_are_escaped() {
        let path = child("", "a/b~c");
        assert_eq!(path, "/a~1b~0c");
        let set = Node::object([]).with(&path, Node::Bool(true));
        assert_eq!(*set.get("a/b~c"), Node::Bool(true));
    }
}
