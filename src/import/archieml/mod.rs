//! ArchieML (archieml.org, specification 1.0). It never complains: what it does not know it
//! passes over in silence. Here every line passed over is named.

mod line;
mod open;

use super::{
    build::Builder,
    ledger::{Ledger, Place},
    reason::Reason,
    records,
    tree::{Leaf, LeafKind, Node},
    unreadable::Unreadable,
};
use line::{Line, line};
use open::{Kind, Open, insert, steps};

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
        scopes: Vec::new(),
        open: Vec::new(),
        waiting: None,
    };
    reader.read(text);
    let root = Node::Object(std::mem::take(&mut reader.root));
    root.report_repeats(&mut builder.ledger);
    records::objects(builder, &root);
    Ok("ArchieML")
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
    /// The objects that are open at the root, one inside the other, by their paths.
    scopes: Vec<Vec<String>>,
    open: Vec<Open>,
    waiting: Option<Waiting>,
}

/// Deepest array or object inside others.
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
                    self.scope(name);
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
        self.close(0);
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
        if self.open.last().is_some_and(|open| {
            open.kind == Kind::Freeform && (key == "text" || open.keys.iter().any(|own| own == key))
        }) {
            self.settle_loose();
        }
        match self.open.last_mut() {
            None => self.put_at_root(path, node),
            Some(array) if array.kind == Kind::Texts => {
                let pieces = node.pieces();
                let why = "A key in a list of texts is passed over.".to_string();
                self.ledger.report(pieces, Reason::Ignored { why });
            }
            Some(open) => {
                open.begin(key);
                open.put(&path, node);
            }
        }
    }

    fn put_at_root(&mut self, path: Vec<String>, node: Node) {
        let scope = self.scopes.last().into_iter().flatten().cloned();
        let whole: Vec<String> = scope.chain(path).collect();
        insert(&mut self.root, &whole, node);
    }

    /// `[name]`, `[+name]`, `[.name]`, or `[]`.
    fn array(&mut self, name: &str) {
        let kind = if name.contains('+') {
            Kind::Freeform
        } else {
            Kind::Unknown
        };
        match name.trim_start_matches(['.', '+']) {
            "" => self.leave(),
            inner if self.is_inside(name) => self.enter(inner, kind),
            outer => {
                self.close(0);
                // What is not inside of something begins at the root again.
                if !name.starts_with('.') {
                    self.scopes.clear();
                }
                self.enter(outer, kind);
            }
        }
    }

    /// `{name}`, `{.name}`, or `{}`.
    fn scope(&mut self, name: &str) {
        match name.trim_start_matches('.') {
            "" => self.leave(),
            inner if self.is_inside(name) => self.enter(inner, Kind::Scope),
            outer => {
                self.close(0);
                if !name.starts_with('.') || self.scopes.len() >= DEEPEST {
                    self.scopes.clear();
                }
                let around = self.scopes.last().into_iter().flatten().cloned();
                let path = around.chain(steps(outer)).collect();
                self.scopes.push(path);
            }
        }
    }

    /// Whether a name is that of something inside of the array that is open.
    fn is_inside(&self, name: &str) -> bool {
        name.starts_with('.') && (1..DEEPEST).contains(&self.open.len())
    }

    fn enter(&mut self, name: &str, kind: Kind) {
        if let Some(around) = self.open.last()
            && around.keys.iter().any(|own| own == name)
        {
            self.settle_loose();
        }
        if let Some(around) = self.open.last_mut() {
            around.begin(name);
        }
        self.open.push(Open {
            path: steps(name),
            items: Vec::new(),
            kind,
            keys: Vec::new(),
            loose: None,
        });
    }

    /// `[]` and `{}` end the innermost of what is open.
    fn leave(&mut self) {
        match self.open.len().checked_sub(1) {
            Some(left) => self.close(left),
            None => {
                self.scopes.pop();
            }
        }
    }

    /// Closes arrays, and objects inside of them, until so many are open.
    fn close(&mut self, left: usize) {
        while self.open.len() > left {
            self.settle_loose();
            let Some(mut open) = self.open.pop() else {
                return;
            };
            let path = std::mem::take(&mut open.path);
            let node = open.node();
            match self.open.last_mut() {
                Some(around) => around.put(&path, node),
                None => self.put_at_root(path, node),
            }
        }
    }

    /// The lines without a key become the text of their entry.
    fn settle_loose(&mut self) {
        let Some((number, text)) = self.open.last_mut().and_then(|open| open.loose.take()) else {
            return;
        };
        let node = self.leaf(number, "text", text.trim());
        if let Some(open) = self.open.last_mut() {
            open.put(&["text".into()], node);
        }
    }

    fn bullet(&mut self, number: u32, text: &str, value: &str) {
        let takes = self
            .open
            .last()
            .is_some_and(|array| matches!(array.kind, Kind::Unknown | Kind::Texts));
        if !takes {
            self.text(number, text);
            return;
        }
        self.settle(false);
        let node = self.leaf(number, "", value);
        if let Some(array) = self.open.last_mut() {
            array.kind = Kind::Texts;
            array.items.push(node);
        }
    }

    fn text(&mut self, number: u32, text: &str) {
        if self
            .open
            .last()
            .is_some_and(|open| open.kind == Kind::Freeform)
        {
            self.settle(false);
            let line = text.trim();
            if let Some(open) = self.open.last_mut() {
                let (_, loose) = open.loose.get_or_insert_with(|| (number, String::new()));
                loose.push_str(line.strip_prefix('\\').unwrap_or(line));
                loose.push('\n');
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
