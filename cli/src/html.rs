//! HTML as a row of tags and texts. No tree is built, which takes a time that grows with the
//! square of how deep a page nests.

use std::cell::RefCell;

use html5ever::{
    TokenizerResult,
    buffer_queue::BufferQueue,
    tendril::StrTendril,
    tokenizer::{
        TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind,
    },
};

/// A tag, or the text between two.
#[derive(Debug, PartialEq)]
pub enum Piece {
    /// A start tag: its name and its attributes.
    Open(String, Vec<(String, String)>),
    /// An end tag.
    Close(String),
    /// Text, with its character references read.
    Text(String),
}

impl Piece {
    /// The value of an attribute of a start tag.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let Piece::Open(_, attributes) = self else {
            return None;
        };
        let found = attributes.iter().find(|(own, _)| own == name)?;
        Some(&found.1)
    }

    /// Whether it is a start tag of this name.
    pub fn opens(&self, name: &str) -> bool {
        matches!(self, Piece::Open(own, _) if own == name)
    }

    /// Whether it is an end tag of this name.
    pub fn closes(&self, name: &str) -> bool {
        matches!(self, Piece::Close(own) if own == name)
    }
}

/// The tags and texts of some HTML, in their order.
pub fn pieces(html: &str) -> Vec<Piece> {
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // A script pauses the tokenizer.
    while let TokenizerResult::Script(()) = tokenizer.feed(&input) {}
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

#[derive(Default)]
struct Sink(RefCell<Vec<Piece>>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut pieces = self.0.borrow_mut();
        let tag = match token {
            Token::CharacterTokens(text) => {
                match pieces.last_mut() {
                    Some(Piece::Text(last)) => last.push_str(&text),
                    _ => pieces.push(Piece::Text(text.to_string())),
                }
                return TokenSinkResult::Continue;
            }
            Token::TagToken(tag) => tag,
            _ => return TokenSinkResult::Continue,
        };
        let name = tag.name.to_string();
        if tag.kind == TagKind::EndTag {
            pieces.push(Piece::Close(name));
            return TokenSinkResult::Continue;
        }
        // What these hold is no HTML (HTML, 13.2.6).
        let raw = match name.as_str() {
            "script" => Some(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
            "textarea" | "title" => Some(RawKind::Rcdata),
            _ => None,
        };
        let attributes = tag.attrs.into_iter();
        let attributes = attributes.map(|one| (one.name.local.to_string(), one.value.to_string()));
        pieces.push(Piece::Open(name, attributes.collect()));
        raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_a_row_of_pieces() {
        let open = |name: &str| Piece::Open(name.into(), Vec::new());
        let text = |text: &str| Piece::Text(text.into());
        assert_eq!(
            pieces("<P>a &amp; b<script>if (a<b) {}</script>c</p>"),
            [
                open("p"),
                text("a & b"),
                open("script"),
                text("if (a<b) {}"),
                Piece::Close("script".into()),
                text("c"),
                Piece::Close("p".into()),
            ]
        );
        let link = pieces("<a id=x>");
        assert_eq!(
            link.first().and_then(|piece| piece.attribute("id")),
            Some("x")
        );
    }
}
