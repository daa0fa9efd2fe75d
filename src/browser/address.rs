//! Where the reader is, in the page's address.

use gloo_utils::window;
use serde::Deserialize;
use wasm_bindgen::JsValue;

use crate::explore::fragment;

/// Where in the address the reader's place is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub(super) enum Written {
    /// In its fragment, unless that is the page's own way to something.
    #[default]
    Unasked,
    /// In its fragment, whatever that is.
    Fragment,
    /// In its query.
    Query,
    /// Nowhere.
    Off,
}

impl From<String> for Written {
    fn from(word: String) -> Written {
        match &*word {
            "fragment" => Written::Fragment,
            "query" => Written::Query,
            "off" => Written::Off,
            _ => Written::Unasked,
        }
    }
}

/// The page's address, to one instance.
pub(super) struct Address {
    /// The widget's name in it.
    name: String,
    written: Written,
    /// What the page had in it when the instance came.
    home: String,
}

impl Address {
    pub(super) fn new(name: &str, written: Written) -> Address {
        Address {
            name: name.to_owned(),
            written,
            home: fragment::others(&text(written), name),
        }
    }

    /// The place that the address names.
    pub(super) fn place(&self) -> String {
        // Links to an event name it in the fragment, wherever else places are written.
        let hash = hash();
        if fragment::names(&hash, &self.name) {
            return fragment::place(&hash, &self.name);
        }
        fragment::place(&text(self.written), &self.name)
    }

    /// The events of the window that tell of another address.
    pub(super) fn events(&self) -> &'static [&'static str] {
        match self.written {
            Written::Query => &["hashchange", "popstate"],
            // The element hears of the links that are followed, and who follows another
            // instance goes where that one goes.
            Written::Off => &[],
            Written::Unasked | Written::Fragment => &["hashchange"],
        }
    }

    /// Whether the address, which is another now, says where the reader of this instance is.
    ///
    /// Who goes back to what it was when the instance came leaves all its places; any other
    /// without a place is the page's own business.
    pub(super) fn leads_here(&self) -> bool {
        let text = text(self.written);
        text == self.home
            || [text, hash()]
                .iter()
                .any(|text| fragment::names(text, &self.name))
    }

    /// Writes a place into the address: as a step that back undoes, or over the last one.
    pub(super) fn write(&self, place: &str, step: bool) {
        let before = text(self.written);
        let stays = match self.written {
            Written::Off => true,
            Written::Unasked => {
                fragment::is_route(&before, &self.name) && !fragment::names(&before, &self.name)
            }
            Written::Fragment | Written::Query => false,
        };
        let now = fragment::with_place(&before, &self.name, place);
        if stays || now == before {
            return;
        }
        let location = window().location();
        // A base element bends relative addresses, so the whole one is given.
        let (Ok(href), Ok(history)) = (location.href(), window().history()) else {
            return;
        };
        let (whole, hash) = href.split_once('#').unwrap_or((&href, ""));
        let (path, query) = whole.split_once('?').unwrap_or((whole, ""));
        let others = fragment::others(hash, &self.name);
        let (query, hash) = match self.written {
            Written::Query => (&*now, &*others),
            _ => (query, &*now),
        };
        let part = |sign: &str, text: &str| match text {
            "" => String::new(),
            text => format!("{sign}{text}"),
        };
        let href = format!("{path}{}{}", part("?", query), part("#", hash));
        // The page's own note on this entry is kept.
        let note = history.state().unwrap_or(JsValue::NULL);
        // A page that may not write its history (a sandboxed frame) goes without.
        let _ = if step {
            history.push_state_with_url(&note, "", Some(&href))
        } else {
            history.replace_state_with_url(&note, "", Some(&href))
        };
    }
}

/// What of the address holds places.
fn text(written: Written) -> String {
    match written {
        Written::Query => {
            let query = window().location().search().unwrap_or_default();
            query.strip_prefix('?').unwrap_or_default().to_owned()
        }
        _ => hash(),
    }
}

fn hash() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}
