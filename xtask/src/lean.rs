//! Makes what readers download lighter without changing what it does: short names by
//! which glue and wasm know each other, and no glue for what the wasm does not ask for.

use std::collections::HashMap;

use crate::wasm::{byte, imported, number, push_number, text};

/// Gives the imports and exports of `wasm` that wasm-bindgen has named short names, in
/// it and in its `glue`: two letters in place of a name and its hash, twice a hundred
/// times. What `glue` offers beyond them goes.
///
/// # Errors
/// A sentence when `wasm` is not built as WebAssembly 1.0 is.
pub fn shortened(glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>), String> {
    let mut names = Names::default();
    let wasm = sections(wasm, |id, body| match id {
        2 => imports(body, &mut names),
        7 => exports(body, &mut names),
        _ => Some(body.to_vec()),
    })
    .ok_or(CUT_SHORT)?;
    let glue = words(glue, |word| names.0.get(word).map(String::as_str));
    // The module's name stands in quotes, once, and in every import.
    let glue = match &names.1 {
        Some(module) => glue.replace(&format!("\"{module}\""), &format!("\"{MODULE}\"")),
        None => glue,
    };
    Ok((asked_for(&glue), wasm))
}

/// The wasm without the exports that `glue` does not speak of: what only they used can go
/// with them.
///
/// # Errors
/// A sentence when `wasm` is not built as WebAssembly 1.0 is.
pub fn spoken_of(glue: &str, wasm: &[u8]) -> Result<Vec<u8>, String> {
    let asked = |name: &str| !is_made_up(name) || glue.contains(name);
    let kept = |body: &[u8]| -> Option<Vec<u8>> {
        let mut rest = body;
        let (mut count, mut written) = (0, Vec::<u8>::new());
        for _ in 0..number(&mut rest)? {
            let entry = rest;
            let name = text(&mut rest)?;
            byte(&mut rest)?;
            number(&mut rest)?;
            if asked(&name) {
                count += 1;
                written.extend(entry.get(..entry.len() - rest.len())?);
            }
        }
        let mut whole = Vec::new();
        push_number(&mut whole, count);
        whole.extend(written);
        Some(whole)
    };
    sections(wasm, |id, body| match id {
        7 => kept(body),
        _ => Some(body.to_vec()),
    })
    .ok_or_else(|| CUT_SHORT.into())
}

/// The glue without the functions that still have a made-up name: nobody asks for them.
/// wasm-bindgen gives each of them lines of its own.
fn asked_for(glue: &str) -> String {
    let mut kept = String::with_capacity(glue.len());
    let mut inside = false;
    for line in glue.lines() {
        let entry = line.strip_prefix("        ");
        inside |= entry.is_some_and(|entry| is_made_up(entry) && entry.ends_with('{'));
        if !inside {
            kept += line;
            kept.push('\n');
        }
        inside &= entry.is_none_or(|entry| !entry.starts_with('}'));
    }
    kept
}

/// What the module that the glue gives the wasm is called.
const MODULE: &str = "g";

/// The new names by the old ones, and the old name of the module.
#[derive(Default)]
struct Names(HashMap<String, String>, Option<String>);

impl Names {
    /// The new name: `$a`, `$b` … No name of the glue's own begins so.
    fn of(&mut self, name: &str) -> String {
        let mut next = self.0.len();
        let new = || {
            let mut letters = String::from("$");
            loop {
                letters.push((b'a' + (next % 26) as u8) as char);
                next /= 26;
                if next == 0 {
                    return letters;
                }
            }
        };
        self.0.entry(name.into()).or_insert_with(new).clone()
    }
}

/// Whether wasm-bindgen has made up a name, and nobody but its glue uses it.
fn is_made_up(name: &str) -> bool {
    ["__wbg_", "__wbindgen_", "__externref_", "wasm_bindgen__"]
        .iter()
        .any(|start| name.starts_with(start))
}

/// The text with every word (what may be a name in JavaScript) replaced for which
/// there is another.
fn words<'a>(text: &'a str, other: impl Fn(&'a str) -> Option<&'a str>) -> String {
    let inside = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(inside) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|c| !inside(c)).unwrap_or(from.len()));
        written.push_str(before);
        written.push_str(other(word).unwrap_or(word));
        rest = after;
    }
    written.push_str(rest);
    written
}

const CUT_SHORT: &str = "The wasm that trunk has built is cut short or of an unknown form.";

/// The wasm with its sections rewritten (WebAssembly core specification, 5.5), of which
/// the second holds the imports and the seventh the exports.
fn sections(
    wasm: &[u8],
    mut rewritten: impl FnMut(u8, &[u8]) -> Option<Vec<u8>>,
) -> Option<Vec<u8>> {
    let (header, mut rest) = wasm.split_at_checked(8)?;
    let mut written = header.to_vec();
    while let Some((&id, after)) = rest.split_first() {
        rest = after;
        let size = number(&mut rest)?;
        let (body, after) = rest.split_at_checked(size)?;
        rest = after;
        let body = rewritten(id, body)?;
        written.push(id);
        push_number(&mut written, body.len());
        written.extend(body);
    }
    Some(written)
}

