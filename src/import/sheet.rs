//! From the cells of a sheet to a table: where the header is, what stands above it.

use super::{
    build::Builder,
    export::csv::{HEADER, unguarded},
    ledger::{PieceId, Place, Target},
    reason::Reason,
    table::{Header, Plan, Record, Row, Table, build, find_header},
    unreadable::Unreadable,
};

/// Most columns that are read.
pub(super) const COLUMNS: usize = 2_000;

/// Among how many rows the header is looked for.
const HEAD: usize = 40;

/// What is known of a sheet beside its cells.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sheet {
    /// Its place among the sheets of the file.
    pub number: u16,
    /// Whether its numbers count days from 1904.
    pub epoch: Option<super::dates::Epoch>,
    /// Whether Dateline wrote it, and kept its cells from being formulas.
    pub is_own: bool,
}

/// Reads the rows of a sheet into the draft, and gives what kind of table it is.
///
/// # Errors
/// When a row has too many columns.
pub(super) fn read(
    builder: &mut Builder<'_>,
    mut records: impl Iterator<Item = Record>,
    mut sheet: Sheet,
) -> Result<&'static str, Unreadable> {
    let mut row = 0;
    let head: Vec<Record> = records.by_ref().take(HEAD).collect();
    let cells: Vec<Vec<String>> = head.iter().map(|record| record.cells.clone()).collect();
    let wanted: Vec<String> = builder
        .options
        .map
        .iter()
        .map(|(_, header)| header.clone())
        .collect();
    let header_at = find_header(&cells, &wanted);
    let mut table = Table::default();
    let mut above: Vec<Vec<PieceId>> = Vec::new();
    for record in head.into_iter().chain(records.by_ref()) {
        row += 1;
        if record.cells.len() > COLUMNS {
            let columns = record.cells.len();
            return Err(Unreadable::TooWide {
                row,
                columns,
                most: COLUMNS,
            });
        }
        let is_header = header_at.is_some_and(|at| at + 1 == row as usize);
        if !is_header && record.cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let pieces = add(builder, &record, sheet, row, is_header);
        if is_header {
            sheet.is_own = record.cells == HEADER;
            table.headers = record
                .cells
                .iter()
                .zip(&pieces)
                .map(|(name, piece)| Header {
                    name: name.clone(),
                    piece: *piece,
                })
                .collect();
        } else if header_at.is_some_and(|at| (row as usize) < at + 1) {
            above.push(pieces.into_iter().flatten().collect());
        } else {
            table.rows.push(Row { cells: pieces });
        }
    }
    // The source itself is needed no longer; its cells are in the ledger.
    drop(records);
    trim_headers(&mut table);
    if header_at.is_none() {
        let width = table
            .rows
            .iter()
            .take(HEAD)
            .map(|row| row.cells.len())
            .max()
            .unwrap_or_default();
        table.headers = vec![Header::default(); width];
    }
    builder.ledger.headers = table
        .headers
        .iter()
        .map(|header| header.name.clone())
        .collect();
    builder.ledger.sheet = sheet.number;
    let plan = Plan::new(builder, &table);
    builder.ledger.roles.clone_from(&plan.roles);
    build_sheet(builder, table, &plan, sheet);
    settle_above(builder, above);
    Ok(match (plan.is_own, plan.timelinejs) {
        (true, _) => "a table that Dateline exported",
        (_, Some(1)) => "a sheet of TimelineJS (its first version)",
        (_, Some(_)) => "a sheet of TimelineJS",
        _ => "a table",
    })
}

fn build_sheet(builder: &mut Builder<'_>, table: Table, plan: &Plan, sheet: Sheet) {
    if sheet.epoch.is_none() {
        return build(builder, table, plan);
    }
    let mut context = builder.context(plan.evidence.clone());
    context.epoch = sheet.epoch;
    if plan.timelinejs == Some(1) {
        context.format_order = Some(super::dates::Order::MonthDayYear);
    }
    context.edtf = plan.is_own;
    super::table::build_with(builder, table, plan, &context);
}

/// Adds the cells of a row to the ledger. Cells at the end with nothing in them are none.
fn add(
    builder: &mut Builder<'_>,
    record: &Record,
    sheet: Sheet,
    row: u32,
    is_header: bool,
) -> Vec<Option<PieceId>> {
    let filled = record
        .cells
        .iter()
        .rposition(|cell| !cell.trim().is_empty())
        .map_or(0, |last| last + 1);
    let count = if is_header {
        record.cells.len()
    } else {
        filled
    };
    let mut pieces = Vec::with_capacity(count);
    for (column, cell) in (1..).zip(record.cells.iter().take(count)) {
        let cell = if sheet.is_own { unguarded(cell) } else { cell };
        if cell.is_empty() {
            pieces.push(None);
            continue;
        }
        let piece = builder.ledger.add(
            Place::Cell {
                sheet: sheet.number,
                row,
                column,
            },
            cell,
        );
        if record.mended.contains(&(column as usize - 1)) {
            builder.ledger.tell(piece, Reason::Quote);
        }
        pieces.push(Some(piece));
    }
    pieces
}

/// Sixteen columns without header or cells are none.
fn trim_headers(table: &mut Table) {
    let widest = table
        .rows
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or_default();
    let named = table
        .headers
        .iter()
        .rposition(|header| !header.name.trim().is_empty())
        .map_or(0, |last| last + 1);
    // A column without a header may still hold something.
    let full = table.headers.len();
    table.headers.truncate(named.max(widest.min(full)));
}

/// A line above the header names the whole, where nothing else does.
fn settle_above(builder: &mut Builder<'_>, above: Vec<Vec<PieceId>>) {
    for row in above {
        let filled: Vec<PieceId> = row
            .into_iter()
            .filter(|piece| !builder.ledger.text(*piece).trim().is_empty())
            .collect();
        if let [piece] = filled.as_slice()
            && builder.draft.headline.is_empty()
        {
            let text = builder.ledger.text(*piece);
            builder.draft.headline = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let target = Target::head("headline");
            builder.ledger.became(*piece, target);
            let from = "the line above the header".into();
            builder
                .ledger
                .report_at([*piece], Reason::Headline { from }, Some(target));
            continue;
        }
        builder.ledger.report(filled, Reason::AboveHeader);
    }
}
