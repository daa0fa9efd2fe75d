//! Cuts out of the program what it never does but cannot be built without. Where a
//! function is cut it traps, so that whoever comes to need it learns of it at once: the
//! tests in browsers run what readers download.

use std::collections::HashMap;

use crate::lean::{byte, limits, number, push_number, text};

/// Yew's listeners: one of our own hears of all that controls do. Raw HTML, suspense and
/// portals: no view has any. Its panic hook: ours is set in its place.
const NEVER: [&str; 12] = [
    "yew::dom_bundle::subtree_root::SubtreeData::add_listener",
    "yew::dom_bundle::subtree_root::BSubtree::ensure_handled",
    "yew::dom_bundle::btag::listeners::ListenerRegistration::register",
    "yew::dom_bundle::btag::listeners::Registry::unregister",
    "yew::dom_bundle::braw::BRaw::detach_bundle",
    "yew::dom_bundle::braw::BRaw::position",
    "yew::dom_bundle::braw::<impl yew::dom_bundle::traits::Reconcilable for yew::virtual_dom::vraw::VRaw>::attach",
    "yew::dom_bundle::bsuspense::<impl yew::dom_bundle::traits::Reconcilable for yew::virtual_dom::vsuspense::VSuspense>::attach",
    "yew::dom_bundle::bportal::<impl yew::dom_bundle::traits::Reconcilable for yew::virtual_dom::vportal::VPortal>::attach",
    "yew::dom_bundle::subtree_root::SubtreeData::add_listener::{{closure}}",
    "console_error_panic_hook::hook",
    "console_error_panic_hook::Error::stack",
];

/// Values as programmers see them are only written into the messages of panics; those
/// come without them.
const SILENT: &str = " as core::fmt::Debug>::fmt";

/// The body of a function that traps.
const TRAP: &[u8] = &[0x00, 0x00, 0x0b];
/// The body of a function that says that all is well: `Ok(())`.
const OKAY: &[u8] = &[0x00, 0x41, 0x00, 0x0b];

/// `wasm` without the insides of what is never called; it must still have its names. How
/// many functions were cut, too.
///
/// # Errors
/// A sentence when `wasm` is not built as WebAssembly 1.0 is, or has no names.
pub fn cut(wasm: &[u8]) -> Result<(Vec<u8>, usize), String> {
    let names = names(wasm).ok_or("The wasm that trunk has built names no functions.")?;
    rewritten(wasm, &names)
        .ok_or_else(|| "The wasm that trunk has built is cut short or of an unknown form.".into())
}

/// What takes the place of a function's body, by its name.
fn instead(name: &str) -> Option<&'static [u8]> {
    // The name ends with a hash: `::h` and sixteen digits.
    let name = match name.rsplit_once("::h") {
        Some((name, hash)) if hash.len() == 16 => name,
        _ => name,
    };
    if NEVER.contains(&name) {
        Some(TRAP)
    } else {
        name.ends_with(SILENT).then_some(OKAY)
    }
}

/// The names of functions by their index (WebAssembly core specification, 7.4.1).
fn names(wasm: &[u8]) -> Option<HashMap<usize, String>> {
    for (id, mut body) in sections(wasm)? {
        if id != 0 || text(&mut body)? != "name" {
            continue;
        }
        while !body.is_empty() {
            let kind = byte(&mut body)?;
            let size = number(&mut body)?;
            let (mut part, rest) = body.split_at_checked(size)?;
            body = rest;
            if kind == 1 {
                let count = number(&mut part)?;
                return (0..count)
                    .map(|_| Some((number(&mut part)?, text(&mut part)?)))
                    .collect();
            }
        }
    }
    None
}

fn rewritten(wasm: &[u8], names: &HashMap<usize, String>) -> Option<(Vec<u8>, usize)> {
    let mut written = wasm.get(..8)?.to_vec();
    let (mut imported, mut gone) = (0, 0);
    for (id, body) in sections(wasm)? {
        let body = match id {
            2 => {
                imported = functions(body)?;
                body.to_vec()
            }
            10 => code(body, imported, names, &mut gone)?,
            _ => body.to_vec(),
        };
        written.push(id);
        push_number(&mut written, body.len());
        written.extend(body);
    }
    Some((written, gone))
}

