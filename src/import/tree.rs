//! A JSON source as a tree whose leaves are pieces of the ledger.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{
    ledger::{Ledger, PieceId, Place},
    reason::Reason,
    unreadable::Unreadable,
};
use crate::article::limits;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    /// Text, a number, true, false or null.
    Leaf(Leaf),
    List(Vec<Node>),
    /// Members as they stand, those of the same name too.
    Object(Vec<(String, Node)>),
}

/// A value that holds no others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Leaf {
    pub piece: PieceId,
    pub kind: LeafKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LeafKind {
    Null,
    Bool,
    Number,
    Text,
}

impl Node {
    /// The last member of this name, as JavaScript takes it.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        match self {
            Node::Object(members) => {
                let found = members.iter().rev().find(|(name, _)| name == key);
                found.map(|(_, node)| node)
            }
            _ => None,
        }
    }

    /// Whether it has a member of this name.
    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// What is inside a list; nothing for all else.
    pub(super) fn items(&self) -> &[Node] {
        match self {
            Node::List(items) => items,
            _ => &[],
        }
    }

    /// The members of an object; nothing for all else.
    pub(super) fn members(&self) -> &[(String, Node)] {
        match self {
            Node::Object(members) => members,
            _ => &[],
        }
    }

    /// The piece of a leaf.
    pub(super) fn piece(&self) -> Option<PieceId> {
        match self {
            Node::Leaf(leaf) => Some(leaf.piece),
            _ => None,
        }
    }

    /// The piece of a member that is a leaf with something in it.
    pub(super) fn piece_of(&self, key: &str, ledger: &Ledger) -> Option<PieceId> {
        let piece = self.get(key)?.piece()?;
        (!ledger.text(piece).trim().is_empty()).then_some(piece)
    }

    /// All pieces inside, in order.
    pub(super) fn pieces(&self) -> Vec<PieceId> {
        let mut pieces = Vec::new();
        self.push_pieces(&mut pieces);
        pieces
    }

    fn push_pieces(&self, into: &mut Vec<PieceId>) {
        match self {
            Node::Leaf(leaf) => into.push(leaf.piece),
            Node::List(items) => items.iter().for_each(|item| item.push_pieces(into)),
            Node::Object(members) => members.iter().for_each(|(_, node)| node.push_pieces(into)),
        }
    }

    /// Reports what stands under a name that stands again later.
    pub(super) fn report_repeats(&self, ledger: &mut Ledger) {
        match self {
            Node::Leaf(_) => {}
            Node::List(items) => items.iter().for_each(|item| item.report_repeats(ledger)),
            Node::Object(members) => {
                for (at, (name, node)) in members.iter().enumerate() {
                    let again = members.iter().skip(at + 1).any(|(later, _)| later == name);
                    if again {
                        ledger.report(node.pieces(), Reason::Overwritten);
                    } else {
                        node.report_repeats(ledger);
                    }
                }
            }
        }
    }
}

/// Reads JSON into a tree, each leaf a piece of the ledger.
///
/// # Errors
/// When it is no JSON, or nested too deeply.
pub(super) fn tree(text: &str, ledger: &mut Ledger) -> Result<Node, Unreadable> {
    let mut path = String::new();
    let mut deep = false;
    let mut json = serde_json::Deserializer::from_str(text);
    let seed = Seed {
        ledger,
        path: &mut path,
        depth: 0,
        deep: &mut deep,
    };
    let read = seed
        .deserialize(&mut json)
        .and_then(|node| json.end().map(|()| node));
    read.map_err(|error| {
        if deep {
            Unreadable::TooDeep {
                most: limits::NESTING,
            }
        } else {
            let why = error.to_string();
            Unreadable::Broken {
                kind: "JSON".into(),
                why,
            }
        }
    })
}

struct Seed<'s> {
    ledger: &'s mut Ledger,
    path: &'s mut String,
    depth: usize,
    deep: &'s mut bool,
}

impl Seed<'_> {
    fn leaf(self, text: &str, kind: LeafKind) -> Node {
        let place = Place::Path(self.path.as_str().into());
        let piece = self.ledger.add(place, text);
        Node::Leaf(Leaf { piece, kind })
    }

    fn enter<E: Error>(&mut self) -> Result<(), E> {
        if self.depth >= limits::NESTING {
            *self.deep = true;
            return Err(E::custom("too deep"));
        }
        Ok(())
    }

    /// The seed of what is inside under this step.
    fn inside(&mut self, step: &str) -> Seed<'_> {
        self.path.push('/');
        self.path
            .push_str(&step.replace('~', "~0").replace('/', "~1"));
        Seed {
            ledger: self.ledger,
            path: self.path,
            depth: self.depth + 1,
            deep: self.deep,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Node, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(self.leaf("", LeafKind::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(self.leaf(if value { "true" } else { "false" }, LeafKind::Bool))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(self.leaf(&value.to_string(), LeafKind::Number))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(self.leaf(&value.to_string(), LeafKind::Number))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(self.leaf(&value.to_string(), LeafKind::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(self.leaf(value, LeafKind::Text))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut from: A) -> Result<Node, A::Error> {
        self.enter()?;
        let length = self.path.len();
        let mut items = Vec::new();
        while let Some(item) = from.next_element_seed(self.inside(&items.len().to_string()))? {
            items.push(item);
            self.path.truncate(length);
        }
        self.path.truncate(length);
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut from: A) -> Result<Node, A::Error> {
        self.enter()?;
        let length = self.path.len();
        let mut members = Vec::new();
        while let Some(key) = from.next_key::<String>()? {
            let node = from.next_value_seed(self.inside(&key))?;
            members.push((key, node));
            self.path.truncate(length);
        }
        Ok(Node::Object(members))
    }
}
