use std::fmt;

/// The officially assigned codes of ISO 3166-1 alpha-2, two letters each, and three that every
/// browser has names for: `EU` and `UN`, which the standard reserves, and `XK`, on which all
/// users agree. Sorted. Other codes that users assign mean what each user agrees on.
const ASSIGNED: &str = "\
    ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBT\
    BVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEH\
    ERESETEUFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHT\
    HUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLS\
    LTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNI\
    NLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESG\
    SHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUG\
    UMUNUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

/// The code of a country, by ISO 3166-1 alpha-2, or of the European Union or the United Nations:
/// two capital letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; 2]);

impl Code {
    /// All of them, in alphabetical order.
    pub fn all() -> impl Iterator<Item = Code> {
        let (codes, _) = ASSIGNED.as_bytes().as_chunks::<2>();
        codes.iter().copied().map(Code)
    }

    /// The assigned code that `text` is, if it is one. Case matters: codes are capitals.
    ///
    /// ```
    /// use dateline::article::Code;
    /// assert!(Code::new("UA").is_some());
    /// assert!(Code::new("ua").is_none());
    /// assert!(Code::new("XX").is_none());
    /// ```
    #[must_use]
    pub fn new(text: &str) -> Option<Code> {
        let code: [u8; 2] = text.as_bytes().try_into().ok()?;
        let (assigned, _) = ASSIGNED.as_bytes().as_chunks::<2>();
        assigned.binary_search(&code).ok().map(|_| Code(code))
    }

    /// Whether it is a country's, and not that of a union of countries.
    #[must_use]
    pub fn is_country(self) -> bool {
        !matches!(&self.0, b"EU" | b"UN")
    }

    /// The two letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Both bytes are ASCII capitals by construction.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_the_249_of_the_standard_and_three_more_in_order() {
        let (pairs, rest) = ASSIGNED.as_bytes().as_chunks::<2>();
        assert_eq!((pairs.len(), rest.len()), (252, 0));
        assert!(pairs.is_sorted_by(|a, b| a < b));
        assert!(ASSIGNED.bytes().all(|byte| byte.is_ascii_uppercase()));
    }

    #[test]
    fn every_code_is_found_and_nothing_near_it() {
        let mut found = 0;
        for a in b'A'..=b'Z' {
            for b in b'A'..=b'Z' {
                let text = String::from_utf8(vec![a, b]).unwrap_or_default();
                if let Some(code) = Code::new(&text) {
                    assert_eq!(code.as_str(), text);
                    found += 1;
                }
                assert_eq!(Code::new(&text.to_lowercase()), None);
            }
        }
        assert_eq!(found, 252);
        for text in ["", "U", "UAA", "XX", "UK", "AN", "Ü", "ÜA"] {
            assert_eq!(Code::new(text), None, "{text}");
        }
    }
}