/// The section of code with other bodies (5.5.13).
fn code(
    mut body: &[u8],
    imported: usize,
    names: &HashMap<usize, String>,
    gone: &mut usize,
) -> Option<Vec<u8>> {
    let count = number(&mut body)?;
    let mut written = Vec::with_capacity(body.len());
    push_number(&mut written, count);
    for at in 0..count {
        let size = number(&mut body)?;
        let (own, rest) = body.split_at_checked(size)?;
        body = rest;
        let other = names.get(&(imported + at)).and_then(|name| instead(name));
        *gone += usize::from(other.is_some());
        let kept = other.unwrap_or(own);
        push_number(&mut written, kept.len());
        written.extend(kept);
    }
    Some(written)
}

/// How many functions a section of imports brings (5.5.5).
fn functions(mut body: &[u8]) -> Option<usize> {
    let mut functions = 0;
    for _ in 0..number(&mut body)? {
        text(&mut body)?;
        text(&mut body)?;
        match byte(&mut body)? {
            0 => {
                number(&mut body)?;
                functions += 1;
            }
            1 => {
                byte(&mut body)?;
                limits(&mut body)?;
            }
            2 => limits(&mut body)?,
            3 => {
                byte(&mut body)?;
                byte(&mut body)?;
            }
            _ => return None,
        }
    }
    Some(functions)
}

/// The sections with their numbers.
fn sections(wasm: &[u8]) -> Option<Vec<(u8, &[u8])>> {
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn section(id: u8, body: &[u8]) -> Vec<u8> {
        [&[id, body.len() as u8][..], body].concat()
    }

    fn named(name: &str) -> Vec<u8> {
        [&[name.len() as u8][..], name.as_bytes()].concat()
    }

    /// One imported function and three of its own, of which the last two are to go.
    fn wasm() -> Vec<u8> {
        let import = [&[1][..], &named("m"), &named("f"), &[0, 0]].concat();
        let body = [0x00, 0x01, 0x01, 0x0b];
        let own = [&[4][..], &body].concat();
        let code = [&[3][..], &own, &own, &own].concat();
        let names = [
            "kept::h0123456789abcdef",
            "yew::dom_bundle::braw::BRaw::position::h0123456789abcdef",
            "<T as core::fmt::Debug>::fmt::h0123456789abcdef",
        ];
        let mut map = vec![3];
        for (at, name) in (1u8..).zip(names) {
            map.push(at);
            map.extend(named(name));
        }
        let mut length = Vec::new();
        push_number(&mut length, map.len());
        let name = [&named("name")[..], &[1], &length, &map].concat();
        let mut size = Vec::new();
        push_number(&mut size, name.len());
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(2, &import),
            section(10, &code),
            [&[0][..], &size, &name].concat(),
        ]
        .concat()
    }

    #[test]
    fn what_is_never_called_traps_and_messages_are_silent() {
        let (wasm, gone) = cut(&wasm()).unwrap();
        assert_eq!(gone, 2);
        let sections = sections(&wasm).unwrap();
        let code: Vec<&[u8]> = sections
            .iter()
            .filter(|(id, _)| *id == 10)
            .map(|(_, body)| *body)
            .collect();
        let kept = [4, 0x00, 0x01, 0x01, 0x0b];
        let expected = [&[3][..], &kept, &[3], TRAP, &[4], OKAY].concat();
        assert_eq!(code, [&expected[..]]);
    }

    #[test]
    fn without_names_nothing_is_guessed() {
        let whole = wasm();
        assert!(cut(whole.get(..8).unwrap()).is_err());
        assert!(cut(whole.get(..whole.len() - 1).unwrap()).is_err());
    }
}
