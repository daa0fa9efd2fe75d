use std::collections::{HashMap, HashSet};

/// The names that have been given in an article; each is given once.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: HashSet<String>,
    /// How often each was asked for that is taken: a thousand meetings are no thousand tries.
    asked: HashMap<String, usize>,
}

/// Longest name that is made of a title, in letters.
const LONGEST: usize = 40;

/// Whether a text keeps to the grammar of ids: `[A-Za-z0-9._-]+`.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

impl Ids {
    /// The id as the source has it, if it is one and still free.
    pub(super) fn own(&mut self, id: &str) -> Option<String> {
        let id = id.trim();
        (is_id(id) && self.given.insert(id.to_string())).then(|| id.to_string())
    }

    /// An id made of a title, or of what else there is.
    pub(super) fn made(&mut self, title: &str, kind: &str, date: &str) -> String {
        let slug = slug(title);
        let base = if slug.len() >= 3 {
            slug
        } else {
            format!("{kind}-{}", slug_of_date(date))
        };
        self.numbered(base.trim_end_matches('-'))
    }

    /// This id, or where it is taken the same with the first number that is free.
    pub(super) fn numbered(&mut self, base: &str) -> String {
        if self.given.insert(base.to_string()) {
            return base.to_string();
        }
        let count = self.asked.entry(base.to_string()).or_insert(1);
        loop {
            *count += 1;
            let id = format!("{base}-{count}");
            if self.given.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// Small ASCII letters and digits with hyphens between words. Empty when most of a title is
/// of another script.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    let mut foreign = 0;
    for c in title.chars() {
        let plain = plain(c);
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if plain.is_empty() {
            foreign += usize::from(c.is_alphabetic());
            if !slug.is_empty() && !slug.ends_with('-') && c != '\'' && c != '’' {
                slug.push('-');
            }
        } else {
            slug.push_str(plain);
        }
        if slug.len() >= LONGEST {
            // Back to the end of the last whole word.
            if let Some(at) = slug.rfind('-').filter(|at| *at > LONGEST / 2) {
                slug.truncate(at);
            }
            break;
        }
    }
    if foreign * 2 > slug.len() {
        String::new()
    } else {
        slug.trim_matches('-').to_string()
    }
}

fn slug_of_date(date: &str) -> String {
    let kept: String = date
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    kept.trim_matches('-').to_string()
}

/// A small letter without its marks; nothing for one of another script.
fn plain(c: char) -> &'static str {
    match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'ă' | 'ą' | 'Ā' | 'Ą' => "a",
        'ç' | 'Ç' | 'ć' | 'č' | 'Ć' | 'Č' => "c",
        'ď' | 'đ' | 'Đ' | 'ð' => "d",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'Ę' => "e",
        'ğ' | 'ģ' => "g",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'ı' | 'İ' => "i",
        'ł' | 'Ł' | 'ľ' => "l",
        'ñ' | 'Ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'ő' => "o",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'Ś' | 'Š' | 'Ş' | 'ș' => "s",
        'ť' | 'ț' => "t",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' | 'Ż' | 'Ž' => "z",
        'ß' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_of_titles_and_never_twice() {
        let mut ids = Ids::default();
        for (title, id) in [
            ("The Bridge’s opening, 1964!", "the-bridges-opening-1964"),
            ("The Bridge’s opening, 1964!", "the-bridges-opening-1964-2"),
            ("Überfall auf Łódź", "uberfall-auf-lodz"),
            ("Військовий переворот", "event-2021-02"),
            ("军事政变", "event-2021-02-2"),
            ("", "event-2021-02-3"),
            (
                "A very long title that goes on and on until nobody reads it",
                "a-very-long-title-that-goes-on-and-on",
            ),
        ] {
            assert_eq!(ids.made(title, "event", "2021-02"), id);
        }
        assert_eq!(ids.own("a.b_c-1").as_deref(), Some("a.b_c-1"));
        assert_eq!(ids.own("a.b_c-1"), None);
        assert_eq!(ids.own("a b"), None);
    }
}
