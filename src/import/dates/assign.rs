//! From the sorted words and numbers of one date to every way to read it.

use super::{
    Context, Note,
    edtf::Parts,
    number::{Reading, Written, pair, triple, years},
    single::Words,
};

impl Words {
    /// Every way to read it.
    pub(super) fn assigned(&self, context: &Context) -> Vec<Reading> {
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
