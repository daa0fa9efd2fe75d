//! One date: its tokens sorted into year, month, day and what qualifies them.

use super::{
    Context, Note, Trouble, clock,
    edtf::Parts,
    number::{Reading, Written, pair, triple, years},
    serial,
    token::Token,
    words::{self, Sense, can_be, senses},
};

/// What the words of a date say.
#[derive(Default)]
struct Words {
    month: Option<u8>,
    season: Option<u8>,
    quarter: bool,
    century: bool,
    millennium: bool,
    decade: bool,
    bce: bool,
    ce: bool,
    about: bool,
    perhaps: bool,
    ago: bool,
    scale: i64,
    part: Option<String>,
    relative: Option<i8>,
    weekday: bool,
    /// Year, month and day where each is named after its number, as in East Asia.
    named: [Option<i64>; 3],
    numbers: Vec<Written>,
    /// What stands before each number since the one before.
    marks: Vec<char>,
    /// Where the month stands among the numbers.
    month_at: usize,
}

/// Every way to read one date, the chosen one first. It may lack a year, which the other
/// end of a span can give.
///
/// # Errors
/// When it is no date.
pub(super) fn readings(tokens: &[Token], context: &Context) -> Result<Vec<Reading>, Trouble> {
    let Some(taken) = clock::take(tokens) else {
        return Err(Trouble::Impossible("There is no such time of day.".into()));
    };
    let words = sorted(&taken.rest).ok_or(Trouble::NotADate)?;
    if taken.clock.is_some() && taken.rest.is_empty() {
        let parts = Parts {
            clock: taken.clock,
            ..Parts::default()
        };
        return Ok(vec![Reading {
            parts,
            notes: taken.notes,
        }]);
    }
    let mut all = words.assigned(context);
    if all.is_empty() {
        return Err(Trouble::NotADate);
    }
    for reading in &mut all {
        reading.parts.clock = taken.clock;
        reading.parts.about |= words.about;
        reading.parts.perhaps |= words.perhaps;
    }
    if let Some(first) = all.first_mut() {
        first.notes.extend(taken.notes);
        first.notes.extend(words.part.clone().map(Note::Part));
    }
    Ok(all)
}

/// Sorts the tokens; `None` when one has no place in a date.
fn sorted(tokens: &[Token]) -> Option<Words> {
    let mut found = Words {
        scale: 1,
        ..Words::default()
    };
    let mut mark = ' ';
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let next = tokens.get(at + 1);
        let mut length = 1;
        match token {
            Token::Mark { sign, .. } => match sign {
                '~' => found.about = true,
                '?' => found.perhaps = true,
                '/' | '-' => mark = *sign,
                '.' if mark == ' ' => mark = '.',
                ',' if mark == ' ' => mark = ',',
                '.' | ',' | '(' | ')' | '[' | ']' | ';' | ':' | '"' | '\'' | '*' => {}
                _ => return None,
            },
            Token::Number {
                value,
                digits,
                gap,
                short,
                divided,
            } => {
                // “A380” is no date, “Mar2023” is.
                let before = at
                    .checked_sub(1)
                    .and_then(|at| tokens.get(at))
                    .and_then(Token::word);
                if !gap
                    && before.is_some_and(|word| word.is_ascii() && words::month(word).is_none())
                {
                    return None;
                }
                length += found.suffix(*value, tokens.get(at + 1..).unwrap_or_default());
                let named = next.filter(|next| !next.gap()).and_then(Token::word);
                let place = match named {
                    Some(word) if can_be(word, Sense::Year) => Some(0),
                    Some(word) if can_be(word, Sense::Month) => Some(1),
                    Some(word) if can_be(word, Sense::Day) => Some(2),
                    _ => None,
                };
                if let Some(place) = place {
                    *found.named.get_mut(place)? = Some(*value);
                    length = 2;
                } else {
                    let digits = if *divided { digits.max(&4) } else { digits };
                    found.numbers.push(Written {
                        value: *value,
                        digits: *digits,
                        short: *short,
                    });
                    found.marks.push(mark);
                }
                mark = ' ';
            }
            Token::Word { text, .. } => {
                length = found.word(text, at, tokens)?;
                mark = if found.month_at == found.numbers.len() {
                    mark
                } else {
                    ' '
                };
            }
        }
        at += length;
    }
    Some(found)
}

