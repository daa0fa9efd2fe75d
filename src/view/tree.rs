//! Writing HTML as Yew's virtual nodes, from templates.
//!
//! `html!` builds every element where it is written: some two hundred compressed bytes
//! each, in every reader's download. A template is a string that is taken apart once,
//! and writing an element is one call.

mod template;
mod value;

use yew::{
    AttrValue, Html,
    virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VNode, VTag, VText},
};

use template::Template;
pub use value::Value;

/// HTML in the writing: elements are opened, filled and closed in the order of the page.
///
/// A template is the tag, perhaps with a class, and attributes: `p.note`,
/// `button.chip type=button aria-pressed={}`. Each `{}` takes the next of the values, and
/// `#name` is the element's [`Tree::key`].
#[derive(Default)]
pub struct Tree {
    open: Vec<Element>,
    done: Vec<VNode>,
}

/// An element that is still open.
struct Element {
    tag: VTag,
    /// What was written before it in the element around it.
    before: Vec<VNode>,
}

impl Tree {
    /// Begins an element; what is written until it is closed goes inside.
    pub fn open(&mut self, template: &'static str, values: &[Value<'_>]) {
        let template = Template::of(template);
        let mut tag = VTag::new(AttrValue::Static(template.tag));
        tag.key = template.key.map(Key::from);
        let mut given = values.iter();
        let mut values = Vec::with_capacity(template.keys.len());
        for (key, fixed) in template.keys.iter().zip(template.fixed) {
            let value = match fixed {
                Some(fixed) => Some(AttrValue::Static(fixed)),
                None => given.next().and_then(Value::text),
            };
            values.push(match value {
                Some(value) if *key == "value" && template.tag == "input" => {
                    // An attribute would only say what the field held first.
                    tag.set_value(value);
                    None
                }
                value => value.map(|value| attribute(key, value)),
            });
        }
        let values = values.into_boxed_slice();
        debug_assert!(given.next().is_none(), "more values than places");
        tag.attributes = Attributes::Dynamic {
            keys: template.keys,
            values,
        };
        self.open.push(Element {
            tag,
            before: std::mem::take(&mut self.done),
        });
    }

    /// Tells the element that is open from its neighbours, whatever changes around it.
    ///
    /// Yew otherwise compares neighbours by their order, and what stands beside something
    /// that comes or goes would be made anew and lose the focus. All of them need a key.
    pub fn key(&mut self, key: Value<'_>) {
        if let (Some(element), Some(key)) = (self.open.last_mut(), key.text()) {
            element.tag.key = Some(Key::from(key.as_str()));
        }
    }

    /// Ends the element opened last.
    pub fn close(&mut self) {
        debug_assert!(!self.open.is_empty(), "nothing is open");
        if let Some(Element { mut tag, before }) = self.open.pop() {
            let inner = std::mem::replace(&mut self.done, before);
            if let Some(children) = tag.children_mut() {
                *children = VList::from(inner).into();
            }
            self.done.push(tag.into());
        }
    }

    /// An element with nothing inside.
    pub fn leaf(&mut self, template: &'static str, values: &[Value<'_>]) {
        self.open(template, values);
        self.close();
    }

    /// An element with a text inside.
    pub fn line(&mut self, template: &'static str, values: &[Value<'_>], text: &str) {
        self.open(template, values);
        self.text(text);
        self.close();
    }

    /// A text; nothing in it is ever taken for HTML.
    pub fn text(&mut self, text: &str) {
        self.put(VText::new(text.to_owned()).into());
    }

    /// What was written elsewhere.
    pub fn put(&mut self, html: Html) {
        self.done.push(html);
    }

    /// What was written elsewhere, told from what stands there at other times.
    pub fn put_keyed(&mut self, key: usize, html: Html) {
        self.put(VList::with_children(vec![html], Some(Key::from(key))).into());
    }

    /// What was written.
    pub fn finish(self) -> Html {
        debug_assert!(self.open.is_empty(), "something is still open");
        VList::from(self.done).into()
    }
}

/// The style of an element is set through its style object, as a strict policy forbids
/// the attribute, and which option is chosen by its property, as the attribute only says
/// which was so at first; on paper there is only the attribute.
#[cfg(target_arch = "wasm32")]
fn attribute(key: &str, value: AttrValue) -> AttributeOrProperty {
    match key {
        "style" => AttributeOrProperty::Property(value.as_str().into()),
        "selected" => AttributeOrProperty::Property(true.into()),
        _ => AttributeOrProperty::Attribute(value),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn attribute(_: &str, value: AttrValue) -> AttributeOrProperty {
    AttributeOrProperty::Attribute(value)
}
