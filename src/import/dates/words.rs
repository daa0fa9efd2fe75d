//! The words of dates in the major languages. A word is looked up in all of them at once:
//! none names two months, which a test holds.

use std::{collections::HashMap, sync::LazyLock};

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
pub(super) fn month(word: &str) -> Option<u8> {
    MONTH.get(word).copied()
}

/// The month that two small words name together (Arabic has such names).
pub(super) fn month_of_two(first: &str, second: &str) -> Option<u8> {
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
    let text = super::token::normalised(text);
    let text = text.trim_end_matches('.');
    match text.parse::<u8>() {
        Ok(number) => (1..=12).contains(&number).then_some(number),
        Err(_) => month(&text.replace(' ', "_")),
    }
}

/// Whether a word names a month in one of the languages.
#[must_use]
pub fn is_month(word: &str) -> bool {
    month(&super::token::normalised(word)).is_some()
}

/// What a word does to a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// Before year 1.
    Bce,
    /// Since year 1.
    Ce,
    About,
    Perhaps,
    Before,
    After,
    Since,
    Until,
    From,
    Between,
    To,
    And,
    Or,
    /// It goes on.
    Ongoing,
    /// Spring is 21, summer 22, autumn 23, winter 24.
    Season(u8),
    Century,
    Millennium,
    Decade,
    Quarter,
    /// “Early”, “mid”, “late”.
    Part,
    Weekday,
    /// A word that says nothing: “of”, “the”, “de”.
    Filler,
    /// Midday is 12, midnight 0.
    Clock(u8),
    /// Before noon is 0, after it 12.
    Half(u8),
    Day,
    Month,
    Year,
    Ago,
    Million,
    Billion,
    Thousand,
    /// The day itself, or so many days from it.
    Today(i8),
}

