//! Addresses of pictures, films, recordings and pages.

use super::markup::{looks_marked_up, plain};

/// An address that a page may show or link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The address.
    pub url: String,
    /// Whether it differs from what was written.
    pub changed: bool,
    /// Whether it begins with a scheme; one that does not is of the host's own page.
    pub absolute: bool,
}

/// The address that a text is. `None` for one that no page may follow: `javascript:`,
/// `data:`, `file:`.
#[must_use]
pub fn address(text: &str) -> Option<Address> {
    let text = text.trim();
    if text.is_empty() || text.bytes().any(|byte| byte < b' ' || byte == 0x7f) {
        return None;
    }
    let changed = |url: String| Address {
        url,
        changed: true,
        absolute: true,
    };
    if let Some(rest) = text.strip_prefix("//") {
        return (!rest.is_empty() && !rest.starts_with('/'))
            .then(|| changed(format!("https://{rest}")));
    }
    let head = text
        .find(['/', '?', '#', ':'])
        .map(|at| text.split_at_checked(at));
    if let Some(Some((scheme, rest))) = head
        && rest.starts_with(':')
    {
        let scheme = scheme.to_ascii_lowercase();
        let host = rest.strip_prefix("://").unwrap_or_default();
        let web = matches!(scheme.as_str(), "http" | "https")
            && !host.is_empty()
            && !host.starts_with('/');
        let mail = scheme == "mailto" && rest.len() > 1;
        return (web || mail).then(|| Address {
            url: text.to_string(),
            changed: false,
            absolute: true,
        });
    }
    if text.starts_with("www.") && text.contains('.') && !text.contains(' ') {
        return Some(changed(format!("https://{text}")));
    }
    Some(Address {
        url: text.to_string(),
        changed: false,
        absolute: false,
    })
}

/// Whether a text is an address and nothing else.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let text = text.trim();
    (text.starts_with("http://")
        || text.starts_with("https://")
        || text.starts_with("//")
        || text.starts_with("www."))
        && !text.contains(char::is_whitespace)
        && text.len() > 8
}

/// What a cell for media holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Embedded {
    /// The address of what is shown.
    pub url: String,
    /// The words of an embedded post, where there are any.
    pub words: String,
}

/// The address in a cell: itself, or that inside an `<iframe>`, an `<img>` or the
/// `<blockquote>` of an embedded post, whose last link is the post.
#[must_use]
pub fn embedded(cell: &str) -> Embedded {
    if !looks_marked_up(cell) || !cell.contains('<') {
        return Embedded {
            url: cell.trim().to_string(),
            words: String::new(),
        };
    }
    let marked = plain(cell);
    let first = |list: &[(String, String)]| list.first().map(|(url, _)| url.clone());
    let url = marked
        .frames
        .first()
        .cloned()
        .or_else(|| first(&marked.images))
        .or_else(|| marked.links.last().map(|(url, _)| url.clone()));
    Embedded {
        url: url.unwrap_or_default(),
        words: marked.text,
    }
}

/// What an address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A picture that an event can show.
    Picture,
    /// Something that is linked, of a kind of schema 1.
    Linked(&'static str),
}

/// Hosts by what they show: a name matches itself and what stands before it with a full stop.
const HOSTS: &[(&str, &str)] = &[
    ("youtube.com", "video"),
    ("youtu.be", "video"),
    ("youtube-nocookie.com", "video"),
    ("vimeo.com", "video"),
    ("dailymotion.com", "video"),
    ("dai.ly", "video"),
    ("vine.co", "video"),
    ("ted.com", "video"),
    ("twitch.tv", "video"),
    ("rumble.com", "video"),
    ("tiktok.com", "video"),
    ("soundcloud.com", "audio"),
    ("spotify.com", "audio"),
    ("podcasts.apple.com", "audio"),
    ("mixcloud.com", "audio"),
    ("audioboom.com", "audio"),
    ("twitter.com", "post"),
    ("x.com", "post"),
    ("facebook.com", "post"),
    ("instagram.com", "post"),
    ("instagr.am", "post"),
    ("bsky.app", "post"),
    ("threads.net", "post"),
    ("t.me", "post"),
    ("vk.com", "post"),
    ("reddit.com", "post"),
    ("linkedin.com", "post"),
    ("storify.com", "post"),
    ("maps.google.com", "map"),
    ("maps.app.goo.gl", "map"),
    ("openstreetmap.org", "map"),
    ("google.com/maps", "map"),
    ("goo.gl/maps", "map"),
    ("bing.com/maps", "map"),
    ("documentcloud.org", "document"),
    ("docs.google.com", "document"),
    ("scribd.com", "document"),
    ("flickr.com", "image"),
    ("flic.kr", "image"),
    ("imgur.com", "image"),
];

