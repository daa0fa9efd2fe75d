//! What became of a source, for people and for programs.

use std::fmt;

use serde::{Serialize, Serializer, ser::SerializeSeq};

use super::{
    ledger::{Entry, Fate, Ledger, Place},
    onto::Changes,
    reason::{Reason, Weight},
};

/// What became of a source. It reads as a text, and serialises for programs.
#[derive(Debug)]
pub struct Report<'i> {
    pub(super) format: &'i str,
    pub(super) events: usize,
    pub(super) eras: usize,
    pub(super) ledger: &'i Ledger,
    pub(super) changes: Option<&'i Changes>,
}

/// How many pieces of the source had which fate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Pieces with something in them.
    pub pieces: usize,
    /// Those that stand in the article.
    pub in_article: usize,
    /// Those that steered how others were read, such as headers.
    pub guided: usize,
    /// Those that only the report has.
    pub reported: usize,
    /// Remarks about what is not in the article.
    pub left_out: usize,
    /// Remarks about what an editor should decide.
    pub asked: usize,
}

impl Report<'_> {
    /// How many events and eras there are.
    #[must_use]
    pub const fn events(&self) -> (usize, usize) {
        (self.events, self.eras)
    }

    /// Counts the fates.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for id in self.ledger.ids() {
            match self.ledger.fate(id) {
                Fate::Blank => continue,
                Fate::Became(_) => counts.in_article += 1,
                Fate::Guided => counts.guided += 1,
                Fate::Pending | Fate::Reported => counts.reported += 1,
            }
            counts.pieces += 1;
        }
        for entry in self.ledger.entries() {
            match entry.reason.weight() {
                Weight::LeftOut => counts.left_out += 1,
                Weight::Asked => counts.asked += 1,
                _ => {}
            }
        }
        counts
    }

    /// Whether everything of the source that means something is in the article.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self
            .ledger
            .entries()
            .iter()
            .any(|entry| entry.reason.weight() == Weight::LeftOut)
    }

    /// Where a piece stands, in words.
    fn place(&self, place: &Place) -> String {
        match place {
            Place::Cell { sheet, row, column } => {
                let header = self
                    .ledger
                    .headers
                    .get(*column as usize - 1)
                    .map(|header| header.trim());
                let header = header
                    .filter(|_| *sheet == self.ledger.sheet)
                    .filter(|header| !header.is_empty())
                    .map(|header| format!(" ({header})"));
                let name = self
                    .ledger
                    .sheets
                    .get(usize::from(*sheet))
                    .filter(|_| self.ledger.sheets.len() > 1);
                let sheet = name
                    .map(|name| format!("sheet {name}, "))
                    .unwrap_or_default();
                format!(
                    "{sheet}row {row}, column {}{}",
                    letters(*column),
                    header.unwrap_or_default()
                )
            }
            Place::Path(path) if path.is_empty() => "the whole".into(),
            Place::Path(path) => path.to_string(),
            Place::Line(line, name) if name.is_empty() => format!("line {line}"),
            Place::Line(line, name) => format!("line {line}, {name}"),
            Place::Whole => "the source".into(),
        }
    }
}

/// The letters of a spreadsheet's column: 1 is A, 27 is AA.
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// A text in one line, not too long for a terminal.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let clean: String = line.chars().filter(|c| !c.is_control()).collect();
    if clean.chars().count() > 80 {
        clean.chars().take(79).collect::<String>() + "…"
    } else {
        clean
    }
}

/// How many remarks of one kind are printed, and how many cells of one remark.
const REMARKS: usize = 12;
const CELLS: usize = 3;

impl fmt::Display for Report<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |count: usize, one: &str| match count {
            1 => format!("1 {one}"),
            count => format!("{count} {one}s"),
        };
        writeln!(
            out,
            "Read {}: {}, {}.",
            self.format,
            plural(self.events, "event"),
            plural(self.eras, "era")
        )?;
        if let Some(changes) = self.changes {
            write!(out, "{changes}")?;
        }
        for (weight, title) in [
            (Weight::LeftOut, "Not in the article"),
            (Weight::Asked, "Please decide"),
            (Weight::Chosen, "Read as follows"),
            (Weight::Changed, "Written otherwise"),
            (Weight::Proposed, "You may want to add"),
            (Weight::Aside, "Passed over, of no use to an article"),
        ] {
            let of: Vec<&Entry> = self
                .ledger
                .entries()
                .iter()
                .filter(|entry| entry.reason.weight() == weight)
                .collect();
            if of.is_empty() {
                continue;
            }
            writeln!(out, "\n{title}:")?;
            let mut kinds: Vec<(std::mem::Discriminant<Reason>, usize)> = Vec::new();
            for entry in of {
                let kind = std::mem::discriminant(&entry.reason);
                let at = kinds
                    .iter()
                    .position(|(known, _)| *known == kind)
                    .unwrap_or_else(|| {
                        kinds.push((kind, 0));
                        kinds.len() - 1
                    });
                if let Some((_, count)) = kinds.get_mut(at) {
                    *count += 1;
                    if *count > REMARKS {
                        continue;
                    }
                }
                self.remark(out, entry)?;
            }
            let more: usize = kinds
                .iter()
                .map(|(_, count)| count.saturating_sub(REMARKS))
                .sum();
            if more > 0 {
                writeln!(
                    out,
                    "  and {} like these; --report FILE has them all.",
                    plural(more, "remark")
                )?;
            }
        }
        let counts = self.counts();
        writeln!(
            out,
            "\n{} of the source hold something: {} are in the article, {} steered how others were read \
             (headers, types), {} are only in this report.",
            plural(counts.pieces, "cell"),
            counts.in_article,
            counts.guided,
            counts.reported
        )
    }
}

