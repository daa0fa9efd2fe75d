use super::{
    level::Around,
    piece::{GAP, Outline, Piece, Spot},
};
use crate::sorting;

/// Rows above all others where the title of what is chosen may go.
const ABOVE: u8 = 2;
/// Between a hair line and the title beside it, in px.
const BESIDE: f64 = 4.0;

/// Where the title of what is chosen stands, if it has none of its own at this level.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Chosen {
    /// The lowest row of the title.
    pub row: u8,
    /// Its lines.
    pub lines: u8,
    /// Whether it stands before its mark.
    pub before: bool,
    /// Px between the mark's line and the title.
    pub gap: f64,
    /// Its width, less than it wants where time itself ends.
    pub width: f64,
    /// Whose titles make room for it: the positions of their first items, ascending.
    pub hidden: Vec<u32>,
}

/// Looks for the place where the title of a mark at `spot` hides fewest others; it hides no
/// mark. Beside the mark, or in a layer above it, at last above all other rows.
pub(super) fn chosen(around: &Around, piece: &Piece, spot: Spot, rows: u8) -> Option<Chosen> {
    let own = piece.outline(spot);
    // Marks without a title may stand above the rows of titles.
    let tops = around.others.iter().map(|(_, other)| other.top() + 1);
    let rows = tops.fold(rows, u8::max);
    let head = piece.drawn(spot.cut);
    let mut best: Option<(usize, Chosen)> = None;
    for row in own.row..rows.saturating_add(ABOVE) {
        for lines in piece.lines() {
            if row + lines > rows.saturating_add(ABOVE) {
                continue;
            }
            for before in [false, true] {
                let gap = match (row == own.row, before) {
                    (false, _) => BESIDE,
                    (true, true) => GAP + piece.at - head.0,
                    (true, false) => GAP + head.1 - piece.at,
                };
                let room = if before {
                    piece.at - gap - around.edges.0
                } else {
                    around.edges.1 - piece.at - gap
                };
                let wanted = piece.title.width(lines);
                // Above all others there is always a place, if not always for all of it.
                if wanted > room && (row < rows || lines != *piece.lines().end()) {
                    continue;
                }
                let width = wanted.min(room);
                let (from, to) = if before {
                    (piece.at - gap - width, piece.at - gap)
                } else {
                    (piece.at + gap, piece.at + gap + width)
                };
                let title = Outline {
                    row,
                    height: lines,
                    from,
                    to,
                    at: piece.at,
                    text: (from, to),
                    body: (0.0, 0.0),
                };
                let Some(hidden) = hides(&title, &around.others) else {
                    continue;
                };
                // What is cut is as bad as hiding many.
                let cut = usize::from(width < wanted) * 1_000 + (wanted - width) as usize;
                let cost = hidden.len() + cut;
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((
                        cost,
                        Chosen {
                            row,
                            lines,
                            before,
                            gap,
                            width,
                            hidden,
                        },
                    ));
                }
            }
        }
    }
    best.map(|(_, chosen)| chosen)
}

/// Whose titles a title hides; `None` where it would hide a mark.
fn hides(title: &Outline, others: &[(u32, Outline)]) -> Option<Vec<u32>> {
    let lies = |(from, to): (f64, f64)| from < to && title.from < to && from < title.to;
    let mut hidden = Vec::new();
    for (position, other) in others {
        let meets = |row: u8| title.rows().contains(&row);
        if meets(other.top()) && lies(other.mark()) {
            return None;
        }
        if other.rows().any(meets) && lies(other.text) {
            hidden.push(*position);
        }
    }
    sorting::sort(&mut hidden);
    Some(hidden)
}
