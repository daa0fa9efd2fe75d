//! TimelineJS's JSON, in all three shapes: `events`, `title`, `eras` of version 3;
//! `timeline.date[]` and `timeline.era[]` of the first version; `timeline.slides[]`.

use super::{
    build::Builder,
    dates::{Columns, Context, Found, Order, Trouble, read},
    entry::{Dated, Entry, Kind},
    ledger::{Ledger, PieceId},
    reason::Reason,
    table::with_end,
    tree::Node,
};

/// Whether a tree is of TimelineJS.
pub(super) fn is(root: &Node) -> bool {
    if let Some(timeline) = root.get("timeline") {
        return timeline.has("date")
            || timeline.has("slides")
            || timeline.has("era")
            || is(timeline);
    }
    let slide = |slide: &Node| {
        slide.has("start_date")
            || slide.has("startDate")
            || slide
                .get("text")
                .is_some_and(|text| !text.members().is_empty())
    };
    let list = ["events", "slides", "date"]
        .iter()
        .find_map(|key| root.get(key));
    list.is_some_and(|list| list.items().first().is_some_and(slide))
        || root.get("title").is_some_and(slide)
}

/// Reads all slides.
pub(super) fn read_all(builder: &mut Builder<'_>, root: &Node) {
    let body = root.get("timeline").unwrap_or(root);
    let mut context = builder.context(super::dates::Evidence::default());
    context.format_order = Some(Order::MonthDayYear);
    if let Some(title) = root
        .get("title")
        .or_else(|| body.get("title"))
        .filter(|title| !title.members().is_empty())
    {
        let mut entry = slide(builder, title, &context);
        entry.kind = Kind::Title;
        builder.entry(entry);
    } else if body.has("headline") {
        // The first version has the title's members beside the list.
        let pieces = body.members().iter().filter(|(key, _)| {
            !matches!(key.as_str(), "date" | "era" | "slides" | "events" | "eras")
        });
        let mut entry = slide(builder, body, &context);
        entry.pieces = pieces.flat_map(|(_, node)| node.pieces()).collect();
        entry.kind = Kind::Title;
        builder.entry(entry);
    }
    for key in ["events", "date", "slides"] {
        for node in body.get(key).map(Node::items).unwrap_or_default() {
            let mut entry = slide(builder, node, &context);
            // A slide without a date can only be the title.
            let named = node
                .piece_of("type", &builder.ledger)
                .map(|piece| builder.ledger.text(piece).to_string());
            if named.as_deref() == Some("title") {
                entry.kind = Kind::Title;
            }
            builder.entry(entry);
        }
    }
    for key in ["eras", "era"] {
        for node in body.get(key).map(Node::items).unwrap_or_default() {
            let mut entry = slide(builder, node, &context);
            entry.kind = Kind::Era;
            builder.entry(entry);
        }
    }
    settings(builder, root, body);
}

/// What only TimelineJS's own program needs.
fn settings(builder: &mut Builder<'_>, root: &Node, body: &Node) {
    for (key, node) in root.members().iter().chain(body.members()) {
        let what = match key.as_str() {
            "scale" | "type" | "start_at_slide" | "startAtSlide" | "theme" | "font" | "width"
            | "height" | "debug" | "version" | "autolink" | "lang" | "language" => {
                format!("“{key}”, a setting of TimelineJS")
            }
            _ => continue,
        };
        let pending: Vec<PieceId> = node
            .pieces()
            .into_iter()
            .filter(|piece| builder.ledger.is_pending(*piece))
            .collect();
        builder.ledger.report(pending, Reason::Aside { what });
    }
}

