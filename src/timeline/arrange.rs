//! Finds rows and sides for the marks of a stretch of time, so that as many titles as
//! possible stand whole.

use crate::sorting;
use std::cmp::Reverse;

use super::{
    piece::{Kind, Outline, Piece, Spot, TOUCH, WIDEST},
    rows::Rows,
};

/// Where pieces may go.
#[derive(Clone, Copy)]
pub(super) struct Room<'a> {
    /// Rows for titles.
    pub rows: u8,
    /// Rows for marks without a title, at least as many.
    pub most: u8,
    /// Px between which titles must lie.
    pub edges: (f64, f64),
    /// What stands there already.
    pub around: &'a [Outline],
    /// Marks in px, ascending, that will look for a row later: nothing may hide them.
    pub later: &'a [f64],
}

/// How to go about it.
#[derive(Clone, Copy)]
struct Variant {
    /// Titles wider than this in px are set in two lines.
    wide: f64,
    /// Titles that follow their marks come first.
    after: bool,
    /// In which order what is left at last is tried.
    order: Order,
}

#[derive(Clone, Copy)]
enum Order {
    Earliest,
    Latest,
    Widest,
}

/// All of these are tried for few pieces, and the best is taken; the first for many.
const WIDTHS: [f64; 4] = [280.0, 400.0, 180.0, WIDEST];
const ORDERS: [Order; 3] = [Order::Earliest, Order::Widest, Order::Latest];
/// To break a hair line, or to set a title wider than is wanted, is as bad as to stand so
/// many rows higher.
const ROWS_EACH: usize = 2;
/// Up to so many pieces are few, and so few that fewer rows are tried, too.
const FEW: usize = 30;
const FEWER: usize = 16;
/// No title comes so near to a mark that is still to find its row, in px.
const CLOSE: f64 = 7.0;
/// Marks so near to one that comes later keep to one row, in px.
const NEAR: f64 = 14.0;

/// A spot for each of the pieces, which are in the order of their lines.
///
/// Rows are filled from the ticks upwards. A title is put on a row where it hides no
/// mark that is still to be put higher, since that one's hair line will fall through the
/// row; of those that may, as many as possible are taken (interval scheduling by the
/// earliest end). So what stands close together becomes a tree: the outermost lowest, with
/// their titles to the outside. What is left then, since it hides others on every row,
/// goes where fewest hair lines have to be broken; and what has no room at all keeps its
/// mark near the ticks, without a title.
///
/// O(v r p²) at worst for p pieces, r rows and v variants; pieces too far from each other
/// to meet are arranged by themselves.
pub(super) fn arrange(pieces: &[Piece], room: &Room<'_>) -> Vec<Spot> {
    let mut spots = Vec::with_capacity(pieces.len());
    let mut rest = pieces;
    let apart = room.around.is_empty() && room.later.is_empty();
    for end in if apart { islands(pieces) } else { Vec::new() } {
        let (island, after) = rest.split_at(end.min(rest.len()));
        spots.extend(best(island, room));
        rest = after;
    }
    spots.extend(best(rest, room));
    spots
}

/// The lengths of all runs of pieces but the last that are too far from the others to meet
/// them, whatever side their titles are on.
fn islands(pieces: &[Piece]) -> Vec<usize> {
    let reach = |piece: &Piece| {
        let width = piece.title.width(1).min(WIDEST).max(piece.title.width(2)) + NEAR;
        (piece.head.0 - width, piece.head.1 + width)
    };
    // How far back what comes from a piece on can reach.
    let mut least = f64::INFINITY;
    let mut back: Vec<f64> = (pieces.iter().rev())
        .map(|piece| {
            least = least.min(reach(piece).0);
            least
        })
        .collect();
    back.reverse();
    let (mut lengths, mut length, mut end) = (Vec::new(), 0, f64::NEG_INFINITY);
    for (piece, back) in pieces.iter().zip(back) {
        if length > 0 && back > end {
            lengths.push(length);
            length = 0;
        }
        length += 1;
        end = end.max(reach(piece).1);
    }
    lengths
}

