use std::{collections::HashMap, sync::LazyLock};

use crate::import::dates::token::normalised;

/// The names of the months, a line a month, abbreviations and cases among them.
const MONTHS: [&str; 12] = [
    "january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari styczeń \
     stycznia sty leden ledna led січень січня січні січ январь января янв ocak oca يناير جانفي \
     كانون_الثاني ianuarie ιανουαρίου ינואר január января́",
    "february feb febr februar feber février fevrier févr fevr febrero febbraio fevereiro fev \
     februari luty lutego lut únor února úno лютий лютого лютому лют февраль февраля фев февр \
     şubat subat şub فبراير شباط فيفري februarie φεβρουαρίου פברואר február",
    "march mar märz maerz mrz mär mars marzo março marco maart mrt marts marzec marca marcu březen \
     března bře березень березня березні бер март марта мар mart مارس اذار martie μαρτίου מרץ \
     marec",
    "april apr avril avr abril abr aprile aprilis kwiecień kwietnia kwi duben dubna dub квітень \
     квітня квітні квіт кві апрель апреля апр nisan nis ابريل نيسان افريل aprilie απριλίου אפריל \
     apríl",
    "may mai maj maja mayo maggio mag maio mei maja květen května kvě травень травня травні трав тра \
     май мая mayıs mayis مايو ماي ايار μαΐου מאי máj mája",
    "june jun juni juin junio giugno giu junho czerwiec czerwca cze červen června čvn червень \
     червня червні черв чер июнь июня июн haziran haz يونيو حزيران جوان iunie ιουνίου יוני jún \
     júna",
    "july jul juli juillet juil julio luglio lug julho lipiec lipca lip červenec července čvc \
     липень липня липні лип июль июля июл temmuz tem يوليو تموز جويلية iulie ιουλίου יולי júl \
     júla",
    "august aug août aout agosto ago augustus augusti sierpień sierpnia sie srpen srpna srp \
     серпень серпня серпні серп сер август августа авг ağustos agustos ağu اغسطس اب اوت \
     αυγούστου אוגוסט augusta",
    "september sept sep septembre septiembre setiembre settembre setembro wrzesień września wrz \
     září zář вересень вересня вересні вер сентябрь сентября сен сент eylül eylul eyl سبتمبر \
     ايلول septembrie σεπτεμβρίου ספטמבר septembra set",
    "october oct oktober okt octobre octubre ottobre ott outubro out październik października \
     paź říjen října říj жовтень жовтня жовтні жовт жов октябрь октября окт ekim eki اكتوبر \
     تشرين_الاول octombrie οκτωβρίου אוקטובר október októbra",
    "november nov novembre noviembre novembro listopad listopada listopadu lis листопад \
     листопада листопаді лист лис ноябрь ноября ноя нояб kasım kasim kas نوفمبر تشرين_الثاني \
     noiembrie νοεμβρίου נובמבר novembra",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudzień \
     grudnia gru prosinec prosince pro грудень грудня грудні груд гру декабрь декабря дек aralık \
     aralik ara ديسمبر كانون_الاول decembrie δεκεμβρίου דצמבר decembra",
];

static MONTH: LazyLock<HashMap<&'static str, u8>> = LazyLock::new(|| {
    let lines = MONTHS.iter().zip(1..);
    lines
        .flat_map(|(line, month)| line.split_whitespace().map(move |word| (word, month)))
        .collect()
});

/// The month that a small word names, 1 to 12.
pub(in crate::import::dates) fn month(word: &str) -> Option<u8> {
    MONTH.get(word).copied()
}

/// The month that two small words name together (Arabic has such names).
pub(in crate::import::dates) fn month_of_two(first: &str, second: &str) -> Option<u8> {
    let first_letter = first.chars().next()?;
    // Only those of the Levant have two words.
    matches!(first_letter, 'ك' | 'ت').then(|| month(&format!("{first}_{second}")))?
}

/// The month of a cell that holds nothing else: a number or a name.
#[must_use]
pub fn month_number(text: &str) -> Option<u8> {
    if let Ok(number) = text.trim().parse::<u8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let text = normalised(text);
    let text = text.trim_end_matches('.');
    match text.parse::<u8>() {
        Ok(number) => (1..=12).contains(&number).then_some(number),
        Err(_) => month(&text.replace(' ', "_")),
    }
}

/// Whether a word names a month in one of the languages.
#[must_use]
pub fn is_month(word: &str) -> bool {
    month(&normalised(word)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_names_two_months() {
        let mut seen: HashMap<&str, u8> = HashMap::new();
        for (line, month) in MONTHS.iter().zip(1..) {
            for word in line.split_whitespace() {
                let before = seen.insert(word, month);
                assert!(
                    before.is_none_or(|other| other == month),
                    "{word}: {before:?} and {month}"
                );
            }
        }
    }

    #[test]
    fn a_month_is_found_by_number_and_by_name() {
        for (text, month) in [
            ("3", Some(3)),
            ("03", Some(3)),
            ("13", None),
            ("0", None),
            ("March", Some(3)),
            ("Sept.", Some(9)),
            ("лютого", Some(2)),
            ("تشرين الثاني", Some(11)),
            ("Mayıs", Some(5)),
            ("Foo", None),
        ] {
            assert_eq!(month_number(text), month, "{text}");
        }
    }
}