/// What an address leads to, by its ending, else by its host.
///
/// ```
/// use dateline::import::{Shown, shown};
/// assert_eq!(shown("https://a.example/p.JPG?w=3"), Shown::Picture);
/// assert_eq!(shown("https://www.youtube.com/watch?v=x"), Shown::Linked("video"));
/// assert_eq!(shown("https://en.wikipedia.org/wiki/Bridge"), Shown::Linked("page"));
/// ```
#[must_use]
pub fn shown(url: &str) -> Shown {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    // A file's page on a wiki ends as the picture does, and is none.
    let page = path.contains("/wiki/File:") || path.contains("/wiki/Image:");
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        _ if page => return Shown::Linked("image"),
        Some(
            "jpg" | "jpeg" | "png" | "gif" | "webp" | "avif" | "svg" | "jpe" | "bmp" | "tif"
            | "tiff",
        ) => {
            return Shown::Picture;
        }
        Some("mp4" | "webm" | "mov" | "m4v" | "ogv") => return Shown::Linked("video"),
        Some("mp3" | "ogg" | "oga" | "wav" | "m4a" | "aac" | "flac") => {
            return Shown::Linked("audio");
        }
        Some("pdf" | "doc" | "docx" | "xls" | "xlsx" | "csv" | "odt") => {
            return Shown::Linked("document");
        }
        _ => {}
    }
    let rest = url
        .split_once("//")
        .map_or(url, |(_, rest)| rest)
        .to_ascii_lowercase();
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    for (known, kind) in HOSTS {
        let hit = match known.split_once('/') {
            Some((name, path)) => {
                is_host(host, name)
                    && rest
                        .get(host.len()..)
                        .is_some_and(|tail| tail.trim_start_matches('/').starts_with(path))
            }
            None => is_host(host, known),
        };
        if hit {
            return Shown::Linked(kind);
        }
    }
    Shown::Linked("page")
}

fn is_host(host: &str, name: &str) -> bool {
    host == name
        || host
            .strip_suffix(name)
            .is_some_and(|before| before.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_of_the_web_or_of_the_page() {
        for (text, url) in [
            ("https://a.example/x", Some("https://a.example/x")),
            ("//a.example/x.jpg", Some("https://a.example/x.jpg")),
            ("www.a.example", Some("https://www.a.example")),
            ("images/a b.jpg", Some("images/a b.jpg")),
            ("mailto:a@b.example", Some("mailto:a@b.example")),
            ("javascript:alert(1)", None),
            ("data:image/png;base64,AA", None),
            ("file:///etc/passwd", None),
            ("C:\\pictures\\a.jpg", None),
            ("https://", None),
            ("", None),
        ] {
            assert_eq!(address(text).map(|it| it.url).as_deref(), url, "{text}");
        }
    }

    #[test]
    fn players_and_posts_give_their_address() {
        for (cell, url) in [
            (
                "<iframe width=\"560\" src=\"https://www.youtube.com/embed/x\"></iframe>",
                "https://www.youtube.com/embed/x",
            ),
            (
                "<blockquote class=\"twitter-tweet\"><p>Hi <a href=\"https://t.example/1\">l</a></p>&mdash; A \
                 <a href=\"https://twitter.com/a/status/1\">May 1</a></blockquote><script async src=\"//p.js\"></script>",
                "https://twitter.com/a/status/1",
            ),
            ("  https://a.example/p.jpg ", "https://a.example/p.jpg"),
            ("<img src='p.jpg'>", "p.jpg"),
        ] {
            assert_eq!(embedded(cell).url, url, "{cell}");
        }
    }

    #[test]
    fn kinds() {
        for (url, kind) in [
            ("https://vimeo.com/1", "video"),
            ("https://player.vimeo.com/1", "video"),
            ("https://notvimeo.com/1", "page"),
            ("https://x.com/a", "post"),
            ("https://linux.com/a", "page"),
            ("https://www.google.com/maps/@1,2", "map"),
            ("https://www.google.com/search", "page"),
            ("https://a.example/r.pdf", "document"),
            ("https://commons.wikimedia.org/wiki/File:A.jpg", "image"),
            ("https://a.example/s.mp3", "audio"),
        ] {
            assert_eq!(shown(url), Shown::Linked(kind), "{url}");
        }
        assert_eq!(shown("a.webp"), Shown::Picture);
    }
}
