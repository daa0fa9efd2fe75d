//! JSON that is no article yet: which shape it has, and lists of objects as tables.

use std::collections::HashMap;

use super::{
    Import, Made,
    build::Builder,
    dates::Context,
    done, format,
    ledger::{PieceId, Target},
    own,
    reason::Reason,
    table::{Header, Plan, Row, Table, build_with},
    timelinejs,
    tree::{Node, tree},
    unreadable::Unreadable,
    wikidata,
};

/// Reads JSON of any shape that is known.
pub(super) fn json(mut builder: Builder<'_>, text: &str) -> Result<Import, Unreadable> {
    let mut body = text.trim();
    if let Some(inside) = format::jsonp(body) {
        let what = "The JSON was taken out of the script around it.".to_string();
        builder.ledger.report([], Reason::Format { what });
        body = inside;
    }
    let root = tree(body, &mut builder.ledger)?;
    root.report_repeats(&mut builder.ledger);
    if own::is(&root, &builder.ledger) {
        return own::read(builder, &root, body);
    }
    let format = if timelinejs::is(&root) {
        timelinejs::read_all(&mut builder, &root);
        "TimelineJS’s JSON"
    } else if wikidata::is(&root) {
        wikidata::read(&mut builder, &root);
        "entities of Wikidata"
    } else if wikidata::is_results(&root) {
        wikidata::results(&mut builder, &root);
        "results of a query to Wikidata"
    } else {
        objects(&mut builder, &root)
    };
    done(builder, format)
}

/// Names under which a list of events stands.
const LISTS: [&str; 12] = [
    "events", "items", "timeline", "entries", "data", "rows", "records", "results", "features",
    "dates", "list", "slides",
];

