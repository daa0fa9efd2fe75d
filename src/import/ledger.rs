//! What became of each piece of a source.
//!
//! A source is taken apart into pieces: the cells of a table, the values of a JSON tree, the
//! lines of a text. Each gets a place in the [`Ledger`], and in the end each has a [`Fate`]:
//! it stands in the article, it steered how others were read, or a remark tells why not. What
//! nobody settled is reported as not understood, so that nothing can vanish.

use std::{collections::HashMap, num::NonZeroU32};

use super::{reason::Reason, table::Role};

/// Which piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PieceId(NonZeroU32);

impl PieceId {
    /// Its place among all pieces, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0.get() as usize - 1
    }

    /// The piece with so many before it. It counts from 1, so that no piece takes no room.
    fn new(before: usize) -> PieceId {
        let number = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
        PieceId(NonZeroU32::new(number).unwrap_or(NonZeroU32::MAX))
    }
}

/// Where a piece stands in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A cell: which sheet, and row and column from 1.
    Cell {
        /// The sheet; 0 in a file that has but one.
        sheet: u16,
        /// From 1, as spreadsheets count.
        row: u32,
        /// From 1.
        column: u32,
    },
    /// A value in JSON: its JSON Pointer (RFC 6901).
    Path(Box<str>),
    /// A part of a line, or of lines: from 1, and what it is called there.
    Line(u32, Box<str>),
    /// The source as a whole.
    Whole,
}

/// What became of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Not settled yet.
    Pending,
    /// There was nothing in it.
    Blank,
    /// It stands in the article; [`Ledger::targets`] tells where.
    Became(Target),
    /// It steered how others were read: a header, a type.
    Guided,
    /// A remark tells of it.
    Reported,
}

/// A member of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// Which list, or the article itself.
    pub list: List,
    /// Which entry of the list, from 0.
    pub entry: u32,
    /// The path inside the entry: `date/value`.
    pub field: &'static str,
}

/// A list of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// The article itself.
    Head,
    /// `events`.
    Events,
    /// `eras`.
    Eras,
    /// Wherever it stands in the source: an article's own data.
    Same,
}

impl Target {
    /// A member of the article itself.
    #[must_use]
    pub const fn head(field: &'static str) -> Target {
        Target {
            list: List::Head,
            entry: 0,
            field,
        }
    }

    /// Its JSON Pointer.
    #[must_use]
    pub fn path(&self) -> String {
        let (entry, field) = (self.entry, self.field);
        match self.list {
            List::Head => format!("/{field}"),
            List::Events => format!("/events/{entry}/{field}"),
            List::Eras => format!("/eras/{entry}/{field}"),
            List::Same => "the same place".into(),
        }
    }
}

#[derive(Debug)]
struct Piece {
    start: u32,
    length: u32,
    place: Place,
    fate: Fate,
}

/// Something told of one or more pieces.
#[derive(Debug)]
pub struct Entry {
    /// What is told.
    pub reason: Reason,
    /// Of which pieces, in the order of the source.
    pub pieces: Vec<PieceId>,
    /// Where in the article it matters.
    pub target: Option<Target>,
}

/// All pieces of a source with their fates, and all that is told of them.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The texts of all pieces, one after the other.
    texts: String,
    pieces: Vec<Piece>,
    /// Where pieces stand that stand in more than one place.
    more: HashMap<PieceId, Vec<Target>>,
    entries: Vec<Entry>,
    /// The names of the sheets.
    pub sheets: Vec<String>,
    /// The headers of the sheet that was read, by column from 1.
    pub headers: Vec<String>,
    /// What each of its columns was taken for.
    pub roles: Vec<Option<Role>>,
    /// Which sheet that was.
    pub sheet: u16,
}

impl Ledger {
    /// Adds a piece. One that is blank is settled already.
    pub fn add(&mut self, place: Place, text: &str) -> PieceId {
        let id = PieceId::new(self.pieces.len());
        let start = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push_str(text);
        let fate = if text.trim().is_empty() {
            Fate::Blank
        } else {
            Fate::Pending
        };
        self.pieces.push(Piece {
            start,
            length: u32::try_from(text.len()).unwrap_or(u32::MAX),
            place,
            fate,
        });
        id
    }

    /// What stands in a piece.
    #[must_use]
    pub fn text(&self, id: PieceId) -> &str {
        self.piece(id)
            .and_then(|piece| {
                let start = piece.start as usize;
                self.texts.get(start..start + piece.length as usize)
            })
            .unwrap_or_default()
    }

