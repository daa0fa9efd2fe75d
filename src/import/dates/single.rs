//! One date: its tokens sorted into year, month, day and what qualifies them.

use super::{
    Context, Note, Trouble, clock,
    edtf::Parts,
    number::{Reading, Written},
    serial,
    token::Token,
    words::{self, Sense, can_be, senses},
};

/// What the words of a date say.
#[derive(Default)]
pub(super) struct Words {
    pub(super) month: Option<u8>,
    pub(super) season: Option<u8>,
    pub(super) quarter: bool,
    pub(super) century: bool,
    pub(super) millennium: bool,
    pub(super) decade: bool,
    pub(super) bce: bool,
    pub(super) ce: bool,
    pub(super) about: bool,
    pub(super) perhaps: bool,
    pub(super) ago: bool,
    pub(super) scale: i64,
    pub(super) part: Option<String>,
    pub(super) relative: Option<i8>,
    pub(super) weekday: bool,
    /// Year, month and day where each is named after its number, as in East Asia.
    pub(super) named: [Option<i64>; 3],
    pub(super) numbers: Vec<Written>,
    /// What stands before each number since the one before.
    pub(super) marks: Vec<char>,
    /// Where the month stands among the numbers.
    pub(super) month_at: usize,
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
