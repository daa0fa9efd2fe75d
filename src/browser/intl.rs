use super::platform::{Platform, Tongue};
use crate::{
    article::Instant,
    view::{Form, Plural},
};

/// The browser's own knowledge of a language.
pub(super) struct Intl(Option<Tongue>);

impl Intl {
    /// For texts in `language`, a BCP 47 tag. A tag that the browser does not take is
    /// treated as English.
    pub fn boxed(language: &str) -> Box<dyn crate::view::Intl> {
        Box::new(Intl(Platform::ask(|platform| platform.tongue(language))))
    }

    fn said(&self, say: impl FnOnce(&Tongue) -> String) -> String {
        self.0.as_ref().map(say).unwrap_or_default()
    }
}

impl crate::view::Intl for Intl {
    fn date(&self, at: Instant, form: Form) -> String {
        self.range(at, at, form)
    }

    fn range(&self, from: Instant, to: Instant, form: Form) -> String {
        self.said(|tongue| tongue.date(from.0 as f64, to.0 as f64, number(form)))
    }

    fn number(&self, value: f64) -> String {
        self.said(|tongue| tongue.number(value))
    }

    fn plural(&self, count: usize) -> Plural {
        let category = self.0.as_ref().map(|tongue| tongue.plural(count as f64));
        match category {
            Some(0) => Plural::Zero,
            Some(1) => Plural::One,
            Some(2) => Plural::Two,
            Some(3) => Plural::Few,
            Some(4) => Plural::Many,
            _ => Plural::Other,
        }
    }

    fn country(&self, code: &str) -> Option<String> {
        self.0.as_ref()?.country(code)
    }

    fn list(&self, items: &[String]) -> String {
        self.said(|tongue| tongue.list(&joined(items, '\0')))
    }
}

/// The number that `www/platform/tongue.js` knows a form by.
fn number(form: Form) -> u32 {
    match form {
        Form::Year => 0,
        Form::Month => 1,
        Form::Day => 2,
        Form::Minute => 3,
        Form::ShortMonth => 4,
        Form::ShortDay => 5,
        Form::DayMonth => 6,
        Form::Clock => 7,
        Form::Weekday => 8,
    }
}

/// The texts in one, `by` between them.
fn joined(texts: &[String], by: char) -> String {
    let mut all = String::new();
    for (at, text) in texts.iter().enumerate() {
        if at > 0 {
            all.push(by);
        }
        all.push_str(text);
    }
    all
}
