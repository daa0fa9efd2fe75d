//! Which column holds what: as told, by its header, by what it holds.

use super::{Table, headers::role, role::Role};
use crate::import::{
    build::Builder,
    dates::{self, Evidence},
    export::csv::HEADER,
    media::{Shown, is_address, shown},
    reason::Reason,
};

/// How many rows are looked at to see what a column holds.
const SAMPLE: usize = 200;

/// What each column of a table is.
#[derive(Debug)]
pub(in crate::import) struct Plan {
    /// By column.
    pub roles: Vec<Option<Role>>,
    /// Whether it is a sheet of TimelineJS: its version, 1 or 3.
    pub timelinejs: Option<u8>,
    /// Whether it is a table of Dateline's own.
    pub is_own: bool,
    /// What the dates of the table show about their order.
    pub evidence: Evidence,
}

impl Role {
    /// Whether several columns may hold it.
    fn is_many(self) -> bool {
        matches!(
            self,
            Role::Text
                | Role::Group
                | Role::Tags
                | Role::Countries
                | Role::People
                | Role::Link
                | Role::Background
                | Role::Ignored
        )
    }
}

impl Plan {
    /// Sorts out the columns of a table.
    pub(in crate::import) fn new(builder: &mut Builder<'_>, table: &Table) -> Plan {
        let mut plan = Plan {
            roles: vec![None; table.headers.len()],
            timelinejs: None,
            is_own: is_own(table),
            evidence: Evidence::default(),
        };
        plan.told(builder, table);
        plan.by_header(table);
        plan.as_timelinejs(table);
        plan.by_content(builder, table);
        plan.settle(builder, table);
        plan.evidence = plan.evidence(builder, table);
        plan
    }

    fn has(&self, role: Role) -> bool {
        self.roles.contains(&Some(role))
    }

    fn set(&mut self, column: usize, role: Role) {
        if let Some(slot) = self.roles.get_mut(column) {
            *slot = Some(role);
        }
    }

    /// What `--map` says.
    fn told(&mut self, builder: &mut Builder<'_>, table: &Table) {
        for (name, wanted) in &builder.options.map {
            let Some(role) = Role::named(name) else {
                continue;
            };
            let same = |header: &str| header.trim().to_lowercase() == wanted.trim().to_lowercase();
            let column = table.headers.iter().position(|header| same(&header.name));
            // A column may also be named by its letter.
            let column = column.or_else(|| letter(wanted).filter(|at| *at < table.headers.len()));
            match column {
                Some(column) => self.set(column, role),
                None => {
                    let names: Vec<&str> = table
                        .headers
                        .iter()
                        .map(|header| header.name.trim())
                        .filter(|name| !name.is_empty())
                        .collect();
                    let reason = Reason::Problem {
                        message: format!(
                            "--map {name}={wanted}: no column has the header “{wanted}”."
                        ),
                        fix: format!("The headers are: {}.", names.join(", ")),
                        error: true,
                    };
                    builder.ledger.report([], reason);
                }
            }
        }
    }

    fn by_header(&mut self, table: &Table) {
        let is = |name: &str, other: &str| name.trim().eq_ignore_ascii_case(other);
        let headers = || table.headers.iter().map(|header| header.name.as_str());
        // A “Tag” is a label, and in German a day.
        let german = headers().any(|name| is(name, "monat") || is(name, "jahr"));
        for (column, header) in table.headers.iter().enumerate() {
            if self.roles.get(column).is_none_or(Option::is_some) {
                continue;
            }
            let Some(mut role) = role(&header.name) else {
                continue;
            };
            if german && is(&header.name, "tag") {
                role = Role::Day;
            }
            // “Event” beside “Description” is the title, beside “Title” it is a text of its own kind.
            if role.is_many() || !self.has(role) {
                self.set(column, role);
            }
        }
    }

    /// TimelineJS's sheets have dates in several columns, and headers of their own meaning.
    fn as_timelinejs(&mut self, table: &Table) {
        let named = |name: &str| {
            table
                .headers
                .iter()
                .any(|header| header.name.trim().eq_ignore_ascii_case(name))
        };
        if named("Headline")
            && (named("Media") || named("Display Date") || named("Type") || named("Text"))
        {
            if named("Start Date") {
                self.timelinejs = Some(1);
            } else if named("Year") {
                self.timelinejs = Some(3);
            }
        }
        for (column, header) in table.headers.iter().enumerate() {
            let name = header.name.trim().to_ascii_lowercase();
            let role = match name.as_str() {
                "tag" if self.timelinejs.is_some() => Role::Group,
                "end time" if self.has(Role::Year) => Role::EndTime,
                "start time" if self.has(Role::Year) && !self.has(Role::Time) => Role::Time,
                "time" if self.has(Role::Year) || self.has(Role::Date) => Role::Time,
                _ => continue,
            };
            self.set(column, role);
        }
    }