const SENSES: &[(Sense, &str)] = &[
    (
        Sense::Bce,
        "bc bce vchr vuz avjc avant_jc ac aev aec днэ дне пне пнэ pne nne mö قم fkr před_nl",
    ),
    (Sense::Ce, "ad ce nchr uz apjc apresjc dc нэ не ne eu م"),
    (
        Sense::About,
        "c ca circa cca about around approx approximately roughly um etwa ungefähr gegen zirka \
         vers environ env autour hacia alrededor aproximadamente aprox circa verso intorno около ок \
         примерно приблизительно близько бл приблизно прибл около około ok kolem asi hacia omkring \
         cirka rond omstreeks yaklaşık حوالي نحو تقريبا cerca",
    ),
    (
        Sense::Perhaps,
        "perhaps probably possibly maybe presumably vielleicht wahrscheinlich vermutlich möglicherweise \
         peut-être probablement quizás quizá probablemente forse probabilmente talvez provavelmente \
         możliwe prawdopodobnie возможно вероятно можливо ймовірно ربما",
    ),
    (
        Sense::Before,
        "before prior vor avant antes prima przed перед قبل до před",
    ),
    (
        Sense::After,
        "after nach après apres después despues dopo depois po после після بعد",
    ),
    (
        Sense::Since,
        "since seit depuis desde dal od с з із від منذ from_then beginning_in",
    ),
    (
        Sense::Until,
        "until till bis jusque jusqu hasta fino até do до حتى по untill",
    ),
    (Sense::From, "from von vom du de desde da dal od с з від من"),
    (
        Sense::Between,
        "between zwischen entre tra fra między между між بين",
    ),
    (
        Sense::To,
        "to through thru bis à au a hasta al tot til till do по до الى until",
    ),
    (Sense::And, "and und et y e i и і та و en og och"),
    (Sense::Or, "or oder ou o u lub или або чи او of_or"),
    (
        Sense::Ongoing,
        "present now today ongoing current date heute jetzt présent aujourd'hui aujourdhui hoy \
         presente oggi ora hoje teraz dziś dzisiaj настоящее сейчас сегодня нв зараз сьогодні дотепер \
         الان الحاضر",
    ),
    (
        Sense::Season(21),
        "spring frühling frühjahr printemps primavera wiosna wiosną весна весной весни навесні весною voorjaar vår forår الربيع",
    ),
    (
        Sense::Season(22),
        "summer sommer été ete verano estate verão verao lato latem лето летом літо влітку zomer sommar الصيف",
    ),
    (
        Sense::Season(23),
        "autumn fall herbst automne otoño otono autunno outono jesień jesienią осень осенью осінь восени herfst höst efterår الخريف",
    ),
    (
        Sense::Season(24),
        "winter hiver invierno inverno zima zimą зима зимой взимку vinter الشتاء",
    ),
    (
        Sense::Century,
        "century centuries cent jahrhundert jh jhdt siècle siecle siglo secolo século seculo wiek wieku \
         век века веке в ст століття сторіччя eeuw århundrede století قرن القرن",
    ),
    (
        Sense::Millennium,
        "millennium jahrtausend millénaire milenio тысячелетие тисячоліття",
    ),
    (
        Sense::Decade,
        "s er ies decade jahre années annees años anos годы годов гг роки років рр",
    ),
    (
        Sense::Quarter,
        "q quarter quartal trimestre kwartał квартал кварталу",
    ),
    (
        Sense::Part,
        "early mid middle late beginning start end half first second anfang mitte ende früh spät \
         début debut mi fin milieu principios mediados finales inizio metà fine início meados \
         начало начале середина середине конец конце початок початку середина середині кінець кінці \
         początek początku połowa połowie koniec końcu beginn",
    ),
    (
        Sense::Weekday,
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs \
         fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag \
         mo di mi do fr sa so lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes \
         miércoles miercoles jueves viernes sábado sabado domingo lunedì martedì mercoledì giovedì \
         venerdì domenica segunda terça quarta quinta sexta poniedziałek wtorek środa \
         czwartek piątek sobota niedziela понедельник вторник среда четверг пятница суббота \
         воскресенье понеділок вівторок середа четвер пятниця субота неділя الاثنين الثلاثاء \
         الاربعاء الخميس الجمعة السبت الاحد",
    ),
    (
        Sense::Filler,
        "of the in on at by le la les l el los las del della di den der dem des am im d den de \
         th st nd rd er re ère e ª º o a го е й я de's year anno roku rok года году год г р рік року \
         років році år يوم من سنة عام في nin kl clock uhr oclock heures the day kello date dated \
         ano año jahr circa's ten den t den's years ans dnia lat r die das der",
    ),
    (
        Sense::Clock(12),
        "noon midday mittag mittags midi mediodía mezzogiorno полдень полудень опівдні",
    ),
    (
        Sense::Clock(0),
        "midnight mitternacht minuit medianoche mezzanotte полночь опівночі північ",
    ),
    (Sense::Half(0), "am صباحا утра ранку"),
    (Sense::Half(12), "pm مساء вечера дня вечора"),
    (Sense::Day, "日 일 號 号"),
    (Sense::Month, "月 월"),
    (Sense::Year, "年 년"),
    (Sense::Ago, "ago bp before_present"),
    (Sense::Million, "million millions m mya ma mio millionen"),
    (Sense::Billion, "billion billions bya ga"),
    (Sense::Thousand, "thousand k kya ka"),
    (
        Sense::Today(0),
        "today heute aujourd'hui hoy сегодня сьогодні",
    ),
    (Sense::Today(-1), "yesterday gestern hier ayer вчера вчора"),
    (Sense::Today(1), "tomorrow morgen demain mañana завтра"),
];

static SENSE: LazyLock<HashMap<&'static str, Vec<Sense>>> = LazyLock::new(|| {
    let mut senses: HashMap<&'static str, Vec<Sense>> = HashMap::new();
    for (sense, words) in SENSES {
        for word in words.split_whitespace() {
            let senses = senses.entry(word).or_default();
            if !senses.contains(sense) {
                senses.push(*sense);
            }
        }
    }
    senses
});

/// All that a small word can do.
pub(super) fn senses(word: &str) -> &'static [Sense] {
    SENSE.get(word).map_or(&[], Vec::as_slice)
}

/// Whether a small word can have this sense.
pub(super) fn can_be(word: &str, sense: Sense) -> bool {
    senses(word).contains(&sense)
}

/// Whether a normalised text says that nobody knows the date.
pub(super) fn means_unknown(text: &str) -> bool {
    matches!(
        text.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | ' ' | '.')),
        "unknown"
            | "undated"
            | "no date"
            | "nd"
            | "n.d"
            | "n. d"
            | "date unknown"
            | "unbekannt"
            | "ohne datum"
            | "o. d"
            | "o. j"
            | "inconnu"
            | "inconnue"
            | "sans date"
            | "s. d"
            | "s.d"
            | "desconocido"
            | "desconocida"
            | "sin fecha"
            | "sconosciuto"
            | "senza data"
            | "nieznana"
            | "nieznany"
            | "bez daty"
            | "неизвестно"
            | "без даты"
            | "б. д"
            | "б.д"
            | "невідомо"
            | "без дати"
            | "غير معروف"
            | "xxxx"
            | "?"
            | "??"
            | "????"
    )
}

