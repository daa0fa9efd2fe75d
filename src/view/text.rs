use yew::{Html, html};

use super::Context;
use crate::explore::marks;

/// A text in an element of its own, which is replaced when the text changes. What is inside
/// it may not be ours any more: page translators put elements of theirs in the place of
/// text, and a text changed there would change where nobody sees it. Without code nothing
/// changes.
pub(super) fn text(context: &Context, text: &str) -> Html {
    if context.is_plain() {
        return html! { text };
    }
    html! { <span key={text}>{ text }</span> }
}

/// A text of the article in which the words looked for are marked.
pub(super) fn marked(context: &Context, of: &str) -> Html {
    let state = &context.state;
    let ranges = marks::find(of, &state.needles, state.fold);
    if ranges.is_empty() {
        return text(context, of);
    }
    let mut end = 0;
    let mut parts: Vec<Html> = Vec::new();
    for range in ranges {
        let before = of.get(end..range.start).unwrap_or_default();
        let found = of.get(range.clone()).unwrap_or_default();
        parts.push(html! { <>{ before }<mark>{ found }</mark></> });
        end = range.end;
    }
    parts.push(html! { of.get(end..).unwrap_or_default() });
    html! { <span key={format!("{} {of}", state.query)}>{ parts }</span> }
}

/// A text as it begins, so far as whole words of it go into so many characters.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let start = text.get(..cut).unwrap_or_default();
    let words = start.rfind(' ').and_then(|at| start.get(..at));
    let kept = words.unwrap_or(start);
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '،']))
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_text_ends_after_a_whole_word() {
        assert_eq!(shortened("The sentence", 12), "The sentence");
        assert_eq!(shortened("The sentence, and more", 16), "The sentence…");
        assert_eq!(shortened("Unbroken", 4), "Unbr…");
        assert_eq!(shortened("Нарешті дощ", 9), "Нарешті…");
    }
}
