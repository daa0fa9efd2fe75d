//! ArchieML (archieml.org, specification 1.0). It never complains: what it does not know it
//! passes over in silence. Here every line passed over is named.

use super::{
    build::Builder,
    ledger::{Ledger, Place},
    reason::Reason,
    records,
    tree::{Leaf, LeafKind, Node},
    unreadable::Unreadable,
};

/// A line as ArchieML sees it.
enum Line<'t> {
    Key(&'t str, &'t str),
    Scope(&'t str),
    Array(&'t str),
    Bullet(&'t str),
    Command(&'t str),
    Text,
}

fn line(text: &str) -> Line<'_> {
    let trimmed = text.trim();
    let inside = |open, close| {
        trimmed
            .strip_prefix(open)
            .and_then(|rest: &str| rest.strip_suffix(close))
            .map(str::trim)
    };
    let name = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'+'))
    };
    if let Some(array) = inside('[', ']').filter(|inside| name(inside)) {
        return Line::Array(array);
    }
    if let Some(scope) = inside('{', '}').filter(|inside| name(inside)) {
        return Line::Scope(scope);
    }
    for command in [":endskip", ":end", ":skip", ":ignore"] {
        let rest = trimmed
            .get(..command.len())
            .filter(|head| head.eq_ignore_ascii_case(command));
        if rest.is_some() {
            return Line::Command(command);
        }
    }
    if let Some(rest) = trimmed.strip_prefix('*') {
        return Line::Bullet(rest.trim());
    }
    if let Some((key, value)) = trimmed.split_once(':') {
        let key = key.trim_end();
        if !key.is_empty() && name(key) && !key.contains('+') {
            return Line::Key(key, value.trim());
        }
    }
    Line::Text
}

/// Whether a text is ArchieML: an array, and keys in it.
pub(super) fn is(text: &str) -> bool {
    let (mut arrays, mut keys) = (0, 0);
    for text in text.lines().take(400) {
        match line(text) {
            Line::Array(name) if !name.is_empty() => arrays += 1,
            Line::Key(..) if arrays > 0 => keys += 1,
            _ => {}
        }
    }
    arrays > 0 && keys > 1
}

/// Reads the text into the draft.
pub(super) fn read(builder: &mut Builder<'_>, text: &str) -> Result<&'static str, Unreadable> {
    let mut reader = Reader {
        ledger: &mut builder.ledger,
        root: Vec::new(),
        scope: Vec::new(),
        arrays: Vec::new(),
        waiting: None,
    };
    reader.read(text);
    let root = Node::Object(std::mem::take(&mut reader.root));
    root.report_repeats(&mut builder.ledger);
    records::objects(builder, &root);
    Ok("ArchieML")
}

/// An array that is open.
struct Array {
    path: Vec<String>,
    items: Vec<Node>,
    first: Option<String>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Unknown,
    Objects,
    Texts,
    Freeform,
}

/// A key whose value may go on over the next lines.
struct Waiting {
    key: String,
    value: String,
    line: u32,
    more: Vec<(u32, String)>,
}

struct Reader<'l> {
    ledger: &'l mut Ledger,
    root: Vec<(String, Node)>,
    scope: Vec<String>,
    arrays: Vec<Array>,
    waiting: Option<Waiting>,
}

/// Deepest array in an array.
const DEEPEST: usize = 16;

