//! markwhen (markwhen.com): a text of lines `range: what happened`, with a header, sections,
//! groups and tags.

mod range;

use super::{
    build::Builder,
    dates::{Context, Evidence, Order},
    entry::{Dated, Entry},
    ledger::{PieceId, Place, Target},
    reason::Reason,
    unreadable::Unreadable,
};
use range::Ranges;

/// Splits a line at the colon between its range and its text.
fn split(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    for (at, _) in line.match_indices(':') {
        let after = line.get(at + 1..).unwrap_or_default();
        // 10:30 has a colon, too.
        if after.is_empty() || after.starts_with(char::is_whitespace) {
            let range = line.get(..at).unwrap_or_default();
            return (!range.trim().is_empty()).then_some((range.trim(), after.trim()));
        }
    }
    None
}

/// Whether a range can begin like this: with a digit, a month, a reference, `now`.
fn may_be_range(range: &str) -> bool {
    range.len() <= 120
        && (range.contains(|c: char| c.is_ascii_digit())
            || range.contains("now")
            || range.contains('!'))
        && !range.contains(['"', '{'])
}

/// Whether a text is markwhen: lines that begin with a date and a colon.
pub(super) fn is(text: &str, reads: &dyn Fn(&str) -> bool) -> bool {
    let (mut events, mut marks, mut lines) = (0, 0, 0);
    for line in text
        .lines()
        .take(300)
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        lines += 1;
        if Mark::of(line).is_some()
            || line == "---"
            || line.starts_with("title:")
            || line.starts_with("//")
        {
            marks += 1;
        } else if let Some((range, what)) = split(line)
            && may_be_range(range)
            && !what.is_empty()
        {
            let plain = range.split(" every ").next().unwrap_or_default();
            let halves = || {
                plain
                    .split(['/'])
                    .next()
                    .is_some_and(|first| reads(first.trim()))
            };
            events += usize::from(reads(plain) || halves());
        }
    }
    events >= 2 || events >= 1 && (marks > 0 || lines == 1)
}

/// A line that is no event.
enum Mark<'t> {
    Heading(usize, &'t str),
    Open(&'t str),
    Close,
    Break,
}

impl Mark<'_> {
    fn of(line: &str) -> Option<Mark<'_>> {
        let line = line.trim();
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        if level > 0 && line.get(level..).is_some_and(|rest| rest.starts_with(' ')) {
            return Some(Mark::Heading(
                level,
                line.get(level..).unwrap_or_default().trim(),
            ));
        }
        let (word, name) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let is = |marks: &[&str]| marks.iter().any(|mark| word.eq_ignore_ascii_case(mark));
        if is(&["section", "group"]) {
            return Some(Mark::Open(name.trim()));
        }
        let ends = ["section", "group"].iter().any(|mark| name.trim() == *mark);
        if is(&["endSection", "endGroup"]) || is(&["end"]) && ends {
            return Some(Mark::Close);
        }
        (line == "_-_-_break_-_-_").then_some(Mark::Break)
    }
}

/// A heading or group that is open.
struct Open {
    /// How deep a heading is; none for a section or a group.
    level: Option<usize>,
    piece: PieceId,
}

/// An event whose lines are being gathered.
struct Gathered {
    line: u32,
    range: String,
    title: String,
    more: Vec<(u32, String)>,
    groups: Vec<PieceId>,
}