fn imports(mut body: &[u8], names: &mut Names) -> Option<Vec<u8>> {
    let count = number(&mut body)?;
    let mut written = Vec::new();
    push_number(&mut written, count);
    for _ in 0..count {
        let (module, name) = (text(&mut body)?, text(&mut body)?);
        if is_made_up(&name) {
            push_text(&mut written, MODULE);
            push_text(&mut written, &names.of(&name));
            names.1 = Some(module);
        } else {
            push_text(&mut written, &module);
            push_text(&mut written, &name);
        }
        let what = body;
        imported(&mut body)?;
        written.extend(what.get(..what.len() - body.len())?);
    }
    Some(written)
}

fn exports(mut body: &[u8], names: &mut Names) -> Option<Vec<u8>> {
    let count = number(&mut body)?;
    let mut written = Vec::new();
    push_number(&mut written, count);
    for _ in 0..count {
        let name = text(&mut body)?;
        let name = if is_made_up(&name) {
            names.of(&name)
        } else {
            name
        };
        push_text(&mut written, &name);
        written.push(byte(&mut body)?);
        push_number(&mut written, number(&mut body)?);
    }
    Some(written)
}

fn push_text(bytes: &mut Vec<u8>, text: &str) {
    push_number(bytes, text.len());
    bytes.extend(text.as_bytes());
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// A section of so many entries.
    fn section(id: u8, entries: &[&[u8]]) -> Vec<u8> {
        let body = [&[entries.len() as u8][..], &entries.concat()].concat();
        [&[id, body.len() as u8][..], &body].concat()
    }

    fn entry(names: &[&str], rest: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for name in names {
            push_text(&mut bytes, name);
        }
        [&bytes[..], rest].concat()
    }

    #[test]
    fn made_up_names_are_short_in_both_and_all_else_stays() {
        let glue = "import0 = { __wbg_new_1f2e: function() { wasm.__wbindgen_free(); wasm.show(); }, \"./d_bg.js\": import0 }";
        let wasm = |module: &str, new: &str, free: &str| {
            [
                b"\0asm\x01\0\0\0".to_vec(),
                section(1, &[&[0x60, 0, 0]]),
                section(
                    2,
                    &[
                        &entry(&[module, new], &[0, 0]),
                        &entry(&["env", "memory"], &[2, 1, 1, 0x90, 1]),
                    ],
                ),
                section(7, &[&entry(&[free], &[0, 1]), &entry(&["show"], &[0, 2])]),
                section(0, &[]),
            ]
            .concat()
        };
        let (glue, bytes) = shortened(
            glue,
            &wasm("./d_bg.js", "__wbg_new_1f2e", "__wbindgen_free"),
        )
        .unwrap();
        assert_eq!(
            glue,
            "import0 = { $a: function() { wasm.$b(); wasm.show(); }, \"g\": import0 }\n"
        );
        assert_eq!(bytes, wasm("g", "$a", "$b"));
    }

    #[test]
    fn glue_that_nobody_asks_for_goes() {
        let glue = "    const import0 = {
        $a: function() {
            one();
        },
        __wbg_gone_1f2e: function() {
            for (;;) {
            }
        },
        __wbg_lost_1f2e: function() { return handleError(function () {
            two();
        }, arguments); },
        __wbg_past_1f2e: handleError((arg0) => {
            three();
        }),
        $b: function() {
        },
    };
";
        let kept = "    const import0 = {
        $a: function() {
            one();
        },
        $b: function() {
        },
    };
";
        assert_eq!(asked_for(glue), kept);
    }

    #[test]
    fn exports_that_no_glue_speaks_of_go() {
        let names = ["__wbg_widget_free", "__wbindgen_free", "show"];
        let wasm = |names: &[&str]| {
            let entries: Vec<Vec<u8>> = names.iter().map(|name| entry(&[name], &[0, 1])).collect();
            let entries: Vec<&[u8]> = entries.iter().map(Vec::as_slice).collect();
            [b"\0asm\x01\0\0\0".to_vec(), section(7, &entries)].concat()
        };
        let kept = spoken_of("wasm.__wbindgen_free(ptr)", &wasm(&names)).unwrap();
        assert_eq!(kept, wasm(&["__wbindgen_free", "show"]));
    }

    #[test]
    fn a_wasm_cut_short_is_refused() {
        let whole = [
            b"\0asm\x01\0\0\0".to_vec(),
            section(7, &[&entry(&["show"], &[0, 0])]),
        ]
        .concat();
        assert!(shortened("", &whole).is_ok());
        for length in (0..whole.len()).filter(|length| *length != 8) {
            assert!(shortened("", whole.get(..length).unwrap()).is_err());
        }
    }

    #[test]
    fn names_stay_apart_however_many_there_are() {
        let mut names = Names::default();
        let all: std::collections::HashSet<String> =
            (0..2_000).map(|at| names.of(&at.to_string())).collect();
        assert_eq!(all.len(), 2_000);
    }
}