impl Reader<'_> {
    fn read(&mut self, text: &str) {
        let mut skipping = false;
        let mut lines = (1..).zip(text.lines());
        while let Some((number, text)) = lines.next() {
            let command = match line(text) {
                Line::Command(command) => Some(command),
                _ => None,
            };
            if skipping {
                if command == Some(":endskip") {
                    skipping = false;
                } else {
                    self.ignored(number, text, "The line stands between :skip and :endskip.");
                }
                continue;
            }
            match line(text) {
                Line::Command(":ignore") => {
                    self.settle(false);
                    for (number, text) in lines.by_ref() {
                        self.ignored(number, text, "The line stands after :ignore.");
                    }
                }
                Line::Command(":skip") => {
                    self.settle(false);
                    skipping = true;
                }
                Line::Command(":end") => self.settle(true),
                Line::Command(_) => self.settle(false),
                Line::Scope(name) => {
                    self.settle(false);
                    self.close_arrays(0);
                    self.scope = steps(name.trim_start_matches('.'));
                }
                Line::Array(name) => {
                    self.settle(false);
                    self.array(name);
                }
                Line::Key(key, value) => {
                    self.settle(false);
                    self.waiting = Some(Waiting {
                        key: key.into(),
                        value: value.into(),
                        line: number,
                        more: Vec::new(),
                    });
                }
                Line::Bullet(value) => self.bullet(number, text, value),
                Line::Text => self.text(number, text),
            }
        }
        self.settle(false);
        self.close_arrays(0);
    }

    fn ignored(&mut self, number: u32, text: &str, why: &str) {
        if !text.trim().is_empty() {
            let piece = self.ledger.add(Place::Line(number, "".into()), text);
            self.ledger
                .report([piece], Reason::Ignored { why: why.into() });
        }
    }

    fn leaf(&mut self, number: u32, name: &str, text: &str) -> Node {
        let piece = self.ledger.add(Place::Line(number, name.into()), text);
        Node::Leaf(Leaf {
            piece,
            kind: LeafKind::Text,
        })
    }

    /// The key that waited gets its value: with the lines after it where `:end` ended them.
    fn settle(&mut self, ended: bool) {
        let Some(waiting) = self.waiting.take() else {
            return;
        };
        let Waiting {
            key,
            mut value,
            line,
            more,
        } = waiting;
        if ended {
            for (_, text) in &more {
                value.push('\n');
                value.push_str(text.strip_prefix('\\').unwrap_or(text));
            }
        } else {
            let why = "The line is no key, and ArchieML passes over it; a value of several lines ends with :end.";
            for (number, text) in more {
                self.ignored(number, &text, why);
            }
        }
        let node = self.leaf(line, &key, value.trim());
        self.put(&key, node);
    }

    /// A key with its value, where it belongs.
    fn put(&mut self, key: &str, node: Node) {
        let path = steps(key);
        let Some(array) = self.arrays.last_mut() else {
            let whole: Vec<String> = self.scope.iter().cloned().chain(path).collect();
            insert(&mut self.root, &whole, node);
            return;
        };
        match array.kind {
            Kind::Freeform => {
                array
                    .items
                    .push(Node::Object(vec![(key.to_string(), node)]));
            }
            Kind::Texts => {
                let pieces = node.pieces();
                let why = "A key in a list of texts is passed over.".to_string();
                self.ledger.report(pieces, Reason::Ignored { why });
            }
            Kind::Unknown | Kind::Objects => {
                array.kind = Kind::Objects;
                let first = array.first.get_or_insert_with(|| key.to_string());
                if first == key || array.items.is_empty() {
                    array.items.push(Node::Object(Vec::new()));
                }
                if let Some(Node::Object(members)) = array.items.last_mut() {
                    insert(members, &path, node);
                }
            }
        }
    }

    fn array(&mut self, name: &str) {
        if name.is_empty() {
            let open = self.arrays.len().saturating_sub(1);
            self.close_arrays(open);
            return;
        }
        let freeform = name.contains('+');
        let nested = name.starts_with('.');
        let path = steps(name.trim_start_matches(['.', '+']));
        if !nested || self.arrays.is_empty() || self.arrays.len() >= DEEPEST {
            self.close_arrays(0);
        }
        let kind = if freeform {
            Kind::Freeform
        } else {
            Kind::Unknown
        };
        self.arrays.push(Array {
            path,
            items: Vec::new(),
            first: None,
            kind,
        });
    }

    /// Closes arrays until so many are open.
    fn close_arrays(&mut self, open: usize) {
        while self.arrays.len() > open {
            let Some(array) = self.arrays.pop() else {
                return;
            };
            let node = Node::List(array.items);
            match self.arrays.last_mut() {
                Some(parent) => {
                    if parent.items.is_empty() {
                        parent.items.push(Node::Object(Vec::new()));
                    }
                    if let Some(Node::Object(members)) = parent.items.last_mut() {
                        insert(members, &array.path, node);
                    }
                }
                None => {
                    let whole: Vec<String> = self.scope.iter().cloned().chain(array.path).collect();
                    insert(&mut self.root, &whole, node);
                }
            }
        }
    }

    fn bullet(&mut self, number: u32, text: &str, value: &str) {
        let takes = self
            .arrays
            .last()
            .is_some_and(|array| matches!(array.kind, Kind::Unknown | Kind::Texts));
        if !takes {
            self.text(number, text);
            return;
        }
        self.settle(false);
        let node = self.leaf(number, "", value);
        if let Some(array) = self.arrays.last_mut() {
            array.kind = Kind::Texts;
            array.items.push(node);
        }
    }

    fn text(&mut self, number: u32, text: &str) {
        if self
            .arrays
            .last()
            .is_some_and(|array| array.kind == Kind::Freeform)
        {
            self.settle(false);
            if text.trim().is_empty() {
                return;
            }
            let node = self.leaf(number, "text", text.trim());
            if let Some(array) = self.arrays.last_mut() {
                array.items.push(Node::Object(vec![("text".into(), node)]));
            }
            return;
        }
        match &mut self.waiting {
            Some(waiting) => waiting.more.push((number, text.to_string())),
            None => self.ignored(
                number,
                text,
                "The line is no key, and ArchieML passes over it.",
            ),
        }
    }
}

fn steps(key: &str) -> Vec<String> {
    key.split('.')
        .filter(|step| !step.is_empty())
        .map(str::to_string)
        .collect()
}

/// Puts a node at a path; what has the same name stays, and the last one counts.
fn insert(members: &mut Vec<(String, Node)>, path: &[String], node: Node) {
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
