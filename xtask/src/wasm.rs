//! The pieces of WebAssembly's binary format (core specification, 5) that more than one
//! step of the build reads or writes. Each reads from the front of `bytes`; `None` where
//! they end too early or are of another form.

/// The sections with their numbers.
pub fn sections(wasm: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut rest = wasm.get(8..)?;
    let mut sections = Vec::new();
    while !rest.is_empty() {
        let id = byte(&mut rest)?;
        let size = number(&mut rest)?;
        let (body, after) = rest.split_at_checked(size)?;
        rest = after;
        sections.push((id, body));
    }
    Some(sections)
}

/// How many functions a section of imports brings (5.5.5).
pub fn functions(mut body: &[u8]) -> Option<usize> {
    let mut functions = 0;
    for _ in 0..number(&mut body)? {
        text(&mut body)?;
        text(&mut body)?;
        functions += usize::from(imported(&mut body)? == FUNCTION);
    }
    Some(functions)
}

/// The kind of import that is a function.
const FUNCTION: u8 = 0;

/// Reads past what an import is, after its names; its kind.
pub fn imported(bytes: &mut &[u8]) -> Option<u8> {
    let kind = byte(bytes)?;
    match kind {
        // A function of a type.
        FUNCTION => drop(number(bytes)?),
        // A table of references, a memory.
        1 => {
            byte(bytes)?;
            limits(bytes)?;
        }
        2 => limits(bytes)?,
        // A global of a type, that changes or does not.
        3 => {
            byte(bytes)?;
            byte(bytes)?;
        }
        _ => return None,
    }
    Some(kind)
}

/// How small and how large a memory or table may be.
fn limits(bytes: &mut &[u8]) -> Option<()> {
    let flags = byte(bytes)?;
    number(bytes)?;
    if flags & 1 == 1 {
        number(bytes)?;
    }
    Some(())
}

/// A byte.
pub fn byte(bytes: &mut &[u8]) -> Option<u8> {
    let (first, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(*first)
}

/// A number in LEB128.
pub fn number(bytes: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    for shift in (0..35).step_by(7) {
        let part = byte(bytes)?;
        value |= usize::from(part & 0x7f) << shift;
        if part < 0x80 {
            return Some(value);
        }
    }
    None
}

/// Writes what [`number`] reads.
pub fn push_number(bytes: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// A text, its length before it.
pub fn text(bytes: &mut &[u8]) -> Option<String> {
    let length = number(bytes)?;
    let (text, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    String::from_utf8(text.to_vec()).ok()
}

/// A signed number in LEB128.
pub fn signed(bytes: &mut &[u8]) -> Option<i64> {
    let mut value = 0;
    for shift in (0..70).step_by(7) {
        let part = byte(bytes)?;
        value |= i64::from(part & 0x7f) << shift;
        if part < 0x80 {
            // The highest bit that was written counts for all above it.
            let above = 64u32.saturating_sub(shift + 7);
            return Some(value << above >> above);
        }
    }
    None
}

/// Writes what [`signed`] reads.
pub fn push_signed(bytes: &mut Vec<u8>, mut value: i64) {
    loop {
        let part = (value & 0x7f) as u8;
        value >>= 7;
        if value == i64::from(part & 0x40 != 0).wrapping_neg() {
            return bytes.push(part);
        }
        bytes.push(part | 0x80);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for value in [0, 1, 63, 64, 127, 128, 1 << 20, u32::MAX as usize] {
            let mut bytes = Vec::new();
            push_number(&mut bytes, value);
            assert_eq!(number(&mut &bytes[..]), Some(value));
        }
        for value in [
            0,
            1,
            -1,
            63,
            64,
            -64,
            -65,
            1 << 20,
            i64::from(i32::MIN),
            i64::MAX,
            i64::MIN,
        ] {
            let mut bytes = Vec::new();
            push_signed(&mut bytes, value);
            assert_eq!(signed(&mut &bytes[..]), Some(value), "{value}");
        }
        assert_eq!(number(&mut &[0x80][..]), None);
        assert_eq!(signed(&mut &[0xff][..]), None);
    }
}
