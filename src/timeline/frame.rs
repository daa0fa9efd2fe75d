//! One lane under the viewport: its pieces, put on the stage as marks.

use super::{
    Ending, Extent, Head, Item, Label, Layout, Mark, Options, Viewport,
    chosen::{Chosen, chosen},
    layout::whole,
    level::{Lane, Level},
    piece::{GAP, Kind, OPEN, PILL, Piece, Spot, beginning, head},
    spans::Span,
};
use crate::article::Instant;

/// What is no farther than this from the stage is laid out, too, in px.
const NEAR: i32 = 20;

/// What is laid out of one lane.
pub(super) struct Frame<'a> {
    pub layout: &'a Layout,
    pub viewport: &'a Viewport,
    pub options: &'a Options,
    pub level: &'a Level,
    pub lane: &'a Lane,
    pub items: &'a [Item],
    pub number: u16,
    /// The position of what is chosen.
    pub chosen: Option<u32>,
}

impl Frame<'_> {
    fn x(&self, second: i64) -> f64 {
        self.layout.exact(self.viewport, second)
    }

    fn item(&self, position: u32) -> Option<&Item> {
        self.items.get(position as usize)
    }

    /// Where the title of what is chosen goes, if it has none.
    pub(super) fn chosen(&self) -> Option<Chosen> {
        let position = self.chosen?;
        let item = self.item(position)?;
        let around = (self.level).around(self.lane, self.items, self.options, position)?;
        let (piece, spot) = around.own?;
        if spot.lines > 0 || item.titled != item.lane {
            return None;
        }
        let piece = Piece {
            title: self.options.titles.shape(item.id),
            ..piece
        };
        chosen(&around, &piece, spot, self.lane.rows)
    }

    /// The marks on the rows.
    pub(super) fn marks(&self, chosen: Option<&Chosen>, marks: &mut Vec<Mark>) {
        let (from, to) = self.layout.stage;
        let end = whole(self.x(to.0));
        for stretch in (self.level).each(self.lane, self.items, self.options, (from.0, to.0)) {
            for (piece, spot) in stretch.pieces.iter().zip(&stretch.spots) {
                #[cfg(test)]
                super::level::LOOKED.set(super::level::LOOKED.get() + 1);
                let Some(mark) = self.mark(piece, *spot, chosen) else {
                    continue;
                };
                let (mut left, mut right) = match mark.head {
                    Head::Disc(x) | Head::Pill(x) => (x - PILL as i32, x + PILL as i32),
                    Head::Bar { x, width, .. } => (x, x + width),
                };
                if mark.count > 1 {
                    left = left.min(whole(self.x(mark.from.0)));
                    right = right.max(whole(self.x(mark.to.0)));
                }
                if let Some(label) = mark.label {
                    left = left.min(label.x);
                    right = right.max(label.x + label.width);
                }
                if right > -NEAR && left < end + NEAR {
                    marks.push(mark);
                }
            }
        }
    }

    fn mark(&self, piece: &Piece, spot: Spot, chosen: Option<&Chosen>) -> Option<Mark> {
        let (first, last) = (self.item(piece.first)?, self.item(piece.last)?);
        let x = |second| self.x(second);
        let selected = (self.chosen).is_some_and(|at| (piece.first..=piece.last).contains(&at));
        let (at, ends, drawn) = if piece.is_cluster() {
            let at = (self.level).middle(piece.first, piece.last, self.items, &x)?;
            (at, (at - PILL, at + PILL), Head::Pill(whole(at)))
        } else {
            let (kind, ends, at) = head(first, &x);
            // Only the beginning, for want of a row.
            let cut = spot.cut || piece.is_long;
            let ends = if cut { beginning(at) } else { ends };
            (at, ends, bar(kind, first, ends, at, cut))
        };
        let top = spot.row + spot.lines.max(1) - 1;
        let own = self.chosen.filter(|_| selected && piece.is_cluster());
        let id = own
            .and_then(|at| self.item(at))
            .map_or(first.id, |item| item.id);
        let title = |lines, width: f64, row, before: bool, gaps: (f64, f64)| {
            let x = if before { gaps.0 - width } else { gaps.1 };
            Label {
                id,
                x: whole(x),
                width: whole(width),
                row,
                lines,
                before,
                latest: whole(x),
            }
        };
        let hidden = |chosen: &Chosen| chosen.hidden.binary_search(&piece.first).is_ok();
        let label = match chosen {
            Some(own) if selected => Some(title(
                own.lines,
                own.width,
                own.row,
                own.before,
                (at - own.gap, at + own.gap),
            )),
            Some(other) if hidden(other) => None,
            _ => (spot.lines > 0).then(|| {
                let width = piece.title.width(spot.lines);
                title(
                    spot.lines,
                    width,
                    spot.row,
                    spot.before,
                    (ends.0 - GAP, ends.1 + GAP),
                )
            }),
        };
        Some(Mark {
            lane: self.number,
            row: top,
            is_span: false,
            id: first.id,
            count: piece.count,
            from: Instant(first.anchor),
            to: Instant(last.anchor),
            at: whole(at),
            line: 0,
            head: drawn,
            label,
            selected,
        })
    }

    /// The long bars that reach into the stage.
    pub(super) fn spans(&self, marks: &mut Vec<Mark>) {
        let (from, to) = self.layout.stage;
        for (number, row) in (0u8..).zip(&self.lane.spans.rows) {
            let first = row.partition_point(|span| span.end <= from.0);
            let seen = row.iter().skip(first).take_while(|span| span.start < to.0);
            marks.extend(seen.filter_map(|span| self.span(number, *span)));
        }
    }

    fn span(&self, row: u8, span: Span) -> Option<Mark> {
        let item = self.item(span.position)?;
        let Extent::Bar(starts, ends) = item.extent else {
            return None;
        };
        let (mut start, end) = (self.x(item.start), self.x(item.end));
        if starts == Ending::Open {
            start = start.min(end - OPEN);
        }
        let (x, end) = (whole(start), whole(end));
        let shape = self.options.titles.shape(item.id);
        // As it was decided where the level is laid out.
        let px = item.end.saturating_sub(item.start) as f64 / self.level.scale;
        let lines = if shape.width(1) + 2.0 * GAP > px && shape.pair < shape.line {
            2
        } else {
            1
        };
        let room = f64::from(end - x) - 2.0 * GAP;
        let width = whole(shape.width(lines).min(room));
        let label = (shape.is_some() && width > 0).then(|| Label {
            id: item.id,
            x: x + GAP as i32,
            width,
            row,
            lines,
            before: false,
            latest: end - GAP as i32 - width,
        });
        Some(Mark {
            lane: self.number,
            row,
            is_span: true,
            id: item.id,
            count: 1,
            from: Instant(item.anchor),
            to: Instant(item.anchor),
            at: x,
            line: 0,
            head: Head::Bar {
                x,
                width: (end - x).max(1),
                starts,
                ends,
            },
            label,
            selected: self.chosen == Some(span.position),
        })
    }
}

/// The head of a single item.
fn bar(kind: Kind, item: &Item, (from, to): (f64, f64), at: f64, cut: bool) -> Head {
    let (Kind::Bar, Extent::Bar(starts, ends)) = (kind, item.extent) else {
        return Head::Disc(whole(at));
    };
    let x = whole(from);
    Head::Bar {
        x,
        width: (whole(to) - x).max(1),
        starts,
        ends: if cut { Ending::Cut } else { ends },
    }
}
