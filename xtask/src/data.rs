//! Takes out of the program the data that only code used which is gone: the linker keeps
//! every object that was used before [`cut`](crate::cut) and wasm-opt came.

use std::collections::HashSet;

use crate::wasm::{byte, number, push_number, push_signed, sections, signed};

/// `after` without the objects that the code of `before` points to and its own does not,
/// and how many bytes they had. `before` is the program as it was linked, each object a
/// segment of its own; `after` is the same program with less code and the same addresses.
///
/// An object lives while a constant or an offset of the code, or a word of another that
/// lives, lies in it. What nothing points to in `before` is reached in a way that is not
/// seen here, and stays.
///
/// # Errors
/// A sentence when one of them is not built as WebAssembly 1.0 is, or holds an
/// instruction that is not known here.
pub fn swept(before: &[u8], after: &[u8]) -> Result<(Vec<u8>, usize), String> {
    let swept = || {
        let objects = objects(before)?;
        let alive = |wasm| Some(living(&objects, &constants(wasm)?));
        let (were, are) = (alive(before)?, alive(after)?);
        let gone = |at: &usize| were.contains(at) && !are.contains(at);
        let kept = objects.iter().enumerate().filter(|(at, _)| !gone(at));
        let bytes = |at: usize| objects.get(at).map_or(0, |object| object.bytes.len());
        let saved = (0..objects.len()).filter(gone).map(bytes).sum();
        Some((with(after, &joined(kept.map(|(_, object)| object)))?, saved))
    };
    swept().ok_or_else(|| "The wasm is cut short, or holds what `cargo xtask` does not know: see xtask/src/data.rs.".into())
}

/// Bytes at an address of the memory.
struct Object {
    address: usize,
    bytes: Vec<u8>,
}

impl Object {
    fn end(&self) -> usize {
        self.address + self.bytes.len()
    }
}

/// The active segments of the first memory, by address (5.5.14).
fn objects(wasm: &[u8]) -> Option<Vec<Object>> {
    let mut objects = Vec::new();
    for (_, mut body) in sections(wasm)?.into_iter().filter(|(id, _)| *id == 11) {
        for _ in 0..number(&mut body)? {
            // Active, at a constant: no other kind is linked.
            if (byte(&mut body)?, byte(&mut body)?) != (0, 0x41) {
                return None;
            }
            let address = signed(&mut body)? as u32 as usize;
            if byte(&mut body)? != 0x0b {
                return None;
            }
            let length = number(&mut body)?;
            let (bytes, rest) = body.split_at_checked(length)?;
            body = rest;
            objects.push(Object {
                address,
                bytes: bytes.to_vec(),
            });
        }
    }
    objects.sort_by_key(|object| object.address);
    Some(objects)
}

/// The objects that live, by their number, when the code holds these numbers.
fn living(objects: &[Object], numbers: &[u32]) -> HashSet<usize> {
    let mut alive = HashSet::new();
    let mut next: Vec<u32> = numbers.to_vec();
    while let Some(pointer) = next.pop() {
        let pointer = pointer as usize;
        let after = objects.partition_point(|object| object.address <= pointer);
        let Some(at) = after.checked_sub(1) else {
            continue;
        };
        if let Some(object) = objects.get(at)
            && pointer <= object.end()
            && alive.insert(at)
        {
            let words = object.bytes.get(object.address.wrapping_neg() % 4..);
            let words = words.unwrap_or_default().as_chunks().0;
            next.extend(words.iter().map(|word| u32::from_le_bytes(*word)));
        }
    }
    alive
}

/// The objects with those that are near each other in one: a segment has a head of some
/// bytes, and zeros are there already.
fn joined<'a>(objects: impl Iterator<Item = &'a Object>) -> Vec<Object> {
    let mut joined: Vec<Object> = Vec::new();
    for object in objects {
        let mut bytes = &object.bytes[..];
        while let [rest @ .., 0] = bytes {
            bytes = rest;
        }
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        let (address, bytes) = (object.address + zeros, bytes.get(zeros..).unwrap_or(&[]));
        match joined.last_mut() {
            _ if bytes.is_empty() => {}
            Some(last) if address < last.end() + HEAD => {
                last.bytes.resize(address - last.address, 0);
                last.bytes.extend(bytes);
            }
            _ => joined.push(Object {
                address,
                bytes: bytes.to_vec(),
            }),
        }
    }
    joined
}

/// About how many bytes the head of a segment takes.
const HEAD: usize = 12;

/// The program with this data. The count of segments goes: only instructions that
/// [`constants`] refuses need it.
fn with(wasm: &[u8], objects: &[Object]) -> Option<Vec<u8>> {
    let mut written = wasm.get(..8)?.to_vec();
    for (id, body) in sections(wasm)? {
        let mut data = Vec::new();
        let body = match id {
            12 => continue,
            11 => {
                push_number(&mut data, objects.len());
                for object in objects {
                    data.extend([0, 0x41]);
                    push_signed(&mut data, i64::from(object.address as u32 as i32));
                    data.push(0x0b);
                    push_number(&mut data, object.bytes.len());
                    data.extend(&object.bytes);
                }
                &data
            }
            _ => body,
        };
        written.push(id);
        push_number(&mut written, body.len());
        written.extend(body);
    }
    Some(written)
}