fn best(pieces: &[Piece], room: &Room<'_>) -> Vec<Spot> {
    let mut best = Best {
        pieces,
        spots: Vec::new(),
        score: None,
    };
    best.look(room, false);
    // Where some that come first are left out, the others wait.
    let keys = pieces.iter().filter(|piece| piece.key).count();
    if best.score.is_some_and(|score| score.0 < keys) {
        best.look(room, true);
    }
    // On fewer rows, as long as that is better.
    let mut better = pieces.len() <= FEWER;
    while better {
        let rows = height(&best.spots).saturating_sub(1);
        better = rows > 0 && best.look(&Room { rows, ..*room }, false);
    }
    best.spots
}

/// The best arrangement so far.
struct Best<'a> {
    pieces: &'a [Piece],
    spots: Vec<Spot>,
    score: Option<Score>,
}

impl Best<'_> {
    /// Tries all ways to arrange the pieces, or one if they are many. Whether one is better
    /// than the best so far.
    fn look(&mut self, room: &Room<'_>, wait: bool) -> bool {
        let few = self.pieces.len() <= FEW;
        let widths = WIDTHS.iter().take(if few { WIDTHS.len() } else { 1 });
        let sides = [true, false].into_iter().take(if few { 2 } else { 1 });
        let orders = ORDERS.iter().take(if few { ORDERS.len() } else { 1 });
        let mut found = false;
        for wide in widths {
            for after in sides.clone() {
                for order in orders.clone() {
                    let variant = Variant {
                        wide: *wide,
                        after,
                        order: *order,
                    };
                    let (spots, broken) = Try::new(self.pieces, room).arranged(variant, wait);
                    let score = score(self.pieces, &spots, broken);
                    if self.score.is_none_or(|best| score > best) {
                        self.score = Some(score);
                        self.spots = spots;
                        found = true;
                    }
                }
            }
        }
        found
    }
}

/// Titles that come first, titles, rows and broken lines, lines of titles, and titles after
/// their marks.
type Score = (usize, usize, Reverse<usize>, Reverse<usize>, usize);

/// How good an arrangement is: titles that come first, titles, few rows and broken lines,
/// few lines of titles, and titles after their marks.
fn score(pieces: &[Piece], spots: &[Spot], broken: usize) -> Score {
    let titled = || (pieces.iter().zip(spots)).filter(|(_, spot)| spot.lines > 0);
    (
        titled().filter(|(piece, _)| piece.key).count(),
        titled().count(),
        Reverse(2 * usize::from(height(spots)) + broken),
        Reverse(titled().filter(|(_, spot)| spot.lines > 1).count()),
        titled().filter(|(_, spot)| !spot.before).count(),
    )
}

/// How many rows the spots take.
pub(super) fn height(spots: &[Spot]) -> u8 {
    let tops = spots.iter().map(|spot| spot.row + spot.lines.max(1));
    tops.max().unwrap_or(0)
}

/// One try to arrange pieces.
struct Try<'a> {
    pieces: &'a [Piece],
    room: &'a Room<'a>,
    rows: Rows,
    spots: Vec<Option<Spot>>,
    /// Whether bars without a title are cut.
    cuts: bool,
}

