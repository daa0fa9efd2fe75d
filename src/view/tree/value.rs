use yew::AttrValue;

/// What goes into a place of a template. Nothing in it is owned, so that a call that
/// passes some of them has nothing to clear away.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// The attribute is left out.
    Off,
    /// The attribute alone when true, left out otherwise.
    On(bool),
    /// `true` or `false`.
    Is(bool),
    /// A text of the program.
    Fixed(&'static str),
    /// Any other text.
    Text(&'a str),
    /// A whole number.
    Number(i64),
    /// A name and a number, such as `card-3` or `toggle 3`.
    Name(&'static str, usize),
}

impl<'a> Value<'a> {
    /// The text when there is one, and no attribute otherwise.
    pub fn some(text: Option<&'a str>) -> Value<'a> {
        text.map_or(Value::Off, Value::Text)
    }

    /// The value as an attribute has it; nothing when there is to be no attribute.
    pub(super) fn text(&self) -> Option<AttrValue> {
        Some(match *self {
            Value::Off | Value::On(false) => return None,
            Value::On(true) => AttrValue::Static(""),
            Value::Is(true) => AttrValue::Static("true"),
            Value::Is(false) => AttrValue::Static("false"),
            Value::Fixed(text) => AttrValue::Static(text),
            Value::Text(text) => AttrValue::from(text.to_owned()),
            Value::Number(number) => AttrValue::from(number.to_string()),
            Value::Name(name, number) => AttrValue::from([name, &number.to_string()].concat()),
        })
    }
}
