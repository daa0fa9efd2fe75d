//! The page that the article stands in, with the widget put into it.

use std::path::Path;

use dateline::import::{Piece, pieces};

use crate::{build::escaped, check::words};

/// The widget's tags.
const OPEN: &str = "<dateline-widget";
const CLOSE: &str = "</dateline-widget>";
/// Where the widget goes in a page that does not say.
const ENDS: [&str; 3] = ["</article>", "</main>", "</body>"];

/// A file as a page: HTML as it is, a paragraph for each of its lines otherwise.
pub fn of(path: &Path, text: &str) -> String {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    if matches!(ending.to_str(), Some("html" | "htm" | "xhtml")) {
        return text.to_owned();
    }
    let words = words(path, text);
    let lines = words.lines().filter(|line| !line.trim().is_empty());
    around(
        &lines
            .map(|line| format!("<p>{}</p>\n", escaped(line)))
            .collect::<String>(),
    )
}

/// A page for the widget alone.
pub fn bare() -> String {
    around("")
}

fn around(article: &str) -> String {
    format!(
        "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Preview</title>\n<link rel=\"stylesheet\" href=\"preview.css\">\n</head>\n\
         <body class=\"page\">\n<article>\n{article}</article>\n</body>\n</html>\n"
    )
}

/// `page` with the widget where its element stands, with that element's attributes, or after
/// the article. `data` is the attribute with the data, `list` what stands inside, `loader`
/// the address of the script, which takes the place of the page's own.
pub fn with_widget(page: &str, data: &str, list: &str, loader: &str) -> String {
    let page = without_loaders(page);
    let (before, attributes, after) = opened(&page);
    format!(
        "{before}{OPEN}{attributes}{data}>{list}{CLOSE}\
         <script type=\"module\" src=\"{loader}\"></script>{after}"
    )
}

/// What is before the widget, its attributes that do not say where the data are, and what is
/// after it.
fn opened(page: &str) -> (&str, String, &str) {
    let found = || {
        let (before, rest) = page.split_once(OPEN)?;
        let (tag, rest) = rest.split_at_checked(end_of_tag(rest)?)?;
        let (_, after) = rest.split_once(CLOSE).unwrap_or(("", rest));
        Some((before, attributes(tag), after))
    };
    found().unwrap_or_else(|| {
        let end = ENDS.iter().find_map(|end| page.rfind(end));
        let (before, after) = page.split_at(end.unwrap_or(page.len()));
        (before, String::new(), after)
    })
}

/// The attributes of a widget's tag, of which `tag` is all after the name.
fn attributes(tag: &str) -> String {
    let first = pieces(&format!("{OPEN}{tag}")).into_iter().next();
    let Some(Piece::Open {
        attributes: all, ..
    }) = first
    else {
        return String::new();
    };
    let own = all
        .into_iter()
        .filter(|(name, _)| !["src", "data-article"].contains(&name.as_str()));
    own.map(|(name, value)| format!(" {name}=\"{}\"", escaped(&value)))
        .collect()
}

/// Where a tag ends, behind its `>`, which may stand in the value of an attribute, too.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    None
}

/// The page without scripts that load a widget: two would be in each other's way.
fn without_loaders(page: &str) -> String {
    let mut kept = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find("<script") {
        let (before, script) = rest.split_at(at);
        kept.push_str(before);
        let tag = end_of_tag(script).unwrap_or(script.len());
        let end = script
            .find("</script>")
            .map_or(script.len(), |end| end + "</script>".len());
        let is_loader = script
            .get(..tag)
            .is_some_and(|tag| tag.contains("dateline.js"));
        if !is_loader {
            kept.push_str(script.get(..end).unwrap_or_default());
        }
        rest = script.get(end..).unwrap_or_default();
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDGET: &str = "<dateline-widget data-article=\"{}\"><ol></ol></dateline-widget><script type=\"module\" src=\"/d.js\"></script>";

    fn with(page: &str) -> String {
        with_widget(page, " data-article=\"{}\"", "<ol></ol>", "/d.js")
    }

    #[test]
    fn the_widget_stands_where_its_element_does() {
        let page = "<p>Before <dateline-widget src='a.json' hide=\"list axis\" title='a > b'>old</dateline-widget> after";
        let tag = "<dateline-widget hide=\"list axis\" title=\"a &gt; b\"";
        assert_eq!(
            with(page),
            format!("<p>Before {} after", WIDGET.replacen(OPEN, tag, 1))
        );
    }

    #[test]
    fn it_stands_after_the_article_otherwise() {
        assert_eq!(
            with("<article>a</article>b"),
            format!("<article>a{WIDGET}</article>b")
        );
        assert_eq!(with("<body>a</body>"), format!("<body>a{WIDGET}</body>"));
        assert_eq!(with("a"), format!("a{WIDGET}"));
    }

    #[test]
    fn the_pages_own_loader_goes_and_other_scripts_stay() {
        let page = "<script src=\"x/dateline.js\" integrity=\"a\"></script><script>a < b</script>";
        assert_eq!(with(page), format!("<script>a < b</script>{WIDGET}"));
    }

    #[test]
    fn what_is_cut_off_is_a_page_as_well() {
        for page in [
            "<dateline-widget",
            "<script",
            "<dateline-widget a=\"",
            "<dateline-widget>ł",
        ] {
            assert!(with(page).contains("<ol></ol>"), "{page}");
        }
    }

    #[test]
    fn a_text_is_paragraphs() {
        let page = of(Path::new("a.txt"), "One & two.\n\nThree.");
        assert!(
            page.contains("<p>One &amp; two.</p>\n<p>Three.</p>"),
            "{page}"
        );
    }
}
