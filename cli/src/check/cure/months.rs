//! Months and seasons by their names.

/// The month that a word names, 1 to 12, in English, Ukrainian and Arabic.
pub fn month(word: &str) -> Option<i64> {
    const ENGLISH: &str = "jan feb mar apr may jun jul aug sep oct nov dec";
    const WHOLE: &str =
        "january february march april may june july august september october november december";
    const UKRAINIAN: &str = "січ лют берез квіт трав черв лип серп верес жовт листопад груд";
    const ARABIC: &str =
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر";
    let place = |is: &dyn Fn(usize, &str) -> bool, names: &str| {
        let at = names
            .split(' ')
            .enumerate()
            .position(|(at, name)| is(at, name))?;
        i64::try_from(at + 1).ok()
    };
    if word == "sept" {
        return Some(9);
    }
    place(&|_, name| name == word, WHOLE)
        .or_else(|| place(&|_, name| name == word, ENGLISH))
        .or_else(|| place(&|_, name| name == word, ARABIC))
        .or_else(|| place(&|_, name| word.starts_with(name), UKRAINIAN))
}

/// The code of the season that a word names.
pub fn season(word: &str) -> Option<i64> {
    match word {
        "spring" => Some(21),
        "summer" => Some(22),
        "autumn" | "fall" => Some(23),
        "winter" => Some(24),
        _ => None,
    }
}
