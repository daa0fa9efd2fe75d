//! The forms that texts of one kind or another must have.

/// Whether an id keeps to the grammar `[A-Za-z0-9._-]+`, so that it can stand in an
/// address and in an element's id.
pub(super) fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    !text.is_empty() && text.bytes().all(plain)
}

/// Whether a text has the form of a BCP 47 tag that `Intl` takes: a language, then
/// perhaps a script and a region, then subtags of one to eight letters and digits.
pub(super) fn is_language(text: &str) -> bool {
    let mut length = 0;
    for (at, subtag) in text.split('-').enumerate() {
        length = subtag.len();
        let fits = match (at, length) {
            (0, 2 | 3 | 5..=8) => subtag.bytes().all(|byte| byte.is_ascii_alphabetic()),
            (1.., 1..=8) => subtag.bytes().all(|byte| byte.is_ascii_alphanumeric()),
            _ => false,
        };
        if !fits {
            return false;
        }
    }
    // A single letter only announces what must follow it.
    length > 1
}

/// What may be followed from the page.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Target {
    /// A link: `https:`, `http:` or `mailto:`.
    Link,
    /// A picture: relative to the page, `https:` or `http:`.
    Picture,
}

/// Whether an address is of a scheme that cannot run code. The schemes allowed are
/// listed, never those forbidden.
pub(super) fn is_safe(address: &str, target: Target) -> bool {
    // A browser drops these from an address, which would let “java\nscript:” through.
    if address.bytes().any(|byte| byte < b' ' || byte == 0x7f) {
        return false;
    }
    let sign = |byte: u8| matches!(byte, b'/' | b'?' | b'#' | b':');
    let head = address.bytes().position(sign);
    let parts = head.and_then(|at| address.split_at_checked(at));
    match parts {
        Some((scheme, rest)) if rest.starts_with(':') => {
            let is = |name: &str| scheme.eq_ignore_ascii_case(name);
            let web = is("https") || is("http");
            let host = rest.strip_prefix("://").unwrap_or_default();
            let mail = target == Target::Link && is("mailto") && rest.len() > 1;
            mail || web && !host.is_empty() && !host.starts_with('/')
        }
        _ => target == Target::Picture,
    }
}

/// Whether no font shows a character, and no HTML may hold it: a control character other
/// than tab and line ends.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// Whether a text is two to four letters or digits.
pub(super) fn is_short(text: &str) -> bool {
    (2..=4).contains(&text.chars().count()) && text.chars().all(char::is_alphanumeric)
}

/// Whether a text shows nothing: ASCII blanks and no-break spaces only.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_whitespace() || c == '\u{a0}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_of_three_schemes() {
        for safe in [
            "https://a.example/b?c#d",
            "HTTP://a",
            "mailto:desk@paper.example",
        ] {
            assert!(is_safe(safe, Target::Link), "{safe}");
        }
        for unsafe_ in [
            "",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "blob:https://a",
            "https:",
            "https://",
            "https:///x",
            "https:a",
            "mailto:",
            "/relative",
            "//a.example",
            "a.example",
        ] {
            assert!(!is_safe(unsafe_, Target::Link), "{unsafe_}");
        }
    }

    #[test]
    fn pictures_are_relative_or_of_the_web() {
        for safe in [
            "a.jpg",
            "../a b.jpg",
            "/a:b.jpg",
            "?a:b",
            "//cdn.example/a",
            "https://a/b",
        ] {
            assert!(is_safe(safe, Target::Picture), "{safe}");
        }
        for unsafe_ in [
            "data:image/png;base64,AA",
            "javascript:0",
            "mailto:a@b",
            "file:///etc",
            "a:b.jpg",
        ] {
            assert!(!is_safe(unsafe_, Target::Picture), "{unsafe_}");
        }
    }

    #[test]
    fn languages_have_the_form_of_a_tag() {
        for tag in [
            "en",
            "uk",
            "en-GB",
            "zh-Hant-TW",
            "sr-Latn",
            "ar-u-nu-latn",
            "haw",
        ] {
            assert!(is_language(tag), "{tag}");
        }
        for tag in [
            "",
            "e",
            "english language",
            "en_GB",
            "en-",
            "-en",
            "en-u",
            "abcd",
            "укр",
        ] {
            assert!(!is_language(tag), "{tag}");
        }
    }
}