impl Words {
    /// What follows a number without a blank and belongs to it: “1850s”, “20th”, “1850-е”.
    fn suffix(&mut self, value: i64, rest: &[Token]) -> usize {
        let hyphen = usize::from(
            rest.first()
                .is_some_and(|token| token.is('-') && !token.gap()),
        );
        let Some(Token::Word { text, gap: false }) = rest.get(hyphen) else {
            return 0;
        };
        let slavic = matches!(
            text.as_str(),
            "е" | "х" | "ті" | "их" | "ых" | "го" | "й" | "м" | "му"
        );
        if hyphen > 0 && !slavic {
            return 0;
        }
        if matches!(text.as_str(), "s" | "er" | "ies") && value % 10 == 0 && value > 0 {
            self.decade = true;
            return 1;
        }
        if slavic
            || matches!(
                text.as_str(),
                "th" | "st" | "nd" | "rd" | "er" | "re" | "e" | "ª" | "º" | "eme" | "ème"
            )
        {
            self.decade |= slavic && value % 10 == 0 && value >= 100;
            return 1 + hyphen;
        }
        0
    }

    /// Takes a word; gives how many tokens that were.
    fn word(&mut self, text: &str, at: usize, tokens: &[Token]) -> Option<usize> {
        let next = tokens.get(at + 1).and_then(Token::word);
        // “Ago” is August in three languages, too.
        if text == "ago" && self.scale > 1 {
            self.ago = true;
            return Some(1);
        }
        let two = next.and_then(|next| words::month_of_two(text, next));
        if let Some(month) = two.or_else(|| words::month(text)) {
            // “Mar” is a month, “mar 3” a Tuesday in Spanish: the month is what is meant.
            if self.month.replace(month).is_some() {
                return None;
            }
            self.month_at = self.numbers.len();
            return Some(1 + usize::from(two.is_some()));
        }
        let after = |offset: usize| tokens.get(at + offset);
        // Q1, H2.
        if matches!(text, "q" | "h" | "t")
            && let Some(Token::Number {
                value, digits: 1, ..
            }) = after(1)
        {
            let part = u8::try_from(*value).ok()?;
            let code = match (text, part) {
                ("q" | "t", 1..=4) => 32 + part,
                ("h", 1..=2) => 39 + part,
                _ => return None,
            };
            self.season = Some(code);
            return Some(2);
        }
        let all = senses(text);
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        let counted = before.is_some_and(|token| {
            token.word().is_some_and(|word| roman(word).is_some())
                || token.is('.')
                || matches!(token, Token::Number { digits: 1..=2, .. })
        });
        let sense = all.iter().find(|sense| match sense {
            Sense::Century => !can_be(text, Sense::Filler) || counted,
            Sense::Decade => !matches!(text, "s" | "er" | "ies"),
            Sense::Ago => text != "bp" || self.numbers.last().is_some(),
            Sense::Bce | Sense::Ce => !(can_be(text, Sense::Filler)) || !self.numbers.is_empty(),
            Sense::Before
            | Sense::After
            | Sense::Since
            | Sense::Until
            | Sense::From
            | Sense::Between
            | Sense::To
            | Sense::And
            | Sense::Or
            | Sense::Ongoing
            | Sense::Half(_)
            | Sense::Clock(_) => false,
            Sense::Million | Sense::Billion | Sense::Thousand => self.numbers.last().is_some(),
            _ => true,
        });
        match sense {
            Some(Sense::Bce) => self.bce = true,
            Some(Sense::Ce) => self.ce = true,
            Some(Sense::About) => self.about = true,
            Some(Sense::Perhaps) => self.perhaps = true,
            Some(Sense::Season(season)) => {
                if self.season.replace(*season).is_some() {
                    return None;
                }
            }
            Some(Sense::Century) => self.century = true,
            Some(Sense::Millennium) => self.millennium = true,
            Some(Sense::Decade) => self.decade = true,
            Some(Sense::Quarter) => self.quarter = true,
            Some(Sense::Part) => {
                let words = self
                    .part
                    .take()
                    .map(|before| before + " ")
                    .unwrap_or_default();
                self.part = Some(words + text);
            }
            Some(Sense::Ago) => self.ago = true,
            Some(Sense::Million) => self.scale = 1_000_000,
            Some(Sense::Billion) => self.scale = 1_000_000_000,
            Some(Sense::Thousand) => self.scale = 1_000,
            Some(Sense::Today(days)) => self.relative = Some(*days),
            Some(Sense::Weekday) => self.weekday = true,
            Some(_) => {}
            None => {
                // XIX century, век XIX.
                let value = roman(text)?;
                let near = |token: Option<&Token>| {
                    token.and_then(Token::word).is_some_and(|word| {
                        can_be(word, Sense::Century)
                            || can_be(word, Sense::Millennium)
                            || matches!(word, "e" | "ème" | "eme")
                    })
                };
                let skip = usize::from(after(1).is_some_and(|token| token.is('.')));
                if !self.century && !near(after(1 + skip)) && !near(before) {
                    return None;
                }
                self.numbers.push(Written {
                    value,
                    digits: 2,
                    short: false,
                });
                self.marks.push(' ');
            }
        }
        Some(1)
    }

