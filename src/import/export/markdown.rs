//! A text for people: headline, events, countries and what is said of them.

use serde_json::Value;

use super::{Writer, text, texts};

pub(super) fn write(writer: &mut Writer<'_>, words: &dyn Fn(&Value) -> String) -> String {
    let mut out = format!("# {}\n", line(writer.headline()));
    let mut push = |paragraph: String| {
        out.push('\n');
        out.push_str(&paragraph);
        out.push('\n');
    };
    if let Some(summary) = text(writer.article, "summary") {
        push(escaped(summary));
    }
    let head: Vec<String> = ["dateline", "published"]
        .iter()
        .filter_map(|key| text(writer.article, key))
        .map(line)
        .collect();
    if !head.is_empty() {
        push(head.join(", "));
    }
    if let Some(source) = writer.article.get("source") {
        let name = text(source, "name").unwrap_or_default();
        let title = text(source, "title").unwrap_or(name);
        push(match text(source, "url") {
            Some(url) => format!("{}: [{}](<{url}>)", line(name), line(title)),
            None => line(name),
        });
    }
    for (list, heading) in [("events", "Timeline"), ("eras", "Background")] {
        let entries = writer.list(list);
        if entries.is_empty() {
            continue;
        }
        push(format!("## {heading}"));
        for (_, entry) in entries {
            event(entry, words, &mut push);
        }
    }
    countries(writer, &mut push);
    corrections(writer, &mut push);
    lose(writer);
    out
}

fn event(entry: &Value, words: &dyn Fn(&Value) -> String, push: &mut dyn FnMut(String)) {
    push(format!(
        "### {}",
        line(text(entry, "title").unwrap_or_default())
    ));
    let date = entry.get("date").map(words).unwrap_or_default();
    let places = texts(entry, "countries")
        .into_iter()
        .chain(texts(entry, "groups"));
    let mut named: Vec<String> = Vec::new();
    for place in places.map(line) {
        if !named.contains(&place) {
            named.push(place);
        }
    }
    let places = named;
    let mut head = format!("**{}**", line(&date));
    if !places.is_empty() {
        head.push_str(&format!(" · {}", places.join(", ")));
    }
    push(head);
    if let Some(object) = entry.get("date") {
        let about = match text(object, "basis") {
            Some("inferred") => {
                text(object, "from").map(|from| format!("Worked out from {}.", line(from)))
            }
            Some("editor") => {
                text(object, "note").map(|note| format!("Supplied by the editor: {}.", line(note)))
            }
            _ => None,
        };
        if let Some(about) = about {
            push(about);
        }
    }
    if let Some(words) = text(entry, "text") {
        push(escaped(words));
    }
    if let Some(image) = entry.get("image") {
        let alt = text(image, "alt").unwrap_or_default();
        push(format!(
            "![{}](<{}>)",
            line(alt),
            text(image, "src").unwrap_or_default()
        ));
        let under: Vec<String> = ["caption", "credit"]
            .iter()
            .filter_map(|key| text(image, key))
            .map(line)
            .collect();
        if !under.is_empty() {
            push(under.join(" · "));
        }
    }
    if let Some(media) = entry.get("media") {
        let url = text(media, "url").unwrap_or_default();
        let name = text(media, "caption").unwrap_or(url);
        let credit = text(media, "credit")
            .map(|credit| format!(" · {}", line(credit)))
            .unwrap_or_default();
        push(format!("[{}](<{url}>){credit}", line(name)));
    }
    for link in entry
        .get("links")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default()
    {
        let url = text(link, "url").unwrap_or_default();
        push(format!(
            "[{}](<{url}>)",
            line(text(link, "text").unwrap_or(url))
        ));
    }
    quotation(entry.get("source"), push);
}

fn quotation(source: Option<&Value>, push: &mut dyn FnMut(String)) {
    if let Some(quote) = source.and_then(|source| text(source, "quote")) {
        push(format!("> {}", line(quote)));
    }
}

