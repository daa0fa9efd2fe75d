//! Values of another type than the field's.

use dateline::article::{Date, Mistake, Problem, Value};

use super::{Remedy, Sure, date};

/// What a value of the wrong type was meant to be.
pub fn meant(at: &Value, problem: &Problem) -> Option<Remedy> {
    let certain = |value| Some(Remedy::Values(vec![value], Sure::Certainly));
    match (problem.mistake, at) {
        (Mistake::NotDate, Value::Number(_)) => {
            let code = four_digits(at)?;
            certain(Value::String(code))
        }
        (Mistake::NotDate, Value::Object(_)) => certain(Value::String(of_parts(at)?)),
        (Mistake::NotText, Value::Number(number)) => certain(Value::String(number.to_string())),
        (Mistake::NotText, Value::Array(items)) => match items.as_slice() {
            [Value::String(text)] => certain(Value::String(text.clone())),
            _ => None,
        },
        (Mistake::NotList, Value::String(_)) => certain(Value::Array(vec![at.clone()])),
        (Mistake::NotFlag, Value::String(text)) => match text.to_lowercase().as_str() {
            "true" | "yes" => certain(Value::Bool(true)),
            "false" | "no" => certain(Value::Bool(false)),
            _ => None,
        },
        (Mistake::NotAmount, Value::String(text)) => {
            // 1,419 and 1 419; 1.419 may be either.
            let plain: String = text
                .chars()
                .filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}'))
                .collect();
            let is_number = plain.bytes().all(|byte| byte.is_ascii_digit()) && !plain.is_empty();
            let number = plain.parse().ok().filter(|_| is_number)?;
            certain(Value::Number(number))
        }
        _ => None,
    }
}

/// A year that is written as a number.
fn four_digits(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) if (1_000.0..=9_999.0).contains(number) && number.fract() == 0.0 => {
            Some(number.to_string())
        }
        _ => None,
    }
}

/// `{"year": "1997", "month": "6"}` as other timelines write dates; also with a start and an
/// end.
pub fn of_parts(value: &Value) -> Option<String> {
    let (start, end) = (value.member("start"), value.member("end"));
    if !start.is_null() {
        let edge = |value: &Value| match value {
            Value::String(text) => match date::readings(text).as_slice() {
                [code] => Some(code.clone()),
                _ => None,
            },
            value => four_digits(value).or_else(|| of_parts(value)),
        };
        let end = if end.is_null() {
            "..".to_owned()
        } else {
            edge(end)?
        };
        return Some(format!("{}/{end}", edge(start)?));
    }
    let number = |name: &str| match value.member(name) {
        Value::Number(number) if number.fract() == 0.0 => Some(*number as i64),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    let mut code = format!(
        "{:04}",
        number("year").filter(|year| (0..=9_999).contains(year))?
    );
    for name in ["month", "day"] {
        match number(name) {
            Some(part) => code += &format!("-{part:02}"),
            None => break,
        }
    }
    Date::parse(&code).ok().map(|_| code)
}