/// Reads the text into the draft.
pub(super) fn read(builder: &mut Builder<'_>, text: &str) -> Result<&'static str, Unreadable> {
    let mut context = builder.context(Evidence::default());
    context.format_order = Some(Order::MonthDayYear);
    context.edtf = true;
    let mut open: Vec<Open> = Vec::new();
    let mut gathered: Option<Gathered> = None;
    let mut ranges = Ranges::new(builder.options.day());
    let mut in_header = true;
    for (number, line) in (1..).zip(text.lines()) {
        let bare = line.trim();
        if bare.starts_with("//") {
            let piece = builder.ledger.add(Place::Line(number, "".into()), bare);
            builder.ledger.report(
                [piece],
                Reason::Aside {
                    what: "A comment".into(),
                },
            );
            continue;
        }
        if let Some(mark) = Mark::of(bare) {
            in_header = false;
            finish(builder, gathered.take(), &context, &mut ranges);
            section(builder, &mut open, mark, number, bare);
            continue;
        }
        let event = split(bare)
            .filter(|(range, _)| may_be_range(range) && ranges.can_read(range, &context));
        if let Some((range, title)) = event {
            in_header = false;
            finish(builder, gathered.take(), &context, &mut ranges);
            let groups = open.iter().map(|open| open.piece).collect();
            gathered = Some(Gathered {
                line: number,
                range: range.into(),
                title: title.into(),
                more: Vec::new(),
                groups,
            });
        } else if let Some(event) = &mut gathered {
            event.more.push((number, line.to_string()));
        } else if in_header {
            header(builder, &mut context, number, bare);
        } else if !bare.is_empty() {
            let piece = builder.ledger.add(Place::Line(number, "".into()), bare);
            let why = "The line belongs to no event: it does not begin with a date and a colon."
                .to_string();
            builder.ledger.report([piece], Reason::Ignored { why });
        }
    }
    finish(builder, gathered, &context, &mut ranges);
    Ok("a text of markwhen")
}

/// A line of the header: `key: value`.
fn header(builder: &mut Builder<'_>, context: &mut Context, number: u32, line: &str) {
    if line.is_empty() || line == "---" {
        return;
    }
    let (key, value) = line.split_once(':').unwrap_or((line, ""));
    let (key, value) = (key.trim(), value.trim().trim_matches('"'));
    let piece = builder.ledger.add(
        Place::Line(number, key.into()),
        if value.is_empty() { line } else { value },
    );
    match key.to_ascii_lowercase().as_str() {
        "title" if builder.draft.headline.is_empty() && !value.is_empty() => {
            builder.draft.headline = value.to_string();
            builder.ledger.became(piece, Target::head("headline"));
        }
        "description" if !value.is_empty() => {
            builder.draft.summary = Some(value.to_string());
            builder.ledger.became(piece, Target::head("summary"));
        }
        "dateformat" => {
            if value.trim_start().starts_with(['d', 'D']) {
                context.format_order = Some(Order::DayMonthYear);
            }
            builder.ledger.guided(piece);
        }
        "timezone" => {
            let what = "The zone of the header: times are as written, without it".to_string();
            builder.ledger.report([piece], Reason::Aside { what });
        }
        _ => builder.ledger.report(
            [piece],
            Reason::Aside {
                what: "A setting of markwhen".into(),
            },
        ),
    }
}

/// Opens or closes a section, which becomes a group of its events.
fn section(
    builder: &mut Builder<'_>,
    open: &mut Vec<Open>,
    mark: Mark<'_>,
    number: u32,
    line: &str,
) {
    match mark {
        Mark::Heading(level, name) => {
            // A heading ends those of its level and below, inside of the same group.
            while open
                .last()
                .and_then(|open| open.level)
                .is_some_and(|own| own >= level)
            {
                open.pop();
            }
            let piece = group(builder, number, name);
            open.push(Open {
                level: Some(level),
                piece,
            });
        }
        Mark::Open(name) => {
            let piece = group(builder, number, name);
            open.push(Open { level: None, piece });
        }
        Mark::Close => match open.iter().rposition(|open| open.level.is_none()) {
            Some(at) => open.truncate(at),
            None => {
                let piece = builder.ledger.add(Place::Line(number, "".into()), line);
                let why = "The line ends a group, and none is open.".to_string();
                builder.ledger.report([piece], Reason::Ignored { why });
            }
        },
        Mark::Break => {
            let piece = builder.ledger.add(Place::Line(number, "".into()), line);
            builder.ledger.report(
                [piece],
                Reason::Aside {
                    what: "A break between pages".into(),
                },
            );
        }
    }
}

/// The name of a group; its tags colour it, and say nothing else.
fn group(builder: &mut Builder<'_>, number: u32, name: &str) -> PieceId {
    let (name, tags) = without_tags(name);
    if !tags.is_empty() {
        let piece = builder.ledger.add(
            Place::Line(number, "tags of the group".into()),
            &tags.join(" "),
        );
        builder.ledger.report(
            [piece],
            Reason::NoPlace {
                what: "tags of a group".into(),
            },
        );
    }
    builder
        .ledger
        .add(Place::Line(number, "group".into()), &name)
}

/// A text without its `#tags`, and those. A number after the sign is no tag.
fn without_tags(text: &str) -> (String, Vec<String>) {
    let mut tags = Vec::new();
    let kept: Vec<&str> = text
        .split(' ')
        .filter(|word| {
            let tag = word
                .strip_prefix('#')
                .map(|tag| tag.trim_end_matches([',', '.', ';']));
            match tag {
                Some(tag)
                    if tag.chars().next().is_some_and(char::is_alphabetic)
                        && tag
                            .chars()
                            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-')) =>
                {
                    tags.push(tag.to_string());
                    false
                }
                _ => true,
            }
        })
        .collect();
    (kept.join(" ").trim().to_string(), tags)
}

/// Makes an event of what was gathered.
fn finish(
    builder: &mut Builder<'_>,
    gathered: Option<Gathered>,
    context: &Context,
    ranges: &mut Ranges,
) {
    let Some(mut gathered) = gathered else { return };
    let line = gathered.line;
    let add = |builder: &mut Builder<'_>, line: u32, name: &str, text: &str| {
        builder.ledger.add(Place::Line(line, name.into()), text)
    };
    let (range, rule) = match gathered.range.split_once(" every ") {
        Some((range, rule)) => (range.to_string(), Some(rule.to_string())),
        None => (gathered.range.clone(), None),
    };
    let range_piece = add(builder, line, "range", &range);
    let mut entry = Entry {
        pieces: vec![range_piece],
        is_plain: true,
        ..Entry::default()
    };
    if let Some(rule) = rule {
        let piece = add(builder, line, "rule", &rule);
        let why = "rules of repetition are not followed here.".to_string();
        builder
            .ledger
            .report([piece], Reason::Occurrences { count: 1, why });
    }
    let mut links = Vec::new();
    properties(builder, &mut gathered, &mut entry);
    let (title, mut tags) = without_tags(&gathered.title);
    let title = linked(&title, &mut links);
    let (title, id) = match title.rsplit_once(" !") {
        Some((before, id)) if super::ids::is_id(id) => (before.to_string(), Some(id.to_string())),
        _ => (title, None),
    };
    let mut text = Vec::new();
    for (_, line) in &gathered.more {
        let (line, more) = without_tags(line.trim_end());
        tags.extend(more);
        text.push(linked(&line, &mut links));
    }
    let title_piece = add(builder, line, "title", &title);
    entry.title = Some(title_piece);
    let text = text.join("\n");
    let text_piece = add(builder, line + 1, "text", text.trim());
    entry.text.push(text_piece);
    if let Some(id) = &id {
        entry.id = Some(add(builder, line, "id", id));
    }
    for tag in tags {
        let piece = add(builder, line, "tag", &tag);
        entry.groups.push(piece);
        entry.pieces.push(piece);
    }
    for (words, url) in links {
        let piece = add(builder, line, "link", format!("{url} {words}").trim());
        entry.links.push(piece);
        entry.pieces.push(piece);
    }
    entry.pieces.extend(
        [Some(title_piece), Some(text_piece), entry.id]
            .into_iter()
            .flatten(),
    );
    entry.groups.splice(0..0, gathered.groups);
    let found = ranges.read(&range, id.as_deref(), context);
    entry.dated = Dated {
        found,
        pieces: vec![range_piece],
        ..Dated::default()
    };
    builder.entry(entry);
}