fn countries(writer: &Writer<'_>, push: &mut dyn FnMut(String)) {
    let cards = writer.list("countries");
    if cards.is_empty() {
        return;
    }
    push("## Countries".into());
    let people = writer.list("people");
    let name = |id: &str| -> String {
        let person = people
            .iter()
            .find(|(_, person)| text(person, "id") == Some(id));
        person
            .and_then(|(_, person)| text(person, "name"))
            .unwrap_or(id)
            .to_string()
    };
    for (_, card) in cards {
        let code = text(card, "code").unwrap_or_default();
        push(format!("### {}", line(text(card, "name").unwrap_or(code))));
        if let Some(note) = text(card, "note") {
            push(escaped(note));
        }
        let items = |key: &str| {
            card.get(key)
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default()
        };
        for figure in items("figures") {
            let value = match figure.get("value") {
                Some(Value::String(words)) => words.clone(),
                Some(number) => number.to_string(),
                None => String::new(),
            };
            let parts = [
                text(&figure, "qualifier"),
                Some(value.as_str()),
                text(&figure, "unit"),
                text(&figure, "label"),
            ];
            let mut said = parts
                .into_iter()
                .flatten()
                .map(line)
                .collect::<Vec<_>>()
                .join(" ");
            if let Some(since) = text(&figure, "since") {
                said.push_str(&format!(" (since {since})"));
            }
            if let Some(speaker) = text(&figure, "speaker") {
                said.push_str(&format!(" — {}", line(&name(speaker))));
            }
            push(format!("- {said}"));
            quotation(figure.get("source"), push);
        }
        for claim in items("claims") {
            let mut said = String::new();
            if let Some(speaker) = text(&claim, "speaker") {
                said = format!(
                    "{} {}: ",
                    line(&name(speaker)),
                    line(text(&claim, "verb").unwrap_or("says"))
                );
            }
            said.push_str(&line(text(&claim, "text").unwrap_or_default()));
            if let Some(quote) = text(&claim, "quote") {
                said.push_str(&format!(" “{}”", line(quote)));
            }
            push(format!("- {}", said.trim()));
            quotation(claim.get("source"), push);
        }
    }
}

fn corrections(writer: &Writer<'_>, push: &mut dyn FnMut(String)) {
    let entries = writer.list("corrections");
    if entries.is_empty() {
        return;
    }
    push("## Corrections".into());
    for (_, entry) in entries {
        let why = text(entry, "why")
            .map(|why| format!(" {}", line(why)))
            .unwrap_or_default();
        let change = match (text(entry, "was"), text(entry, "now")) {
            (Some(was), Some(now)) => format!("“{}” is now “{}”.", line(was), line(now)),
            (Some(was), None) => format!("“{}” was taken out.", line(was)),
            (None, Some(now)) => format!("“{}” was added.", line(now)),
            (None, None) => String::new(),
        };
        push(format!(
            "- {}: {}{why}",
            text(entry, "date").unwrap_or_default(),
            change
        ));
    }
}

/// Names what a text for people leaves to the data.
fn lose(writer: &mut Writer<'_>) {
    let mut some = false;
    for list in ["events", "eras"] {
        for (_, entry) in writer.list(list) {
            some |= entry.get("people").is_some() || entry.get("key").is_some();
            some |= entry
                .get("image")
                .is_some_and(|image| image.get("width").is_some());
        }
    }
    writer.lose(
        "/events",
        "Ids, and what stands around a quotation, are not in a text for people.",
    );
    if some {
        writer.lose(
            "/events",
            "People and key events, and the sizes of pictures, are not in a text for people.",
        );
    }
    if !writer.list("people").is_empty() {
        writer.lose(
            "/people",
            "Only the names of those who say something are there.",
        );
    }
    if writer.article.get("language").is_some() {
        writer.lose("/language", "A text does not name its language.");
    }
}

/// A text in one line, with Markdown's signs kept from meaning anything.
fn line(text: &str) -> String {
    escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at_start = true;
    for c in text.chars() {
        let special = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<')
            || at_start && matches!(c, '#' | '>' | '+' | '-' | '=' | '|' | '~');
        if special {
            out.push('\\');
        }
        out.push(c);
        at_start = c == '\n' || at_start && c.is_whitespace();
    }
    out
}
