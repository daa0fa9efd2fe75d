//! Rows to entries.

use super::{
    Plan, Role, Row, Table,
    dated::{dated, first_days},
};
use crate::import::{
    build::Builder,
    dates::{Context, Order},
    entry::{Entry, Kind},
    ledger::PieceId,
    reason::Reason,
};

/// Makes entries of all rows.
pub(in crate::import) fn build(builder: &mut Builder<'_>, table: Table, plan: &Plan) {
    let mut context = builder.context(plan.evidence.clone());
    if plan.timelinejs == Some(1) {
        context.format_order = Some(Order::MonthDayYear);
    }
    context.edtf = plan.is_own;
    build_with(builder, table, plan, &context);
}

/// As [`build`], with what else is known about the dates.
pub(in crate::import) fn build_with(
    builder: &mut Builder<'_>,
    table: Table,
    plan: &Plan,
    context: &Context,
) {
    let first_days = first_days(&builder.ledger, &table, plan);
    // A row goes as its entry comes: there may be a hundred thousand.
    for row in table.rows {
        let row = &row;
        let mut entry = sorted(row, plan);
        beyond(builder, row, table.headers.len());
        if entry
            .pieces
            .iter()
            .all(|piece| builder.ledger.text(*piece).trim().is_empty())
        {
            continue;
        }
        entry.kind = kind(builder, row, plan);
        entry.is_plain = plan.is_own;
        entry.dated = dated(&builder.ledger, row, plan, context);
        builder.entry(entry);
    }
    for cells in first_days {
        builder.ledger.report(cells, Reason::FirstDays);
    }
}

/// As [`build_with`], where every row is an era.
pub(in crate::import) fn build_as_eras(
    builder: &mut Builder<'_>,
    table: &Table,
    plan: &Plan,
    context: &Context,
) {
    for row in &table.rows {
        let mut entry = sorted(row, plan);
        entry.kind = Kind::Era;
        entry.dated = dated(&builder.ledger, row, plan, context);
        builder.entry(entry);
    }
}

/// Cells to the right of the header.
fn beyond(builder: &mut Builder<'_>, row: &Row, columns: usize) {
    let over: Vec<PieceId> = row.cells.iter().skip(columns).copied().flatten().collect();
    builder.ledger.report(over, Reason::BeyondHeader);
}

pub(super) fn find(row: &Row, plan: &Plan, role: Role) -> Option<PieceId> {
    let column = plan.roles.iter().position(|own| *own == Some(role))?;
    row.cell(column)
}

/// The cells of a row, by what they are.
fn sorted(row: &Row, plan: &Plan) -> Entry {
    let mut entry = Entry::default();
    for (role, cell) in plan.roles.iter().zip(&row.cells) {
        let (Some(role), Some(cell)) = (role, *cell) else {
            continue;
        };
        if *role == Role::Ignored {
            continue;
        }
        entry.pieces.push(cell);
        let one = Some(cell);
        match role {
            Role::Id => entry.id = one,
            Role::Title => entry.title = one,
            Role::Text => entry.text.push(cell),
            Role::Words => entry.words = one,
            Role::Basis => entry.basis = one,
            Role::From => entry.from = one,
            Role::Note => entry.note = one,
            Role::Calendar => entry.calendar = one,
            Role::Key => entry.key = one,
            Role::Group => entry.groups.push(cell),
            Role::Tags => entry.tags.push(cell),
            Role::Countries => entry.countries.push(cell),
            Role::People => entry.people.push(cell),
            Role::Media => entry.media = one,
            Role::MediaKind => entry.media_kind = one,
            Role::Credit => entry.credit = one,
            Role::Caption => entry.caption = one,
            Role::Thumbnail => entry.thumbnail = one,
            Role::Alt => entry.alt = one,
            Role::Image => entry.image = one,
            Role::ImageAlt => entry.image_alt = one,
            Role::ImageCaption => entry.image_caption = one,
            Role::ImageCredit => entry.image_credit = one,
            Role::Width => entry.width = one,
            Role::Height => entry.height = one,
            Role::Link => entry.links.push(cell),
            Role::LinkText => entry.link_text = one,
            Role::Quote => entry.quote = one,
            Role::Before => entry.before = one,
            Role::After => entry.after = one,
            Role::Background => entry.background.push(cell),
            Role::Kind
            | Role::Date
            | Role::End
            | Role::Year
            | Role::Month
            | Role::Day
            | Role::Time
            | Role::EndYear
            | Role::EndMonth
            | Role::EndDay
            | Role::EndTime
            | Role::Precision
            | Role::Ignored => {}
        }
    }
    // A table that has pictures and not media means the picture by its words.
    if entry.image.is_some() && entry.media.is_none() {
        entry.image_alt = entry.image_alt.or(entry.alt.take());
        entry.image_caption = entry.image_caption.or(entry.caption.take());
        entry.image_credit = entry.image_credit.or(entry.credit.take());
    }
    entry
}

/// What a row's type makes of it.
fn kind(builder: &mut Builder<'_>, row: &Row, plan: &Plan) -> Kind {
    let Some(cell) = find(row, plan, Role::Kind) else {
        return Kind::Event;
    };
    let word = builder.ledger.text(cell).trim().to_lowercase();
    let kind = match word.as_str() {
        "" | "event" | "point" | "box" | "slide" => Kind::Event,
        "title" | "headline" => Kind::Title,
        "era" | "eras" | "background" | "period" => Kind::Era,
        "range" => Kind::Event,
        _ => {
            let known = "title, era or nothing".into();
            builder.ledger.report([cell], Reason::UnknownWord { known });
            return Kind::Event;
        }
    };
    builder.ledger.guided(cell);
    kind
}
