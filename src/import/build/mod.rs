//! Entries become events, eras and the head of an article, and each of their pieces gets
//! its fate.

mod entries;
mod lists;
mod shown;
mod texts;
mod when;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    countries::Countries,
    dates::{Context, Evidence, Trouble},
    draft::Draft,
    entry::{Entry, Kind},
    ids::Ids,
    ledger::{Ledger, PieceId, Target},
    options::Options,
    reason::Reason,
};
use crate::article::Code;

/// Among how many remarks the same is looked for.
const SHARED: usize = 64;

/// What an article is built with.
pub(super) struct Builder<'o> {
    pub ledger: Ledger,
    pub draft: Draft,
    pub options: &'o Options,
    ids: Ids,
    countries: Countries,
    /// Countries named in the texts of events that do not have them: the name, and how often.
    proposed: BTreeMap<Code, (String, usize)>,
    /// Remarks that are the same for many pieces.
    shared: Vec<(Reason, Vec<PieceId>)>,
    /// The names of groups by their ids, and where they stand.
    pub group_names: HashMap<String, (String, PieceId)>,
    /// The groups that events are in.
    groups: HashSet<String>,
    /// The ids of people made of names, by name.
    people: HashMap<String, String>,
    people_ids: Ids,
}

impl<'o> Builder<'o> {
    pub(super) fn new(options: &'o Options) -> Builder<'o> {
        Builder {
            ledger: Ledger::default(),
            draft: Draft {
                schema: 1,
                language: options.language.clone(),
                published: options.published.clone(),
                ..Draft::default()
            },
            options,
            ids: Ids::default(),
            countries: Countries::new(&options.countries),
            proposed: BTreeMap::new(),
            shared: Vec::new(),
            group_names: HashMap::new(),
            groups: HashSet::new(),
            people: HashMap::new(),
            people_ids: Ids::default(),
        }
    }

    /// What dates are read with, where a column shows this much.
    pub(super) fn context(&self, column: Evidence) -> Context {
        let language = self.draft.language.clone();
        Context {
            order: self.options.order,
            language: language.unwrap_or_else(|| "en".into()),
            day: self.options.day(),
            column,
            ..Context::default()
        }
    }

    /// Tells something that is the same for many pieces once.
    pub(super) fn share(&mut self, piece: PieceId, reason: Reason) {
        // Few differ; where many do, they are told one by one.
        let mut latest = self.shared.iter_mut().rev().take(SHARED);
        match latest.find(|(known, _)| *known == reason) {
            Some((_, pieces)) => {
                if pieces.last() != Some(&piece) {
                    pieces.push(piece);
                }
            }
            None => self.shared.push((reason, vec![piece])),
        }
    }

    /// Leaves pieces out for a reason that many have, which is told once.
    pub(super) fn leave_out(&mut self, pieces: impl IntoIterator<Item = PieceId>, reason: &Reason) {
        for piece in pieces {
            self.ledger.promised(piece);
            self.share(piece, reason.clone());
        }
    }

    /// Ends the work: what is shared is told, and what is left is reported.
    pub(super) fn finish(mut self) -> (Draft, Ledger) {
        for (reason, pieces) in std::mem::take(&mut self.shared) {
            self.ledger.report(pieces, reason);
        }
        for (code, (name, count)) in std::mem::take(&mut self.proposed) {
            let code = code.to_string();
            self.ledger
                .report([], Reason::Country { code, name, count });
        }
        if !self.people.is_empty() {
            let count = self.people.len();
            self.ledger.report([], Reason::MadePerson { count });
        }
        if self.draft.headline.is_empty() {
            self.headline_from_name();
        }
        self.ledger.close();
        (self.draft, self.ledger)
    }

    /// Without a headline nothing is shown; the file's name is better than none.
    fn headline_from_name(&mut self) {
        let name = self
            .options
            .name
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let words: Vec<&str> = stem
            .split(|c: char| c.is_whitespace() || matches!(c, '_' | '-'))
            .filter(|word| !word.is_empty())
            .collect();
        let mut headline = words.join(" ");
        if headline.is_empty() {
            headline = "Timeline".into();
        }
        if let Some(first) = headline.chars().next() {
            let rest = headline.get(first.len_utf8()..).unwrap_or_default();
            headline = first.to_uppercase().collect::<String>() + rest;
        }
        self.draft.headline = headline;
        self.ledger.report_at(
            [],
            Reason::Headline {
                from: "the file’s name, as the source has none".into(),
            },
            Some(Target::head("headline")),
        );
    }

    /// Adds what an entry is.
    pub(super) fn entry(&mut self, entry: Entry) {
        match entry.kind {
            Kind::Title if self.draft.headline.is_empty() => self.title(entry),
            Kind::Title | Kind::Event => self.event(entry),
            Kind::Era => self.era(entry),
        }
    }

    /// Reports an entry that is none for want of a date.
    pub(super) fn dateless(&mut self, pieces: Vec<PieceId>) {
        self.ledger.report(
            pieces,
            Reason::NoDate {
                trouble: Trouble::Nothing,
            },
        );
    }
}
