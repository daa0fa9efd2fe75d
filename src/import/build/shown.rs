//! Pictures, media and links of an event.

use super::{Builder, texts::Found};
use crate::{
    article::limits,
    import::{
        draft::{Event, Image, Link, Media},
        entry::Entry,
        ledger::{PieceId, Target},
        markup::{looks_marked_up, plain},
        media::{Shown, embedded, shown},
        reason::Reason,
    },
};

/// The kinds that schema 1 has for media.
const KINDS: [&str; 7] = ["video", "audio", "image", "map", "document", "post", "page"];

impl Builder<'_> {
    /// Fills in what an event shows and links.
    pub(super) fn show(
        &mut self,
        entry: &Entry,
        target: &dyn Fn(&'static str) -> Target,
        event: &mut Event,
        in_text: Vec<Found>,
    ) {
        self.image(entry, target, event);
        self.medium(entry, target, event);
        for piece in &entry.links {
            self.listed_links(*piece, entry.is_plain, target("links"), event);
        }
        if let Some(piece) = entry.link_text {
            let words = self.line(piece, entry);
            match event.links.last_mut() {
                Some(link) => {
                    link.text = words;
                    self.ledger.became(piece, target("links"));
                }
                None => self.ledger.report(
                    [piece],
                    Reason::NoPlace {
                        what: "a link’s words without its address".into(),
                    },
                ),
            }
        }
        for (piece, url, words) in in_text {
            self.link(piece, &url, &words, target, event);
        }
    }

    /// The picture of a column of its own.
    fn image(&mut self, entry: &Entry, target: &dyn Fn(&'static str) -> Target, event: &mut Event) {
        let own = [
            (entry.image_alt, "image/alt"),
            (entry.image_caption, "image/caption"),
            (entry.image_credit, "image/credit"),
        ];
        let sizes = [(entry.width, "image/width"), (entry.height, "image/height")];
        let src = entry
            .image
            .filter(|piece| !self.ledger.text(*piece).trim().is_empty());
        let found = src.and_then(|piece| {
            let found = embedded(self.ledger.text(piece));
            Some((
                piece,
                self.address(piece, &found.url, target("image/src"))?.0,
            ))
        });
        let Some((piece, src)) = found else {
            let stray = own.iter().chain(&sizes).filter_map(|(piece, _)| *piece);
            let what = "what belongs to a picture, without the picture".to_string();
            self.ledger
                .report(stray.collect::<Vec<_>>(), Reason::NoPlace { what });
            return;
        };
        self.ledger.became(piece, target("image/src"));
        let mut image = Image {
            src,
            ..Image::default()
        };
        let slots = [&mut image.alt, &mut image.caption, &mut image.credit];
        for ((piece, field), slot) in own.into_iter().zip(slots) {
            if let Some(piece) = piece
                && let Some(text) = self.line(piece, entry)
            {
                *slot = Some(text);
                self.ledger.became(piece, target(field));
            }
        }
        for ((piece, field), slot) in sizes.into_iter().zip([&mut image.width, &mut image.height]) {
            let Some(piece) = piece else { continue };
            let text = self.ledger.text(piece).trim();
            let number = text.strip_suffix("px").unwrap_or(text).trim();
            let pixels = number.strip_suffix(".0").unwrap_or(number).parse().ok();
            match pixels.filter(|pixels| (1..=100_000).contains(pixels)) {
                Some(pixels) => {
                    *slot = Some(pixels);
                    self.ledger.became(piece, target(field));
                }
                None => self.ledger.report(
                    [piece],
                    Reason::UnknownWord {
                        known: "a number of pixels".into(),
                    },
                ),
            }
        }
        if image.width.is_some() != image.height.is_some() {
            (image.width, image.height) = (None, None);
            let pieces = [entry.width, entry.height].into_iter().flatten();
            let what = "a width without a height, or a height without a width".to_string();
            self.ledger
                .report(pieces.collect::<Vec<_>>(), Reason::NoPlace { what });
        }
        event.image = Some(Box::new(image));
    }

    /// What a column for media holds: a picture, or something to link.
    fn medium(
        &mut self,
        entry: &Entry,
        target: &dyn Fn(&'static str) -> Target,
        event: &mut Event,
    ) {
        let rest = [
            entry.credit,
            entry.caption,
            entry.thumbnail,
            entry.alt,
            entry.media_kind,
        ];
        let cell = entry
            .media
            .filter(|piece| !self.ledger.text(*piece).trim().is_empty());
        let found = cell.map(|piece| (piece, embedded(self.ledger.text(piece))));
        let Some((piece, found)) = found else {
            let what = "what belongs to media, without the media".to_string();
            self.ledger.report(
                rest.into_iter().flatten().collect::<Vec<_>>(),
                Reason::NoPlace { what },
            );
            return;
        };
        if found.url.is_empty() {
            // TimelineJS shows a quotation in place of a picture; here it is text.
            self.quoted(piece, &found.words, target, event);
            self.ledger.report(
                rest.into_iter().flatten().collect::<Vec<_>>(),
                Reason::NoPlace {
                    what: "credit and caption of a quotation".into(),
                },
            );
            return;
        }
        let kind = entry
            .media_kind
            .map(|piece| self.ledger.text(piece).trim().to_ascii_lowercase());
        let kind = kind.and_then(|word| KINDS.into_iter().find(|known| **known == *word));
        let looks = shown(&found.url);
        let is_picture = looks == Shown::Picture && kind.is_none() && event.image.is_none();
        let field = if is_picture { "image/src" } else { "media/url" };
        let Some((url, absolute)) = self.address(piece, &found.url, target(field)) else {
            let what = "what belongs to media that cannot be shown".to_string();
            self.ledger.report(
                rest.into_iter().flatten().collect::<Vec<_>>(),
                Reason::NoPlace { what },
            );
            return;
        };
        if is_picture {
            self.ledger.became(piece, target("image/src"));
            let text = |builder: &mut Self, piece: Option<PieceId>, field| {
                let piece = piece?;
                let text = builder.line(piece, entry)?;
                builder.ledger.became(piece, target(field));
                Some(text)
            };
            let image = Image {
                src: url,
                alt: text(self, entry.alt, "image/alt"),
                caption: text(self, entry.caption, "image/caption"),
                credit: text(self, entry.credit, "image/credit"),
                ..Image::default()
            };
            event.image = Some(Box::new(image));
            let what = "a thumbnail of a picture: the picture is shown".to_string();
            self.ledger
                .report(entry.thumbnail, Reason::NoPlace { what });
            return;
        }
        if !absolute {
            self.ledger
                .report_at([piece], Reason::UnsafeAddress, Some(target(field)));
            let what = "what belongs to media that cannot be linked".to_string();
            self.ledger.report(
                rest.into_iter().flatten().collect::<Vec<_>>(),
                Reason::NoPlace { what },
            );
            return;
        }
        self.ledger.became(piece, target("media/url"));
        if let Some(piece) = entry.media_kind {
            match kind {
                Some(_) => self.ledger.became(piece, target("media/kind")),
                None => self.ledger.report(
                    [piece],
                    Reason::UnknownWord {
                        known: KINDS.join(", "),
                    },
                ),
            }
        }
        let kind = kind.or(match looks {
            Shown::Linked(kind) => Some(kind),
            Shown::Picture => Some("image"),
        });
        let mut media = Media {
            url,
            kind,
            ..Media::default()
        };
        if let Some(piece) = entry.caption
            && let Some(text) = self.line(piece, entry)
        {
            media.caption = Some(text);
            self.ledger.became(piece, target("media/caption"));
        }
        if let Some(piece) = entry.credit
            && let Some(text) = self.line(piece, entry)
        {
            media.credit = Some(text);
            self.ledger.became(piece, target("media/credit"));
        }
        if let Some(piece) = entry.thumbnail {
            let text = self.ledger.text(piece).to_string();
            if let Some((url, _)) = self.address(piece, &text, target("media/thumbnail")) {
                media.thumbnail = Some(url);
                self.ledger.became(piece, target("media/thumbnail"));
            }
        }
        let what = "a text for a picture that is not shown".to_string();
        self.ledger.report(entry.alt, Reason::NoPlace { what });
        if !found.words.is_empty() {
            // The words of an embedded post are not the newsroom's to drop.
            if media.caption.is_none() {
                media.caption = Some(found.words.split_whitespace().collect::<Vec<_>>().join(" "));
                self.ledger.became(piece, target("media/caption"));
            } else {
                let what = format!("the words of the embedded post (“{}”)", found.words);
                self.ledger.report([piece], Reason::NoPlace { what });
            }
        }
        event.media = Some(Box::new(media));
    }

    /// A quotation in place of media.
    fn quoted(
        &mut self,
        piece: PieceId,
        words: &str,
        target: &dyn Fn(&'static str) -> Target,
        event: &mut Event,
    ) {
        if words.trim().is_empty() {
            self.ledger
                .report_at([piece], Reason::UnsafeAddress, Some(target("media")));
            return;
        }
        let text = event
            .text
            .take()
            .map(|text| text + "\n\n")
            .unwrap_or_default();
        let text = text + words;
        if text.len() > limits::TEXT {
            self.ledger
                .report([piece], Reason::TooLong { most: limits::TEXT });
            return;
        }
        event.text = Some(text);
        self.ledger.became(piece, target("text"));
        let what = "A quotation in place of media became part of the text.".into();
        self.ledger
            .report_at([piece], Reason::Format { what }, Some(target("text")));
    }

    /// A cell of links: one a line, the address and its words.
    fn listed_links(&mut self, piece: PieceId, is_plain: bool, target: Target, event: &mut Event) {
        let cell = self.ledger.text(piece).to_string();
        let marked = !is_plain && looks_marked_up(&cell) && cell.contains('<');
        let found: Vec<(String, String)> = if marked {
            plain(&cell).links
        } else {
            let lines = cell.lines().map(str::trim).filter(|line| !line.is_empty());
            lines
                .map(|line| {
                    let (url, words) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
                    (url.to_string(), words.trim().to_string())
                })
                .collect()
        };
        if found.is_empty() {
            self.ledger
                .report_at([piece], Reason::UnsafeAddress, Some(target));
        }
        for (url, words) in found {
            match self.address(piece, &url, target) {
                Some((url, true)) => {
                    let text = (!words.is_empty()).then_some(words);
                    if event.links.len() < limits::ENTRIES {
                        event.links.push(Link { url, text });
                    } else {
                        self.too_many(piece);
                    }
                    self.ledger.became(piece, target);
                }
                Some((_, false)) => {
                    self.ledger
                        .report_at([piece], Reason::UnsafeAddress, Some(target))
                }
                None => {}
            }
        }
    }

    /// A link in a text: a picture where the event has none, else one of its links.
    fn link(
        &mut self,
        piece: PieceId,
        url: &str,
        words: &str,
        target: &dyn Fn(&'static str) -> Target,
        event: &mut Event,
    ) {
        let Some((url, absolute)) = self.address(piece, url, target("links")) else {
            return;
        };
        if !absolute {
            let what = format!("a link to a place of the old page ({url})");
            self.ledger.report([piece], Reason::NoPlace { what });
            return;
        }
        let known = event.links.iter().any(|link| link.url == url);
        if !known && event.links.len() >= limits::ENTRIES {
            self.too_many(piece);
        } else if !known {
            let text = (!words.is_empty() && words != url).then(|| words.to_string());
            event.links.push(Link { url, text });
        }
        self.ledger.became(piece, target("links"));
    }
}
