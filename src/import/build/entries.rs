//! An entry becomes the head of the article, an era or an event.

use super::Builder;
use crate::{
    article::{Code, limits},
    import::{
        draft::{Anchor, Era, Event},
        entry::Entry,
        ledger::{List, PieceId, Target},
        reason::Reason,
    },
};

impl Builder<'_> {
    /// The entry that names the whole.
    pub(super) fn title(&mut self, entry: Entry) {
        let Some(headline) = entry.title.and_then(|piece| self.line(piece, &entry)) else {
            self.ledger.report(entry.pieces, Reason::NoTitle);
            return;
        };
        self.draft.headline = headline;
        let target = Target::head("headline");
        entry
            .title
            .into_iter()
            .for_each(|piece| self.ledger.became(piece, target));
        let target = Target::head("summary");
        let mut links = Vec::new();
        self.draft.summary = self.paragraphs(&entry, target, &mut links);
        for (piece, url, _) in links {
            let what = format!("links in the summary ({url})");
            self.ledger.report([piece], Reason::NoPlace { what });
        }
        self.no_place(
            &entry,
            entry.dated.pieces.iter().copied().chain(entry.words),
            "a date of the whole",
        );
        self.no_media(&entry, "a picture or medium of the whole");
        self.no_place(
            &entry,
            entry.groups.iter().chain(&entry.tags).copied(),
            "groups of the whole",
        );
        self.drop_background(&entry);
        let left: Vec<PieceId> = entry
            .pieces
            .iter()
            .copied()
            .filter(|piece| self.ledger.is_pending(*piece))
            .collect();
        self.ledger.report(left, Reason::NotUsed);
    }

    pub(super) fn era(&mut self, entry: Entry) {
        if self.draft.eras.len() >= limits::ENTRIES {
            let what = format!("more than {} eras", limits::ENTRIES);
            self.ledger.report(entry.pieces, Reason::NoPlace { what });
            return;
        }
        let Some(title) = entry.title.and_then(|piece| self.line(piece, &entry)) else {
            self.ledger.report(entry.pieces, Reason::NoTitle);
            return;
        };
        let at = u32::try_from(self.draft.eras.len()).unwrap_or(u32::MAX);
        let target = |field| Target {
            list: List::Eras,
            entry: at,
            field,
        };
        let Some(date) = self.when(&entry, &target) else {
            return;
        };
        entry
            .title
            .into_iter()
            .for_each(|piece| self.ledger.became(piece, target("title")));
        let mut links = Vec::new();
        let text = self.paragraphs(&entry, target("text"), &mut links);
        for (piece, url, _) in links {
            self.ledger.report(
                [piece],
                Reason::NoPlace {
                    what: format!("links of an era ({url})"),
                },
            );
        }
        let countries = self.listed_countries(&entry, target("countries"));
        self.no_place(
            &entry,
            entry.groups.iter().chain(&entry.tags).copied(),
            "groups of an era",
        );
        self.no_media(&entry, "a picture or medium of an era");
        self.drop_background(&entry);
        let id = self.id(&entry, &title, "era", &date.value, target("id"));
        let source = self.anchor(&entry, &target);
        self.draft.eras.push(Era {
            id,
            title,
            text,
            date,
            countries,
            source,
        });
    }

    pub(super) fn event(&mut self, mut entry: Entry) {
        let at = u32::try_from(self.draft.events.len()).unwrap_or(u32::MAX);
        let target = |field| Target {
            list: List::Events,
            entry: at,
            field,
        };
        if self.draft.events.len() >= limits::EVENTS {
            let what = format!("more than {} events", limits::EVENTS);
            self.ledger.report(entry.pieces, Reason::NoPlace { what });
            return;
        }
        let mut links = Vec::new();
        let Some(title) = self.title_of(&mut entry, &mut links) else {
            self.ledger.report(entry.pieces, Reason::NoTitle);
            return;
        };
        let Some(date) = self.when(&entry, &target) else {
            return;
        };
        if title.is_sentence {
            let what = "There is no title; the first sentence of the text was taken.".into();
            self.ledger.report_at(
                entry
                    .title
                    .into_iter()
                    .chain(entry.text.iter().copied())
                    .take(1),
                Reason::Format { what },
                Some(target("title")),
            );
        }
        entry
            .title
            .into_iter()
            .for_each(|piece| self.ledger.became(piece, target("title")));
        let text = self.paragraphs(&entry, target("text"), &mut links);
        let mut event = Event {
            title: title.text,
            text,
            date,
            ..Event::default()
        };
        event.countries = self.listed_countries(&entry, target("countries"));
        event.people = self.listed_people(&entry, target("people"));
        event.groups = self.listed_groups(&entry, target("groups"));
        event.key = self.key(&entry, target("key"));
        self.show(&entry, &target, &mut event, links);
        self.drop_background(&entry);
        event.id = self.id(
            &entry,
            &event.title,
            "event",
            &event.date.value,
            target("id"),
        );
        event.source = self.anchor(&entry, &target);
        self.propose(&event);
        self.draft.events.push(event);
    }

    /// The id: the source's own where it is one, else made of the title.
    fn id(&mut self, entry: &Entry, title: &str, kind: &str, date: &str, target: Target) -> String {
        if let Some(piece) = entry.id {
            let own = self.ledger.text(piece).to_string();
            if let Some(id) = self.ids.own(&own) {
                self.ledger.became(piece, target);
                return id;
            }
            let made = self.ids.made(&own, kind, date);
            let what = format!(
                "“{}” cannot be an id, or stands twice; the id is {made}.",
                own.trim()
            );
            self.ledger
                .report_at([piece], Reason::Format { what }, Some(target));
            return made;
        }
        self.ids.made(title, kind, date)
    }

    /// The words that the event rests on.
    fn anchor(
        &mut self,
        entry: &Entry,
        target: &dyn Fn(&'static str) -> Target,
    ) -> Option<Box<Anchor>> {
        let quote = entry
            .quote
            .filter(|piece| !self.ledger.text(*piece).trim().is_empty());
        let Some(quote) = quote else {
            let stray = [entry.before, entry.after].into_iter().flatten();
            let what = "what stands around a quotation, without the quotation".to_string();
            self.ledger
                .report(stray.collect::<Vec<_>>(), Reason::NoPlace { what });
            return None;
        };
        let mut anchor = Anchor {
            quote: self.ledger.text(quote).to_string(),
            ..Anchor::default()
        };
        self.ledger.became(quote, target("source/quote"));
        for (piece, field, slot) in [
            (entry.before, "source/before", &mut anchor.before),
            (entry.after, "source/after", &mut anchor.after),
        ] {
            if let Some(piece) = piece {
                let text = self.ledger.text(piece).to_string();
                if !text.trim().is_empty() {
                    *slot = Some(text);
                    self.ledger.became(piece, target(field));
                }
            }
        }
        Some(Box::new(anchor))
    }

    fn drop_background(&mut self, entry: &Entry) {
        let what = "a background: the widget keeps to the page’s own".to_string();
        self.ledger
            .report(entry.background.clone(), Reason::NoPlace { what });
    }

    fn no_media(&mut self, entry: &Entry, what: &str) {
        let pieces = [
            entry.media,
            entry.media_kind,
            entry.credit,
            entry.caption,
            entry.thumbnail,
            entry.alt,
            entry.image,
            entry.image_alt,
            entry.image_caption,
            entry.image_credit,
            entry.width,
            entry.height,
        ];
        self.no_place(entry, pieces.into_iter().flatten(), what);
        self.no_place(
            entry,
            entry.links.iter().copied().chain(entry.link_text),
            "links",
        );
    }

    fn no_place(&mut self, _: &Entry, pieces: impl Iterator<Item = PieceId>, what: &str) {
        let pieces: Vec<PieceId> = pieces.collect();
        self.ledger.report(
            pieces,
            Reason::NoPlace {
                what: what.to_string(),
            },
        );
    }

    /// Notes which countries an event names without having them.
    fn propose(&mut self, event: &Event) {
        let mut met: Vec<Code> = Vec::new();
        for text in [Some(&event.title), event.text.as_ref()]
            .into_iter()
            .flatten()
        {
            for (code, name) in self.countries.named(text) {
                if met.contains(&code) || event.countries.iter().any(|own| *own == code.as_str()) {
                    continue;
                }
                met.push(code);
                self.proposed.entry(code).or_insert((name, 0)).1 += 1;
            }
        }
    }
}
