/// A JSON value that came through either door: JSON text natively, a JavaScript
/// value in the browser.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`, and JavaScript's `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object, its members in the order they stand, each name once.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// Whether it is `null`.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// The member of this name; `null` when there is none, or when this is no object.
    ///
    /// ```
    /// # use dateline::article::Value;
    /// let event = Value::Object(vec![("id".into(), Value::String("coup".into()))]);
    /// assert_eq!(event.member("id").as_str(), Some("coup"));
    /// assert!(event.member("title").is_null());
    /// assert!(event.member("id").member("id").is_null());
    /// ```
    #[must_use]
    pub fn member(&self, name: &str) -> &Value {
        let Value::Object(members) = self else {
            return &Value::Null;
        };
        let found = members.iter().find(|(other, _)| other == name);
        found.map_or(&Value::Null, |(_, value)| value)
    }

    /// The text, when it is a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The text of the member of this name, unless it is blank.
    #[must_use]
    pub fn words(&self, name: &str) -> Option<&str> {
        self.member(name)
            .as_str()
            .filter(|text| !text.trim().is_empty())
    }

    /// The items of a list; none when this is no list.
    #[must_use]
    pub fn items(&self) -> &[Value] {
        match self {
            Value::Array(items) => items,
            _ => &[],
        }
    }
}