    /// Every way to read it.
    fn assigned(&self, context: &Context) -> Vec<Reading> {
        let plain = |parts: Parts| {
            vec![Reading {
                parts,
                notes: Vec::new(),
            }]
        };
        if let Some(days) = self.relative {
            let Some(day) = context.day else {
                return Vec::new();
            };
            let civil = day.add_days(i64::from(days));
            return vec![Reading {
                parts: Parts {
                    month: Some(civil.month),
                    day: Some(civil.day),
                    counted: true,
                    ..Parts::of_year(civil.year)
                },
                notes: vec![Note::Relative(format!(
                    "{:04}-{:02}-{:02}",
                    day.year, day.month, day.day
                ))],
            }];
        }
        if self.ago || self.scale > 1 {
            return self.long_ago().map(plain).unwrap_or_default();
        }
        if self.named.iter().any(Option::is_some) {
            let [year, month, day] = self.named;
            let small = |value: Option<i64>| value.and_then(|value| u8::try_from(value).ok());
            return plain(Parts {
                year,
                month: small(month),
                day: small(day),
                ..Parts::default()
            });
        }
        if self.century || self.millennium {
            return self.hundreds().map(plain).unwrap_or_default();
        }
        if self.decade {
            return self.tens(context);
        }
        let mut all = match (self.month, self.season) {
            (Some(month), None) => self.with_month(month, context),
            (None, Some(season)) => self.with_season(season, context),
            (None, None) if self.quarter => self.with_quarter(),
            (None, None) => self.in_numbers(context),
            _ => Vec::new(),
        };
        if self.bce {
            for reading in &mut all {
                reading.parts.year = reading.parts.year.map(|year| 1 - year);
            }
        }
        all
    }

    fn long_ago(&self) -> Option<Parts> {
        let years = match self.numbers.as_slice() {
            [whole] => whole.value.checked_mul(self.scale)?,
            // 2.5 million.
            [whole, tenths] if self.scale > 1 && tenths.digits <= 3 => {
                let unit = self.scale / 10_i64.checked_pow(u32::try_from(tenths.digits).ok()?)?;
                whole
                    .value
                    .checked_mul(self.scale)?
                    .checked_add(tenths.value.checked_mul(unit)?)?
            }
            _ => return None,
        };
        if self.bce {
            return Some(Parts::of_year(1 - years));
        }
        (self.ago && years >= 10_000).then(|| Parts::of_year(-years))
    }

    fn hundreds(&self) -> Option<Parts> {
        let [written] = self.numbers.as_slice() else {
            return None;
        };
        let (size, masked) = if self.millennium {
            (1_000, 3)
        } else {
            (100, 2)
        };
        let count = written.value;
        if !(1..=99).contains(&count) || self.millennium && count > 9 {
            return None;
        }
        let before = (count - 1) * size;
        if self.bce && count == 1 {
            let parts = Parts {
                span: Some((1 - size, 0)),
                ..Parts::default()
            };
            return Some(parts);
        }
        Some(Parts {
            masked,
            ..Parts::of_year(if self.bce { -before } else { before })
        })
    }

