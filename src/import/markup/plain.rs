use super::token::{Piece, attribute, pieces};

/// A text with its markup taken out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plain {
    /// The words.
    pub text: String,
    /// Addresses that were linked, with the words that were the link.
    pub links: Vec<(String, String)>,
    /// Pictures inside the text: address and what they show.
    pub images: Vec<(String, String)>,
    /// What was shown in frames and players.
    pub frames: Vec<String>,
    /// Code, comments and the like: the element and its content.
    pub dropped: Vec<(String, String)>,
}

/// The elements of HTML that may stand in a text; all else in angle brackets is no tag.
const ELEMENTS: &str = " a abbr acronym address article aside audio b bdi bdo big blockquote body br \
    button caption center cite code col dd del details dfn div dl dt em embed fieldset figcaption \
    figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label \
    legend li link main map mark meta nav nobr noscript object ol option p param picture pre q s \
    samp script section select small source span strike strong style sub summary sup svg table tbody \
    td textarea tfoot th thead time title tr track tt u ul var video wbr ";

/// Elements that begin a line of their own.
const BLOCKS: &str = " address article aside blockquote body center dd details div dl dt fieldset \
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section \
    summary table tbody tfoot thead tr ul ";

/// Elements whose content is no text.
const CODE: &str = " script style noscript template svg object textarea select head ";

fn is_in(names: &str, name: &str) -> bool {
    names
        .split(' ')
        .any(|known| known == name && !name.is_empty())
}

/// Whether a text holds a tag or a character reference.
#[must_use]
pub fn looks_marked_up(text: &str) -> bool {
    let bytes = text.as_bytes();
    let tag = |at: usize| match bytes.get(at + 1) {
        Some(b'/' | b'!') => true,
        Some(byte) => byte.is_ascii_alphabetic(),
        None => false,
    };
    let reference = |at: usize| {
        let rest = bytes.get(at + 1..).unwrap_or_default();
        let length = rest
            .iter()
            .take(32)
            .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#')
            .count();
        length > 1 && rest.get(length) == Some(&b';')
    };
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'<' => tag(at),
        b'&' => reference(at),
        _ => false,
    })
}

/// The words of a text with HTML in it; paragraphs are divided by a blank line.
///
/// ```
/// use dateline::import::plain;
/// let text = plain("<p>The <b>coup</b> &amp; after: <a href=\"https://a.example\">more</a></p>");
/// assert_eq!(text.text, "The coup & after: more");
/// assert_eq!(text.links, [("https://a.example".to_string(), "more".to_string())]);
/// assert_eq!(plain("5 < 6 and <John> said").text, "5 < 6 and <John> said");
/// ```
#[must_use]
pub fn plain(text: &str) -> Plain {
    let pieces = pieces(text);
    let mut reader = Reader {
        // Line ends are blanks in HTML; in a text with but a link in it they are meant.
        folds: pieces.iter().any(|piece| match piece {
            Piece::Open { name, .. } => is_in(BLOCKS, name) || name == "br",
            _ => false,
        }),
        ..Reader::default()
    };
    for piece in pieces {
        reader.piece(piece);
    }
    reader.close_link();
    let mut plain = reader.plain;
    plain.text = tidied(&plain.text);
    plain
}

#[derive(Default)]
struct Reader {
    plain: Plain,
    folds: bool,
    /// The element whose content is no text, and that content.
    code: Option<(String, String)>,
    /// The address of the link that is open, and where its words begin.
    link: Option<(String, usize)>,
}

impl Reader {
    fn piece(&mut self, piece: Piece) {
        if let Some((element, content)) = &mut self.code {
            match piece {
                Piece::Close { name, .. } if name == *element => {
                    let (element, content) = (element.clone(), content.clone());
                    self.code = None;
                    if !content.trim().is_empty() {
                        self.plain.dropped.push((element, content));
                    }
                }
                Piece::Text(text) => content.push_str(&text),
                Piece::Open { raw, .. } | Piece::Close { raw, .. } => content.push_str(&raw),
                Piece::Comment(text) => content.push_str(&text),
            }
            return;
        }
        match piece {
            Piece::Text(text) => self.text(&text),
            Piece::Comment(text) => self.plain.dropped.push(("!--".into(), text)),
            Piece::Open { name, raw, .. } if !is_in(ELEMENTS, &name) => self.text(&raw),
            Piece::Close { name, raw } if !is_in(ELEMENTS, &name) => self.text(&raw),
            Piece::Open {
                name, attributes, ..
            } => self.open(&name, &attributes),
            Piece::Close { name, .. } => match name.as_str() {
                "a" => self.close_link(),
                "q" => self.plain.text.push('”'),
                name if is_in(BLOCKS, name) => self.line(),
                _ => {}
            },
        }
    }

    fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        let value = |key: &str| {
            attribute(attributes, key)
                .unwrap_or_default()
                .trim()
                .to_string()
        };
        match name {
            "br" => self.plain.text.push('\n'),
            "a" => {
                self.close_link();
                let href = value("href");
                if !href.is_empty() {
                    self.link = Some((href, self.plain.text.len()));
                }
            }
            "img" => {
                let src = value("src");
                if !src.is_empty() {
                    self.plain.images.push((src, value("alt")));
                }
            }
            "iframe" | "embed" | "video" | "audio" | "source" => {
                let src = value("src");
                if !src.is_empty() {
                    self.plain.frames.push(src);
                }
            }
            "q" => self.plain.text.push('“'),
            "td" | "th" => self.plain.text.push(' '),
            name if is_in(CODE, name) => self.code = Some((name.to_string(), String::new())),
            name if is_in(BLOCKS, name) => {
                self.line();
                if name == "p" && !self.plain.text.is_empty() && !self.plain.text.ends_with("\n\n")
                {
                    self.plain.text.push('\n');
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if !self.folds {
            self.plain.text.push_str(text);
            return;
        }
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                if !self.plain.text.ends_with([' ', '\n']) {
                    self.plain.text.push(' ');
                }
            } else {
                self.plain.text.push(c);
            }
        }
    }

    fn line(&mut self) {
        if !self.plain.text.is_empty() && !self.plain.text.ends_with('\n') {
            self.plain.text.push('\n');
        }
    }

    fn close_link(&mut self) {
        if let Some((href, start)) = self.link.take() {
            let words = self.plain.text.get(start..).unwrap_or_default();
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            self.plain.links.push((href, words));
        }
    }
}

/// Without blanks at the ends of lines, and no more than one blank line.
fn tidied(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.lines() {
        let line = line.trim_end();
        if line.trim().is_empty() {
            blank += 1;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if blank > 0 { "\n\n" } else { "\n" });
        }
        blank = 0;
        tidy.push_str(if tidy.is_empty() {
            line.trim_start()
        } else {
            line
        });
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_all_there_and_tags_are_not() {
        for (marked, text) in [
            ("a &amp; b &eacute;&#233;&#x20AC;", "a & b éé€"),
            ("<p>One</p><p>Two</p>", "One\n\nTwo"),
            ("One<br>Two<br/>Three", "One\nTwo\nThree"),
            ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
            ("x<sup>2</sup> <i>y</i>", "x2 y"),
            ("if a <b and c", "if a <b and c"),
            ("<3 and <John Smith> & <5", "<3 and <John Smith> & <5"),
            ("line one\nline <b>two</b>", "line one\nline two"),
            ("<div>line one\nstill one</div>", "line one still one"),
            ("AT&T; R&D", "AT&T; R&D"),
            ("&copy 2020 &nbsp;x", "© 2020 \u{a0}x"),
            ("<q>Yes</q>", "“Yes”"),
            ("<h1>Head</h1>text", "Head\ntext"),
        ] {
            assert_eq!(plain(marked).text, text, "{marked}");
        }
    }

    #[test]
    fn what_is_no_text_is_named() {
        let text = plain(
            "a<script>alert('x < y')</script><style>b{}</style><!-- note --><img src=\"p.jpg\" alt=\"P\">\
             <iframe src='https://v.example/1'></iframe><a href=\"https://l.example\">two <b>words</b></a>",
        );
        assert_eq!(text.text, "atwo words");
        let dropped: Vec<&str> = text
            .dropped
            .iter()
            .map(|(element, _)| element.as_str())
            .collect();
        assert_eq!(dropped, ["script", "style", "!--"]);
        assert_eq!(text.images, [("p.jpg".to_string(), "P".to_string())]);
        assert_eq!(text.frames, ["https://v.example/1"]);
        assert_eq!(
            text.links,
            [("https://l.example".to_string(), "two words".to_string())]
        );
    }

    #[test]
    fn markup_is_told_from_signs() {
        for (text, marked) in [
            ("5 < 6", false),
            ("a & b", false),
            ("AT&T", false),
            ("a&amp;b", true),
            ("<b>", true),
            ("x <3", false),
            ("</p>", true),
            ("&#8217;", true),
            ("R&D; x", false),
            ("", false),
        ] {
            // “&D;” has one letter, which no reference has.
            assert_eq!(looks_marked_up(text), marked, "{text}");
        }
    }
}