impl Report<'_> {
    /// One remark: where, what stands there, what happened, what to do.
    fn remark(&self, out: &mut fmt::Formatter<'_>, entry: &Entry) -> fmt::Result {
        let target = entry
            .target
            .map(|target| format!(" → {}", target.path()))
            .unwrap_or_default();
        for (at, piece) in entry.pieces.iter().enumerate() {
            if at == CELLS {
                writeln!(out, "  and {} more", entry.pieces.len() - CELLS)?;
                break;
            }
            let place = self.place(&self.ledger.place(*piece));
            writeln!(
                out,
                "  {place}: “{}”{target}",
                shortened(self.ledger.text(*piece))
            )?;
        }
        writeln!(out, "    {}", entry.reason.message())?;
        if let Some(cure) = entry.reason.cure() {
            writeln!(out, "    {cure}")?;
        }
        Ok(())
    }
}

impl Serialize for Report<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Whole<'r> {
            format: &'r str,
            events: usize,
            eras: usize,
            counts: Counts,
            #[serde(skip_serializing_if = "Option::is_none")]
            onto: Option<&'r Changes>,
            remarks: Remarks<'r>,
        }
        let whole = Whole {
            format: self.format,
            events: self.events,
            eras: self.eras,
            counts: self.counts(),
            onto: self.changes,
            remarks: Remarks(self),
        };
        whole.serialize(serializer)
    }
}

/// The remarks, each made as it is written: a large report is never held twice.
struct Remarks<'r>(&'r Report<'r>);

impl Serialize for Remarks<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Remark<'e> {
            weight: Weight,
            #[serde(flatten)]
            reason: &'e Reason,
            message: String,
            #[serde(skip_serializing_if = "Option::is_none")]
            cure: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            target: Option<String>,
            pieces: Vec<Piece<'e>>,
        }
        #[derive(Serialize)]
        struct Piece<'e> {
            #[serde(skip_serializing_if = "Option::is_none")]
            sheet: Option<&'e str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            row: Option<u32>,
            #[serde(skip_serializing_if = "Option::is_none")]
            column: Option<u32>,
            #[serde(skip_serializing_if = "Option::is_none")]
            line: Option<u32>,
            #[serde(skip_serializing_if = "Option::is_none")]
            path: Option<String>,
            place: String,
            text: &'e str,
        }
        let report = self.0;
        let ledger = report.ledger;
        let mut list = serializer.serialize_seq(Some(ledger.entries().len()))?;
        for entry in ledger.entries() {
            let pieces = entry.pieces.iter().map(|id| {
                let place = ledger.place(*id);
                let (mut sheet, mut row, mut column, mut line, mut path) =
                    (None, None, None, None, None);
                match &place {
                    Place::Cell {
                        sheet: at,
                        row: r,
                        column: c,
                    } => {
                        sheet = ledger.sheets.get(usize::from(*at)).map(String::as_str);
                        (row, column) = (Some(*r), Some(*c));
                    }
                    Place::Path(own) => path = Some(own.to_string()),
                    Place::Line(number, _) => line = Some(*number),
                    Place::Whole => {}
                }
                Piece {
                    sheet,
                    row,
                    column,
                    line,
                    path,
                    place: report.place(&place),
                    text: ledger.text(*id),
                }
            });
            list.serialize_element(&Remark {
                weight: entry.reason.weight(),
                reason: &entry.reason,
                message: entry.reason.message(),
                cure: entry.reason.cure(),
                target: entry.target.map(|target| target.path()),
                pieces: pieces.collect(),
            })?;
        }
        list.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, name) in [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")] {
            assert_eq!(letters(column), name);
        }
    }
}
