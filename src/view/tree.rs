//! Writing HTML as Yew's virtual nodes, from templates.
//!
//! `html!` builds every element where it is written: some two hundred compressed bytes
//! each, in every reader's download. A template is a string that is taken apart once,
//! and writing an element is one call.

mod template;

use yew::{
    AttrValue, Html,
    virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VNode, VTag, VText},
};

use template::Template;

/// HTML in the writing: elements are opened, filled and closed in the order of the page.
///
/// A template is the tag, perhaps with a class, and attributes: `p.note`,
/// `button.chip type=button aria-pressed={}`. Each `{}` takes the next of the values
/// given after [`Tree::open`], and `#name` is the element's [`Tree::key`].
#[derive(Default)]
pub struct Tree {
    open: Vec<Element>,
    done: Vec<VNode>,
}

/// An element that is still open.
struct Element {
    template: &'static Template,
    tag: VTag,
    /// What tells it from others of its template in the same place.
    key: Option<String>,
    /// The attributes so far, as many as the template's first so many names.
    values: Vec<Option<AttributeOrProperty>>,
    /// What was written before it in the element around it.
    before: Vec<VNode>,
}

impl Element {
    /// The attributes that the template itself gives, up to the next place.
    fn run(&mut self) {
        while let Some(Some(fixed)) = self.template.fixed.get(self.values.len()) {
            self.put(Some(AttrValue::Static(fixed)));
        }
    }

    fn put(&mut self, value: Option<AttrValue>) {
        let key = self.template.keys.get(self.values.len());
        debug_assert!(key.is_some(), "more values than places");
        let value = match (key, value) {
            (Some(key), Some(value)) if *key == "value" && self.template.tag == "input" => {
                // An attribute would only say what the field held first.
                self.tag.set_value(value);
                None
            }
            (Some(key), Some(value)) => Some(attribute(key, value)),
            _ => None,
        };
        self.values.push(value);
    }
}

/// Each value goes into the next place of the element opened last, before anything is
/// written inside. One call a value, and not a list of them: a list is built in memory
/// first, and that costs a reader twice the code.
impl Tree {
    /// Begins an element; what is written until it is closed goes inside.
    pub fn open(&mut self, template: &'static str) -> &mut Tree {
        let template = Template::of(template);
        let mut element = Element {
            template,
            tag: VTag::new(AttrValue::Static(template.tag)),
            key: template.key.map(str::to_owned),
            values: Vec::with_capacity(template.keys.len()),
            before: std::mem::take(&mut self.done),
        };
        element.run();
        self.open.push(element);
        self
    }

    fn fill(&mut self, value: Option<AttrValue>) {
        if let Some(element) = self.open.last_mut() {
            element.put(value);
            element.run();
        }
    }

    /// A text.
    pub fn with(&mut self, text: &str) -> &mut Tree {
        self.some(Some(text))
    }

    /// A text when there is one, and no attribute otherwise.
    pub fn some(&mut self, text: Option<&str>) -> &mut Tree {
        self.fill(text.map(|text| AttrValue::from(text.to_owned())));
        self
    }

    /// A text of the program when there is one, and no attribute otherwise.
    pub fn fixed(&mut self, text: impl Into<Option<&'static str>>) -> &mut Tree {
        self.fill(text.into().map(AttrValue::Static));
        self
    }

    /// The attribute alone when true, and none otherwise.
    pub fn on(&mut self, on: bool) -> &mut Tree {
        self.fixed(on.then_some(""))
    }

    /// `true` or `false`.
    pub fn is(&mut self, is: bool) -> &mut Tree {
        self.fixed(if is { "true" } else { "false" })
    }

    /// A whole number when there is one, and no attribute otherwise.
    pub fn number(&mut self, number: impl Into<Option<i64>>) -> &mut Tree {
        self.fill(number.into().map(|number| number.to_string().into()));
        self
    }

    /// A name and a number, such as `card-3` or `toggle 3`.
    pub fn name(&mut self, name: &'static str, number: usize) -> &mut Tree {
        self.with(&[name, &number.to_string()].concat())
    }

    /// What a press does to the thing of this number: `hear 3`, or `hear` alone, which
    /// undoes it, where it is `done`.
    pub fn act(&mut self, name: &'static str, number: usize, done: bool) -> &mut Tree {
        if done {
            self.fixed(name)
        } else {
            self.with(&[name, " ", &number.to_string()].concat())
        }
    }

    /// Tells the element that is open from others of its template beside it.
    ///
    /// They are told apart by their order otherwise, and after one that comes or goes the
    /// others would take each other's places, and with them the focus.
    pub fn key(&mut self, key: &str) -> &mut Tree {
        if let Some(element) = self.open.last_mut() {
            element.key = Some(key.to_owned());
        }
        self
    }

    /// [`Tree::key`], by a number.
    pub fn key_number(&mut self, key: i64) -> &mut Tree {
        self.key(&key.to_string())
    }

    /// Ends the element opened last.
    pub fn close(&mut self) {
        debug_assert!(!self.open.is_empty(), "nothing is open");
        if let Some(element) = self.open.pop() {
            let Element {
                template,
                mut tag,
                key,
                values,
                before,
            } = element;
            debug_assert!(
                values.len() == template.keys.len(),
                "fewer values than places"
            );
            // So that elements of different templates are never compared, whose attributes
            // would have to be looked up one in another's: the code for that is cut out.
            let own = key.unwrap_or_else(|| {
                let same = before.iter().filter(|node| template.made(node));
                same.count().to_string()
            });
            tag.key = Some(template.key_of(&own));
            tag.attributes = Attributes::Dynamic {
                keys: template.keys,
                values: values.into_boxed_slice(),
            };
            let inner = std::mem::replace(&mut self.done, before);
            if let Some(children) = tag.children_mut() {
                *children = VList::from(inner).into();
            }
            self.done.push(tag.into());
        }
    }

    /// Ends the element opened last, with a text inside.
    pub fn line(&mut self, text: &str) {
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
