use serde_json::Value;

/// The attribute that carries the data (`text`, JSON), with a space before it. Where a
/// system takes out the element, an attribute goes with it; what stands in a script would
/// stay as text before the reader. There is neither `<` nor `>` in it, at which simple
/// systems end a tag, nor a quotation mark, before which they take out a backslash.
///
/// # Errors
/// When `text` is not JSON.
pub fn data_attribute(text: &str) -> Result<String, serde_json::Error> {
    let value: Value = serde_json::from_str(text)?;
    let json = escaped(&value.to_string());
    Ok(format!(" data-article=\"{json}\""))
}

/// The article's JSON without the white space.
pub fn compact(text: &str) -> Result<String, String> {
    let value: Result<Value, _> = serde_json::from_str(text);
    value
        .map(|value| format!("{value}\n"))
        .map_err(|why| format!("The article is not JSON: {why}."))
}

/// `value` as JSON-LD in its script. In JSON `<` stands in strings only; written like this
/// it can neither end the script nor begin a comment.
pub fn linked_data(value: &Value) -> String {
    let json = value.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>")
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
        let html = linked_data(&article);
        let inner = html
            .strip_prefix("<script type=\"application/ld+json\">")
            .and_then(|rest| rest.strip_suffix("</script>"))
            .unwrap();
        assert!(!inner.contains('<'));
        assert_eq!(serde_json::from_str::<Value>(inner).unwrap(), article);
    }

    #[test]
    fn data_stay_inside_their_attribute() {
        let article = r#"{ "headline": "\"></dateline-widget> & '<b>'" }"#;
        let html = data_attribute(article).unwrap();
        let inner = html
            .strip_prefix(" data-article=\"")
            .and_then(|rest| rest.strip_suffix('"'))
            .unwrap();
        assert!(!inner.contains(['<', '>', '"']));
        assert_eq!(
            inner,
            "{&quot;headline&quot;:&quot;\\&quot;&gt;&lt;/dateline-widget&gt; &amp; '&lt;b&gt;'&quot;}"
        );
    }

    #[test]
    fn a_text_stays_inside_its_attribute() {
        assert_eq!(escaped("\"><b> & 'c'"), "&quot;&gt;&lt;b&gt; &amp; 'c'");
    }
}
