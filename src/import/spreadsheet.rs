//! XLSX and ODS, by calamine, which is shown only what is small enough: the file is unpacked
//! once to count, cells are read one by one.

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Ods, Reader, Xlsx, XlsxError};

use super::{
    build::Builder,
    dates::Epoch,
    ledger::Place,
    reason::Reason,
    sheet::{self, Sheet},
    table::{Record, known_headers},
    unreadable::Unreadable,
};

/// Most bytes that a file may unpack to.
const UNPACKED: u64 = 256 << 20;

/// Most cells of a file, filled or between filled ones.
const CELLS: usize = 4_000_000;

/// A sheet's rows.
struct Rows {
    name: String,
    records: Vec<Record>,
    /// Cells that hold a formula and no result.
    formulas: Vec<(u32, u32, String)>,
}

/// Reads the sheet of the events into the draft.
pub(super) fn read(builder: &mut Builder<'_>, bytes: &[u8]) -> Result<&'static str, Unreadable> {
    let content = weigh(bytes)?;
    let (mut sheets, epoch, kind) = match content {
        Some(xml) => (ods(bytes, &xml)?, None, "an OpenDocument spreadsheet"),
        None => {
            let (sheets, epoch) = xlsx(bytes)?;
            (sheets, Some(epoch), "an Excel spreadsheet")
        }
    };
    builder.ledger.sheets = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let at = chosen(builder, &sheets)?;
    for (number, other) in (0..).zip(&sheets) {
        if usize::from(number) != at {
            leave(
                builder,
                number,
                other,
                sheets.get(at).map_or("", |sheet| &sheet.name),
            );
        }
    }
    if at >= sheets.len() {
        return Err(Unreadable::Empty);
    }
    let sheet = sheets.swap_remove(at);
    for (row, column, formula) in sheet.formulas {
        let number = u16::try_from(at).unwrap_or_default();
        let piece = builder.ledger.add(
            Place::Cell {
                sheet: number,
                row,
                column,
            },
            &formula,
        );
        builder.ledger.report([piece], Reason::Formula);
    }
    let number = u16::try_from(at).unwrap_or_default();
    let format = sheet::read(
        builder,
        sheet.records.into_iter(),
        Sheet {
            number,
            epoch,
            is_own: false,
        },
    )?;
    let _ = format;
    Ok(kind)
}

/// The sheet that was asked for, else the one with the most headers that are known, else the first with cells.
fn chosen(builder: &Builder<'_>, sheets: &[Rows]) -> Result<usize, Unreadable> {
    if let Some(name) = &builder.options.sheet {
        let found = sheets.iter().position(|sheet| sheet.name == *name);
        return found.ok_or_else(|| {
            let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
            Unreadable::Option {
                why: format!("--sheet {name}: the sheets are {}.", names.join(", ")),
            }
        });
    }
    let known = |sheet: &Rows| {
        let rows = sheet.records.iter().take(12);
        known_headers(&rows.map(|record| record.cells.clone()).collect::<Vec<_>>())
    };
    let most = sheets.iter().map(known).max().filter(|most| *most > 0);
    let with_header = most.and_then(|most| sheets.iter().position(|sheet| known(sheet) == most));
    let filled = || sheets.iter().position(|sheet| !sheet.records.is_empty());
    with_header.or_else(filled).ok_or(Unreadable::Empty)
}

/// Reports all cells of a sheet that is not read.
fn leave(builder: &mut Builder<'_>, number: u16, sheet: &Rows, read: &str) {
    let mut pieces = Vec::new();
    for (row, record) in (1..).zip(&sheet.records) {
        for (column, cell) in (1..).zip(&record.cells) {
            if !cell.trim().is_empty() {
                pieces.push(builder.ledger.add(
                    Place::Cell {
                        sheet: number,
                        row,
                        column,
                    },
                    cell,
                ));
            }
        }
    }
    builder.ledger.report(
        pieces,
        Reason::OtherSheet {
            read: read.to_string(),
        },
    );
}

fn broken(error: &dyn std::fmt::Display) -> Unreadable {
    Unreadable::Broken {
        kind: "a spreadsheet".into(),
        why: error.to_string(),
    }
}

/// Unpacks the file once, counting; gives the content of an ODS, whose cells are counted
/// before anybody makes them.
fn weigh(bytes: &[u8]) -> Result<Option<String>, Unreadable> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut left = UNPACKED;
    let mut content = None;
    if zip.len() > 10_000 {
        return Err(Unreadable::Bomb {
            most: (UNPACKED >> 20) as usize,
        });
    }
    for at in 0..zip.len() {
        let Ok(file) = zip.by_index(at) else { continue };
        let is_content = file.name().is_ok_and(|name| name == "content.xml");
        let mut limited = file.take(left + 1);
        let size = if is_content {
            let mut xml = Vec::new();
            limited
                .read_to_end(&mut xml)
                .map_err(|error| broken(&error))?;
            let size = xml.len() as u64;
            content = Some(String::from_utf8_lossy(&xml).into_owned());
            size
        } else {
            std::io::copy(&mut limited, &mut std::io::sink()).map_err(|error| broken(&error))?
        };
        if size > left {
            return Err(Unreadable::Bomb {
                most: (UNPACKED >> 20) as usize,
            });
        }
        left -= size;
    }
    Ok(content)
}

