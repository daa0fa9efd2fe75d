//! The marked-up list of a page, as `www/list.js` reads it; the data inside the element of a
//! page; and, where there is neither, the tables of a page.

use super::{
    build::Builder,
    dates::read as read_date,
    entry::{Dated, Entry},
    ledger::{PieceId, Place, Target},
    markup::{Element, Node, tree},
    reason::Reason,
    sheet,
    table::Record,
    unreadable::Unreadable,
};

/// The article's own data in a page: the JSON inside the element.
pub(super) fn data(text: &str) -> Option<String> {
    if !text.contains("dateline-widget") {
        return None;
    }
    let root = tree(text);
    let mut found = None;
    root.inside(&mut |element| {
        if element.name == "dateline-widget" && found.is_none() {
            element.inside(&mut |inside| {
                if inside.name == "script" && inside.attribute("type") == Some("application/json") {
                    found.get_or_insert(inside.text());
                }
            });
        }
    });
    found.filter(|json| json.trim_start().starts_with('{'))
}

/// Reads the page into the draft.
pub(super) fn read(builder: &mut Builder<'_>, text: &str) -> Result<&'static str, Unreadable> {
    let root = tree(text);
    let mut page = Page {
        builder,
        items: 0,
        language: None,
        outside: String::new(),
    };
    page.walk(&root, None);
    let (items, outside) = (page.items, page.outside);
    if let Some(language) = page.language.filter(|_| builder.draft.language.is_none()) {
        builder.draft.language = Some(language);
    }
    if items == 0 {
        return tables(builder, &root);
    }
    let rest = outside.split_whitespace().collect::<Vec<_>>().join(" ");
    let piece = builder
        .ledger
        .add(Place::Line(1, "the rest of the page".into()), &rest);
    builder.ledger.report(
        [piece],
        Reason::Aside {
            what: "What stands outside the list".into(),
        },
    );
    Ok("the marked-up list of a page")
}

/// The tables of a page, one after the other.
fn tables(builder: &mut Builder<'_>, root: &Element) -> Result<&'static str, Unreadable> {
    let mut tables = Vec::new();
    root.inside(&mut |element| {
        if element.name == "table" {
            tables.push(element.clone());
        }
    });
    let Some(largest) = tables.iter().max_by_key(|table| rows(table).len()) else {
        return Err(Unreadable::Kind {
            is: "a page without a list of events".into(),
            cure: "The list’s items carry data-date; a table works, too.".into(),
        });
    };
    let records = rows(largest);
    let format = sheet::read(builder, records.into_iter(), sheet::Sheet::default())?;
    let _ = format;
    if tables.len() > 1 {
        let what = format!(
            "The largest of {} tables of the page was read.",
            tables.len()
        );
        builder.ledger.report([], Reason::Format { what });
    }
    Ok("a table of a page")
}

fn rows(table: &Element) -> Vec<Record> {
    let mut records = Vec::new();
    let mut line = 0;
    table.inside(&mut |element| {
        if element.name == "tr" {
            line += 1;
            let cells = element.children.iter().filter_map(|child| match child {
                Node::Element(cell) if matches!(cell.name.as_str(), "td" | "th") => {
                    Some(html(cell))
                }
                _ => None,
            });
            records.push(Record {
                line,
                cells: cells.collect(),
                mended: Vec::new(),
            });
        }
    });
    records
}

/// A cell's text, with its links as HTML, so that they are kept.
fn html(cell: &Element) -> String {
    let mut html = String::new();
    for child in &cell.children {
        match child {
            Node::Text(text) => html.push_str(&escaped(text)),
            Node::Element(element) => {
                let address = element
                    .attribute("href")
                    .or_else(|| element.attribute("src"));
                match (element.name.as_str(), address) {
                    ("a", Some(href)) => html.push_str(&format!(
                        "<a href=\"{}\">{}</a>",
                        escaped(href),
                        html_text(element)
                    )),
                    ("img", Some(src)) => html.push_str(&format!("<img src=\"{}\">", escaped(src))),
                    ("br", _) => html.push('\n'),
                    _ => html.push_str(&self::html(element)),
                }
            }
        }
    }
    let html = html.trim().to_string();
    // Without a tag left, references would stand for themselves.
    if html.contains('<') {
        html
    } else {
        super::markup::plain(&html).text
    }
}

fn html_text(element: &Element) -> String {
    escaped(&element.text())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

struct Page<'b, 'o> {
    builder: &'b mut Builder<'o>,
    items: u32,
    language: Option<String>,
    outside: String,
}

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

impl Page<'_, '_> {
    fn walk(&mut self, element: &Element, language: Option<&str>) {
        for child in &element.children {
            match child {
                Node::Text(text) => self.outside.push_str(text),
                Node::Element(inside) => {
                    let language = inside.attribute("lang").or(language);
                    if inside.attribute("data-date").is_some() {
                        self.language = self.language.take().or(language.map(str::to_string));
                        self.item(inside);
                    } else if HEADINGS.contains(&inside.name.as_str())
                        && self.builder.draft.headline.is_empty()
                    {
                        self.headline(inside);
                    } else if matches!(inside.name.as_str(), "script" | "style") {
                        // Code is no part of a page's words.
                    } else {
                        self.outside.push(' ');
                        self.walk(inside, language);
                    }
                }
            }
        }
    }

    fn headline(&mut self, heading: &Element) {
        let text = heading
            .text()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let piece = self
            .builder
            .ledger
            .add(Place::Line(1, "heading".into()), &text);
        if !text.is_empty() {
            self.builder.draft.headline = text;
            self.builder.ledger.became(piece, Target::head("headline"));
        }
    }

    fn add(&mut self, name: &str, text: &str) -> PieceId {
        let place = Place::Path(format!("item {}/{name}", self.items).into());
        self.builder.ledger.add(place, text)
    }

    fn item(&mut self, item: &Element) {
        self.items += 1;
        let mut entry = Entry {
            is_plain: true,
            ..Entry::default()
        };
        let mut used = Vec::new();
        let attribute = |name: &str| {
            item.attribute(name)
                .map(str::to_string)
                .filter(|text| !text.trim().is_empty())
        };
        let mut take = |page: &mut Self, name: &str, text: Option<String>| -> Option<PieceId> {
            let piece = page.add(name, &text?);
            used.push(piece);
            Some(piece)
        };
        let date = take(self, "data-date", attribute("data-date"));
        entry.words = take(self, "data-date-text", attribute("data-date-text"));
        entry.basis = take(self, "data-basis", attribute("data-basis"));
        entry.from = take(self, "data-from", attribute("data-from"));
        entry.note = take(self, "data-note", attribute("data-note"));
        entry.id = take(self, "id", attribute("id"));
        let countries = attribute("data-countries")
            .map(|codes| codes.split_whitespace().collect::<Vec<_>>().join(","));
        entry
            .countries
            .extend(take(self, "data-countries", countries));
        entry
            .groups
            .extend(take(self, "data-groups", attribute("data-groups")));
        let mut parts = Parts::default();
        parts.gather(item, false);
        entry.title = take(self, "heading", parts.heading);
        for text in parts.paragraphs {
            entry.text.extend(take(self, "p", Some(text)));
        }
        entry.quote = take(self, "blockquote", parts.quote);
        if let Some((src, alt)) = parts.image {
            entry.image = take(self, "img", Some(src));
            entry.image_alt = take(self, "alt", alt);
            entry.image_caption = take(self, "figcaption", parts.caption);
        }
        for (url, words) in parts.links {
            entry.links.extend(take(
                self,
                "a",
                Some(format!("{url} {words}").trim().to_string()),
            ));
        }
        if let Some(date) = date {
            let context = self.builder.context(super::dates::Evidence::default());
            let found = read_date(self.builder.ledger.text(date), &context);
            entry.dated = Dated {
                found,
                pieces: vec![date],
                ..Dated::default()
            };
        }
        for time in parts.times {
            let piece = self.add("time", &time);
            let what = "The date once more, in the words of the page".to_string();
            self.builder.ledger.report([piece], Reason::Aside { what });
        }
        let rest = parts.rest.split_whitespace().collect::<Vec<_>>().join(" ");
        let rest = self.add("other words", &rest);
        entry.pieces = used;
        entry.pieces.push(rest);
        self.builder.entry(entry);
        if self.builder.ledger.is_pending(rest) {
            let what = "words of an item outside its heading, its paragraphs and its quotation"
                .to_string();
            self.builder.ledger.report([rest], Reason::NoPlace { what });
        }
    }
}

/// What an item holds.
#[derive(Default)]
struct Parts {
    heading: Option<String>,
    paragraphs: Vec<String>,
    quote: Option<String>,
    image: Option<(String, Option<String>)>,
    caption: Option<String>,
    links: Vec<(String, String)>,
    times: Vec<String>,
    rest: String,
}

impl Parts {
    fn gather(&mut self, element: &Element, named: bool) {
        for child in &element.children {
            let inside = match child {
                Node::Text(text) => {
                    if !named {
                        self.rest.push_str(text);
                    }
                    continue;
                }
                Node::Element(inside) => inside,
            };
            let text = || {
                inside
                    .text()
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            match inside.name.as_str() {
                name if HEADINGS.contains(&name) && self.heading.is_none() && !named => {
                    self.heading = Some(text());
                    self.gather(inside, true);
                }
                "p" if !named => {
                    self.paragraphs.push(text());
                    self.gather(inside, true);
                }
                "blockquote" if !named && self.quote.is_none() => {
                    self.quote = Some(text());
                    self.gather(inside, true);
                }
                "figcaption" if !named => {
                    self.caption = Some(text());
                    self.gather(inside, true);
                }
                "img" => {
                    let alt = inside.attribute("alt").map(str::to_string);
                    if let Some(src) = inside.attribute("src").filter(|_| self.image.is_none()) {
                        self.image = Some((src.to_string(), alt));
                    }
                }
                "a" => {
                    if let Some(href) = inside
                        .attribute("href")
                        .filter(|href| super::media::is_address(href))
                    {
                        self.links.push((href.to_string(), text()));
                    }
                    self.gather(inside, named);
                }
                // The plain list says the date once more for readers.
                "time" => self.times.push(text()),
                _ => {
                    if !named {
                        self.rest.push(' ');
                    }
                    self.gather(inside, named);
                }
            }
        }
    }
}
