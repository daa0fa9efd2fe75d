//! The date of a row: from one cell or from many, with its end.

use super::{Plan, Role, Row, Table, rows::find};
use crate::article::Date;
use crate::import::{
    dates::{Columns, Context, Found, Note, Trouble, read, wikidata_time},
    entry::Dated,
    ledger::{Ledger, PieceId},
};

/// The date of a row.
pub(super) fn dated(ledger: &Ledger, row: &Row, plan: &Plan, context: &Context) -> Dated {
    let cell = |role| find(row, plan, role).filter(|cell| !ledger.text(*cell).trim().is_empty());
    let text = |cell: Option<PieceId>| cell.map_or("", |cell| ledger.text(cell));
    let [date, time, end, end_time] = [Role::Date, Role::Time, Role::End, Role::EndTime].map(cell);
    let start = [Role::Year, Role::Month, Role::Day, Role::Time].map(cell);
    let finish = [Role::EndYear, Role::EndMonth, Role::EndDay, Role::EndTime].map(cell);
    let mut dated = Dated::default();
    // A date of its own is read first; the year beside it may be what it lacks.
    let mut used: Vec<PieceId> = Vec::new();
    if let Some(date) = date {
        used.push(date);
        let written = match time {
            Some(time) => format!("{} {}", text(Some(date)).trim(), text(Some(time)).trim()),
            None => text(Some(date)).to_string(),
        };
        let with_year = start
            .first()
            .copied()
            .flatten()
            .map(|year| format!("{} {}", text(Some(date)).trim(), text(Some(year)).trim()));
        let precision = cell(Role::Precision);
        let exact = precision.and_then(|piece| text(Some(piece)).trim().parse().ok());
        let of_query = if context.coarse && text(Some(date)).contains("T00:00:00Z") {
            wikidata_time(text(Some(date)).trim(), exact, false, false)
        } else {
            None
        };
        used.extend(precision.filter(|_| of_query.is_some()));
        dated.found = match (
            of_query.ok_or(()).or_else(|()| read(&written, context)),
            with_year,
        ) {
            (Err(Trouble::NoYear(_)), Some(with_year)) => read(&with_year, context),
            (Err(_), _) if time.is_some() => read(text(Some(date)), context),
            (found, _) => found,
        };
        let value = dated
            .found
            .as_ref()
            .map(|found| found.value.clone())
            .unwrap_or_default();
        for (piece, part) in [(time, "T"), (start.first().copied().flatten(), "")] {
            let Some(piece) = piece else { continue };
            let holds = if part.is_empty() {
                value.contains(text(Some(piece)).trim())
            } else {
                value.contains(part)
            };
            if holds {
                used.push(piece);
            } else {
                dated
                    .left_out
                    .push((piece, "It does not fit the date beside it.".into()));
            }
        }
    } else {
        let [year, month, day, time] = start;
        let columns = Columns {
            year: text(year),
            month: text(month),
            day: text(day),
            time: text(time),
        };
        (dated.found, used) = pieced(&columns, start, context, &mut dated.left_out);
    }
    dated.pieces = used;
    let end_text = text(end).to_string();
    let (last, pieces) = if let Some(end) = end {
        let written = match end_time {
            Some(time) => format!("{} {}", end_text.trim(), text(Some(time)).trim()),
            None => end_text,
        };
        (
            Some((read(&written, context), written)),
            [Some(end), end_time].into_iter().flatten().collect(),
        )
    } else if finish.iter().any(Option::is_some) {
        let [year, month, day, time] = finish;
        // An end in the same year is often written without it.
        let year_text = if year.is_none() {
            text(start.first().copied().flatten())
        } else {
            text(year)
        };
        let columns = Columns {
            year: year_text,
            month: text(month),
            day: text(day),
            time: text(time),
        };
        let (found, pieces) = pieced(&columns, finish, context, &mut dated.left_out);
        (Some((found, String::new())), pieces)
    } else {
        (None, Vec::new())
    };
    if let Some((last, written)) = last {
        let start_text = text(date).trim().to_string();
        with_end(&mut dated, last, &start_text, &written, pieces, context);
    }
    dated
}

