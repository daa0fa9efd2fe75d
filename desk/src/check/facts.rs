use dateline::article::Anchor;

use crate::work::Node;

/// Words of the article that something in the data rests on, or quotes.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The pointer to what rests on them: `/events/3`.
    pub path: String,
    /// The pointer to the words: `/events/3/source/quote`.
    pub words: String,
    /// The words, with what stands beside them.
    pub anchor: Anchor,
    /// Whether they are a quotation, which may well stand twice.
    pub is_quotation: bool,
}

/// Every fact that has words.
#[must_use]
pub fn facts(article: &Node) -> Vec<Fact> {
    let mut found = Vec::new();
    let mut take = |path: String, node: &Node, quotes: bool| {
        let source = node.get("source");
        let some = |key: &str| source.get(key).as_text().map(Into::into);
        if let Some(quote) = source
            .get("quote")
            .as_text()
            // What stands in another document is not looked for in this text.
            .filter(|quote| has_words(quote) && source.get("url").is_null())
        {
            found.push(Fact {
                words: format!("{path}/source/quote"),
                path: path.clone(),
                anchor: Anchor {
                    url: None,
                    quote: quote.into(),
                    before: some("before"),
                    after: some("after"),
                },
                is_quotation: false,
            });
        }
        let quote = node.get("quote").as_text();
        if let Some(quote) = quote.filter(|quote| quotes && has_words(quote)) {
            found.push(Fact {
                words: format!("{path}/quote"),
                path,
                anchor: Anchor {
                    url: None,
                    quote: quote.into(),
                    before: None,
                    after: None,
                },
                is_quotation: true,
            });
        }
    };
    for list in ["events", "eras"] {
        for (at, node) in article.get(list).items().iter().enumerate() {
            take(format!("/{list}/{at}"), node, false);
        }
    }
    for (at, country) in article.get("countries").items().iter().enumerate() {
        for list in ["claims", "figures"] {
            for (number, node) in country.get(list).items().iter().enumerate() {
                take(
                    format!("/countries/{at}/{list}/{number}"),
                    node,
                    list == "claims",
                );
            }
        }
    }
    found
}

fn has_words(text: &str) -> bool {
    !text.trim().is_empty()
}
