//! One date, without ranges and sets.

use super::cursor::{Cursor, Field};
use super::error::{IMPOSSIBLE, Mistake, UNGRAMMATICAL};
use super::{Civil, DateError, Point, Precision};

/// Bytes in a date, generously: no form needs as many.
const LONGEST: usize = 64;

static UNREADABLE: Mistake = Mistake {
    kind: UNGRAMMATICAL,
    message: ["“", "” is not a date."],
    fix: "Write a date such as 2022-02-24, 2022-02 or 2022.",
};
static MORE_THAN_A_YEAR: Mistake = Mistake {
    kind: UNGRAMMATICAL,
    message: ["“", "” has more than a year after its Y."],
    fix: "Leave out what follows the year: months and days need a year of four digits.",
};
static NO_SUCH_MONTH: Mistake = Mistake {
    kind: IMPOSSIBLE,
    message: ["There is no such month as in ", "."],
    fix: "Write a month from 01 to 12, or a season from 21 (spring) to 24 (winter).",
};
static DAY_OF_SEASON: Mistake = Mistake {
    kind: UNGRAMMATICAL,
    message: ["“", "” gives a day to a season."],
    fix: "Leave the day out, or write a month from 01 to 12.",
};
/// Level 2 masks, such as `156X-12-25`, name many separate days.
static MASKED: Mistake = Mistake {
    kind: UNGRAMMATICAL,
    message: [
        "“",
        "” gives a month or a day after a part that is not known.",
    ],
    fix: "Leave out what follows the unknown part, or write a range.",
};
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What ends the reading of a date.
enum Fault<'a> {
    Mistake(&'static Mistake),
    /// The month is too short; year, month and day as written.
    Day([&'a str; 3]),
}

impl From<&'static Mistake> for Fault<'_> {
    fn from(mistake: &'static Mistake) -> Self {
        Fault::Mistake(mistake)
    }
}

impl Point {
    /// Reads a date, a year, or a date with a time.
    pub(super) fn parse(text: &str) -> Result<Point, DateError> {
        let mut point = Point {
            year: 0,
            month: 1,
            day: 1,
            time: (0, 0, 0),
            precision: Precision::Year,
            approximate: false,
            uncertain: false,
        };
        match point.read(text) {
            Ok(()) => Ok(point),
            Err(Fault::Mistake(mistake)) => Err(mistake.in_text(text)),
            Err(Fault::Day(written)) => Err(point.impossible_day(written)),
        }
    }

    fn read<'a>(&mut self, text: &'a str) -> Result<(), Fault<'a>> {
        if text.len() > LONGEST {
            return Err(Fault::Mistake(&UNREADABLE));
        }
        let mut cursor = Cursor::new(text);
        self.qualify(&mut cursor);
        let start = cursor;
        let long = cursor.take(b'Y');
        if long {
            self.read_long_year(&mut cursor)?;
        } else {
            self.read_year(&mut cursor)?;
        }
        let year = cursor.since(start);
        self.qualify(&mut cursor);
        if cursor.is_at_end() {
            return Ok(());
        }
        if long {
            return Err(Fault::Mistake(&MORE_THAN_A_YEAR));
        }

        let month = self.next_field(&mut cursor)?;
        if let Field::Number(number, _) = month {
            self.read_month(number)?;
        }
        if cursor.is_at_end() {
            return Ok(());
        }

        let day = self.next_field(&mut cursor)?;
        if self.precision == Precision::Season {
            return Err(Fault::Mistake(&DAY_OF_SEASON));
        }
        match (month, day) {
            (_, Field::Unspecified) => {}
            (Field::Unspecified, _) => return Err(Fault::Mistake(&MASKED)),
            (Field::Number(_, month), Field::Number(number, digits)) => {
                self.day = number;
                self.precision = Precision::Day;
                if Civil::new(self.year, self.month, number).is_none() {
                    return Err(Fault::Day([year, month, digits]));
                }
                if cursor.take(b'T') {
                    self.read_time(&mut cursor)?;
                    self.qualify(&mut cursor);
                }
            }
        }
        if cursor.is_at_end() {
            Ok(())
        } else {
            Err(Fault::Mistake(&UNREADABLE))
        }
    }

    fn read_month(&mut self, number: u8) -> Result<(), &'static Mistake> {
        self.precision = match number {
            _ if self.precision != Precision::Year => return Err(&MASKED),
            1..=12 => Precision::Month,
            21..=24 => Precision::Season,
            _ => return Err(&NO_SUCH_MONTH),
        };
        self.month = number;
        Ok(())
    }

    /// Takes qualifiers (levels 1 and 2): they may stand before or after any part,
    /// and are kept for the date as a whole.
    fn qualify(&mut self, cursor: &mut Cursor<'_>) {
        while let Some(sign @ (b'?' | b'~' | b'%')) = cursor.peek() {
            self.uncertain |= sign != b'~';
            self.approximate |= sign != b'?';
            cursor.take(sign);
        }
    }

    fn next_field<'a>(&mut self, cursor: &mut Cursor<'a>) -> Result<Field<'a>, &'static Mistake> {
        if !cursor.take(b'-') {
            return Err(&UNREADABLE);
        }
        self.qualify(cursor);
        let field = cursor.field().ok_or(&UNREADABLE)?;
        self.qualify(cursor);
        Ok(field)
    }

    #[cold]
    #[inline(never)]
    fn impossible_day(&self, [year, month, day]: [&str; 3]) -> DateError {
        let length = match Civil::month_length(self.year, self.month) {
            28 => "28",
            29 => "29",
            30 => "30",
            _ => "31",
        };
        let name = MONTHS
            .get(usize::from(self.month).wrapping_sub(1))
            .copied()
            .unwrap_or(month);
        let named = [name, " ", year].concat();
        let day = day.strip_prefix('0').unwrap_or(day);
        let message = [
            "There is no ",
            day,
            " ",
            &named,
            ": ",
            &named,
            " has ",
            length,
            " days.",
        ]
        .concat();
        let fix = [
            "Write a day from 01 to ",
            length,
            ", or leave the day out: ",
            year,
            "-",
            month,
            ".",
        ]
        .concat();
        DateError {
            kind: IMPOSSIBLE,
            message,
            fix,
        }
    }
}