fn slide(builder: &mut Builder<'_>, node: &Node, context: &Context) -> Entry {
    let ledger = &builder.ledger;
    let mut entry = Entry {
        pieces: node.pieces(),
        ..Entry::default()
    };
    let of = |node: &Node, key: &str| node.piece_of(key, ledger);
    entry.title = of(node, "headline");
    match node.get("text") {
        Some(Node::Object(_)) => {
            let text = node.get("text").unwrap_or(node);
            entry.title = entry.title.or_else(|| of(text, "headline"));
            entry.text.extend(of(text, "text"));
        }
        _ => entry.text.extend(of(node, "text")),
    }
    entry.id = of(node, "unique_id");
    entry
        .groups
        .extend(["group", "tag"].iter().find_map(|key| of(node, key)));
    if let Some(media) = node.get("media").or_else(|| node.get("asset")) {
        entry.media = match media {
            Node::Leaf(leaf) => Some(leaf.piece),
            media => of(media, "url").or_else(|| of(media, "media")),
        };
        entry.credit = of(media, "credit");
        entry.caption = of(media, "caption").or_else(|| of(media, "title"));
        entry.thumbnail = of(media, "thumbnail");
        entry.alt = of(media, "alt");
        entry.links.extend(of(media, "link"));
    }
    for key in ["background", "text_background"] {
        entry
            .background
            .extend(node.get(key).map(Node::pieces).unwrap_or_default());
    }
    let (dated, words, asides) = dated(ledger, node, context);
    entry.dated = dated;
    entry.words = words;
    let media = node.get("media").or_else(|| node.get("asset"));
    let target = media.and_then(|media| media.piece_of("link_target", ledger));
    let settings = ["autolink", "type", "layout"]
        .iter()
        .filter_map(|key| node.piece_of(key, ledger));
    let second = [start_words(node, ledger), end_words(node, ledger)]
        .into_iter()
        .flatten();
    let second: Vec<PieceId> = second.filter(|piece| words != Some(*piece)).collect();
    let settings: Vec<PieceId> = settings.chain(target).chain(asides).collect();
    let what = "a second display date; the other one is shown".to_string();
    builder.ledger.report(second, Reason::NoPlace { what });
    builder.ledger.report(
        settings,
        Reason::Aside {
            what: "A setting of TimelineJS".into(),
        },
    );
    entry
}

/// The words of the start, which the slide's own may replace.
fn start_words(node: &Node, ledger: &Ledger) -> Option<PieceId> {
    let start = node.get("start_date").or_else(|| node.get("startDate"))?;
    start.piece_of("display_date", ledger)
}

fn end_words(node: &Node, ledger: &Ledger) -> Option<PieceId> {
    let end = node.get("end_date").or_else(|| node.get("endDate"))?;
    end.piece_of("display_date", ledger)
}

/// The date of a slide, its words, and what is only for show.
fn dated(
    ledger: &Ledger,
    node: &Node,
    context: &Context,
) -> (Dated, Option<PieceId>, Vec<PieceId>) {
    let mut dated = Dated::default();
    let mut asides = Vec::new();
    let start = node
        .get("start_date")
        .or_else(|| node.get("startDate"))
        .or_else(|| node.get("date"));
    let end = node.get("end_date").or_else(|| node.get("endDate"));
    let mut words = node.piece_of("display_date", ledger);
    let mut text = String::new();
    if let Some(start) = start {
        let (found, pieces) = point(ledger, start, context, &mut dated.left_out, &mut asides);
        dated.found = found;
        dated.pieces = pieces;
        text = start
            .piece()
            .map(|piece| ledger.text(piece).to_string())
            .unwrap_or_default();
        words = words.or_else(|| start.piece_of("display_date", ledger));
    }
    if let Some(end) = end.filter(|end| {
        end.pieces()
            .iter()
            .any(|piece| !ledger.text(*piece).trim().is_empty())
    }) {
        let (found, pieces) = point(ledger, end, context, &mut dated.left_out, &mut asides);
        let written = end
            .piece()
            .map(|piece| ledger.text(piece).to_string())
            .unwrap_or_default();
        with_end(&mut dated, found, &text, &written, pieces, context);
    }
    (dated, words, asides)
}

