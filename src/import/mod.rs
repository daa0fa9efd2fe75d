//! What others write, read into an article; and an article written for others.
//!
//! ```text
//! bytes → text → pieces in a Ledger → Entry → Draft + Report
//! ```
//!
//! | room | what it knows |
//! | --- | --- |
//! | [`dates`] | dates as people write them, to EDTF |
//! | `table` | CSV and the cells of spreadsheets: headers, roles of columns, rows |
//! | `timelinejs`, `records`, `wikidata`, `archieml`, `markwhen`, `calendar`, `page` | a format each |
//! | `build` | entries to events, eras and the head of an article |
//! | [`export`] | an article written for others |
//!
//! **Nothing vanishes.** A source is taken apart into pieces (cells, values, lines), each
//! with a place in the [`Ledger`]. In the end each stands in the article, or steered how
//! others were read, or is named in the [`Report`] with the reason; what a format's reader
//! forgot is reported as not used.
//!
//! Nothing here knows a browser, a clock or a file. Heavy parsers are behind features:
//! `import` has all formats that are text, `encodings` guesses the encoding of older files,
//! `spreadsheets` reads XLSX and ODS.

mod archieml;
mod build;
mod calendar;
mod countries;
pub mod dates;
mod draft;
mod encoding;
mod entry;
pub mod export;
mod format;
mod ids;
mod ledger;
mod markup;
mod markwhen;
mod media;
mod onto;
mod options;
mod own;
mod page;
mod reason;
mod records;
mod report;
mod sheet;
#[cfg(feature = "spreadsheets")]
mod spreadsheet;
mod table;
mod timelinejs;
mod tree;
mod unreadable;
mod wikidata;

pub use draft::{Anchor, Draft, Era, Event, Image, Link, Media, Person, Publication, When};
pub use ledger::{Entry, Fate, Ledger, List, PieceId, Place, Target};
pub use markup::{Piece, Plain, pieces, plain};
pub use media::{Shown, shown};
pub use onto::Changes;
pub use options::Options;
pub use reason::{Reason, Weight};
pub use report::{Counts, Report};
pub use table::Role;
pub use unreadable::Unreadable;

use build::Builder;
use format::Format;
use serde::Serialize;

/// What came of a source.
#[derive(Debug)]
pub struct Import {
    /// The article.
    pub article: Made,
    /// What the source was, as a noun with its article: “a sheet of TimelineJS”.
    pub format: String,
    /// What became of each piece of the source.
    pub ledger: Ledger,
    /// What an older article had that the new source has not, and the other way round.
    pub changes: Option<Changes>,
}

/// An article that was made, or one that was given.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Made {
    /// Made of what others wrote.
    Draft(Box<Draft>),
    /// Dateline's own data, as they are; or a draft put onto an older article.
    Whole(serde_json::Value),
}

impl Import {
    /// Whether there is no event in it, so that nothing can be shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.report().events == 0
    }

    /// What became of the source.
    #[must_use]
    pub fn report(&self) -> Report<'_> {
        let (events, eras) = match &self.article {
            Made::Draft(draft) => (draft.events.len(), draft.eras.len()),
            Made::Whole(value) => {
                let count = |key: &str| {
                    value
                        .get(key)
                        .and_then(|list| list.as_array())
                        .map_or(0, Vec::len)
                };
                (count("events"), count("eras"))
            }
        };
        Report {
            format: &self.format,
            events,
            eras,
            ledger: &self.ledger,
            changes: self.changes.as_ref(),
        }
    }

    /// Writes the article as JSON, made to be read by people.
    ///
    /// # Errors
    /// Those of what is written to.
    pub fn write(&self, out: &mut dyn std::io::Write) -> std::io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &self.article)?;
        writeln!(out)
    }

    /// The article as JSON, made to be read by people.
    #[must_use]
    pub fn json(&self) -> String {
        let mut json = serde_json::to_string_pretty(&self.article).unwrap_or_default();
        json.push('\n');
        json
    }
}

/// Most bytes of a source: 64 MiB, as spreadsheets are wordier than what comes of them.
pub const BYTES: usize = 64 << 20;

