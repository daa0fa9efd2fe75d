//! Texts that hold signs of HTML.

/// Character references with names that texts have.
const NAMED: &str = " amp lt gt quot apos nbsp shy hellip ndash mdash lsquo rsquo ldquo rdquo \
    laquo raquo eacute egrave ecirc agrave aacute acirc atilde auml aring ccedil iacute icirc iuml \
    ntilde oacute ocirc ograve ouml otilde oslash szlig uacute ucirc ugrave uuml yacute euro pound \
    copy reg trade deg middot bull times sect para thinsp ensp emsp zwj zwnj minus ";

/// Elements that texts of a page have.
const ELEMENTS: &str = " a abbr b bdi bdo blockquote br cite code del dfn div em figure font h1 h2 \
    h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s script small span strong strike style sub \
    sup table td th tr time tt u ul var wbr ";

/// The words of a text with HTML in it: the platform's, which has the table of character
/// references. Natively that is [`crate::import::plain`].
pub type Unmark = fn(&str) -> String;

/// The text that a reader would see, if `text` holds tags or character references.
#[must_use]
pub fn plain(text: &str, unmark: Unmark) -> Option<String> {
    if !has_reference(text) && !has_tag(text) {
        return None;
    }
    let plain = unmark(text);
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (!plain.is_empty() && plain != text).then_some(plain)
}

fn has_reference(text: &str) -> bool {
    text.split('&').skip(1).any(|rest| {
        let Some((name, _)) = rest.split_once(';') else {
            return false;
        };
        let number = name.strip_prefix('#');
        let number = number.map(|number| number.trim_start_matches(['x', 'X']));
        match number {
            Some(digits) => {
                !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
            }
            None => NAMED.contains(&format!(" {} ", name.to_lowercase())),
        }
    })
}

fn has_tag(text: &str) -> bool {
    text.split('<').skip(1).any(|rest| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let Some((tag, _)) = rest.split_once('>') else {
            return false;
        };
        let name = tag.split([' ', '/', '\n']).next().unwrap_or_default();
        !name.is_empty() && ELEMENTS.contains(&format!(" {} ", name.to_lowercase()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_html_are_told_from_words() {
        for (text, expected) in [
            ("Caf&eacute; <b>Central</b>", Some("Café Central")),
            ("AT&amp;T", Some("AT&T")),
            ("It&#8217;s", Some("It’s")),
            ("one<br>two", Some("one two")),
            ("AT&T; x < y > z", None),
            ("a <new> kind", None),
            ("R&D", None),
        ] {
            let words = |text: &str| crate::import::plain(text).text;
            assert_eq!(plain(text, words).as_deref(), expected, "{text}");
        }
    }
}