    /// What is still missing, by what the other columns hold.
    fn by_content(&mut self, builder: &mut Builder<'_>, table: &Table) {
        let profiles: Vec<Option<Profile>> = (0..table.headers.len())
            .map(|column| {
                let open = self.roles.get(column).is_some_and(Option::is_none);
                open.then(|| Profile::of(builder, table, column))
            })
            .collect();
        let mut take = |plan: &mut Plan, role: Role, found: Option<usize>| {
            let Some(column) = found else { return };
            plan.set(column, role);
            let reason = Reason::ByContent {
                role: role.name().to_string(),
            };
            let header = table.headers.get(column).and_then(|header| header.piece);
            let first = table.rows.iter().find_map(|row| {
                row.cell(column)
                    .filter(|cell| !builder.ledger.text(*cell).trim().is_empty())
            });
            builder.ledger.report(
                header
                    .filter(|piece| !builder.ledger.text(*piece).trim().is_empty())
                    .or(first),
                reason,
            );
        };
        let open = |plan: &Plan, fits: &dyn Fn(&Profile) -> bool| {
            profiles.iter().enumerate().find_map(|(column, profile)| {
                let free = plan.roles.get(column).is_some_and(Option::is_none);
                profile
                    .as_ref()
                    .filter(|profile| free && profile.filled > 0 && fits(profile))
                    .map(|_| column)
            })
        };
        if !self.has(Role::Date) && !self.has(Role::Year) {
            let found = open(self, &|profile| profile.dates * 10 >= profile.filled * 8);
            take(self, Role::Date, found);
        }
        let wordy = |profile: &Profile| {
            profile.addresses * 2 < profile.filled && profile.dates * 2 < profile.filled
        };
        if !self.has(Role::Title) {
            let found = open(self, &|profile| {
                wordy(profile) && profile.letters <= profile.filled * 140
            });
            take(self, Role::Title, found);
        }
        if !self.has(Role::Text) {
            let found = open(self, &|profile| {
                wordy(profile) && profile.letters > profile.filled * 60
            });
            take(self, Role::Text, found);
        }
        if !self.has(Role::Media) && !self.has(Role::Image) {
            let found = open(self, &|profile| profile.pictures * 10 >= profile.filled * 8);
            take(self, Role::Image, found);
        }
        if !self.has(Role::Link) {
            let found = open(self, &|profile| {
                profile.addresses * 10 >= profile.filled * 8
            });
            take(self, Role::Link, found);
        }
    }

    /// Headers that named something have done their work; a column that is still nothing is
    /// reported with all its cells.
    fn settle(&mut self, builder: &mut Builder<'_>, table: &Table) {
        for (column, header) in table.headers.iter().enumerate() {
            let taken = self.roles.get(column).copied().flatten();
            if let Some(role) = taken {
                header
                    .piece
                    .into_iter()
                    .for_each(|piece| builder.ledger.guided(piece));
                if role != Role::Ignored {
                    continue;
                }
            }
            let cells = table.rows.iter().filter_map(|row| row.cell(column));
            let pieces: Vec<_> = header.piece.into_iter().chain(cells).collect();
            let name = header.name.trim().to_string();
            let reason = match (taken, role(&name)) {
                (Some(_), _) => Reason::Aside {
                    what: format!("The column “{name}”, as told by --map"),
                },
                (None, Some(role)) => Reason::SecondColumn {
                    role: role.name().to_string(),
                },
                (None, None) if is_bookkeeping(&name) => Reason::Aside {
                    what: format!("“{name}”, bookkeeping of another program"),
                },
                (None, None) => Reason::UnknownColumn { header: name },
            };
            builder.ledger.report(pieces, reason);
        }
    }

    fn evidence(&self, builder: &Builder<'_>, table: &Table) -> Evidence {
        let columns: Vec<usize> = self
            .roles
            .iter()
            .enumerate()
            .filter(|(_, role)| matches!(role, Some(Role::Date | Role::End | Role::Year)))
            .map(|(column, _)| column)
            .collect();
        let cells = table
            .rows
            .iter()
            .flat_map(|row| columns.iter().filter_map(|column| row.cell(*column)));
        Evidence::of(cells.map(|cell| builder.ledger.text(cell)))
    }
}

/// Whether the headers are those that `dateline export --to csv` writes.
fn is_own(table: &Table) -> bool {
    table.headers.len() == HEADER.len()
        && table
            .headers
            .iter()
            .zip(HEADER)
            .all(|(header, name)| header.name == name)
}

/// Columns of spreadsheets and forms that say nothing about events.
fn is_bookkeeping(name: &str) -> bool {
    let name = name.to_lowercase();
    matches!(
        name.as_str(),
        "timestamp"
            | "row"
            | "row id"
            | "index"
            | "created at"
            | "updated at"
            | "classname"
            | "style"
            | "editable"
    )
}

/// The column of a letter: A is 0, AA is 26.
fn letter(name: &str) -> Option<usize> {
    let name = name.trim();
    if name.is_empty() || name.len() > 3 || !name.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let number = name
        .bytes()
        .fold(0, |number, byte| number * 26 + usize::from(byte - b'A') + 1);
    number.checked_sub(1)
}

/// What the first rows of a column hold.
#[derive(Debug, Default)]
struct Profile {
    filled: usize,
    dates: usize,
    addresses: usize,
    pictures: usize,
    /// Letters in all.
    letters: usize,
}

impl Profile {
    fn of(builder: &Builder<'_>, table: &Table, column: usize) -> Profile {
        let mut profile = Profile::default();
        let context = builder.context(Evidence::default());
        let cells = table.rows.iter().filter_map(|row| row.cell(column));
        let texts = cells
            .map(|cell| builder.ledger.text(cell).trim())
            .filter(|text| !text.is_empty());
        for text in texts.take(SAMPLE) {
            profile.filled += 1;
            profile.letters += text.chars().count();
            if is_address(text) {
                profile.addresses += 1;
                profile.pictures += usize::from(shown(text) == Shown::Picture);
            } else if text.len() < 60
                && text.contains(|c: char| c.is_numeric())
                && dates::read(text, &context).is_ok()
            {
                profile.dates += 1;
            }
        }
        profile
    }
}