/// A date in several cells, and which of them are in it.
fn pieced(
    columns: &Columns<'_>,
    cells: [Option<PieceId>; 4],
    context: &Context,
    left_out: &mut Vec<(PieceId, String)>,
) -> (Result<Found, Trouble>, Vec<PieceId>) {
    match columns.read(context) {
        Ok(it) => {
            let [year, rest @ ..] = cells;
            let mut used: Vec<PieceId> = year.into_iter().collect();
            for (cell, why) in rest.into_iter().zip(it.left_out) {
                match (cell, why) {
                    (Some(cell), Some(why)) => left_out.push((cell, why)),
                    (Some(cell), None) => used.push(cell),
                    _ => {}
                }
            }
            (Ok(it.found), used)
        }
        Err(trouble) => (Err(trouble), cells.into_iter().flatten().collect()),
    }
}

/// Adds an end to a start.
pub(in crate::import) fn with_end(
    dated: &mut Dated,
    last: Result<Found, Trouble>,
    start_text: &str,
    end_text: &str,
    pieces: Vec<PieceId>,
    context: &Context,
) {
    let Ok(first) = &dated.found else {
        // Without a start the whole entry is reported.
        return;
    };
    let mut first = first.clone();
    let last = match last {
        Err(Trouble::NoYear(_)) if !start_text.is_empty() => {
            // “5 May 2020” and “7 May”: together they are a span.
            match read(&format!("{start_text} – {end_text}"), context) {
                Ok(found) if found.value.contains('/') => {
                    dated.found = Ok(found);
                    dated.pieces.extend(pieces);
                    return;
                }
                _ => Err(Trouble::NoYear(String::new())),
            }
        }
        last => last,
    };
    let last = match last {
        Ok(last) => last,
        Err(trouble) => {
            dated.no_end = Some((pieces, format!("The end is left out: {trouble}")));
            return;
        }
    };
    let start = first
        .value
        .strip_suffix("/..")
        .unwrap_or(&first.value)
        .to_string();
    let plain = |value: &str| !value.contains(['/', '[', '{']);
    if !plain(&start) || !plain(&last.value) || start == "XXXX" || last.value == "XXXX" {
        dated.no_end = Some((
            pieces,
            "The end is left out: the start or the end is a span already.".into(),
        ));
        return;
    }
    if start == last.value {
        dated.pieces.extend(pieces);
        return;
    }
    let value = format!("{start}/{}", last.value);
    match Date::parse(&value) {
        Ok(_) => {}
        Err(error) => {
            let why = if error.mistake.kind() == "end-before-start" {
                format!(
                    "The end, {}, comes before the start, {start}, and is left out.",
                    last.value
                )
            } else {
                format!("The end is left out: {error}")
            };
            dated.no_end = Some((pieces, why));
            return;
        }
    }
    let others: Vec<String> = first
        .others
        .iter()
        .map(|other| format!("{other}/{}", last.value))
        .chain(last.others.iter().map(|other| format!("{start}/{other}")))
        .collect();
    first.text = match (first.text.take(), last.text) {
        (Some(from), Some(to)) => Some(format!("{from} – {to}")),
        (Some(from), None) => {
            Some(format!("{from} – {}", end_text.trim())).filter(|_| !end_text.trim().is_empty())
        }
        (None, Some(to)) => Some(format!("{start_text} – {to}")).filter(|_| !start_text.is_empty()),
        (None, None) => None,
    };
    first.value = value;
    first.others = others;
    first.julian |= last.julian;
    first.notes.extend(
        last.notes
            .into_iter()
            .filter(|note| !matches!(note, Note::OrderGiven)),
    );
    dated.found = Ok(first);
    dated.pieces.extend(pieces);
}

/// Spreadsheets make “January 2020” the first of the month; a column of nothing else is asked.
pub(super) fn first_days(ledger: &Ledger, table: &Table, plan: &Plan) -> Vec<Vec<PieceId>> {
    let is_date = |role: &Option<Role>| *role == Some(Role::Date) && !plan.is_own;
    let columns = plan.roles.iter().enumerate();
    let columns = columns.filter(|(_, role)| is_date(role));
    let cells = columns.map(|(column, _)| {
        let cells = table.rows.iter().filter_map(|row| row.cell(column));
        cells
            .filter(|cell| !ledger.text(*cell).trim().is_empty())
            .collect::<Vec<PieceId>>()
    });
    let first = |cell: &PieceId| {
        let text = ledger.text(*cell);
        text.len() == 10 && text.ends_with("-01") && text.is_ascii()
    };
    cells
        .filter(|cells| cells.len() >= 3 && cells.iter().all(first))
        .collect()
}