    fn tens(&self, context: &Context) -> Vec<Reading> {
        let [written] = self.numbers.as_slice() else {
            return Vec::new();
        };
        if written.value % 10 != 0 {
            return Vec::new();
        }
        if self.bce {
            let span = Some((1 - written.value - 9, 1 - written.value));
            return vec![Reading {
                parts: Parts {
                    span,
                    ..Parts::default()
                },
                notes: Vec::new(),
            }];
        }
        let decade = |year: i64, masked: u32, notes: Vec<Note>| Reading {
            parts: Parts {
                masked,
                ..Parts::of_year(year)
            },
            notes,
        };
        if written.digits > 2 && written.value % 100 == 0 {
            return vec![
                decade(written.value, 2, vec![Note::Century100]),
                decade(written.value, 1, Vec::new()),
            ];
        }
        let years = years(*written, context).into_iter();
        years
            .map(|(year, note)| decade(year, 1, note.into_iter().collect()))
            .collect()
    }

    fn with_month(&self, month: u8, context: &Context) -> Vec<Reading> {
        let parts = |year: Option<i64>, day: Option<i64>| Parts {
            year,
            month: Some(month),
            day: day.and_then(|day| u8::try_from(day).ok()),
            ..Parts::default()
        };
        let of = |written: Written, day: Option<i64>, why: Option<Note>| -> Vec<Reading> {
            let years = if self.bce || self.ce {
                vec![(written.value, None)]
            } else {
                years(written, context)
            };
            let years = years.into_iter();
            years
                .map(|(year, note)| Reading {
                    parts: parts(Some(year), day),
                    notes: why.iter().cloned().chain(note).collect(),
                })
                .collect()
        };
        match self.numbers.as_slice() {
            [] => vec![Reading {
                parts: parts(None, None),
                notes: Vec::new(),
            }],
            [one] if one.is_year() || self.bce || self.ce => of(*one, None, None),
            [one] => {
                let mut all = Vec::new();
                let after = self.month_at == 0 && self.marks.first() == Some(&'-');
                if after && one.digits == 2 {
                    all = of(*one, None, Some(Note::MonthAndYear));
                    all.truncate(1);
                }
                all.push(Reading {
                    parts: parts(None, Some(one.value)),
                    notes: Vec::new(),
                });
                all
            }
            [a, b] => match (a.is_year(), b.is_year()) {
                (true, false) => of(*a, Some(b.value), None),
                (false, true) => of(*b, Some(a.value), None),
                (false, false) if self.bce || self.ce => of(*b, Some(a.value), None),
                (false, false) => {
                    let mut all = of(*b, Some(a.value), Some(Note::DayMonthYear));
                    if a.digits == 2 && b.digits == 2 {
                        all.extend(of(*a, Some(b.value), None).into_iter().take(1));
                    }
                    all
                }
                (true, true) => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    fn with_season(&self, season: u8, context: &Context) -> Vec<Reading> {
        let year = match self.numbers.as_slice() {
            [] => None,
            [one] => Some(*one),
            // The winter 1834–35.
            [one, two] if one.digits == 4 && follows(one.value, two) => Some(*one),
            _ => return Vec::new(),
        };
        let parts = |year| Parts {
            year,
            month: Some(season),
            ..Parts::default()
        };
        let Some(written) = year else {
            return vec![Reading {
                parts: parts(None),
                notes: Vec::new(),
            }];
        };
        let years = years(written, context).into_iter();
        years
            .map(|(year, note)| Reading {
                parts: parts(Some(year)),
                notes: note.into_iter().collect(),
            })
            .collect()
    }

    /// “2nd quarter of 2020”.
    fn with_quarter(&self) -> Vec<Reading> {
        let [a, b] = self.numbers.as_slice() else {
            return Vec::new();
        };
        let (quarter, year) = if a.digits == 4 { (b, a) } else { (a, b) };
        let Some(month) = u8::try_from(quarter.value)
            .ok()
            .filter(|quarter| (1..=4).contains(quarter))
        else {
            return Vec::new();
        };
        let parts = Parts {
            month: Some(32 + month),
            ..Parts::of_year(year.value)
        };
        vec![Reading {
            parts,
            notes: Vec::new(),
        }]
    }

    fn in_numbers(&self, context: &Context) -> Vec<Reading> {
        let plain = |parts: Parts, notes: Vec<Note>| vec![Reading { parts, notes }];
        let mark = self.marks.get(1).copied().unwrap_or(' ');
        match self.numbers.as_slice() {
            [one] if self.bce || self.ce => plain(Parts::of_year(one.value), Vec::new()),
            [one] if one.short => {
                let years = years(*one, context).into_iter();
                years
                    .map(|(year, note)| Reading {
                        parts: Parts::of_year(year),
                        notes: note.into_iter().collect(),
                    })
                    .collect()
            }
            [one] if one.digits <= 2 => {
                let day = u8::try_from(one.value)
                    .ok()
                    .filter(|day| (1..=31).contains(day));
                day.map(|day| {
                    plain(
                        Parts {
                            day: Some(day),
                            ..Parts::default()
                        },
                        Vec::new(),
                    )
                })
                .unwrap_or_default()
            }
            [one] if one.digits <= 4 => plain(Parts::of_year(one.value), Vec::new()),
            [_] => Vec::new(),
            [a, b] if matches!(mark, '/' | '-' | '.') => self.two(*a, *b, mark, context),
            [a, b] if a.digits <= 2 && b.digits == 4 => {
                // “22, 2023”, the end of a span.
                let day = u8::try_from(a.value).ok();
                plain(
                    Parts {
                        day,
                        ..Parts::of_year(b.value)
                    },
                    Vec::new(),
                )
            }
            [a, b, c] if self.marks.get(1) == self.marks.get(2) || mark == ',' || mark == '.' => {
                triple([*a, *b, *c], mark, context)
            }
            _ => Vec::new(),
        }
    }

    /// 2021/3, 3/2021, 2004/05, 3/4.
    fn two(&self, a: Written, b: Written, mark: char, context: &Context) -> Vec<Reading> {
        if let Some(mut reading) = pair(a, b) {
            let mut all = Vec::new();
            if mark == '/' && a.digits == 4 && follows(a.value, &b) {
                reading.notes.push(Note::YearAndMonth);
                let span = Some((a.value, a.value + 1));
                all.push(Reading {
                    parts: Parts {
                        span,
                        ..Parts::default()
                    },
                    notes: Vec::new(),
                });
            }
            all.insert(0, reading);
            return all;
        }
        if a.digits > 2 || b.digits > 2 {
            return Vec::new();
        }
        // A day and a month; the other end of the span has the year.
        let year = Written {
            value: 2000,
            digits: 4,
            short: false,
        };
        let mut all = triple([a, b, year], mark, context);
        for reading in &mut all {
            reading.parts.year = None;
        }
        all
    }
}

/// Whether two digits (or four) are those of the year after.
fn follows(year: i64, written: &Written) -> bool {
    let next = year + 1;
    written.value
        == if written.digits == 2 {
            next % 100
        } else {
            next
        }
}

/// A Roman number up to 39.
fn roman(word: &str) -> Option<i64> {
    let value = |c: char| match c {
        'i' | 'і' => Some(1),
        'v' => Some(5),
        'x' | 'х' => Some(10),
        _ => None,
    };
    // French writes XIXe.
    let word = word
        .trim_end_matches("eme")
        .trim_end_matches("ème")
        .trim_end_matches('e');
    let mut total = 0;
    let mut last = 0;
    for c in word.chars().rev() {
        let value = value(c)?;
        if value < last {
            total -= value;
        } else {
            total += value;
            last = value;
        }
    }
    (1..=39).contains(&total).then_some(total)
}

/// A number that stands alone and is neither a year nor a day.
pub(super) fn bare_number(tokens: &[Token], context: &Context) -> Option<super::Found> {
    let [
        Token::Number {
            value,
            digits,
            divided: false,
            ..
        },
    ] = tokens
    else {
        return None;
    };
    serial::in_text(*value, context.epoch)
        .filter(|_| *digits == 5)
        .or_else(|| serial::since_1970(*value, *digits))
}
