use super::{desk::Desk, fields::Fields};
use crate::article::pieces::pieces;
use crate::article::{Mistake, Text, Value, limits};

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
    for subtag in pieces(text, "-") {
        let first = length == 0;
        length = subtag.len();
        let plain = |byte: u8| byte.is_ascii_alphabetic() || !first && byte.is_ascii_digit();
        let fits = match length {
            2 | 3 | 5..=8 => true,
            1 | 4 => !first,
            _ => false,
        };
        if !fits || !subtag.bytes().all(plain) {
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
fn is_safe(address: &str, target: Target) -> bool {
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

impl<'v> Desk<'v> {
    /// A text that says something: as written, but without control characters other
    /// than tab and line ends, which no font shows and no HTML may hold. A blank text
    /// counts as missing.
    pub(super) fn text(&mut self, at: &'v Value) -> Option<Text> {
        let text = self.string(at)?;
        if text.len() > limits::TEXT {
            self.tell(at, Mistake::TooLong);
            return None;
        }
        let control =
            |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0x7f;
        if !text.bytes().any(control) {
            return (!is_blank(text)).then(|| made(text));
        }
        self.tell(at, Mistake::ControlCharacter);
        let mut clean = String::new();
        for c in text.chars() {
            if !c.is_ascii() || !control(c as u8) {
                clean.push(c);
            }
        }
        (!is_blank(&clean)).then(|| made(&clean))
    }
}

/// Whether a text shows nothing: ASCII blanks and no-break spaces only.
fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_whitespace() || c == '\u{a0}')
}

impl Fields<'_, '_> {
    /// The next member, an address: one that is safe to follow, without the blanks
    /// around it.
    pub(super) fn address(&mut self, target: Target, into: &mut Option<Text>) {
        let mut text = None;
        self.text(&mut text);
        if let Some(text) = text {
            let address = text.trim_ascii();
            if is_safe(address, target) {
                *into = Some(made(address));
            } else {
                self.tell(match target {
                    Target::Link => Mistake::UnsafeLink,
                    Target::Picture => Mistake::UnsafePicture,
                });
            }
        }
    }
}

/// A text of the article.
pub(super) fn made(text: &str) -> Text {
    text.into()
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
