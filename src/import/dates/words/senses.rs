use std::{collections::HashMap, sync::LazyLock};

/// What a word does to a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import::dates) enum Sense {
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
pub(in crate::import::dates) fn senses(word: &str) -> &'static [Sense] {
    SENSE.get(word).map_or(&[], Vec::as_slice)
}

/// Whether a small word can have this sense.
pub(in crate::import::dates) fn can_be(word: &str, sense: Sense) -> bool {
    senses(word).contains(&sense)
}