/// Reads a source. Its format is told by its content, not by its name.
///
/// # Errors
/// When nothing can be made of it.
///
/// ```
/// use dateline::import::{Options, import};
/// let sheet = "Year,Month,Day,Headline,Text\n2021,2,,Military coup,The army <b>seizes</b> power.\n";
/// let import = import(sheet.into(), &Options { name: "coup.csv".into(), ..Options::default() })?;
/// assert!(import.report().is_whole());
/// assert!(import.json().contains("\"date\": \"2021-02\""));
/// # Ok::<(), dateline::import::Unreadable>(())
/// ```
pub fn import(bytes: Vec<u8>, options: &Options) -> Result<Import, Unreadable> {
    check(options)?;
    if bytes.len() > BYTES {
        return Err(Unreadable::TooLarge {
            size: bytes.len() >> 20,
            most: BYTES >> 20,
        });
    }
    match format::of_bytes(&bytes) {
        Some(Format::Spreadsheet) => return spreadsheet(&bytes, options),
        Some(Format::Other(is, cure)) => {
            return Err(Unreadable::Kind {
                is: is.into(),
                cure: cure.into(),
            });
        }
        _ => {}
    }
    let decoded = encoding::decoded(bytes);
    let mut builder = Builder::new(options);
    if decoded.name != "UTF-8" {
        let reason = Reason::Encoding {
            name: decoded.name,
            guessed: decoded.guessed,
        };
        builder.ledger.report([], reason);
    }
    read_text(builder, decoded.text)
}

/// Reads a source that is text already.
///
/// # Errors
/// When nothing can be made of it.
pub fn import_text(text: String, options: &Options) -> Result<Import, Unreadable> {
    check(options)?;
    if text.len() > BYTES {
        return Err(Unreadable::TooLarge {
            size: text.len() >> 20,
            most: BYTES >> 20,
        });
    }
    read_text(Builder::new(options), text)
}

fn read_text(mut builder: Builder<'_>, text: String) -> Result<Import, Unreadable> {
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    if text.bytes().take(4_096).filter(|byte| *byte == 0).count() > 8 {
        let (is, cure) = (
            "not a text that is known here",
            "Save the sheet as CSV or .xlsx.",
        );
        return Err(Unreadable::Kind {
            is: is.into(),
            cure: cure.into(),
        });
    }
    let format = match format::of_text(&text) {
        Format::Json => return records::json(builder, &text),
        Format::Calendar => calendar::read(&mut builder, &text),
        Format::Page => match page::data(&text) {
            Some(json) => return records::json(builder, &json),
            None => page::read(&mut builder, &text),
        },
        Format::Archieml => archieml::read(&mut builder, &text),
        Format::Markwhen => markwhen::read(&mut builder, &text),
        Format::Other(is, cure) => {
            return Err(Unreadable::Kind {
                is: is.into(),
                cure: cure.into(),
            });
        }
        Format::Table | Format::Spreadsheet => {
            let delimiter = table::delimiter(&text);
            if let Some(signs) = [(';', "semicolons"), ('|', "bars")]
                .iter()
                .find(|(sign, _)| *sign == delimiter)
            {
                let what = format!("The cells are divided by {}.", signs.1);
                builder.ledger.report([], Reason::Format { what });
            }
            sheet::read(
                &mut builder,
                table::records(text, delimiter),
                sheet::Sheet::default(),
            )
        }
    };
    done(builder, format?)
}

/// Ends the work.
fn done(builder: Builder<'_>, format: &str) -> Result<Import, Unreadable> {
    let (draft, ledger) = builder.finish();
    Ok(Import {
        article: Made::Draft(Box::new(draft)),
        format: format.to_string(),
        ledger,
        changes: None,
    })
}

#[cfg(feature = "spreadsheets")]
fn spreadsheet(bytes: &[u8], options: &Options) -> Result<Import, Unreadable> {
    let mut builder = Builder::new(options);
    let format = spreadsheet::read(&mut builder, bytes)?;
    done(builder, format)
}

#[cfg(not(feature = "spreadsheets"))]
fn spreadsheet(_: &[u8], _: &Options) -> Result<Import, Unreadable> {
    Err(Unreadable::Kind {
        is: "a spreadsheet, which is not read here".into(),
        cure: "Save the sheet as CSV.".into(),
    })
}

/// Whether what was told beside the source makes sense.
fn check(options: &Options) -> Result<(), Unreadable> {
    for (role, _) in &options.map {
        if Role::named(role).is_none() {
            let names = Role::names().join(", ");
            return Err(Unreadable::Option {
                why: format!("--map {role}=…: a column can be {names}."),
            });
        }
    }
    if let Some(published) = &options.published
        && let Err(error) = crate::article::Date::parse(published)
    {
        return Err(Unreadable::Option {
            why: format!("--published {published}: {error}"),
        });
    }
    Ok(())
}
