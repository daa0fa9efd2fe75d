use super::{cursor::Cursor, desk::Desk};
use crate::article::{Text, limits, problem::shorten};

/// Whether an id keeps to the grammar `[A-Za-z0-9._-]+`, so that it can stand in an
/// address and in an element's id.
pub(super) fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    !text.is_empty() && text.bytes().all(plain)
}

/// Whether a text has the form of a BCP 47 tag that `Intl` takes: a language, then
/// perhaps a script and a region, then subtags of one to eight letters and digits.
pub(super) fn is_language(text: &str) -> bool {
    let mut subtags = text.split('-');
    let language = subtags.next().unwrap_or_default();
    let letters = language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mut last = 2;
    let rest = subtags.all(|subtag| {
        last = subtag.len();
        (1..=8).contains(&last) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    // A single letter only announces what must follow it.
    letters && matches!(language.len(), 2 | 3 | 5..=8) && rest && last > 1
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
    if address.chars().any(|c| c < ' ' || c == '\u{7f}') {
        return false;
    }
    let head = address.find(['/', '?', '#', ':']);
    let scheme = head.map(|at| address.split_at(at));
    match scheme {
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

impl Desk<'_> {
    /// An address that is safe to follow, without the blanks around it.
    pub(super) fn address(&mut self, at: &Cursor<'_, '_>, target: Target) -> Option<Text> {
        let text = self.text(at)?;
        let address = text.trim_matches(|c: char| c.is_ascii_whitespace());
        if is_safe(address, target) {
            return Some(address.into());
        }
        let fix: &[&str] = match target {
            Target::Link => &["Write an address that begins with https://, http:// or mailto:."],
            Target::Picture => {
                &["Write an address relative to the page, or one that begins with https://."]
            }
        };
        let message = [
            &at.name(),
            " is “",
            &shorten(&text),
            "”, which is not a safe address; it is left out.",
        ];
        self.notes.error(at, "unsafe-url", &message, fix);
        None
    }

    /// A text that says something: as written, but without control characters other
    /// than tab and line ends, which no font shows and no HTML may hold. A blank text
    /// counts as missing.
    pub(super) fn text(&mut self, at: &Cursor<'_, '_>) -> Option<Text> {
        let text = self.string(at)?;
        if text.len() > limits::TEXT {
            let message = [&at.name(), " is longer than 65,536 bytes; it is left out."];
            self.notes
                .error(at, "too-long", &message, &["Shorten the text."]);
            return None;
        }
        let control = |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r') || c == '\u{7f}';
        if text.contains(control) {
            let message = [
                &at.name(),
                " holds control characters, which nobody can see; they are left out.",
            ];
            let fix = ["Delete them, or type the text anew."];
            self.notes.warning(at, "control-character", &message, &fix);
            let clean: String = text.chars().filter(|c| !control(*c)).collect();
            return (!is_blank(&clean)).then(|| clean.into());
        }
        (!is_blank(text)).then(|| text.into())
    }

    /// The text of an optional member.
    pub(super) fn optional(&mut self, at: &Cursor<'_, '_>, key: &'static str) -> Option<Text> {
        let at = at.get(key)?;
        self.text(&at)
    }

    /// The text of a member without which `what` (“The event”) cannot be shown.
    pub(super) fn required(
        &mut self,
        at: &Cursor<'_, '_>,
        key: &'static str,
        what: &str,
    ) -> Option<Text> {
        let told = self.notes.count();
        let text = self.optional(at, key);
        if text.is_none() && self.notes.count() == told {
            self.missing(at, key, what);
        }
        text
    }

    /// Tells that a member is missing without which `what` cannot be shown.
    pub(super) fn missing(&mut self, at: &Cursor<'_, '_>, key: &'static str, what: &str) {
        let rest = if what == "The article" {
            "”; nothing is shown."
        } else {
            "”; it is left out."
        };
        let message = [what, " has no “", key, rest];
        let fix = ["Add “", key, "” to it."];
        self.notes
            .error(&at.gap(key), "missing-field", &message, &fix);
    }
}

/// Whether a text shows nothing: ASCII blanks and no-break spaces only.
fn is_blank(text: &str) -> bool {
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