/// Reads a list of objects, or an object that holds one; gives what it is.
pub(super) fn objects(builder: &mut Builder<'_>, root: &Node) -> &'static str {
    let list = find_list(root, 0);
    let vis = list
        .first()
        .is_some_and(|item| item.has("start") && item.has("content"));
    let storyteller = list
        .first()
        .is_some_and(|item| item.has("start_date") && item.has("content_text"));
    head(builder, root);
    builder.group_names = group_names(builder, root);
    let table = if list.iter().all(|item| matches!(item, Node::List(_))) && !list.is_empty() {
        of_lists(builder, list)
    } else {
        of_objects(builder, list, vis)
    };
    builder.ledger.headers = Vec::new();
    let plan = Plan::new(builder, &table);
    let mut context = builder.context(plan.evidence.clone());
    build_with(builder, table, &plan, &{
        context.edtf = plan.is_own;
        context
    });
    eras(builder, root);
    if vis {
        "the items of a vis-timeline"
    } else if storyteller {
        "data of Timeline Storyteller"
    } else {
        "a list of objects"
    }
}

/// A list called “eras” beside the events.
fn eras(builder: &mut Builder<'_>, root: &Node) {
    let Some(list) = root.get("eras").or_else(|| root.get("periods")) else {
        return;
    };
    let table = of_objects(builder, list.items(), false);
    let plan = Plan::new(builder, &table);
    let context: Context = builder.context(plan.evidence.clone());
    super::table::build_as_eras(builder, &table, &plan, &context);
}

/// The list of events: the root, or the first of the known names, or the longest list.
fn find_list(root: &Node, depth: usize) -> &[Node] {
    if let Node::List(items) = root {
        return items;
    }
    for name in LISTS {
        match root.get(name) {
            Some(Node::List(items)) if !items.is_empty() => return items,
            Some(inside @ Node::Object(_)) if depth < 3 => {
                let found = find_list(inside, depth + 1);
                if !found.is_empty() {
                    return found;
                }
            }
            _ => {}
        }
    }
    let lists = root.members().iter().map(|(_, node)| node.items());
    let objects = lists.filter(|items| items.iter().any(|item| !item.members().is_empty()));
    objects.max_by_key(|items| items.len()).unwrap_or_default()
}

/// Members of the root that name the whole.
fn head(builder: &mut Builder<'_>, root: &Node) {
    let take = |builder: &mut Builder<'_>,
                keys: &[&str],
                field: &'static str|
     -> Option<(PieceId, String)> {
        let piece = keys
            .iter()
            .find_map(|key| root.piece_of(key, &builder.ledger))?;
        let text = builder.ledger.text(piece).to_string();
        builder.ledger.became(piece, Target::head(field));
        Some((piece, text.trim().to_string()))
    };
    if let Some((_, text)) = take(builder, &["headline", "title", "name"], "headline") {
        builder.draft.headline = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if let Some((_, text)) = take(
        builder,
        &[
            "summary",
            "description",
            "dek",
            "standfirst",
            "subtitle",
            "intro",
        ],
        "summary",
    ) {
        builder.draft.summary = Some(super::markup::plain(&text).text);
    }
    if let Some((_, text)) = take(builder, &["dateline"], "dateline") {
        builder.draft.dateline = Some(text);
    }
    let language = ["language", "lang"]
        .iter()
        .find_map(|key| root.piece_of(key, &builder.ledger));
    if let Some(piece) = language {
        let text = builder.ledger.text(piece).trim().to_string();
        let is_tag = (2..=35).contains(&text.len())
            && text
                .split('-')
                .next()
                .is_some_and(|part| matches!(part.len(), 2 | 3))
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !text.ends_with('-')
            && !text.contains("--");
        if is_tag
            && builder
                .draft
                .language
                .as_ref()
                .is_none_or(|own| *own == text)
        {
            builder.draft.language = Some(text);
            builder.ledger.became(piece, Target::head("language"));
        } else if is_tag {
            let what = "Another language was asked for.".to_string();
            builder.ledger.report([piece], Reason::Format { what });
        }
    }
    let published = ["published", "pubdate", "date_published"]
        .iter()
        .find_map(|key| root.piece_of(key, &builder.ledger));
    if let Some(piece) = published {
        let context = builder.context(super::dates::Evidence::default());
        match super::dates::read(builder.ledger.text(piece), &context) {
            Ok(found) if builder.draft.published.is_none() => {
                builder.draft.published = Some(found.value);
                builder.ledger.became(piece, Target::head("published"));
            }
            _ => builder.ledger.report(
                [piece],
                Reason::NoPlace {
                    what: "this beside --published".into(),
                },
            ),
        }
    }
}

/// The names of groups by their ids, as vis-timeline has them in a list beside the items.
fn group_names(builder: &mut Builder<'_>, root: &Node) -> HashMap<String, (String, PieceId)> {
    let mut names = HashMap::new();
    let Some(groups) = root.get("groups").filter(|_| root.has("items")) else {
        return names;
    };
    for group in groups.items() {
        let id = group.piece_of("id", &builder.ledger);
        let name = group.piece_of("content", &builder.ledger);
        if let (Some(id), Some(name)) = (id, name) {
            let name_text = super::markup::plain(builder.ledger.text(name)).text;
            names.insert(
                builder.ledger.text(id).trim().to_string(),
                (name_text, name),
            );
            builder.ledger.guided(id);
            builder.ledger.guided(name);
        }
        let rest: Vec<PieceId> = group
            .pieces()
            .into_iter()
            .filter(|piece| builder.ledger.is_pending(*piece))
            .collect();
        builder.ledger.report(
            rest,
            Reason::Aside {
                what: "How a group looks".into(),
            },
        );
    }
    names
}

/// Objects as rows: a column for each name, and for each step of what is nested.
fn of_objects(builder: &Builder<'_>, list: &[Node], vis: bool) -> Table {
    let mut table = Table::default();
    let mut columns: HashMap<String, usize> = HashMap::new();
    for item in list {
        let mut row = Row::default();
        let mut used: HashMap<String, usize> = HashMap::new();
        let mut cells: Vec<(String, PieceId)> = Vec::new();
        flatten(item, "", &mut cells);
        for (path, piece) in cells {
            if builder.ledger.text(piece).trim().is_empty() {
                continue;
            }
            // A name that stands again is a column of its own.
            let count = used.entry(path.clone()).or_default();
            *count += 1;
            let key = format!("{path}#{count}");
            let column = *columns.entry(key).or_insert_with(|| {
                table.headers.push(Header {
                    name: header(&path, vis),
                    piece: None,
                });
                table.headers.len() - 1
            });
            if row.cells.len() <= column {
                row.cells.resize(column + 1, None);
            }
            if let Some(cell) = row.cells.get_mut(column) {
                *cell = Some(piece);
            }
        }
        table.rows.push(row);
    }
    table
}

/// The header of a path: its last step, unless that is too little.
fn header(path: &str, vis: bool) -> String {
    let last = path.rsplit('/').next().unwrap_or(path);
    match last {
        // vis-timeline has the title in `content`, and a hint in `title`.
        "content" if vis => "title".into(),
        "title" if vis => "text".into(),
        "text" | "headline" | "title" | "date" | "start" | "end" | "url" | "src" | "alt"
        | "caption" | "credit"
            if path.contains('/') =>
        {
            match path {
                _ if path.ends_with("image/src") || path.ends_with("image/url") => "image".into(),
                _ if path.ends_with("image/alt") => "image alt".into(),
                _ if path.ends_with("image/caption") => "image caption".into(),
                _ if path.ends_with("image/credit") => "image credit".into(),
                _ if path.ends_with("media/url") => "media".into(),
                _ if path.ends_with("links/url") => "link".into(),
                _ if path.ends_with("links/text") => "link text".into(),
                _ => last.into(),
            }
        }
        _ => last.into(),
    }
}

fn flatten(node: &Node, path: &str, cells: &mut Vec<(String, PieceId)>) {
    match node {
        Node::Leaf(leaf) => cells.push((path.to_string(), leaf.piece)),
        Node::List(items) => items.iter().for_each(|item| flatten(item, path, cells)),
        Node::Object(members) => {
            for (at, (name, inside)) in members.iter().enumerate() {
                // Of the same name the last one counts; the others are reported.
                if members.iter().skip(at + 1).any(|(later, _)| later == name) {
                    continue;
                }
                let path = if path.is_empty() {
                    name.clone()
                } else {
                    format!("{path}/{name}")
                };
                flatten(inside, &path, cells);
            }
        }
    }
}

/// Lists as rows, the first of them the header.
fn of_lists(builder: &mut Builder<'_>, list: &[Node]) -> Table {
    let mut table = Table::default();
    let mut rows = list
        .iter()
        .map(|item| item.items().iter().map(Node::piece).collect::<Vec<_>>());
    let texts: Vec<Vec<String>> = list
        .iter()
        .take(10)
        .map(|item| {
            let pieces = item.items().iter().map(Node::piece);
            pieces
                .map(|piece| {
                    piece.map_or(String::new(), |piece| {
                        builder.ledger.text(piece).to_string()
                    })
                })
                .collect()
        })
        .collect();
    let header_at = super::table::find_header(&texts, &[]);
    if let Some(at) = header_at {
        for row in rows.by_ref().take(at) {
            builder
                .ledger
                .report(row.into_iter().flatten(), Reason::AboveHeader);
        }
        if let Some(row) = rows.next() {
            let name = |piece: Option<PieceId>| {
                piece.map_or(String::new(), |piece| {
                    builder.ledger.text(piece).to_string()
                })
            };
            table.headers = row
                .into_iter()
                .map(|piece| Header {
                    name: name(piece),
                    piece,
                })
                .collect();
        }
    }
    table.rows = rows.map(|cells| Row { cells }).collect();
    if header_at.is_none() {
        let width = table
            .rows
            .iter()
            .map(|row| row.cells.len())
            .max()
            .unwrap_or_default();
        table.headers = vec![Header::default(); width.min(super::sheet::COLUMNS)];
    }
    table
}

/// Used by Dateline's own data.
pub(super) fn whole(builder: Builder<'_>, value: serde_json::Value) -> Import {
    let mut builder = builder;
    builder.ledger.close();
    Import {
        article: Made::Whole(value),
        format: "an article of Dateline".into(),
        ledger: builder.ledger,
        changes: None,
    }
}
