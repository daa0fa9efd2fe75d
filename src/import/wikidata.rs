//! Wikidata: entities as `wbgetentities` gives them, and results of SPARQL queries.

use super::{
    build::Builder,
    dates::{Found, Trouble, wikidata_time},
    entry::{Dated, Entry},
    ledger::{Ledger, PieceId, Target},
    reason::Reason,
    table::{Header, Plan, Row, Table, build_with},
    tree::Node,
};

/// What a property says happened, in English; those without a word stand under their label.
const PROPERTIES: &[(&str, &str)] = &[
    ("P569", "born"),
    ("P570", "died"),
    ("P571", "founded"),
    ("P576", "dissolved"),
    ("P577", "published"),
    ("P585", ""),
    ("P580", ""),
    ("P575", "discovered"),
    ("P606", "first flight"),
    ("P619", "launched"),
    ("P620", "landed"),
    ("P729", "entered service"),
    ("P730", "left service"),
    ("P746", "disappeared"),
    ("P1191", "first performed"),
    ("P1249", "first mentioned"),
    ("P1319", "not before"),
    ("P1326", "not after"),
    ("P1619", "opened"),
    ("P2669", "ended"),
    ("P3999", "closed"),
];

/// The end of a span that P580 begins.
const END: &str = "P582";

/// Whether a tree holds entities.
pub(super) fn is(root: &Node) -> bool {
    root.get("entities").is_some_and(|entities| {
        entities
            .members()
            .iter()
            .any(|(_, entity)| entity.has("claims") || entity.has("labels"))
    })
}

/// Whether a tree holds the results of a query.
pub(super) fn is_results(root: &Node) -> bool {
    root.get("results")
        .is_some_and(|results| results.has("bindings"))
        && root.get("head").is_some_and(|head| head.has("vars"))
}

/// Reads entities.
pub(super) fn read(builder: &mut Builder<'_>, root: &Node) {
    let entities = root.get("entities").map(Node::members).unwrap_or_default();
    if let [(_, entity)] = entities
        && let Some(label) = in_language(builder, entity.get("labels"))
    {
        builder.draft.headline = builder.ledger.text(label).to_string();
        builder.ledger.became(label, Target::head("headline"));
    }
    for (id, entity) in entities {
        read_entity(builder, id, entity);
    }
    let outside = root.members().iter().filter(|(key, _)| key != "entities");
    let pieces: Vec<PieceId> = outside.flat_map(|(_, node)| node.pieces()).collect();
    builder.ledger.report(
        pieces,
        Reason::Aside {
            what: "Wikidata’s own bookkeeping".into(),
        },
    );
}

/// The label or description in the article's language, else in English, else the first.
fn in_language(builder: &Builder<'_>, labels: Option<&Node>) -> Option<PieceId> {
    let labels = labels?;
    let language = builder.draft.language.as_deref().unwrap_or("en");
    let short = language.split('-').next().unwrap_or_default();
    let entry = [language, short, "en", "mul"]
        .iter()
        .find_map(|key| labels.get(key));
    let entry = entry.or_else(|| labels.members().first().map(|(_, node)| node))?;
    entry.piece_of("value", &builder.ledger)
}

fn read_entity(builder: &mut Builder<'_>, id: &str, entity: &Node) {
    let label = in_language(builder, entity.get("labels"));
    let description = in_language(builder, entity.get("descriptions"));
    let mut entries: Vec<(Entry, String)> = Vec::new();
    let claims = entity.get("claims").map(Node::members).unwrap_or_default();
    let ends = entity
        .get("claims")
        .and_then(|claims| claims.get(END))
        .map(Node::items)
        .unwrap_or_default();
    for (property, statements) in claims {
        if property == END
            && entity
                .get("claims")
                .is_some_and(|claims| claims.has("P580"))
        {
            continue;
        }
        for (at, statement) in statements.items().iter().enumerate() {
            let Some(time) = time_of(statement) else {
                continue;
            };
            let ledger = &builder.ledger;
            let (found, pieces) = read_time(ledger, time);
            let mut entry = Entry {
                pieces: time.pieces(),
                ..Entry::default()
            };
            entry.dated = Dated {
                found,
                pieces,
                ..Dated::default()
            };
            if property == "P580"
                && let Some(end) = ends.get(at).and_then(time_of)
            {
                let (found, pieces) = read_time(ledger, end);
                entry.pieces.extend(end.pieces());
                let context = builder.context(super::dates::Evidence::default());
                super::table::with_end(&mut entry.dated, found, "", "", pieces, &context);
            }
            if statement
                .piece_of("rank", ledger)
                .is_some_and(|rank| ledger.text(rank) == "deprecated")
            {
                let pieces = entry.pieces.clone();
                let why = "The statement is marked as deprecated.".to_string();
                builder.ledger.report(pieces, Reason::Ignored { why });
                continue;
            }
            entries.push((entry, property.clone()));
        }
    }
    let url = entity.get("sitelinks").and_then(|links| {
        let language = builder
            .draft
            .language
            .as_deref()
            .unwrap_or("en")
            .split('-')
            .next()
            .unwrap_or("en")
            .to_string();
        links
            .get(&format!("{language}wiki"))
            .or_else(|| links.get("enwiki"))?
            .piece_of("url", &builder.ledger)
    });
    for (mut entry, property) in entries {
        let word = PROPERTIES
            .iter()
            .find(|(id, _)| *id == property)
            .map(|(_, word)| *word);
        let title = match (label, word) {
            (Some(label), Some("")) => Some(label),
            (label, word) => {
                let name = label.map_or(id.to_string(), |label| {
                    builder.ledger.text(label).to_string()
                });
                let place =
                    super::ledger::Place::Path(format!("/entities/{id}/claims/{property}").into());
                let what = word.map_or(property.clone(), ToString::to_string);
                let piece = builder.ledger.add(place, &format!("{name}: {what}"));
                let what =
                    format!("{property} was put into words; Wikidata has only its number here.");
                builder.ledger.tell(piece, Reason::Format { what });
                Some(piece)
            }
        };
        entry.title = title;
        entry.text.extend(description);
        entry.links.extend(url);
        entry.is_plain = true;
        builder.entry(entry);
        if let Some(label) = label {
            // Its words are in every title that was made of it.
            builder.ledger.guided(label);
        }
    }
    leave(builder, id, entity);
}

