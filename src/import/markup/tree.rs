use super::token::{Piece, attribute, pieces};

/// Deepest nesting of elements that is kept; what is deeper counts as inside the last.
const DEEPEST: usize = 256;

/// Elements that have no content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// An element with what is in it, or a text.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::import) enum Node {
    Text(String),
    Element(Element),
}

/// An element.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::import) struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

impl Element {
    pub(in crate::import) fn attribute(&self, name: &str) -> Option<&str> {
        attribute(&self.attributes, name)
    }

    /// The text of it and of all inside.
    pub(in crate::import) fn text(&self) -> String {
        let mut text = String::new();
        self.push_text(&mut text);
        text
    }

    fn push_text(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Node::Text(words) => text.push_str(words),
                Node::Element(element) if element.name == "br" => text.push('\n'),
                Node::Element(element) => element.push_text(text),
            }
        }
    }

    /// Every element inside, before what is inside that.
    pub(in crate::import) fn inside<'e>(&'e self, take: &mut dyn FnMut(&'e Element)) {
        for child in &self.children {
            if let Node::Element(element) = child {
                take(element);
                element.inside(take);
            }
        }
    }
}

/// The tree of a page, as far as lists and tables need it: elements end where their end
/// tag is, or where HTML ends them without one (`li`, `p`, `td`, `tr`, `dd`, `dt`).
pub(in crate::import) fn tree(text: &str) -> Element {
    let mut open = vec![Element::default()];
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => {
                if let Some(parent) = open.last_mut() {
                    parent.children.push(Node::Text(text));
                }
            }
            Piece::Open {
                name, attributes, ..
            } => {
                end_implied(&mut open, &name);
                let element = Element {
                    name,
                    attributes,
                    children: Vec::new(),
                };
                if VOID.contains(&element.name.as_str()) || open.len() >= DEEPEST {
                    if let Some(parent) = open.last_mut() {
                        parent.children.push(Node::Element(element));
                    }
                } else {
                    open.push(element);
                }
            }
            Piece::Close { name, .. } => {
                if let Some(at) = open
                    .iter()
                    .skip(1)
                    .rposition(|element| element.name == name)
                {
                    while open.len() > at + 1 {
                        close(&mut open);
                    }
                }
            }
            Piece::Comment(_) => {}
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().unwrap_or_default()
}

/// Ends the innermost element.
fn close(open: &mut Vec<Element>) {
    if open.len() > 1
        && let Some(element) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.children.push(Node::Element(element));
    }
}

/// Ends what may not hold an element of this name.
fn end_implied(open: &mut Vec<Element>, name: &str) {
    let (ends, within): (&[&str], &[&str]) = match name {
        "li" => (&["li", "p"], &["ul", "ol", "menu"]),
        "dt" | "dd" => (&["dt", "dd", "p"], &["dl"]),
        "tr" => (
            &["tr", "td", "th", "p"],
            &["table", "thead", "tbody", "tfoot"],
        ),
        "td" | "th" => (&["td", "th", "p"], &["tr"]),
        "tbody" | "tfoot" => (&["tr", "td", "th", "thead", "tbody"], &["table"]),
        "p" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "div"
        | "section" | "article" | "table" => (
            &["p"],
            &[
                "li",
                "blockquote",
                "div",
                "section",
                "article",
                "td",
                "body",
            ],
        ),
        _ => return,
    };
    // The innermost that is ended, unless something stands around it that keeps it apart.
    let mut last = None;
    for (at, element) in open.iter().enumerate().skip(1).rev() {
        if within.contains(&element.name.as_str()) {
            break;
        }
        if ends.contains(&element.name.as_str()) {
            last = Some(at);
        }
    }
    if let Some(at) = last {
        while open.len() > at {
            close(open);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(element: &Element) -> String {
        let inside: Vec<String> = element
            .children
            .iter()
            .map(|child| match child {
                Node::Text(text) => text.trim().to_string(),
                Node::Element(element) => format!("{}({})", element.name, shape(element)),
            })
            .filter(|text| !text.is_empty())
            .collect();
        inside.join(" ")
    }

    #[test]
    fn elements_end_where_html_ends_them() {
        for (text, right) in [
            ("<ul><li>a<li>b</ul>c", "ul(li(a) li(b)) c"),
            ("<ol><li><p>a<p>b</li></ol>", "ol(li(p(a) p(b)))"),
            (
                "<ul><li>a<ul><li>b</ul><li>c</ul>",
                "ul(li(a ul(li(b))) li(c))",
            ),
            (
                "<table><tr><td>1<td>2<tr><td>3</table>",
                "table(tr(td(1) td(2)) tr(td(3)))",
            ),
            ("<p>a<br>b<div>c</div>", "p(a br() b) div(c)"),
            ("</b>a<b>c", "a b(c)"),
        ] {
            assert_eq!(shape(&tree(text)), right, "{text}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        let deep = "<div>".repeat(100_000);
        assert!(tree(&deep).children.len() == 1);
    }
}
