use std::path::Path;

use pulldown_cmark::{Event, Parser, TagEnd};
use scraper::{ElementRef, Html, Node, Selector};

/// What ends a word as a line end does.
const BLOCKS: &str = " address article aside blockquote body br button caption dd details dialog \
    dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr img \
    legend li main menu nav ol optgroup option p picture pre search section select summary table \
    tbody td textarea tfoot th thead title tr ul video ";
/// What holds no words of the article.
const SILENT: &str = " dateline-widget head noscript script style template ";

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
    let page = Html::parse_document(file);
    let first = |name: &str| {
        let selector = Selector::parse(name).ok()?;
        page.select(&selector).next()
    };
    let widget = first("dateline-widget");
    let named = widget.and_then(|widget| widget.attr("for")).and_then(|id| {
        let all = page.tree.nodes().filter_map(ElementRef::wrap);
        all.into_iter()
            .find(|element| element.attr("id") == Some(id))
    });
    let around = || {
        let mut around = widget?.ancestors().filter_map(ElementRef::wrap);
        around.find(|element| element.value().name() == "article")
    };
    let article = named
        .or_else(around)
        .or_else(|| {
            // The readable list has articles of its own.
            let list = |node: ElementRef<'_>| node.value().name() == "dateline-widget";
            let articles = Selector::parse("article").ok()?;
            let own = |article: &ElementRef<'_>| {
                article.ancestors().filter_map(ElementRef::wrap).any(list)
            };
            page.select(&articles).find(|article| !own(article))
        })
        .or_else(|| first("main"))
        .unwrap_or_else(|| page.root_element());
    let mut words = String::new();
    // Without recursion: a page may nest as deep as it likes.
    let mut here = *article;
    loop {
        let mut silent = false;
        match here.value() {
            Node::Text(text) => words.push_str(text),
            Node::Element(element) => {
                silent = listed(SILENT, element.name());
                if listed(BLOCKS, element.name()) || silent {
                    words.push('\n');
                }
            }
            _ => {}
        }
        let child = here.first_child().filter(|_| !silent);
        if let Some(child) = child {
            here = child;
            continue;
        }
        loop {
            if here.id() == article.id() {
                return words;
            }
            if let Some(next) = here.next_sibling() {
                here = next;
                break;
            }
            let Some(parent) = here.parent() else {
                return words;
            };
            here = parent;
            if let Node::Element(element) = here.value()
                && listed(BLOCKS, element.name())
            {
                words.push('\n');
            }
        }
    }
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
        let deep = "<div>".repeat(2_000) + "words";
        assert_eq!(of("a.html", &deep), "words");
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