/// The time value of a statement.
fn time_of(statement: &Node) -> Option<&Node> {
    let value = statement.get("mainsnak")?.get("datavalue")?.get("value")?;
    value.has("time").then_some(value)
}

/// A time with its precision and its calendar.
fn read_time(ledger: &Ledger, value: &Node) -> (Result<Found, Trouble>, Vec<PieceId>) {
    let of = |key: &str| value.piece_of(key, ledger);
    let text = |key: &str| of(key).map_or("", |piece| ledger.text(piece));
    let precision = text("precision").parse().ok();
    let julian = text("calendarmodel").ends_with("Q1985786");
    let found = wikidata_time(text("time"), precision, julian, true).ok_or(Trouble::NotADate);
    let pieces = ["time", "precision", "calendarmodel"]
        .iter()
        .filter_map(|key| of(key))
        .collect();
    (found, pieces)
}

/// Tells what of an entity is in no event.
fn leave(builder: &mut Builder<'_>, id: &str, entity: &Node) {
    let pending = |builder: &Builder<'_>, node: &Node| -> Vec<PieceId> {
        node.pieces()
            .into_iter()
            .filter(|piece| builder.ledger.is_pending(*piece))
            .collect()
    };
    for (property, statements) in entity.get("claims").map(Node::members).unwrap_or_default() {
        for statement in statements.items() {
            let is_time = time_of(statement).is_some();
            let value = statement
                .get("mainsnak")
                .and_then(|snak| snak.get("datavalue"));
            if !is_time && let Some(value) = value {
                let pieces = pending(builder, value);
                let what = format!("{property} of {id}, which is no time");
                builder.ledger.report(pieces, Reason::NoPlace { what });
            }
            if let Some(qualifiers) = statement.get("qualifiers") {
                let pieces = pending(builder, qualifiers);
                let what = format!("what qualifies {property} of {id}");
                builder.ledger.report(pieces, Reason::NoPlace { what });
            }
        }
    }
    let rest = pending(builder, entity);
    builder.ledger.report(
        rest,
        Reason::Aside {
            what: "Identifiers, other languages, references and the like".into(),
        },
    );
}

/// Reads the results of a query as a table.
pub(super) fn results(builder: &mut Builder<'_>, root: &Node) {
    let vars = root
        .get("head")
        .and_then(|head| head.get("vars"))
        .map(Node::items)
        .unwrap_or_default();
    let mut table = Table::default();
    for var in vars {
        let Some(piece) = var.piece() else { continue };
        let name = builder.ledger.text(piece).to_string();
        table.headers.push(Header {
            name,
            piece: Some(piece),
        });
    }
    let bindings = root
        .get("results")
        .and_then(|results| results.get("bindings"))
        .map(Node::items)
        .unwrap_or_default();
    for binding in bindings {
        let cells = table.headers.iter().map(|header| {
            let value = binding.get(&header.name)?;
            value.piece_of("value", &builder.ledger)
        });
        table.rows.push(Row {
            cells: cells.collect(),
        });
        for (_, value) in binding.members() {
            for key in ["type", "datatype", "xml:lang"] {
                value
                    .get(key)
                    .and_then(Node::piece)
                    .into_iter()
                    .for_each(|piece| builder.ledger.guided(piece));
            }
        }
    }
    let plan = Plan::new(builder, &table);
    let mut context = builder.context(plan.evidence.clone());
    context.coarse = true;
    build_with(builder, table, &plan, &context);
    let rest: Vec<PieceId> = root
        .get("head")
        .map(Node::pieces)
        .unwrap_or_default()
        .into_iter()
        .filter(|piece| builder.ledger.is_pending(*piece))
        .collect();
    builder.ledger.report(
        rest,
        Reason::Aside {
            what: "The head of the results".into(),
        },
    );
}