/// The numbers in the code that may be addresses: constants, and the offsets of what is
/// read and written (5.4).
fn constants(wasm: &[u8]) -> Option<Vec<u32>> {
    let mut found = Vec::new();
    for (_, mut body) in sections(wasm)?.into_iter().filter(|(id, _)| *id == 10) {
        for _ in 0..number(&mut body)? {
            let size = number(&mut body)?;
            let (mut own, rest) = body.split_at_checked(size)?;
            body = rest;
            for _ in 0..number(&mut own)? {
                number(&mut own)?;
                byte(&mut own)?;
            }
            while !own.is_empty() {
                found.extend(instruction(&mut own)?);
            }
        }
    }
    Some(found)
}

/// Reads past one instruction; the number in it that may be an address. The kinds of what
/// follows an instruction's code are those of the specification's binary format, 5.4.
fn instruction(code: &mut &[u8]) -> Option<Option<u32>> {
    let mut found = None;
    match byte(code)? {
        // A block and its type.
        0x02..=0x04 => drop(signed(code)?),
        // Where to, which function, local, global or table.
        0x0c | 0x0d | 0x10 | 0x20..=0x26 | 0xd2 => drop(number(code)?),
        // A table of places, and the one for all else; types of a choice.
        0x0e => (0..=number(code)?).try_for_each(|_| number(code).map(drop))?,
        0x1c => (0..number(code)?).try_for_each(|_| byte(code).map(drop))?,
        0x11 => {
            number(code)?;
            number(code)?;
        }
        // What is read or written: how it lies, and how far from the address.
        0x28..=0x3e => {
            number(code)?;
            found = Some(number(code)? as u32);
        }
        0x41 => found = Some(signed(code)? as u32),
        0x42 => drop(signed(code)?),
        0x43 => *code = code.get(4..)?,
        0x44 => *code = code.get(8..)?,
        0x3f | 0x40 | 0xd0 => drop(byte(code)?),
        0xfc => match number(code)? {
            0..=7 => {}
            // Memory copied, memory filled; tables.
            10 | 14 => {
                number(code)?;
                number(code)?;
            }
            11 | 15..=17 => drop(number(code)?),
            _ => return None,
        },
        0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => {}
        _ => return None,
    }
    Some(found)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// A program with this code in one function, and an object a segment.
    fn wasm(code: &[u8], objects: &[(usize, &[u8])]) -> Vec<u8> {
        let objects: Vec<Object> = objects
            .iter()
            .map(|(address, bytes)| Object {
                address: *address,
                bytes: bytes.to_vec(),
            })
            .collect();
        let own = [&[0][..], code, &[0x0b]].concat();
        let code = [&[1, own.len() as u8][..], &own].concat();
        let empty = [
            b"\0asm\x01\0\0\0",
            &[12, 1, 9][..],
            &[10, code.len() as u8],
            &code,
            &[11, 1, 0],
        ]
        .concat();
        with(&empty, &objects).unwrap()
    }

    fn point(address: usize) -> Vec<u8> {
        let mut code = vec![0x41];
        push_signed(&mut code, address as i64);
        code.push(0x1a);
        code
    }

    const HELD: &[(usize, &[u8])] = &[
        (4096, b"lost"),
        (4100, &4160u32.to_le_bytes()),
        (4104, b"unseen"),
        (4160, b"told of"),
        (4256, b"read\0\0\0\0"),
    ];

    #[test]
    fn what_only_code_used_that_is_gone_goes() {
        let read = [0x41, 0, 0x2d, 0, 0x80 | 32, 33, 0x1a];
        assert_eq!(4256, (33 << 7) + 32);
        let before = wasm(&[&point(4096)[..], &point(4100), &read].concat(), HELD);
        let after = wasm(&[&point(4100)[..], &read].concat(), HELD);
        let (swept, saved) = swept(&before, &after).unwrap();
        assert_eq!(saved, 4);
        let left: Vec<(usize, Vec<u8>)> = objects(&swept)
            .unwrap()
            .into_iter()
            .map(|object| (object.address, object.bytes))
            .collect();
        let near = [&4160u32.to_le_bytes()[..], b"unseen"].concat();
        let expected = [(4100, &near[..]), (4160, b"told of"), (4256, b"read")];
        assert_eq!(left, expected.map(|(at, bytes)| (at, bytes.to_vec())));
        assert!(sections(&swept).unwrap().iter().all(|(id, _)| *id != 12));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        let whole = wasm(&point(4096), HELD);
        assert!(swept(&whole, &whole).is_ok());
        for code in [&[0xfd, 0][..], &[0xfc, 8, 0, 0]] {
            assert!(swept(&whole, &wasm(code, HELD)).is_err());
        }
        assert!(swept(&whole, whole.get(..whole.len() - 1).unwrap()).is_err());
    }
}