    /// Where a piece stands.
    #[must_use]
    pub fn place(&self, id: PieceId) -> Place {
        self.piece(id)
            .map_or(Place::Whole, |piece| piece.place.clone())
    }

    /// What became of a piece.
    #[must_use]
    pub fn fate(&self, id: PieceId) -> Fate {
        self.piece(id).map_or(Fate::Blank, |piece| piece.fate)
    }

    /// Everywhere in the article that a piece stands.
    #[must_use]
    pub fn targets(&self, id: PieceId) -> Vec<Target> {
        let first = match self.fate(id) {
            Fate::Became(target) => Some(target),
            _ => None,
        };
        let more = self.more.get(&id).into_iter().flatten().copied();
        first.into_iter().chain(more).collect()
    }

    /// All pieces, in the order of the source.
    pub fn ids(&self) -> impl Iterator<Item = PieceId> + use<> {
        (0..self.pieces.len()).map(PieceId::new)
    }

    /// All that is told.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// A piece stands in the article.
    pub fn became(&mut self, id: PieceId, target: Target) {
        match self.piece_mut(id) {
            Some(Piece {
                fate: fate @ (Fate::Pending | Fate::Guided | Fate::Reported),
                ..
            }) => {
                *fate = Fate::Became(target);
            }
            Some(Piece {
                fate: Fate::Became(first),
                ..
            }) if *first != target => {
                self.more.entry(id).or_default().push(target);
            }
            _ => {}
        }
    }

    /// A piece steered how others were read.
    pub fn guided(&mut self, id: PieceId) {
        if let Some(Piece {
            fate: fate @ Fate::Pending,
            ..
        }) = self.piece_mut(id)
        {
            *fate = Fate::Guided;
        }
    }

    /// Tells something of pieces. Those that stand nowhere else are settled by it; blank ones
    /// are not worth a word.
    pub fn report(&mut self, pieces: impl IntoIterator<Item = PieceId>, reason: Reason) {
        self.report_at(pieces, reason, None);
    }

    /// As [`Ledger::report`], with the place of the article that it is about.
    pub fn report_at(
        &mut self,
        pieces: impl IntoIterator<Item = PieceId>,
        reason: Reason,
        target: Option<Target>,
    ) {
        let mut told = Vec::new();
        for id in pieces {
            match self.piece_mut(id) {
                Some(Piece {
                    fate: Fate::Blank, ..
                })
                | None => continue,
                Some(piece) => {
                    if piece.fate == Fate::Pending {
                        piece.fate = Fate::Reported;
                    }
                }
            }
            told.push(id);
        }
        if !told.is_empty() || reason.is_of_all() {
            self.entries.push(Entry {
                reason,
                pieces: told,
                target,
            });
        }
    }

    /// Tells something of a piece, whose fate is still to be settled.
    pub fn tell(&mut self, piece: PieceId, reason: Reason) {
        let target = None;
        self.entries.push(Entry {
            reason,
            pieces: vec![piece],
            target,
        });
    }

    /// A remark that is told later settles a piece.
    pub(super) fn promised(&mut self, id: PieceId) {
        if let Some(piece) = self.piece_mut(id)
            && piece.fate == Fate::Pending
        {
            piece.fate = Fate::Reported;
        }
    }

    /// Whether nobody has settled a piece.
    #[must_use]
    pub fn is_pending(&self, id: PieceId) -> bool {
        self.fate(id) == Fate::Pending
    }

    /// Reports all that nobody settled.
    pub fn close(&mut self) {
        let pending: Vec<PieceId> = self.ids().filter(|id| self.is_pending(*id)).collect();
        if !pending.is_empty() {
            self.report(pending, Reason::NotUsed);
        }
    }

    /// Moves what is told to where the entries of a list went: `to` by the old place, `None`
    /// where one is gone.
    pub fn moved(&mut self, list: List, to: &[u32]) {
        let shift = |target: &mut Target| {
            if target.list == list
                && let Some(entry) = to.get(target.entry as usize)
            {
                target.entry = *entry;
            }
        };
        for piece in &mut self.pieces {
            if let Fate::Became(target) = &mut piece.fate {
                shift(target);
            }
        }
        self.more.values_mut().flatten().for_each(shift);
        for entry in &mut self.entries {
            entry.target.as_mut().into_iter().for_each(shift);
        }
    }

    fn piece(&self, id: PieceId) -> Option<&Piece> {
        self.pieces.get(id.index())
    }

    fn piece_mut(&mut self, id: PieceId) -> Option<&mut Piece> {
        self.pieces.get_mut(id.index())
    }
}
