//! What a date that is none was meant to be: the codes for it.

use dateline::article::Date;

use super::months::{month, season};

/// The codes that a text may have meant, the likelier first; nothing where none is likely.
pub fn readings(text: &str) -> Vec<String> {
    let text = plain(text);
    let mut readings = read(&text);
    readings.retain(|code| Date::parse(code).is_ok());
    readings.dedup();
    readings
}

/// Small letters, single blanks, hyphens for all dashes, no thousandths of a second.
fn plain(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| match c {
            '–' | '—' | '‐' | '‑' | '−' => '-',
            '’' => '\'',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").trim_end_matches(['.', ',']).to_lowercase()
}

fn read(text: &str) -> Vec<String> {
    if let Some(doubted) = doubted(text) {
        return doubted;
    }
    for read in [bound, range, one] {
        let readings = read(text);
        if !readings.is_empty() {
            return readings;
        }
    }
    Vec::new()
}

/// “c. 2012”, “perhaps 2012”, “2012 (?)”.
fn doubted(text: &str) -> Option<Vec<String>> {
    const ABOUT: [&str; 10] = [
        "circa ",
        "about ",
        "around ",
        "approximately ",
        "approx. ",
        "approx ",
        "ca. ",
        "ca ",
        "c. ",
        "c ",
    ];
    const PERHAPS: [&str; 4] = ["perhaps ", "possibly ", "probably ", "maybe "];
    const DOUBT: [&str; 3] = [" (?)", " ?", "(?)"];
    let with = |rest: &str, sign: &str| {
        let codes = one(rest).into_iter();
        let codes: Vec<String> = codes.map(|code| code + sign).collect();
        (!codes.is_empty()).then_some(codes)
    };
    let about = ABOUT.iter().find_map(|word| text.strip_prefix(word));
    let about = about.or_else(|| text.strip_prefix('~'));
    let about = about.or_else(|| {
        text.strip_prefix('c')
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    if let Some(rest) = about {
        return with(rest, "~");
    }
    if let Some(rest) = PERHAPS.iter().find_map(|word| text.strip_prefix(word)) {
        return with(rest, "?");
    }
    let rest = DOUBT.iter().find_map(|sign| text.strip_suffix(sign))?;
    with(rest, "?")
}

/// “before 2001”, “since May 2001”, “2001/present”.
fn bound(text: &str) -> Vec<String> {
    let all = |rest: &str, form: &dyn Fn(&str) -> String| -> Vec<String> {
        one(rest).iter().map(|code| form(code)).collect()
    };
    let after = |words: &[&str]| words.iter().find_map(|word| text.strip_prefix(word));
    if let Some(rest) = after(&["before "]) {
        // Of a year the last day before it is in the year before.
        return all(rest, &|code| format!("[..{}]", step(code, -1)));
    }
    if let Some(rest) = after(&["after ", "later than "]) {
        return all(rest, &|code| format!("[{}..]", step(code, 1)));
    }
    if let Some(rest) = after(&["by ", "no later than ", "not later than "]) {
        return all(rest, &|code| format!("[..{code}]"));
    }
    if let Some(rest) = after(&["until ", "till ", "up to ", "to "]) {
        return all(rest, &|code| format!("../{code}"));
    }
    let ongoing = [
        "/present",
        "/now",
        "/today",
        "/ongoing",
        "/...",
        "/-",
        " - present",
        " - now",
        " - today",
        "-present",
        "-now",
        " to present",
        " to the present",
        " until now",
        " to date",
        " -",
        "-",
        " onwards",
        " onward",
        "/",
    ];
    if let Some(rest) = after(&["since ", "from "])
        && !rest.contains(" to ")
        && !rest.contains(" - ")
    {
        return all(rest, &|code| format!("{code}/.."));
    }
    for end in ongoing {
        if let Some(rest) = text.strip_suffix(end)
            && text != rest
        {
            let readings = all(rest, &|code| format!("{code}/.."));
            if !readings.is_empty() {
                return readings;
            }
        }
    }
    Vec::new()
}

/// The day, month or year before or after.
fn step(code: &str, by: i64) -> String {
    let Some(days) = Date::parse(code).ok().and_then(|date| date.days()) else {
        return code.to_owned();
    };
    let day = if by < 0 {
        days.0.add_days(-1)
    } else {
        days.1.next_day()
    };
    let (year, month, day) = (day.year, day.month, day.day);
    match code.matches('-').count() {
        0 => format!("{year:04}"),
        1 => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// “2017-04-06 - 2017-04-07”, “from 2001 to 2005”, “6-27 April 1991”.
fn range(text: &str) -> Vec<String> {
    if let Some(rest) = text.strip_prefix("between ")
        && let Some((from, to)) = rest.split_once(" and ")
    {
        return pairs(from, to, &|from, to| format!("[{from}..{to}]"));
    }
    let text = text.strip_prefix("from ").unwrap_or(text);
    for sign in [
        " - ",
        " to ",
        " until ",
        " through ",
        " / ",
        "/",
        " -",
        "- ",
    ] {
        if let Some((from, to)) = text.split_once(sign) {
            let codes = pairs(from, to, &|from, to| format!("{from}/{to}"));
            if !codes.is_empty() {
                return codes;
            }
        }
    }
    // 6-27 April; 2001-2005; April-May 1991. Not a date with hyphens of its own.
    let Some((from, to)) = text.split_once('-').filter(|(_, to)| !to.contains('-')) else {
        return Vec::new();
    };
    let is_year = |text: &str| text.len() == 4 && number(text).is_some();
    if is_year(from) && to.len() < 3 && number(to).is_some() {
        return Vec::new();
    }
    pairs(from, to, &|from, to| format!("{from}/{to}"))
}

/// Two dates, of which the first may leave to the second what they share.
fn pairs(from: &str, to: &str, form: &dyn Fn(&str, &str) -> String) -> Vec<String> {
    let (from, to) = (from.trim(), to.trim());
    let ends = one(to);
    let [end] = ends.as_slice() else {
        return Vec::new();
    };
    let starts = one(from);
    if let [start] = starts.as_slice() {
        return vec![form(start, end)];
    }
    // 6 – 27 April 1991; April 6 – 27, 1991; April – May 1991.
    let words: Vec<&str> = to.split(' ').collect();
    for skip in 0..words.len() {
        let shared = words.get(skip..).unwrap_or_default().join(" ");
        let whole = [from, &shared].join(" ");
        if let [start] = one(&whole).as_slice() {
            return vec![form(start, end)];
        }
    }
    Vec::new()
}

/// A single date.
fn one(text: &str) -> Vec<String> {
    let text = text.trim().trim_end_matches(['.', ',']);
    let upper = text.to_uppercase();
    if Date::parse(&upper).is_ok() {
        return vec![upper];
    }
    for read in [masked, long_ago, of_a_year, with_time, in_figures, in_words] {
        let readings = read(text);
        if !readings.is_empty() {
            return readings;
        }
    }
    Vec::new()
}

/// “1990s”, “19??”, “19th century”.
fn masked(text: &str) -> Vec<String> {
    let text = text.strip_prefix("the ").unwrap_or(text);
    let decade = ["'s", "s"].iter().find_map(|end| text.strip_suffix(end));
    if let Some(decade) = decade.filter(|decade| decade.len() == 4 && number(decade).is_some()) {
        return match decade.strip_suffix('0') {
            Some(digits) => vec![format!("{digits}X")],
            None => Vec::new(),
        };
    }
    if text.len() == 4 && text.contains('?') {
        let masked = text.replace('?', "X").to_uppercase();
        return vec![masked];
    }
    let century = text
        .strip_suffix(" century")
        .or_else(|| text.strip_suffix(" c"));
    let century = century
        .and_then(ordinal)
        .filter(|century| (2..=30).contains(century));
    century
        .map(|century| format!("{:02}XX", century - 1))
        .into_iter()
        .collect()
}

/// “44 BC”, “AD 476”, “65 million years ago”.
fn long_ago(text: &str) -> Vec<String> {
    for (unit, zeros) in [(" million years ago", 6), (" billion years ago", 9)] {
        if let Some(count) = text.strip_suffix(unit).and_then(number) {
            return vec![format!("Y-{count}E{zeros}")];
        }
    }
    let before = [" bce", " bc", " b.c.", " b.c", " b.c.e."];
    if let Some(rest) = before.iter().find_map(|era| text.strip_suffix(era)) {
        if let Some(year) = number(rest).filter(|year| (1..=9_999).contains(year)) {
            return vec![if year == 1 {
                "0000".into()
            } else {
                format!("-{:04}", year - 1)
            }];
        }
        // 15 March 44 BC: the year is the last word.
        let (day, year) = rest.rsplit_once(' ').unwrap_or_default();
        let year = number(year).filter(|year| (2..=9_999).contains(year));
        let Some(year) = year else {
            return Vec::new();
        };
        let codes = one(&format!("{day} 2000")).into_iter();
        let codes = codes
            .filter_map(|code| Some(format!("-{:04}{}", year - 1, code.strip_prefix("2000")?)));
        return codes.collect();
    }
    let ours = [" ce", " ad", " a.d."]
        .iter()
        .find_map(|era| text.strip_suffix(era));
    let ours = ours.or_else(|| text.strip_prefix("ad "));
    let year = ours
        .and_then(number)
        .filter(|year| (1..=9_999).contains(year));
    year.map(|year| format!("{year:04}")).into_iter().collect()
}

/// “summer 2001”, “2001-Q3”, “first half of 2001”.
fn of_a_year(text: &str) -> Vec<String> {
    let words: Vec<&str> = text
        .split([' ', '-', '/', ','])
        .filter(|word| !matches!(*word, "" | "of" | "the" | "in"))
        .collect();
    let year = |text: &str| number(text).filter(|_| text.len() == 4);
    let code = |year: i64, code: i64| vec![format!("{year:04}-{code}")];
    match words.as_slice() {
        [part, digits] | [digits, part] if year(digits).is_some() && year(part).is_none() => {
            let year = year(digits).unwrap_or_default();
            if let Some(season) = season(part) {
                return code(year, season);
            }
            let (first, rest) = part.split_at_checked(1).unwrap_or_default();
            match (first, number(rest)) {
                ("q", Some(quarter @ 1..=4)) => code(year, 32 + quarter),
                ("h", Some(half @ 1..=2)) => code(year, 39 + half),
                _ => Vec::new(),
            }
        }
        [count, unit, digits] => {
            let (Some(year), Some(count)) = (year(digits), ordinal(count)) else {
                return Vec::new();
            };
            match (*unit, count) {
                ("quarter", 1..=4) => code(year, 32 + count),
                ("half", 1..=2) => code(year, 39 + count),
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

/// `2018-08-23 14:05`, `2018-08-23T14:05:00.000Z`, `2018-08-23T14:05+0200`.
fn with_time(text: &str) -> Vec<String> {
    let Some((date, time)) = text
        .split_once(['t', ' '])
        .filter(|(_, time)| time.contains(':'))
    else {
        return Vec::new();
    };
    let at = time.find(['z', '+', '-', ' ']).unwrap_or(time.len());
    let (clock, zone) = time.split_at_checked(at).unwrap_or_default();
    let clock = clock.split(['.', ',']).next().unwrap_or_default();
    let clock = match clock.split_once(':') {
        Some((hour, _)) if hour.len() == 1 => format!("0{clock}"),
        _ => clock.to_owned(),
    };
    let zone = zone.trim().to_uppercase();
    let zone = match zone.as_str() {
        "UTC" | "GMT" => "Z".to_owned(),
        // +0200
        zone if zone.len() == 5 && !zone.contains(':') => {
            let (hours, minutes) = zone.split_at_checked(3).unwrap_or_default();
            format!("{hours}:{minutes}")
        }
        zone => zone.to_owned(),
    };
    let dates = one(date).into_iter();
    dates.map(|date| format!("{date}T{clock}{zone}")).collect()
}

/// `2018-8-23`, `2011/09/03`, `3.9.2011`, `08/23/2018`, `20180823`.
fn in_figures(text: &str) -> Vec<String> {
    if text.len() == 8 && number(text).is_some() {
        let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
        return vec![format!("{}-{}-{}", part(0, 4), part(4, 6), part(6, 8))];
    }
    let sign = text.chars().find(|c| matches!(c, '-' | '/' | '.'));
    let Some(sign) = sign else {
        return Vec::new();
    };
    let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
    let numbers: Option<Vec<i64>> = parts.iter().map(|part| number(part)).collect();
    let is_year = |at: usize| parts.get(at).is_some_and(|part| part.len() == 4);
    let day = |year: i64, month: i64, day: i64| format!("{year:04}-{month:02}-{day:02}");
    match numbers.as_deref() {
        Some([year, month, number]) if is_year(0) => vec![day(*year, *month, *number)],
        Some([first, second, year]) if is_year(2) => {
            let (european, american) = (day(*year, *second, *first), day(*year, *first, *second));
            match sign {
                // Points mostly stand between day, month and year.
                '.' => vec![european, american],
                _ => vec![american, european],
            }
        }
        Some([year, month]) if is_year(0) => vec![format!("{year:04}-{month:02}")],
        Some([month, year]) if is_year(1) => vec![format!("{year:04}-{month:02}")],
        _ => Vec::new(),
    }
}

/// “23 August 2018”, “August 23rd, 2018”, “1st of May 2012”, “September 2011”.
fn in_words(text: &str) -> Vec<String> {
    let words: Vec<&str> = text
        .split([' ', ',', '.', '-', '/'])
        .filter(|word| !matches!(*word, "" | "of" | "the" | "on" | "in" | "de" | "року" | "р"))
        .collect();
    // The name of a weekday says nothing that the day does not.
    let words = match words.split_first() {
        Some((first, rest)) if is_weekday(first) => rest,
        _ => &words,
    };
    let year = |text: &str| number(text).filter(|_| text.len() == 4);
    let code = |year: i64, month: i64, day: Option<i64>| match day {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    };
    let found = match words {
        [a, b] => {
            let of = |name: &str, digits: &str| Some(code(year(digits)?, month(name)?, None));
            of(a, b).or_else(|| of(b, a))
        }
        [a, b, digits] | [digits, a, b] if year(digits).is_some() => (|| {
            let (name, day) = match month(a) {
                Some(name) => (name, b),
                None => (month(b)?, a),
            };
            Some(code(year(digits)?, name, Some(ordinal(day)?)))
        })(),
        _ => None,
    };
    found.into_iter().collect()
}

/// “Thursday”, “Thu”.
fn is_weekday(word: &str) -> bool {
    const SHORT: &str = " mon tue tues wed thu thur thurs fri sat sun ";
    word.ends_with("day") || SHORT.contains(&format!(" {word} "))
}

/// A whole number.
fn number(text: &str) -> Option<i64> {
    let is_digits =
        !text.is_empty() && text.len() < 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_digits)
}

/// “3rd”, “third”, “3”, “last”.
fn ordinal(text: &str) -> Option<i64> {
    let words = ["first", "second", "third", "fourth"];
    if let Some(at) = words.iter().position(|word| *word == text) {
        return i64::try_from(at + 1).ok();
    }
    let endings = ["st", "nd", "rd", "th"];
    let digits = endings.iter().find_map(|end| text.strip_suffix(end));
    number(digits.unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_found() {
        for (text, codes) in [
            ("September 2011", &["2011-09"][..]),
            ("1st of May 2012", &["2012-05-01"]),
            ("2011/09/03", &["2011-09-03"]),
            ("3.9.2011", &["2011-09-03", "2011-03-09"]),
            ("23.9.2011", &["2011-09-23"]),
            ("08/23/2018", &["2018-08-23"]),
            ("03/09/2018", &["2018-03-09", "2018-09-03"]),
            ("23 August 2018", &["2018-08-23"]),
            ("August 23, 2018", &["2018-08-23"]),
            ("Thursday, 23 August 2018", &["2018-08-23"]),
            ("Thu 23 Aug 2018", &["2018-08-23"]),
            ("Aug. 23rd 2018", &["2018-08-23"]),
            ("c. 2012", &["2012~"]),
            ("circa May 2012", &["2012-05~"]),
            ("2012 (?)", &["2012?"]),
            ("summer 2001", &["2001-22"]),
            ("Fall of 2001", &["2001-23"]),
            ("before 2001", &["[..2000]"]),
            ("before March 2001", &["[..2001-02]"]),
            ("after 24 February 2022", &["[2022-02-25..]"]),
            ("since February 2021", &["2021-02/.."]),
            ("until 1983", &["../1983"]),
            ("2018-8-23", &["2018-08-23"]),
            ("2018-8", &["2018-08"]),
            ("8/2018", &["2018-08"]),
            ("20180823", &["2018-08-23"]),
            ("1990s", &["199X"]),
            ("the 1990's", &["199X"]),
            ("19th century", &["18XX"]),
            ("199?", &["199X"]),
            ("199x", &["199X"]),
            ("2001-Q3", &["2001-35"]),
            ("Q3 2001", &["2001-35"]),
            ("third quarter of 2001", &["2001-35"]),
            ("H2 2001", &["2001-41"]),
            ("first half of 2001", &["2001-40"]),
            ("2017-04-06 - 2017-04-07", &["2017-04-06/2017-04-07"]),
            ("2017-04-06 – 2017-04-07", &["2017-04-06/2017-04-07"]),
            ("2001/present", &["2001/.."]),
            ("2001 – present", &["2001/.."]),
            ("2001-", &["2001/.."]),
            ("2001–2005", &["2001/2005"]),
            ("from 2001 to 2005", &["2001/2005"]),
            ("6–27 April 1991", &["1991-04-06/1991-04-27"]),
            ("April – May 1991", &["1991-04/1991-05"]),
            ("between 6 and 27 April 1991", &["[1991-04-06..1991-04-27]"]),
            ("2018–08–23", &["2018-08-23"]),
            ("2018-08-23 14:05", &["2018-08-23T14:05"]),
            ("2018-08-23T14:05:00.000Z", &["2018-08-23T14:05:00Z"]),
            ("2018-08-23T14:05+0200", &["2018-08-23T14:05+02:00"]),
            ("2018-08-23 9:05 GMT", &["2018-08-23T09:05Z"]),
            ("44 BC", &["-0043"]),
            ("15 March 44 BCE", &["-0043-03-15"]),
            ("AD 476", &["0476"]),
            ("65 million years ago", &["Y-65E6"]),
            ("24 лютого 2022 року", &["2022-02-24"]),
            ("24 فبراير 2022", &["2022-02-24"]),
        ] {
            assert_eq!(readings(text), codes, "{text}");
        }
    }

    #[test]
    fn what_may_mean_anything_has_no_cure() {
        for text in [
            "",
            "Monday",
            "soon",
            "31 February 2022",
            "2022-13-45",
            "99/99/2018",
            "May",
            "the war",
        ] {
            assert_eq!(readings(text), [""; 0], "{text}");
        }
    }
}