/// The rows of all sheets of an XLSX, and from when it counts days.
fn xlsx(bytes: &[u8]) -> Result<(Vec<Rows>, Epoch), Unreadable> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => Unreadable::Kind {
            is: "a spreadsheet with a password".into(),
            cure: "Save it without.".into(),
        },
        error => broken(&error),
    })?;
    let epoch = if book.has_1904_epoch() {
        Epoch::Year1904
    } else {
        Epoch::Year1900
    };
    let mut left = CELLS;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut grid = Grid::default();
        let mut reader = match book.worksheet_cells_reader(&name) {
            Ok(reader) => reader,
            // A sheet of charts has no cells.
            Err(_) => continue,
        };
        while let Some(cell) = reader.next_cell().map_err(|error| broken(&error))? {
            let (row, column) = cell.get_position();
            let text = written(cell.get_value());
            grid.put(row, column, text, &mut left)?;
        }
        drop(reader);
        let mut formulas = Vec::new();
        if let Ok(mut reader) = book.worksheet_cells_reader(&name) {
            while let Ok(Some(cell)) = reader.next_formula() {
                let (row, column) = cell.get_position();
                let formula = cell.get_value();
                if !formula.is_empty() && grid.is_blank(row, column) && formulas.len() < 10_000 {
                    formulas.push((row + 1, column + 1, format!("={formula}")));
                }
            }
        }
        sheets.push(Rows {
            name,
            records: grid.records(),
            formulas,
        });
    }
    Ok((sheets, epoch))
}

/// The rows of all sheets of an ODS.
fn ods(bytes: &[u8], xml: &str) -> Result<Vec<Rows>, Unreadable> {
    if spread(xml) > CELLS {
        return Err(Unreadable::TooManyCells { most: CELLS });
    }
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut left = CELLS;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book
            .worksheet_range(&name)
            .map_err(|error| broken(&error))?;
        let (top, start) = range.start().unwrap_or_default();
        let mut grid = Grid::default();
        for (row, column, value) in range.used_cells() {
            let row = top + u32::try_from(row).unwrap_or_default();
            let column = start + u32::try_from(column).unwrap_or_default();
            grid.put(row, column, owned(value), &mut left)?;
        }
        sheets.push(Rows {
            name,
            records: grid.records(),
            formulas: Vec::new(),
        });
    }
    Ok(sheets)
}