/// One end: an object of parts, or a text.
fn point(
    ledger: &Ledger,
    node: &Node,
    context: &Context,
    left_out: &mut Vec<(PieceId, String)>,
    asides: &mut Vec<PieceId>,
) -> (Result<Found, Trouble>, Vec<PieceId>) {
    if let Some(piece) = node.piece() {
        return (written(ledger.text(piece), context), vec![piece]);
    }
    let of = |key: &str| node.piece_of(key, ledger);
    let text = |piece: Option<PieceId>| piece.map_or("", |piece| ledger.text(piece).trim());
    let [year, month, day] = ["year", "month", "day"].map(of);
    let clock = ["hour", "minute", "second"].map(of);
    let mut time = String::new();
    // Hours without minutes are whole ones; TimelineJS writes zeros where nothing is meant.
    let zero = clock
        .iter()
        .flatten()
        .all(|piece| matches!(ledger.text(*piece).trim(), "0" | "00" | "0.0"));
    if clock.iter().any(Option::is_some) && !(zero && text(day).is_empty()) {
        let [hour, minute, second] = clock.map(|piece| {
            text(piece)
                .strip_suffix(".0")
                .unwrap_or(text(piece))
                .to_string()
        });
        let or_zero = |part: String| {
            if part.is_empty() {
                "0".to_string()
            } else {
                part
            }
        };
        time = format!("{}:{:0>2}", or_zero(hour), or_zero(minute));
        if !second.is_empty() && second != "0" && second != "00" {
            time = format!("{time}:{second:0>2}");
        }
    }
    asides.extend(of("format"));
    if let Some(piece) = of("millisecond") {
        if text(Some(piece)).trim_matches('0').is_empty() {
            asides.push(piece);
        } else {
            left_out.push((piece, "Thousandths of a second are left out.".into()));
        }
    }
    let columns = Columns {
        year: text(year),
        month: text(month),
        day: text(day),
        time: &time,
    };
    let mut used: Vec<PieceId> = year.into_iter().collect();
    match columns.read(context) {
        Ok(it) => {
            let [no_month, no_day, no_time] = it.left_out;
            let time: Vec<PieceId> = clock.into_iter().flatten().collect();
            if zero && time.iter().any(|_| text(day).is_empty()) {
                asides.extend(time.iter().copied());
            }
            let cells = [
                (month.into_iter().collect(), no_month),
                (day.into_iter().collect(), no_day),
                (time, no_time),
            ];
            for (pieces, why) in cells {
                for piece in pieces as Vec<PieceId> {
                    match &why {
                        Some(why) => left_out.push((piece, why.clone())),
                        None if asides.contains(&piece) => {}
                        None => used.push(piece),
                    }
                }
            }
            (Ok(it.found), used)
        }
        Err(trouble) => (Err(trouble), node.pieces()),
    }
}

/// `2012,1,26`, `2012,1,26,14,5,0`, or a date in any other writing.
fn written(text: &str, context: &Context) -> Result<Found, Trouble> {
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    let numbers = parts.len() > 1
        && parts.iter().all(|part| {
            let digits = part.strip_prefix('-').unwrap_or(part);
            digits.is_empty() || digits.bytes().all(|byte| byte.is_ascii_digit())
        });
    if !numbers {
        return read(text, context);
    }
    let part = |at: usize| parts.get(at).copied().unwrap_or_default();
    let time = match (part(3), part(4), part(5)) {
        ("", ..) => String::new(),
        (hour, minute, second) => {
            let second = second.trim_start_matches('0');
            let minute = if minute.is_empty() { "0" } else { minute };
            let clock = format!("{hour}:{minute:0>2}");
            if second.is_empty() {
                clock
            } else {
                format!("{clock}:{second:0>2}")
            }
        }
    };
    let columns = Columns {
        year: part(0),
        month: part(1),
        day: part(2),
        time: &time,
    };
    let it = columns.read(context)?;
    let mut found = it.found;
    // One cell holds it all: what cannot be is told of the whole.
    if let Some(why) = it.left_out.into_iter().flatten().next() {
        found.notes.push(super::dates::Note::NoSuchDay(why));
        found.text = Some(text.trim().to_string());
    }
    Ok(found)
}
