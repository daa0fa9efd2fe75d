use crate::article::pieces::{cut, pieces};
use std::cell::RefCell;

use yew::virtual_dom::{Attributes, Key, VNode};

/// A template, taken apart.
pub(super) struct Template {
    pub(super) tag: &'static str,
    /// What tells it from its neighbours.
    pub(super) key: Option<&'static str>,
    /// The attributes' names. Yew compares elements fastest that share one such list.
    pub(super) keys: &'static [&'static str],
    /// Their values; nothing for a place that is filled each time.
    pub(super) fixed: &'static [Option<&'static str>],
}

thread_local! {
    /// The templates met so far, sorted by where in the program each one stands.
    static MET: RefCell<Vec<((usize, usize), &'static Template)>> = const { RefCell::new(Vec::new()) };
}

/// What no template is; the one just met is always there.
static EMPTY: Template = Template {
    tag: "div",
    key: None,
    keys: &[],
    fixed: &[],
};

impl Template {
    /// Taken apart when it is first met and kept for good: there are as many as the
    /// program has.
    pub(super) fn of(text: &'static str) -> &'static Template {
        MET.with_borrow_mut(|met| {
            let place = (text.as_ptr() as usize, text.len());
            let at = match met.binary_search_by_key(&place, |(known, _)| *known) {
                Ok(at) => at,
                Err(at) => {
                    met.insert(at, (place, Box::leak(Box::new(Template::new(text)))));
                    at
                }
            };
            met.get(at).map_or(&EMPTY, |(_, template)| *template)
        })
    }

    /// Whether an element was written from this template.
    pub(super) fn made(&self, node: &VNode) -> bool {
        match node {
            VNode::VTag(tag) => match &tag.attributes {
                Attributes::Dynamic { keys, .. } => std::ptr::eq(*keys, self.keys),
                _ => false,
            },
            _ => false,
        }
    }

    /// The key of an element that is `own` among those of this template in its place: no
    /// element of another template has it.
    pub(super) fn key_of(&self, own: &str) -> Key {
        let place = std::ptr::from_ref(self) as usize;
        [&*place.to_string(), " ", own].concat().into()
    }

    fn new(text: &'static str) -> Template {
        let mut words = pieces(text, " ");
        let head = words.piece();
        let (mut keys, mut fixed) = (Vec::new(), Vec::new());
        let (tag, class) = match cut(head, ".") {
            Some((tag, class)) => (tag, Some(class)),
            None => (head, None),
        };
        if let Some(class) = class {
            keys.push("class");
            fixed.push(Some(class));
        }
        let mut own = None;
        for word in words {
            if let Some(key) = word.strip_prefix('#') {
                own = Some(key);
                continue;
            }
            let (key, value) = cut(word, "=").unwrap_or((word, ""));
            keys.push(key);
            fixed.push((value != "{}").then_some(value));
        }
        Template {
            tag,
            key: own,
            keys: keys.leak(),
            fixed: fixed.leak(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tag_class_and_attributes_are_taken_apart_once() {
        const TEXT: &str = "button.chip #own type=button hidden aria-pressed={}";
        let template = Template::of(TEXT);
        assert_eq!(template.tag, "button");
        assert_eq!(template.key, Some("own"));
        assert_eq!(template.keys, ["class", "type", "hidden", "aria-pressed"]);
        let fixed = [Some("chip"), Some("button"), Some(""), None];
        assert_eq!(template.fixed, fixed);
        assert!(std::ptr::eq(template, Template::of(TEXT)));
        assert_eq!(Template::of("p").keys.len(), 0);
    }
}
