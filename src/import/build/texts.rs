//! Titles and paragraphs: markup taken out, links kept, limits held.

use super::Builder;
use crate::{
    article::limits,
    import::{
        entry::Entry,
        ledger::{PieceId, Target},
        markup::{Plain, looks_marked_up, plain},
        media::address,
        reason::Reason,
    },
};

/// A link found in a text: the piece, the address, its words.
pub(super) type Found = (PieceId, String, String);

/// A title that was found.
pub(super) struct Title {
    pub text: String,
    /// Whether it was taken from the text.
    pub is_sentence: bool,
}

impl Builder<'_> {
    /// A piece's text in one line; `None` when there is nothing in it.
    pub(super) fn line(&mut self, piece: PieceId, entry: &Entry) -> Option<String> {
        let text = self.clean(piece, entry);
        if entry.is_plain {
            return (!text.trim().is_empty()).then_some(text);
        }
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!line.is_empty()).then_some(line)
    }

    /// The title of an event; where it has none, the first sentence of its text, or the whole
    /// text if that is no more. Links in it are handed out.
    pub(super) fn title_of(&mut self, entry: &mut Entry, links: &mut Vec<Found>) -> Option<Title> {
        if let Some(piece) = entry.title {
            let text = self.clean_with(piece, entry, links);
            let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let line = if entry.is_plain && !line.is_empty() {
                text
            } else {
                line
            };
            if !line.is_empty() {
                return Some(Title {
                    text: line,
                    is_sentence: false,
                });
            }
        }
        let (piece, text) = entry.text.iter().find_map(|piece| {
            let text = self.ledger.text(*piece);
            let text = if entry.is_plain {
                text.to_string()
            } else {
                plain(text).text
            };
            (!text.trim().is_empty()).then_some((*piece, text))
        })?;
        let sentence = first_sentence(&text);
        if sentence == text.trim() {
            entry.text.retain(|other| *other != piece);
            entry.title = Some(piece);
        }
        Some(Title {
            text: sentence,
            is_sentence: true,
        })
    }

    /// A piece's text without markup, and within the limit.
    pub(super) fn clean(&mut self, piece: PieceId, entry: &Entry) -> String {
        let mut links = Vec::new();
        let text = self.clean_with(piece, entry, &mut links);
        for (piece, url, _) in links {
            let what = format!("a link, picture or player in this place ({url})");
            self.ledger.report([piece], Reason::NoPlace { what });
        }
        text
    }

    /// As [`Builder::clean`], with the links and pictures handed out.
    fn clean_with(&mut self, piece: PieceId, entry: &Entry, links: &mut Vec<Found>) -> String {
        let text = self.ledger.text(piece).to_string();
        let text = if entry.is_plain || !looks_marked_up(&text) {
            text
        } else {
            let mut marked = plain(&text);
            self.dropped(piece, &marked);
            links.extend(
                marked
                    .links
                    .drain(..)
                    .map(|(url, words)| (piece, url, words)),
            );
            links.extend(marked.images.drain(..).map(|(url, alt)| (piece, url, alt)));
            links.extend(
                marked
                    .frames
                    .drain(..)
                    .map(|url| (piece, url, String::new())),
            );
            marked.text
        };
        self.bounded(piece, &text)
    }

    /// The paragraphs of an entry; links in them are handed out.
    pub(super) fn paragraphs(
        &mut self,
        entry: &Entry,
        target: Target,
        links: &mut Vec<Found>,
    ) -> Option<String> {
        let mut whole = String::new();
        for piece in &entry.text {
            let text = self.ledger.text(*piece).to_string();
            let text = if entry.is_plain || !looks_marked_up(&text) {
                text
            } else {
                let mut marked = plain(&text);
                self.dropped(*piece, &marked);
                links.extend(
                    marked
                        .links
                        .drain(..)
                        .map(|(url, words)| (*piece, url, words)),
                );
                let images = marked.images.drain(..);
                links.extend(images.map(|(url, alt)| (*piece, url, alt)));
                links.extend(
                    marked
                        .frames
                        .drain(..)
                        .map(|url| (*piece, url, String::new())),
                );
                marked.text
            };
            let trimmed = if entry.is_plain {
                text.as_str()
            } else {
                text.trim_matches(['\n', '\r'])
            };
            let text = self.bounded(*piece, trimmed);
            if text.trim().is_empty() {
                continue;
            }
            if !whole.is_empty() {
                whole.push_str("\n\n");
            }
            if whole.len() + text.len() > limits::TEXT {
                self.ledger.report_at(
                    [*piece],
                    Reason::TooLong { most: limits::TEXT },
                    Some(target),
                );
                continue;
            }
            whole.push_str(&text);
            self.ledger.became(*piece, target);
        }
        (!whole.trim().is_empty()).then_some(whole)
    }

    /// Tells that markup was taken out, and what of it was no text.
    fn dropped(&mut self, piece: PieceId, marked: &Plain) {
        self.share(piece, Reason::Html);
        for (element, content) in &marked.dropped {
            let reason = if element == "!--" {
                Reason::Aside {
                    what: format!("A comment ({})", content.trim()),
                }
            } else {
                Reason::Code {
                    element: element.clone(),
                }
            };
            self.ledger.report([piece], reason);
        }
    }

    /// Without control characters, and no longer than an article's texts may be.
    fn bounded(&mut self, piece: PieceId, text: &str) -> String {
        let control = |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r') || c == '\u{7f}';
        let mut text = if text.contains(control) {
            self.ledger.report([piece], Reason::Control);
            text.replace(control, "")
        } else {
            text.to_string()
        };
        if text.contains('\r') {
            text = text.replace("\r\n", "\n").replace('\r', "\n");
        }
        if text.len() > limits::TEXT {
            self.ledger
                .report([piece], Reason::TooLong { most: limits::TEXT });
            let mut end = limits::TEXT;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.truncate(end);
        }
        text
    }

    /// The address that a piece's text is, with a word where it had to be changed.
    pub(super) fn address(
        &mut self,
        piece: PieceId,
        text: &str,
        target: Target,
    ) -> Option<(String, bool)> {
        let Some(found) = address(text) else {
            self.ledger
                .report_at([piece], Reason::UnsafeAddress, Some(target));
            return None;
        };
        if found.changed {
            let url = found.url.clone();
            self.ledger
                .report_at([piece], Reason::Scheme { url }, Some(target));
        }
        Some((found.url, found.absolute))
    }
}

/// The first sentence of a text, or as many of its words as make a title.
fn first_sentence(text: &str) -> String {
    const MOST: usize = 120;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = line
        .char_indices()
        .find(|(at, c)| {
            let after = line.get(at + c.len_utf8()..).unwrap_or_default();
            matches!(c, '.' | '!' | '?' | '。' | '؟')
                && (after.is_empty() || after.starts_with(' '))
        })
        .map_or(line.len(), |(at, c)| {
            at + if c == '.' { 0 } else { c.len_utf8() }
        });
    let sentence = line.get(..end).unwrap_or(&line);
    if sentence.chars().count() <= MOST {
        return sentence.to_string();
    }
    let mut short = String::new();
    for word in sentence.split(' ') {
        if short.chars().count() + word.chars().count() > MOST {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short = sentence.chars().take(MOST).collect();
    }
    short + "…"
}