/// Lines `key: value` right after the event's own line.
fn properties(builder: &mut Builder<'_>, gathered: &mut Gathered, entry: &mut Entry) {
    let known = |line: &str| {
        let (key, value) = line.trim().split_once(':')?;
        let key = key.trim();
        let plain = !key.is_empty()
            && key.len() <= 30
            && key
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let named = matches!(
            key.to_ascii_lowercase().as_str(),
            "id" | "tags"
                | "tag"
                | "location"
                | "contact"
                | "assignees"
                | "url"
                | "link"
                | "color"
                | "status"
                | "rating"
        );
        (plain && named).then(|| (key.to_ascii_lowercase(), value.trim().to_string()))
    };
    while let Some((number, line)) = gathered.more.first().cloned()
        && let Some((key, value)) = known(&line)
    {
        gathered.more.remove(0);
        let value = value.trim_matches(['[', ']', '"']).to_string();
        let piece = builder
            .ledger
            .add(Place::Line(number, key.as_str().into()), &value);
        entry.pieces.push(piece);
        match key.as_str() {
            "id" => entry.id = Some(piece),
            "tags" | "tag" => entry.tags.push(piece),
            "url" | "link" => entry.links.push(piece),
            _ => builder.ledger.report(
                [piece],
                Reason::NoPlace {
                    what: format!("“{key}”"),
                },
            ),
        }
    }
}

/// A text with `[words](address)` as words, and the links.
fn linked(text: &str, links: &mut Vec<(String, String)>) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let found = from.find("](").and_then(|middle| {
            let words = from.get(1..middle)?;
            let end = from.get(middle..)?.find(')')? + middle;
            let url = from.get(middle + 2..end)?.trim();
            (!words.contains('[') && super::media::is_address(url)).then_some((words, url, end + 1))
        });
        match found {
            Some((words, url, length)) => {
                // A picture has an exclamation mark before it, and is linked all the same.
                plain.push_str(before.strip_suffix('!').unwrap_or(before));
                plain.push_str(words);
                links.push((words.to_string(), url.to_string()));
                rest = from.get(length..).unwrap_or_default();
            }
            None => {
                plain.push_str(before);
                plain.push('[');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    plain.trim_end().to_string()
}
