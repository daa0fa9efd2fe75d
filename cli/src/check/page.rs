use std::path::Path;

use pulldown_cmark::{Event, Parser, TagEnd};

use dateline::import::{Piece, pieces};

/// What ends a word as a line end does.
const BLOCKS: &str = " address article aside blockquote body br button caption dd details dialog \
    dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr img \
    legend li main menu nav ol optgroup option p picture pre search section select summary table \
    tbody td textarea tfoot th thead title tr ul video ";
/// What holds no words of the article.
const SILENT: &str = " dateline-widget noscript script style template title ";
/// The widget.
const WIDGET: &str = "dateline-widget";
/// What has no end tag.
const VOID: &str = " area base br col embed hr img input link meta source track wbr ";

/// The article's words in a file: of HTML as a page shows them, of Markdown without its
/// signs, of all else as they are. The name's ending tells which.
pub fn words(path: &Path, file: &str) -> String {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    match ending.to_str() {
        Some("html" | "htm" | "xhtml") => page(file),
        Some("md" | "markdown") => markdown(file),
        _ => file.to_owned(),
    }
}

/// The words of the element that the widget's `for` names, else of the nearest
/// `<article>` around the widget, else of the first one, else of `<main>`, else of all.
fn page(file: &str) -> String {
    let pieces = pieces(file);
    let (mut at, end) = match article(&pieces) {
        Some(start) => (start, end(&pieces, start)),
        None => (0, pieces.len()),
    };
    let mut words = String::new();
    while let Some(piece) = pieces.get(at).filter(|_| at < end) {
        at = match piece {
            Piece::Open { name, .. } if listed(SILENT, name) => self::end(&pieces, at),
            _ => at + 1,
        };
        match piece {
            Piece::Text(text) => words.push_str(text),
            Piece::Open { name, .. } | Piece::Close { name, .. } => {
                if listed(BLOCKS, name) || listed(SILENT, name) {
                    words.push('\n');
                }
            }
            Piece::Comment(_) => {}
        }
    }
    words
}

/// Where the article begins.
fn article(pieces: &[Piece]) -> Option<usize> {
    let first = |name: &str| pieces.iter().position(|piece| piece.opens(name));
    let widget = first(WIDGET);
    let id = widget.and_then(|at| pieces.get(at)?.attribute("for"));
    let named = id.and_then(|id| {
        pieces
            .iter()
            .position(|piece| piece.attribute("id") == Some(id))
    });
    if named.is_some() {
        return named;
    }
    // The articles that are open where the widget stands.
    let mut around = Vec::new();
    for (at, piece) in pieces.iter().enumerate().take(widget.unwrap_or(0)) {
        if piece.opens("article") {
            around.push(at);
        } else if piece.closes("article") {
            around.pop();
        }
    }
    let lists = widget.map(|at| at..end(pieces, at));
    let own = |at: &usize| {
        // The readable list has articles of its own.
        let is_article = pieces.get(*at).is_some_and(|piece| piece.opens("article"));
        is_article && lists.as_ref().is_none_or(|list| !list.contains(at))
    };
    let around = around.last().copied();
    around
        .or_else(|| (0..pieces.len()).find(own))
        .or_else(|| first("main"))
}

/// Where what begins at `start` has ended: behind the end tag that belongs to it.
fn end(pieces: &[Piece], start: usize) -> usize {
    let Some(Piece::Open { name, .. }) = pieces.get(start) else {
        return pieces.len();
    };
    if listed(VOID, name) {
        return start + 1;
    }
    let mut open = 0;
    for (at, piece) in pieces.iter().enumerate().skip(start) {
        if piece.opens(name) {
            open += 1;
        } else if piece.closes(name) {
            open -= 1;
        }
        if open == 0 {
            return at + 1;
        }
    }
    pieces.len()
}

fn listed(names: &str, name: &str) -> bool {
    names.split(' ').any(|listed| listed == name)
}

fn markdown(file: &str) -> String {
    let mut words = String::new();
    for event in Parser::new(file) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::Rule => words.push('\n'),
            Event::End(
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link,
            ) => {}
            Event::End(_) => words.push('\n'),
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, file: &str) -> String {
        let words = words(Path::new(name), file);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_page_is_its_article_without_the_widget() {
        let page = "<title>t</title><body>menu<main>aside<article><h1>One</h1><p>Two <a href=x>th<b>ree</b></a>.<br>\
            Four</p><script>no</script><style>no</style><dateline-widget><ol><li>no</ol></dateline-widget>\
            <p>Five &amp; si&shy;x</article></main>foot";
        assert_eq!(of("a.html", page), "One Two three. Four Five & si\u{ad}x");
    }

    #[test]
    fn the_article_is_the_one_around_the_widget() {
        let page = "<main>m<article>other</article><article>this<dateline-widget></dateline-widget></article></main>";
        assert_eq!(of("a.html", page), "this");
        assert_eq!(of("a.htm", "<body>b<main>m</main>"), "m");
        let list = "<main><dateline-widget><article>card</article></dateline-widget>m</main>";
        assert_eq!(of("a.html", list), "m");
        let list = list.to_owned() + "<article>this</article>";
        assert_eq!(of("a.html", &list), "this");
        assert_eq!(of("a.html", "<body>b<p>c"), "b c");
        let marked = "<article>no<dateline-widget for=x></dateline-widget></article><div id=x>yes<p>and</div>";
        assert_eq!(of("a.html", marked), "yes and");
    }

    #[test]
    fn a_page_may_nest_deep() {
        for tag in ["<div>", "<div><p>", "<b>", "<table><tr><td>"] {
            let deep = "<article>".to_owned() + &tag.repeat(20_000) + "words";
            assert_eq!(of("a.html", &deep), "words");
        }
    }

    #[test]
    fn markdown_loses_its_signs_and_text_nothing() {
        assert_eq!(
            of(
                "a.md",
                "# One\n\nTwo **three** [four](x),\nfive.\n\n- six\n- `seven`"
            ),
            "One Two three four, five. six seven"
        );
        assert_eq!(of("a.txt", "# *One* <b>"), "# *One* <b>");
    }
}
