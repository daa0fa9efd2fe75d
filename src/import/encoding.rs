//! Bytes to text. UTF-8 and UTF-16 are told by their bytes; what is neither is guessed where
//! the feature `encodings` is on, else taken for Windows-1252.

/// A text, and what its bytes were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// The encoding's name.
    pub name: String,
    /// Whether nothing in the file tells.
    pub guessed: bool,
}

/// Reads bytes as text.
#[must_use]
pub fn decoded(bytes: Vec<u8>) -> Decoded {
    let given = |text: String, name: &str, guessed: bool| Decoded {
        text,
        name: name.into(),
        guessed,
    };
    match bytes.as_slice() {
        [0xef, 0xbb, 0xbf, ..] | [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {}
        _ => {
            if let Some((little, name)) = wide(&bytes) {
                return given(utf16(&bytes, little), name, true);
            }
        }
    }
    if let Some(rest) = bytes.strip_prefix(&[0xff, 0xfe]) {
        return given(utf16(rest, true), "UTF-16LE", false);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xfe, 0xff]) {
        return given(utf16(rest, false), "UTF-16BE", false);
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            given(text, "UTF-8", false)
        }
        Err(error) => {
            let bytes = error.into_bytes();
            let (text, name) = legacy(&bytes);
            Decoded {
                text,
                name,
                guessed: true,
            }
        }
    }
}

/// Whether bytes without a mark are UTF-16: every other byte of a Latin text is 0.
fn wide(bytes: &[u8]) -> Option<(bool, &'static str)> {
    let sample = bytes.get(..bytes.len().min(1_024)).unwrap_or_default();
    if sample.len() < 4 {
        return None;
    }
    let zeros = |from: usize| {
        sample
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let half = sample.len() / 2;
    match (zeros(0), zeros(1)) {
        (even, odd) if odd * 10 > half * 7 && even * 10 < half => Some((true, "UTF-16LE")),
        (even, odd) if even * 10 > half * 7 && odd * 10 < half => Some((false, "UTF-16BE")),
        _ => None,
    }
}

fn utf16(bytes: &[u8], little: bool) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| {
        if little {
            u16::from_le_bytes(*pair)
        } else {
            u16::from_be_bytes(*pair)
        }
    });
    char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

#[cfg(feature = "encodings")]
fn legacy(bytes: &[u8]) -> (String, String) {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    // Its neighbours differ in few letters. Where none of them occurs, it is what is commonest.
    let western = encoding_rs::WINDOWS_1252;
    if western.decode_without_bom_handling(bytes).0 == text {
        return (text.into_owned(), western.name().to_string());
    }
    (text.into_owned(), encoding.name().to_string())
}

#[cfg(not(feature = "encodings"))]
fn legacy(bytes: &[u8]) -> (String, String) {
    (windows_1252(bytes), "windows-1252".to_string())
}

/// Where Windows-1252 differs from Latin-1 (WHATWG Encoding Standard, index windows-1252).
#[cfg(not(feature = "encodings"))]
const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

#[cfg(not(feature = "encodings"))]
fn windows_1252(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| match byte {
            0x80..=0x9f => HIGH
                .chars()
                .nth(usize::from(byte - 0x80))
                .unwrap_or('\u{fffd}'),
            byte => char::from(*byte),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_told() {
        let wide = |text: &str, little: bool| -> Vec<u8> {
            let bytes = |unit: u16| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            };
            text.encode_utf16().flat_map(bytes).collect()
        };
        let text = "Year,Headline\n2012,Düsseldorf “bridge” – opened for all who came to see it\n";
        let mut marked = vec![0xff, 0xfe];
        marked.extend(wide(text, true));
        let mut latin: Vec<u8> = Vec::new();
        for c in text.chars() {
            latin.push(match c {
                '“' => 0x93,
                '”' => 0x94,
                '–' => 0x96,
                c => u8::try_from(u32::from(c)).unwrap_or(b'?'),
            });
        }
        for (bytes, name) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            (format!("\u{feff}{text}").into_bytes(), "UTF-8"),
            (marked, "UTF-16LE"),
            (wide(text, true), "UTF-16LE"),
            (wide(text, false), "UTF-16BE"),
            (latin, "windows-1252"),
        ] {
            let decoded = decoded(bytes);
            assert_eq!((decoded.text.as_str(), decoded.name.as_str()), (text, name));
        }
    }
}
