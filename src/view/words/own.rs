//! What a language's file knows better than the platform. Browsers lack the dates of some
//! languages, and say them in another one; a file may bring what it takes:
//!
//! | line | what it says |
//! | --- | --- |
//! | `months = …, …` | the months' names beside a year, twelve of them |
//! | `months.day = …, …` | those beside a day, where they differ |
//! | `months.short = …, …` | short ones |
//! | `date.year = {y}`, `date.month = {m} {y}`, `date.day = {d} {m} {y}` | the order of the parts |
//! | `number.decimal = ,` and `number.group = .` | the signs within numbers; `nbsp` for a no-break space |
//! | `number.digits = arab` | the digits, by the name of a numbering system |
//! | `list.and = {0} and {1}`, `list.or = {0} or {1}` | lists of two; more have commas |
//!
//! A file with `months` writes times as 14:05.

use super::{DatePart, Form, Intl, Listing, MakeIntl, PartKind, Plural, Strings, fill};

/// The platform's [`Intl`], with the file's own lines in place of what they say.
pub(super) struct Own {
    strings: &'static Strings,
    platform: Box<dyn Intl>,
    /// What writes numbers where the file says how.
    numbers: Option<Box<dyn Intl>>,
}

impl Own {
    /// For texts in the language of `tag`, with the words of its file.
    pub(super) fn boxed(strings: &'static Strings, tag: &str, make: MakeIntl) -> Box<dyn Intl> {
        let platform = make(tag);
        if strings.own_lines().is_empty() {
            return platform;
        }
        let numbers = strings.own("number.decimal").map(|_| {
            let digits = tag.split_once("-u-nu-").map(|(_, digits)| digits);
            match digits.or_else(|| strings.own("number.digits")) {
                Some(digits) => make(&format!("en-GB-u-nu-{digits}")),
                None => make("en-GB"),
            }
        });
        Box::new(Own {
            strings,
            platform,
            numbers,
        })
    }

    fn numbers(&self) -> &dyn Intl {
        self.numbers.as_deref().unwrap_or(&*self.platform)
    }

    /// A month's name, of those in a line of the file.
    fn month(&self, line: &str, month: u8) -> Option<&'static str> {
        let names = self.strings.own(line)?;
        names.split(", ").nth(usize::from(month).checked_sub(1)?)
    }
}

impl Intl for Own {
    fn date(&self, month: u8, day: u8, form: Form) -> Vec<DatePart> {
        let (line, months) = match form {
            Form::Year => ("date.year", "months"),
            Form::Month => ("date.month", "months"),
            Form::Day => ("date.day", "months.day"),
            Form::ShortMonth => ("date.short", "months.short"),
            Form::ShortDay => ("date.number", "months"),
        };
        let has_months = self.strings.own("months").is_some();
        let order = match self.strings.own(line) {
            Some(order) => order,
            None if form == Form::ShortMonth && has_months => "{m}",
            None if form == Form::ShortDay && has_months => "{d}",
            None => return self.platform.date(month, day, form),
        };
        let name = self.month(months, month);
        let name = name.or_else(|| self.month("months", month));
        let name = name.map(str::to_owned).unwrap_or_else(|| {
            let parts = self.platform.date(month, day, form);
            let part = parts.into_iter().find(|part| part.kind == PartKind::Month);
            part.map(|part| part.text).unwrap_or_default()
        });
        let mut parts = Vec::new();
        let mut add = |kind, text: &str| {
            if !text.is_empty() {
                parts.push(DatePart {
                    kind,
                    text: text.to_owned(),
                });
            }
        };
        for piece in order.split_inclusive('}') {
            let (between, place) = piece.split_once('{').unwrap_or((piece, ""));
            add(PartKind::Other, between);
            match place {
                "y}" => add(PartKind::Year, "2000"),
                "m}" => add(PartKind::Month, &name),
                "d}" => add(PartKind::Day, &self.digits(day.into())),
                _ => {}
            }
        }
        parts
    }

    fn clock(&self, hour: u8, minute: u8) -> String {
        match self.strings.own("months") {
            Some(_) => self.numbers().clock(hour, minute),
            None => self.platform.clock(hour, minute),
        }
    }

    fn digits(&self, number: u64) -> String {
        self.numbers().digits(number)
    }

    fn number(&self, value: f64) -> String {
        let number = self.numbers().number(value);
        let sign = |line| {
            let sign = self.strings.own(line)?;
            Some(if sign == "nbsp" { "\u{a0}" } else { sign })
        };
        let (Some(decimal), Some(group)) = (sign("number.decimal"), sign("number.group")) else {
            return number;
        };
        let written = number.chars().map(|c| match c {
            ',' | '٬' => group.to_owned(),
            '.' | '٫' => decimal.to_owned(),
            c => c.to_string(),
        });
        written.collect()
    }

    fn plural(&self, count: usize) -> Plural {
        self.platform.plural(count)
    }

    fn country(&self, code: &str) -> Option<String> {
        self.platform.country(code)
    }

    fn list(&self, items: &[String], listing: Listing) -> String {
        let pair = self.strings.own(match listing {
            Listing::And => "list.and",
            Listing::Or => "list.or",
        });
        match (pair, items) {
            (Some(pair), [before @ .., last]) if !before.is_empty() => {
                let comma = self.strings.comma().to_owned() + " ";
                fill(pair, &[&before.join(&comma), last])
            }
            _ => self.platform.list(items, listing),
        }
    }
}
