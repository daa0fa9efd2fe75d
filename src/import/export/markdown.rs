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
            event(writer, entry, words, &mut push);
        }
    }
    countries(writer, words, &mut push);
    corrections(writer, &mut push);
    lose(writer);
    out
}

fn event(
    writer: &Writer<'_>,
    entry: &Value,
    words: &dyn Fn(&Value) -> String,
    push: &mut dyn FnMut(String),
) {
    push(format!(
        "### {}",
        line(text(entry, "title").unwrap_or_default())
    ));
    let date = entry.get("date").map(words).unwrap_or_default();
    // An id says nothing to readers.
    let cards = writer.list("countries");
    let name = |id: &'_ str| {
        let card = cards.iter().find(|(_, card)| text(card, "id") == Some(id));
        card.and_then(|(_, card)| text(card, "name"))
            .map(str::to_owned)
    };
    let countries = texts(entry, "countries").into_iter();
    let countries = countries.map(|id| name(id).unwrap_or_else(|| id.to_owned()));
    let groups = texts(entry, "groups").into_iter().map(str::to_owned);
    let places = countries.chain(groups);
    let mut named: Vec<String> = Vec::new();
    for place in places.map(|place| line(&place)) {
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
    links(entry, push);
    quotation(entry.get("source"), push);
}

/// Where there is more to read.
fn links(entry: &Value, push: &mut dyn FnMut(String)) {
    let links = entry.get("links").and_then(Value::as_array);
    for link in links.map(Vec::as_slice).unwrap_or_default() {
        let url = text(link, "url").unwrap_or_default();
        push(format!(
            "[{}](<{url}>)",
            line(text(link, "text").unwrap_or(url))
        ));
    }
}

fn quotation(source: Option<&Value>, push: &mut dyn FnMut(String)) {
    let Some(source) = source else {
        return;
    };
    let quote = text(source, "quote").map(line);
    let url = text(source, "url").map(|url| format!("<{url}>"));
    let both: Vec<String> = quote.into_iter().chain(url).collect();
    if !both.is_empty() {
        push(format!("> {}", both.join(" ")));
    }
}

/// A number or a word as it stands.
fn plain(value: &Value) -> String {
    match value {
        Value::String(words) => words.clone(),
        number => number.to_string(),
    }
}

fn countries(writer: &Writer<'_>, words: &dyn Fn(&Value) -> String, push: &mut dyn FnMut(String)) {
    let cards = writer.list("countries");
    if cards.is_empty() {
        return;
    }
    let title = writer.article.get("cards");
    let title = title.and_then(|cards| text(cards, "title"));
    push(format!("## {}", line(title.unwrap_or("Countries"))));
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
            let value = figure.get("value").map(plain).unwrap_or_default();
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
            let period = ["since", "until"]
                .iter()
                .filter_map(|key| Some(format!("{key} {}", text(&figure, key)?)));
            let period: Vec<String> = period.collect();
            if !period.is_empty() {
                said.push_str(&format!(" ({})", period.join(", ")));
            }
            if let Some(than) = figure.get("than") {
                let value = than.get("value").map(plain).unwrap_or_default();
                let label = text(than, "label").unwrap_or_default();
                said.push_str(&format!("; {} {}", line(&value), line(label)));
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
            if let Some(date) = claim.get("date") {
                said.push_str(&format!(" ({})", line(&words(date))));
            }
            push(format!("- {}", said.trim()));
            links(&claim, push);
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
