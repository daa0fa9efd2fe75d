use crate::import::tree::Node;

/// An array that is open, or an object inside of one.
pub(super) struct Open {
    pub path: Vec<String>,
    pub items: Vec<Node>,
    pub kind: Kind,
    /// The keys that begin another item when they come again: the first one, or of a freeform
    /// array all of its last entry.
    pub keys: Vec<String>,
    /// The lines of a freeform entry that have no key, from which line on.
    pub loose: Option<(u32, String)>,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// An array of which nothing is known yet.
    Unknown,
    Objects,
    Texts,
    /// An array whose lines without a key are kept, too: `[+events]`. ArchieML makes an item
    /// of each line; here they are one entry until a key comes again.
    Freeform,
    /// No array, but an object inside of one: `{.image}`.
    Scope,
}

impl Open {
    /// Begins another item where this key says so.
    pub fn begin(&mut self, key: &str) {
        match self.kind {
            Kind::Unknown | Kind::Objects => {
                self.kind = Kind::Objects;
                if self.keys.is_empty() {
                    self.keys.push(key.to_string());
                }
            }
            Kind::Freeform => {}
            Kind::Texts | Kind::Scope => return,
        }
        if self.items.is_empty() || self.keys.iter().any(|own| own == key) {
            self.items.push(Node::Object(Vec::new()));
            if self.kind == Kind::Freeform {
                self.keys.clear();
            }
        }
        if self.kind == Kind::Freeform {
            self.keys.push(key.to_string());
        }
    }

    /// Puts a node into the last item.
    pub fn put(&mut self, path: &[String], node: Node) {
        if !matches!(self.items.last(), Some(Node::Object(_))) {
            self.items.push(Node::Object(Vec::new()));
        }
        let Some(Node::Object(members)) = self.items.last_mut() else {
            return;
        };
        let own = match path {
            [name] if self.kind == Kind::Freeform => {
                members.iter_mut().find(|(own, _)| own == name)
            }
            _ => None,
        };
        match own {
            // The key `text` beside lines without one: the text is both.
            Some((_, Node::List(texts))) => texts.push(node),
            Some((_, own)) => *own = Node::List(vec![own.clone(), node]),
            None => insert(members, path, node),
        }
    }

    /// The array or object that it became.
    pub fn node(mut self) -> Node {
        match self.kind {
            Kind::Scope => self.items.pop().unwrap_or(Node::Object(Vec::new())),
            _ => Node::List(self.items),
        }
    }
}

/// Most steps of a key; those beyond are part of the last.
const STEPS: usize = 16;

/// The steps of a key: `a.b`.
pub(super) fn steps(key: &str) -> Vec<String> {
    key.splitn(STEPS, '.')
        .filter(|step| !step.is_empty())
        .map(str::to_string)
        .collect()
}

/// Puts a node at a path; what has the same name stays, and the last one counts.
pub(super) fn insert(members: &mut Vec<(String, Node)>, path: &[String], node: Node) {
    let Some((first, rest)) = path.split_first() else {
        return;
    };
    if rest.is_empty() {
        members.push((first.clone(), node));
        return;
    }
    let at = members
        .iter()
        .rposition(|(name, inside)| name == first && matches!(inside, Node::Object(_)));
    let at = at.unwrap_or_else(|| {
        members.push((first.clone(), Node::Object(Vec::new())));
        members.len() - 1
    });
    if let Some((_, Node::Object(inside))) = members.get_mut(at) {
        insert(inside, rest, node);
    }
}
