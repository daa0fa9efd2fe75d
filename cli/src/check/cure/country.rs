//! Countries and languages by their names.

use dateline::article::{Code, spelling::nearest};
use icu_locale::names::RegionDisplayName;
use icu_locale_core::{Locale, locale};

/// What countries are called beside the names that Unicode has for them.
const CALLED: &[(&str, &str)] = &[
    ("uk", "GB"),
    ("u.k.", "GB"),
    ("great britain", "GB"),
    ("britain", "GB"),
    ("england", "GB"),
    ("scotland", "GB"),
    ("wales", "GB"),
    ("northern ireland", "GB"),
    ("usa", "US"),
    ("u.s.", "US"),
    ("u.s.a.", "US"),
    ("america", "US"),
    ("united states of america", "US"),
    ("el", "GR"),
    ("holland", "NL"),
    ("burma", "MM"),
    ("ivory coast", "CI"),
    ("czech republic", "CZ"),
    ("swaziland", "SZ"),
    ("macedonia", "MK"),
    ("turkiye", "TR"),
    ("cape verde", "CV"),
    ("east timor", "TL"),
    ("palestine", "PS"),
    ("uae", "AE"),
    ("drc", "CD"),
    ("dr congo", "CD"),
    ("russian federation", "RU"),
    ("republic of korea", "KR"),
    ("vatican", "VA"),
    ("south korea", "KR"),
    ("north korea", "KP"),
    ("syrian arab republic", "SY"),
    ("viet nam", "VN"),
];

/// Codes of three letters (ISO 3166-1 alpha-3), each with that of two.
const THREE: &str = "AFGAF ALAAX ALBAL DZADZ ASMAS ANDAD AGOAO AIAAI ATAAQ ATGAG ARGAR ARMAM ABWAW \
    AUSAU AUTAT AZEAZ BHSBS BHRBH BGDBD BRBBB BLRBY BELBE BLZBZ BENBJ BMUBM BTNBT BOLBO BESBQ \
    BIHBA BWABW BVTBV BRABR IOTIO BRNBN BGRBG BFABF BDIBI CPVCV KHMKH CMRCM CANCA CYMKY CAFCF \
    TCDTD CHLCL CHNCN CXRCX CCKCC COLCO COMKM COGCG CODCD COKCK CRICR CIVCI HRVHR CUBCU CUWCW \
    CYPCY CZECZ DNKDK DJIDJ DMADM DOMDO ECUEC EGYEG SLVSV GNQGQ ERIER ESTEE SWZSZ ETHET FLKFK \
    FROFO FJIFJ FINFI FRAFR GUFGF PYFPF ATFTF GABGA GMBGM GEOGE DEUDE GHAGH GIBGI GRCGR GRLGL \
    GRDGD GLPGP GUMGU GTMGT GGYGG GINGN GNBGW GUYGY HTIHT HMDHM VATVA HNDHN HKGHK HUNHU ISLIS \
    INDIN IDNID IRNIR IRQIQ IRLIE IMNIM ISRIL ITAIT JAMJM JPNJP JEYJE JORJO KAZKZ KENKE KIRKI \
    PRKKP KORKR KWTKW KGZKG LAOLA LVALV LBNLB LSOLS LBRLR LBYLY LIELI LTULT LUXLU MACMO MDGMG \
    MWIMW MYSMY MDVMV MLIML MLTMT MHLMH MTQMQ MRTMR MUSMU MYTYT MEXMX FSMFM MDAMD MCOMC MNGMN \
    MNEME MSRMS MARMA MOZMZ MMRMM NAMNA NRUNR NPLNP NLDNL NCLNC NZLNZ NICNI NERNE NGANG NIUNU \
    NFKNF MKDMK MNPMP NORNO OMNOM PAKPK PLWPW PSEPS PANPA PNGPG PRYPY PERPE PHLPH PCNPN POLPL \
    PRTPT PRIPR QATQA REURE ROURO RUSRU RWARW BLMBL SHNSH KNAKN LCALC MAFMF SPMPM VCTVC WSMWS \
    SMRSM STPST SAUSA SENSN SRBRS SYCSC SLESL SGPSG SXMSX SVKSK SVNSI SLBSB SOMSO ZAFZA SGSGS \
    SSDSS ESPES LKALK SDNSD SURSR SJMSJ SWESE CHECH SYRSY TWNTW TJKTJ TZATZ THATH TLSTL TGOTG \
    TKLTK TONTO TTOTT TUNTN TURTR TKMTM TCATC TUVTV UGAUG UKRUA AREAE GBRGB USAUS UMIUM URYUY \
    UZBUZ VUTVU VENVE VNMVN VGBVG VIRVI WLFWF ESHEH YEMYE ZMBZM ZWEZW";

