use html5gum::{DefaultEmitter, Token, Tokenizer};

/// A tag of HTML, or what stands between two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text, with its character references read.
    Text(String),
    /// A start tag.
    Open {
        /// Its name, in small letters.
        name: String,
        /// Its attributes: name and value.
        attributes: Vec<(String, String)>,
        /// As it stands in the source.
        raw: String,
    },
    /// An end tag.
    Close {
        /// Its name, in small letters.
        name: String,
        /// As it stands in the source.
        raw: String,
    },
    /// A comment.
    Comment(String),
}

impl Piece {
    /// The value of an attribute of a start tag.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        match self {
            Piece::Open { attributes, .. } => attribute(attributes, name),
            _ => None,
        }
    }

    /// Whether it is a start tag of this name.
    #[must_use]
    pub fn opens(&self, tag: &str) -> bool {
        matches!(self, Piece::Open { name, .. } if name == tag)
    }

    /// Whether it is an end tag of this name.
    #[must_use]
    pub fn closes(&self, tag: &str) -> bool {
        matches!(self, Piece::Close { name, .. } if name == tag)
    }
}

/// The tags and texts of some HTML, in order. No tree is built, which takes a time that grows
/// with the square of how deep a page nests.
///
/// ```
/// use dateline::import::{Piece, pieces};
/// let all = pieces("<P id=x>a &amp; b<script>if (a<b) {}</script>");
/// assert_eq!(all[0].attribute("id"), Some("x"));
/// assert_eq!(all[1], Piece::Text("a & b".into()));
/// assert_eq!(all[3], Piece::Text("if (a<b) {}".into()));
/// ```
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece> {
    // A tag that never ends would swallow the rest: its bracket is no bracket.
    let (whole, rest) = match text.rfind('<') {
        Some(at) if !text.get(at..).is_some_and(|tag| tag.contains('>')) => {
            text.split_at_checked(at).unwrap_or((text, ""))
        }
        _ => (text, ""),
    };
    let mut pieces = Vec::new();
    let mut emitter: DefaultEmitter<usize> = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    let read = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let raw = |start: usize, end: usize| whole.get(start..end).unwrap_or_default().to_string();
    for token in Tokenizer::new_with_emitter(whole, emitter) {
        let Ok(token) = token;
        match token {
            Token::String(text) => push_text(&mut pieces, &read(&text)),
            Token::StartTag(tag) => pieces.push(Piece::Open {
                name: read(&tag.name),
                attributes: tag
                    .attributes
                    .iter()
                    .map(|(name, value)| (read(name), read(value)))
                    .collect(),
                raw: raw(tag.span.start, tag.span.end),
            }),
            Token::EndTag(tag) => pieces.push(Piece::Close {
                name: read(&tag.name),
                raw: raw(tag.span.start, tag.span.end),
            }),
            Token::Comment(comment) => pieces.push(Piece::Comment(read(&comment))),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    if !rest.is_empty() {
        push_text(&mut pieces, rest);
    }
    pieces
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if let Some(Piece::Text(before)) = pieces.last_mut() {
        before.push_str(text);
    } else {
        pieces.push(Piece::Text(text.to_string()));
    }
}

/// The value of an attribute.
pub(in crate::import) fn attribute<'a>(
    attributes: &'a [(String, String)],
    name: &str,
) -> Option<&'a str> {
    let found = attributes.iter().find(|(key, _)| key == name);
    found.map(|(_, value)| value.as_str())
}
