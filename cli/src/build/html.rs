use std::rc::Rc;

use serde_json::Value;

use super::super::plain;
use dateline::article::Article;

/// What stands inside the element: the data (`text`, the JSON that `article` was read
/// from), and the same as plain HTML. `name` is the widget's name in the address.
///
/// # Errors
/// When `text` is not JSON.
pub fn children(
    text: &str,
    article: &Rc<Article>,
    name: &str,
) -> Result<String, serde_json::Error> {
    let value: Value = serde_json::from_str(text)?;
    let data = data("application/json", &value);
    Ok(format!("{data}{}", plain(article.clone(), name)))
}

/// The article's JSON without the white space.
pub fn compact(text: &str) -> Result<String, String> {
    let value: Result<Value, _> = serde_json::from_str(text);
    value
        .map(|value| format!("{value}\n"))
        .map_err(|why| format!("The article is not JSON: {why}."))
}

/// `value` as a script of data. In JSON `<` stands in strings only; written like this it
/// can neither end the script nor begin a comment.
pub fn data(kind: &str, value: &Value) -> String {
    let json = value.to_string().replace('<', "\\u003c");
    format!("<script type=\"{kind}\">{json}</script>")
}

/// A text as it stands in HTML, between tags or between double quotes.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn data_can_neither_end_its_script_nor_begin_a_comment() {
        let article = serde_json::json!({ "headline": "</script><!-- <script>" });
        let html = data("application/json", &article);
        let inner = html
            .strip_prefix("<script type=\"application/json\">")
            .and_then(|rest| rest.strip_suffix("</script>"))
            .unwrap();
        assert!(!inner.contains('<'));
        assert_eq!(serde_json::from_str::<Value>(inner).unwrap(), article);
    }

    #[test]
    fn a_text_stays_inside_its_attribute() {
        assert_eq!(escaped("\"><b> & 'c'"), "&quot;&gt;&lt;b&gt; &amp; 'c'");
    }
}