impl<'a> Try<'a> {
    fn new(pieces: &'a [Piece], room: &'a Room<'a>) -> Try<'a> {
        Try {
            pieces,
            room,
            rows: Rows::new(0),
            spots: Vec::new(),
            cuts: false,
        }
    }

    /// A spot for each piece, and how many lines have to be broken; those that come first
    /// find theirs before the others where these `wait`.
    fn arranged(mut self, variant: Variant, wait: bool) -> (Vec<Spot>, usize) {
        let mut untitled: Vec<bool> = (self.pieces.iter())
            .map(|piece| piece.lines().is_empty() || (wait && !piece.key))
            .collect();
        // Whoever finds no row with a title must at least find one without. If not, it is
        // put there before all others, and if that fails, too, bars are cut: then all are
        // equally long, and find rows in the order of time, as whatever has more marks at a
        // place than there are rows is a cluster.
        let mut failed = true;
        while failed {
            self.clear();
            failed = false;
            for (at, _) in untitled.iter().enumerate().filter(|(_, is)| **is) {
                failed |= !self.rest(at);
            }
            if failed && !self.cuts {
                self.cuts = true;
                continue;
            }
            failed = false;
            self.peel(variant);
            for (at, is_untitled) in untitled.iter_mut().enumerate() {
                let is_left = self.spots.get(at).is_none_or(Option::is_none);
                if is_left && !self.rest(at) {
                    failed |= !*is_untitled;
                    *is_untitled = true;
                }
            }
        }
        self.fill(variant);
        let pieces = self.pieces.iter().zip(&self.spots);
        let outlines = pieces.filter_map(|(piece, spot)| Some(piece.outline((*spot)?)));
        let crossings = outlines.map(|outline| self.rows.crossings(&outline)).sum();
        let spots = self.spots.iter().map(|spot| spot.unwrap_or_default());
        (spots.collect(), crossings)
    }

    fn clear(&mut self) {
        self.spots = vec![None; self.pieces.len()];
        self.rows = Rows::new(self.room.most);
        for outline in self.room.around {
            self.rows.add(None, *outline);
        }
    }

    fn put(&mut self, at: usize, spot: Spot) {
        if let (Some(piece), Some(own)) = (self.pieces.get(at), self.spots.get_mut(at)) {
            *own = Some(spot);
            self.rows.add(Some(at), piece.outline(spot));
        }
    }

    /// Puts a mark without its title on the lowest row where it meets nothing. Whether
    /// there is one.
    fn rest(&mut self, at: usize) -> bool {
        let Some(piece) = self.pieces.get(at) else {
            return true;
        };
        let mut spots = bare(piece, self.room.most, self.cuts);
        let free = spots.find(|spot| self.rows.is_free(&piece.outline(*spot)));
        drop(spots);
        free.is_some_and(|spot| {
            self.put(at, spot);
            true
        })
    }

    /// Fills the rows from the ticks upwards.
    fn peel(&mut self, Variant { wide, after, .. }: Variant) {
        // Who is still to find a row, in the order of time.
        let mut left: Vec<usize> = (0..self.pieces.len())
            .filter(|at| self.spots.get(*at).is_some_and(Option::is_none))
            .collect();
        for row in 0..self.room.rows {
            if left.is_empty() {
                break;
            }
            let sides: &[&[bool]] = if after {
                &[&[false], &[true]]
            } else {
                &[&[false, true]]
            };
            for before in sides {
                let mut candidates = self.candidates(row, wide, before, &left);
                sorting::sort_by(&mut candidates, |(_, _, one), (_, _, two)| {
                    one.to.total_cmp(&two.to)
                });
                for (at, spot, outline) in candidates {
                    let is_left = self.spots.get(at).is_some_and(Option::is_none);
                    if is_left && self.rows.is_free(&outline) {
                        self.put(at, spot);
                    }
                }
            }
            left.retain(|at| self.spots.get(*at).is_some_and(Option::is_none));
        }
    }

    /// What could stand on a row with its title.
    fn candidates(
        &self,
        row: u8,
        wide: f64,
        before: &[bool],
        left: &[usize],
    ) -> Vec<(usize, Spot, Outline)> {
        let mut found = Vec::new();
        for at in left {
            let Some(piece) = self.pieces.get(*at) else {
                continue;
            };
            if self.spots.get(*at).is_some_and(Option::is_some) {
                continue;
            }
            let lines = piece.lines();
            let lines = if piece.title.width(1) > wide || !lines.contains(&1) {
                *lines.end()
            } else {
                1
            };
            for before in before {
                let spot = Spot {
                    row,
                    lines,
                    before: *before,
                    cut: false,
                };
                let outline = piece.outline(spot);
                if self.may(&outline)
                    && !self.hides(&outline, *at, left)
                    && self.rows.is_free(&outline)
                    && self.rows.crossings(&outline) == 0
                {
                    found.push((*at, spot, outline));
                }
            }
        }
        found
    }

    /// Whether it hides one of those that are left to find a row.
    fn hides(&self, outline: &Outline, own: usize, left: &[usize]) -> bool {
        let place = |at: usize| self.pieces.get(at).map_or(f64::INFINITY, |piece| piece.at);
        let first = left.partition_point(|at| place(*at) <= outline.from - CLOSE);
        left.iter()
            .skip(first)
            .take_while(|at| place(**at) < outline.to + CLOSE)
            .filter(|at| **at != own && self.spots.get(**at).is_some_and(Option::is_none))
            .any(|at| outline.hides(place(*at), CLOSE))
    }

    /// Whether a title lies between the edges and on the rows for titles, and leaves those alone that come later.
    fn may(&self, outline: &Outline) -> bool {
        let (from, to) = self.room.edges;
        let within = outline.text.0 >= from - TOUCH
            && outline.text.1 <= to + TOUCH
            && outline.top() < self.room.rows;
        let later = self.room.later;
        let first = later.partition_point(|at| *at <= outline.from - NEAR);
        let mut near = later
            .iter()
            .skip(first)
            .take_while(|at| **at < outline.to + NEAR);
        within
            && near.all(|at| {
                !outline.hides(*at, CLOSE)
                    && (outline.height == 1 || (at - outline.at).abs() >= NEAR)
            })
    }

    /// Gives a title to whatever has none and can have one after all.
    fn fill(&mut self, Variant { wide, order, .. }: Variant) {
        let mut tried: Vec<usize> = (0..self.pieces.len()).collect();
        let piece = |at: &usize| self.pieces.get(*at);
        match order {
            Order::Earliest => {}
            Order::Latest => tried.reverse(),
            Order::Widest => sorting::sort_by_key(&mut tried, |at| {
                Reverse(piece(at).map(|one| one.title.line))
            }),
        }
        sorting::sort_by_key(&mut tried, |at| !piece(at).is_some_and(|piece| piece.key));
        let mut again = true;
        while again {
            again = false;
            for at in &tried {
                again |= self.title(*at, wide);
            }
        }
    }

    /// Tries every row and side for the title of a mark that has none, and takes the one
    /// that is low and breaks few lines.
    fn title(&mut self, at: usize, wide: f64) -> bool {
        let (Some(piece), Some(Some(bare))) = (self.pieces.get(at), self.spots.get(at)) else {
            return false;
        };
        if bare.lines > 0 || piece.lines().is_empty() {
            return false;
        }
        let bare = *bare;
        self.rows.remove(at);
        let free = spots(piece, self.room.rows)
            .filter_map(|spot| {
                let outline = piece.outline(spot);
                let is_free = self.may(&outline) && self.rows.is_free(&outline);
                is_free.then(|| {
                    let top = usize::from(outline.top());
                    let broken = self.rows.crossings(&outline);
                    let long = spot.lines == 1 && piece.title.width(1) > wide;
                    (top + ROWS_EACH * (broken + usize::from(long)), spot)
                })
            })
            .min_by_key(|(cost, _)| *cost);
        self.put(at, free.map_or(bare, |(_, spot)| spot));
        free.is_some()
    }
}

/// Every spot of a mark without its title, the lowest first. Bars are cut where they must
/// be, `cuts`, or come so last.
fn bare(piece: &Piece, rows: u8, cuts: bool) -> impl Iterator<Item = Spot> + use<> {
    let bar = piece.kind == Kind::Bar;
    let ways = [false, true].into_iter();
    let ways = ways.filter(move |cut| if *cut { bar } else { !(bar && cuts) });
    ways.flat_map(move |cut| {
        (0..rows).map(move |row| Spot {
            row,
            cut,
            ..Spot::default()
        })
    })
}

/// Every spot of a mark with its title, the lowest first.
pub(super) fn spots(piece: &Piece, rows: u8) -> impl Iterator<Item = Spot> + use<> {
    let lines = piece.lines();
    (0..rows).flat_map(move |row| {
        lines.clone().flat_map(move |lines| {
            [false, true].map(|before| Spot {
                row,
                lines,
                before,
                cut: false,
            })
        })
    })
}