/// How many cells an ODS spreads to, counted from the attributes that repeat them. Empty rows
/// and cells at the end are written once for all the rest of the sheet, and do not count.
fn spread(xml: &str) -> usize {
    let (mut rows, mut columns) = (0_usize, 0_usize);
    let (mut widest, mut deepest) = (0_usize, 0_usize);
    let mut worst = 0_usize;
    for tag in xml.split('<').skip(1) {
        let count = |name: &str| -> usize {
            let value = tag
                .split_once(name)
                .map_or("", |(_, rest)| rest.trim_start_matches(['=', '"', '\'']));
            let digits = value.bytes().take_while(u8::is_ascii_digit).count();
            value
                .get(..digits)
                .and_then(|digits| digits.parse().ok())
                .unwrap_or(1)
        };
        if tag.starts_with("table:table ") || tag.starts_with("table:table>") {
            worst = worst.max(widest.saturating_mul(deepest));
            (rows, columns, widest, deepest) = (0, 0, 0, 0);
        } else if tag.starts_with("table:table-row") {
            rows = rows.saturating_add(count("table:number-rows-repeated"));
            columns = 0;
        } else if tag.starts_with("table:table-cell") || tag.starts_with("table:covered-table-cell")
        {
            columns = columns.saturating_add(count("table:number-columns-repeated"));
            if tag.contains("office:value-type")
                || tag.contains("calcext:value-type")
                || tag.contains("table:formula")
            {
                widest = widest.max(columns);
                deepest = deepest.max(rows);
            }
        } else if tag.starts_with("text:p") && columns > 0 {
            widest = widest.max(columns);
            deepest = deepest.max(rows);
        }
    }
    worst.max(widest.saturating_mul(deepest))
}

/// Cells in rows; what is empty between them counts against the limit.
#[derive(Default)]
struct Grid {
    rows: Vec<Vec<String>>,
}

impl Grid {
    fn put(
        &mut self,
        row: u32,
        column: u32,
        text: String,
        left: &mut usize,
    ) -> Result<(), Unreadable> {
        if text.is_empty() {
            return Ok(());
        }
        let (row, column) = (row as usize, column as usize);
        if column >= sheet::COLUMNS {
            let row = u32::try_from(row + 1).unwrap_or(u32::MAX);
            return Err(Unreadable::TooWide {
                row,
                columns: column + 1,
                most: sheet::COLUMNS,
            });
        }
        let rows = (row + 1).saturating_sub(self.rows.len());
        let cells = (column + 1).saturating_sub(self.rows.get(row).map_or(0, Vec::len));
        *left = left
            .checked_sub(rows + cells)
            .ok_or(Unreadable::TooManyCells { most: CELLS })?;
        if rows > 0 {
            self.rows.resize(row + 1, Vec::new());
        }
        if let Some(cells) = self.rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = text;
            }
        }
        Ok(())
    }

    fn is_blank(&self, row: u32, column: u32) -> bool {
        let cell = self
            .rows
            .get(row as usize)
            .and_then(|row| row.get(column as usize));
        cell.is_none_or(|cell| cell.trim().is_empty())
    }

    fn records(self) -> Vec<Record> {
        let rows = (1..).zip(self.rows);
        rows.map(|(line, cells)| Record {
            line,
            cells,
            mended: Vec::new(),
        })
        .collect()
    }
}

/// A cell's value as a text: dates as ISO 8601 writes them.
fn written(value: &DataRef<'_>) -> String {
    owned(&Data::from(value.clone()))
}

fn owned(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Bool(flag) => flag.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_string(),
        Data::DurationIso(text) => clock(text),
        Data::Error(error) => error.to_string(),
        Data::DateTime(time) => {
            let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
            let clock = match second {
                0 => format!("{hour:02}:{minute:02}"),
                second => format!("{hour:02}:{minute:02}:{second:02}"),
            };
            // Below one a number is a time of day.
            if time.is_duration() || time.as_f64() < 1.0 {
                clock
            } else if (hour, minute, second) == (0, 0, 0) {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02} {clock}")
            }
        }
    }
}

/// `PT14H05M00S`, the time of day of an ODS.
fn clock(text: &str) -> String {
    let part = |sign: char| {
        let end = text.find(sign)?;
        let head = text.get(..end)?;
        let start = head
            .rfind(|c: char| !c.is_ascii_digit())
            .map_or(0, |at| at + 1);
        head.get(start..)?.parse::<u32>().ok()
    };
    match (part('H'), part('M')) {
        (Some(hour), Some(minute)) => format!("{hour:02}:{minute:02}"),
        _ => text.to_string(),
    }
}