/// Languages by their English names, with their codes.
const LANGUAGES: &[(&str, &str)] = &[
    ("albanian", "sq"),
    ("arabic", "ar"),
    ("armenian", "hy"),
    ("azerbaijani", "az"),
    ("basque", "eu"),
    ("belarusian", "be"),
    ("bengali", "bn"),
    ("bosnian", "bs"),
    ("brazilian", "pt-BR"),
    ("bulgarian", "bg"),
    ("burmese", "my"),
    ("catalan", "ca"),
    ("chinese", "zh"),
    ("croatian", "hr"),
    ("czech", "cs"),
    ("danish", "da"),
    ("dutch", "nl"),
    ("english", "en"),
    ("estonian", "et"),
    ("farsi", "fa"),
    ("finnish", "fi"),
    ("french", "fr"),
    ("georgian", "ka"),
    ("german", "de"),
    ("greek", "el"),
    ("hebrew", "he"),
    ("hindi", "hi"),
    ("hungarian", "hu"),
    ("icelandic", "is"),
    ("indonesian", "id"),
    ("irish", "ga"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("kazakh", "kk"),
    ("korean", "ko"),
    ("kurdish", "ku"),
    ("latvian", "lv"),
    ("lithuanian", "lt"),
    ("macedonian", "mk"),
    ("malay", "ms"),
    ("maltese", "mt"),
    ("mandarin", "zh"),
    ("norwegian", "no"),
    ("pashto", "ps"),
    ("persian", "fa"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("romanian", "ro"),
    ("russian", "ru"),
    ("serbian", "sr"),
    ("slovak", "sk"),
    ("slovenian", "sl"),
    ("somali", "so"),
    ("sorani", "ckb"),
    ("spanish", "es"),
    ("swahili", "sw"),
    ("swedish", "sv"),
    ("tamil", "ta"),
    ("thai", "th"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
    ("urdu", "ur"),
    ("uzbek", "uz"),
    ("vietnamese", "vi"),
    ("welsh", "cy"),
    ("deutsch", "de"),
    ("français", "fr"),
    ("español", "es"),
    ("українська", "uk"),
    ("русский", "ru"),
    ("العربية", "ar"),
];

/// The code of a country that is called so, in English or in `language`.
pub fn code(name: &str, language: &str) -> Option<String> {
    let name = name.trim();
    let lower = name.to_lowercase();
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    if let Some((_, code)) = CALLED.iter().find(|(called, _)| *called == lower) {
        return Some((*code).to_owned());
    }
    let upper = name.to_uppercase();
    if Code::new(&upper).is_some() {
        return Some(upper);
    }
    let three = THREE
        .split_whitespace()
        .find_map(|both| both.strip_prefix(&*upper));
    if let Some(two) = three.filter(|two| two.len() == 2) {
        return Some(two.to_owned());
    }
    let letters = || 'A'..='Z';
    let mut codes =
        letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
    codes.find(|code| {
        let names = ["en", language]
            .into_iter()
            .filter_map(|language| named(code, language));
        Code::new(code).is_some()
            && names.into_iter().any(|name| {
                let name = name.to_lowercase();
                // “Myanmar (Burma)” is either.
                name == lower || name.split(['(', ')']).any(|part| part.trim() == lower)
            })
    })
}

/// A country's name in a language.
pub fn named(code: &str, language: &str) -> Option<String> {
    let locale: Locale = language.parse().unwrap_or(locale!("en"));
    let name = RegionDisplayName::try_new_light((&locale).into(), code.parse().ok()?);
    Some(name.ok()?.to_string())
}

/// The tag of a language that is called so.
pub fn language(name: &str) -> Option<String> {
    let lower = name.trim().to_lowercase();
    let exact = LANGUAGES.iter().find(|(called, _)| *called == lower);
    let near = || {
        let names = LANGUAGES.iter().map(|(called, _)| *called);
        let near = nearest(&lower, names)?;
        LANGUAGES.iter().find(|(called, _)| *called == near)
    };
    let (_, tag) = exact.or_else(near)?;
    Some((*tag).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_what_they_are_called() {
        for (name, expected) in [
            ("UK", "GB"),
            ("USA", "US"),
            ("United States", "US"),
            ("the United States", "US"),
            ("ukr", "UA"),
            ("Ukraine", "UA"),
            ("ua", "UA"),
            ("Myanmar", "MM"),
            ("Burma", "MM"),
            ("Côte d’Ivoire", "CI"),
        ] {
            assert_eq!(code(name, "en").as_deref(), Some(expected), "{name}");
        }
        assert_eq!(code("Німеччина", "uk").as_deref(), Some("DE"));
        assert_eq!(code("Atlantis", "en"), None);
        assert_eq!(language("english").as_deref(), Some("en"));
    }

    #[test]
    fn codes_of_three_letters_have_one_of_two() {
        for both in THREE.split_whitespace() {
            let (_, two) = both.split_at(3);
            assert!(Code::new(two).is_some(), "{both}");
        }
        assert_eq!(THREE.split_whitespace().count(), 249);
    }
}
