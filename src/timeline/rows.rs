use super::piece::{Outline, TOUCH};

/// What is taken on the rows of a lane: boxes that nothing may overlap, and the hair lines
/// that fall from them through the rows below.
pub(super) struct Rows {
    rows: Vec<Vec<Taken>>,
    lines: Vec<Line>,
}

struct Taken {
    owner: Option<usize>,
    outline: Outline,
}

/// A hair line through all rows below `top`.
struct Line {
    owner: Option<usize>,
    at: f64,
    top: u8,
}

impl Rows {
    /// So many rows with nothing on them.
    pub(super) fn new(most: u8) -> Rows {
        Rows {
            rows: (0..most).map(|_| Vec::new()).collect(),
            lines: Vec::new(),
        }
    }

    /// Takes the place of an outline; one without an owner is never removed.
    pub(super) fn add(&mut self, owner: Option<usize>, outline: Outline) {
        for row in outline.rows() {
            if let Some(row) = self.rows.get_mut(usize::from(row)) {
                row.push(Taken { owner, outline });
            }
        }
        self.lines.push(Line {
            owner,
            at: outline.at,
            top: outline.top(),
        });
    }

    /// Gives back what this owner has taken.
    pub(super) fn remove(&mut self, owner: usize) {
        for row in &mut self.rows {
            row.retain(|taken| taken.owner != Some(owner));
        }
        self.lines.retain(|line| line.owner != Some(owner));
    }

    /// Whether an outline is on these rows, and no box there overlaps it.
    pub(super) fn is_free(&self, outline: &Outline) -> bool {
        outline.rows().all(|row| {
            (self.rows.get(usize::from(row)))
                .is_some_and(|taken| !taken.iter().any(|one| one.outline.overlaps(outline, row)))
        })
    }

    /// How many lines would have to be broken where they run through its words or its bar,
    /// and how often its own would.
    pub(super) fn crossings(&self, outline: &Outline) -> usize {
        let lines = self.lines.iter();
        let through = lines.filter(|line| outline.row < line.top && outline.stops(line.at));
        let below = self.rows.iter().take(usize::from(outline.top())).flatten();
        let own = below.filter(|taken| taken.outline.stops(outline.at));
        through.count() + own.count()
    }
}

impl Outline {
    /// Whether both take room in one place of a row that both are on.
    fn overlaps(&self, other: &Outline, row: u8) -> bool {
        let (one, two) = (self.range(row), other.range(row));
        one.0 < two.1 - TOUCH && two.0 < one.1 - TOUCH
    }
}
