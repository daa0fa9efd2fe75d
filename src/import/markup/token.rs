use html5gum::{DefaultEmitter, Token, Tokenizer};

/// A piece of HTML.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::import) enum Piece {
    Text(String),
    Open {
        name: String,
        attributes: Vec<(String, String)>,
        /// As it stands in the source.
        raw: String,
    },
    Close {
        name: String,
        raw: String,
    },
    Comment(String),
}

/// The pieces of a text, in order.
pub(in crate::import) fn pieces(text: &str) -> Vec<Piece> {
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
