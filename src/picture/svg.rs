//! SVG as a text that grows: tags, attributes and texts, all escaped.

use std::fmt::{self, Display, Write};

/// A length with two digits after the point at most.
#[derive(Clone, Copy)]
pub(super) struct Px(pub f64);

impl Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Adding nothing makes 0 of −0.
        write!(f, "{}", (self.0 * 100.0).round() / 100.0 + 0.0)
    }
}

/// Names with values, for one tag.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a dyn Display)];

/// A document, or the part of one that is written so far.
#[derive(Default)]
pub(super) struct Svg {
    written: String,
    open: Vec<&'static str>,
}

impl Svg {
    /// Opens a tag for what follows.
    pub fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.written.push('>');
        self.written.push('\n');
        self.open.push(name);
    }

    /// Closes the tag that was opened last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.ended(name);
        }
    }

    /// A tag with nothing in it.
    pub fn leaf(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.written.push_str("/>\n");
    }

    /// A tag around a text.
    pub fn text(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.tag(name, attributes);
        self.written.push('>');
        self.escaped(text);
        self.ended(name);
    }

    /// The whole document.
    pub fn finished(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.written
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>) {
        self.written.push('<');
        self.written.push_str(name);
        for (name, value) in attributes {
            // Writing to a string does not fail.
            let _ = write!(self.written, " {name}=\"");
            self.escaped(&value.to_string());
            self.written.push('"');
        }
    }

    fn ended(&mut self, name: &str) {
        let _ = writeln!(self.written, "</{name}>");
    }

    /// Writes a text as XML has it; characters that XML has not at all are left out.
    fn escaped(&mut self, text: &str) {
        for char in text.chars() {
            match char {
                '&' => self.written.push_str("&amp;"),
                '<' => self.written.push_str("&lt;"),
                '>' => self.written.push_str("&gt;"),
                '"' => self.written.push_str("&quot;"),
                '\t' | '\n' | '\r' => self.written.push(' '),
                '\0'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => {}
                _ => self.written.push(char),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_values_are_escaped() {
        let mut svg = Svg::default();
        svg.open("g", &[("a", &"\"<&>")]);
        svg.text("text", &[("x", &Px(1.0 / 3.0))], "</text>\u{1}\n& so on");
        assert_eq!(
            svg.finished(),
            "<g a=\"&quot;&lt;&amp;&gt;\">\n<text x=\"0.33\">&lt;/text&gt; &amp; so on</text>\n</g>\n"
        );
        assert_eq!(Px(-0.001).to_string(), "0");
    }
}