/// The name of the calendar, if a normalised text names one that is not read.
pub(super) fn other_calendar(text: &str) -> Option<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let known = [
        ("ah", "Islamic"),
        ("hijri", "Islamic"),
        ("ramadan", "Islamic"),
        ("muharram", "Islamic"),
        ("safar", "Islamic"),
        ("rajab", "Islamic"),
        ("shaban", "Islamic"),
        ("shawwal", "Islamic"),
        ("رمضان", "Islamic"),
        ("محرم", "Islamic"),
        ("هجري", "Islamic"),
        ("هـ", "Islamic"),
        ("ه", "Islamic"),
        ("sh", "Solar Hijri"),
        ("tishrei", "Hebrew"),
        ("nissan", "Hebrew"),
        ("令和", "Japanese eras"),
        ("平成", "Japanese eras"),
        ("昭和", "Japanese eras"),
        ("vendémiaire", "French Republican"),
        ("brumaire", "French Republican"),
        ("thermidor", "French Republican"),
        ("民國", "Minguo"),
        ("民国", "Minguo"),
    ];
    for word in words {
        for (mark, name) in known {
            // Characters of East Asia stand without blanks.
            let hit = word == mark
                || !mark.is_ascii()
                    && mark.starts_with(|c| c >= '\u{3000}')
                    && word.starts_with(mark);
            if hit {
                return Some(name.to_string());
            }
        }
    }
    None
}

/// A normalised text without the words that name the Julian calendar, and whether they were there.
pub(super) fn without_old_style(text: &str) -> (String, bool) {
    let marks = [
        "(old style)",
        "old style",
        "(o.s.)",
        "o.s.",
        "(os)",
        "(julian calendar)",
        "(julian)",
        "julian",
        "(ст. ст.)",
        "ст. ст.",
        "(старый стиль)",
        "по старому стилю",
        "за старим стилем",
        "(старого стилю)",
        "(alten stils)",
        "alten stils",
        "(a. st.)",
        "a. st.",
        "(v. st.)",
    ];
    for mark in marks {
        if let Some((before, after)) = text.split_once(mark) {
            return (format!("{before}{after}"), true);
        }
    }
    (text.to_string(), false)
}

/// Phrases of several words that are one to the reader of dates.
const PHRASES: &[(&str, &str)] = &[
    ("v. chr.", " bc "),
    ("vor christus", " bc "),
    ("v. u. z.", " bc "),
    ("n. chr.", " ad "),
    ("nach christus", " ad "),
    ("av. j.-c.", " bc "),
    ("avant j.-c.", " bc "),
    ("avant jésus-christ", " bc "),
    ("apr. j.-c.", " ad "),
    ("après j.-c.", " ad "),
    ("a. c.", " bc "),
    ("a. de c.", " bc "),
    ("d. c.", " ad "),
    ("до н. э.", " bc "),
    ("до н.э.", " bc "),
    ("до нашей эры", " bc "),
    ("до н. е.", " bc "),
    ("до н.е.", " bc "),
    ("до нашої ери", " bc "),
    ("нашої ери", " ad "),
    ("нашей эры", " ad "),
    ("p. n. e.", " bc "),
    ("p.n.e.", " bc "),
    ("przed naszą erą", " bc "),
    ("ق.م.", " bc "),
    ("ق.م", " bc "),
    ("ق م", " bc "),
    ("قبل الميلاد", " bc "),
    ("before christ", " bc "),
    ("before present", " bp "),
    ("anno domini", " ad "),
    ("present day", " present "),
    ("up to", " until "),
    ("in or before", " until "),
    ("not before", " since "),
    ("no later than", " until "),
    ("prior to", " before "),
    ("starting in", " since "),
    ("o'clock", " "),
    ("по настоящее время", " - present "),
    ("до цього часу", " - present "),
    ("н. в.", " present "),
];

/// A normalised text with its [`PHRASES`] as single words.
pub(super) fn phrased(text: &str) -> String {
    let mut text = text.to_string();
    if !text.contains(|c: char| c.is_alphabetic()) {
        return text;
    }
    for (phrase, word) in PHRASES {
        let starts = |at: usize| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            !before.is_some_and(char::is_alphabetic)
        };
        let found = text
            .match_indices(phrase)
            .map(|(at, _)| at)
            .find(|at| starts(*at));
        if let Some(at) = found {
            text.replace_range(at..at + phrase.len(), word);
        }
    }
    text
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
