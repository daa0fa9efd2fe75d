//! Cuts out of the program what it never does but cannot be built without. Where a
//! function is cut it traps, so that whoever comes to need it learns of it at once: the
//! tests in browsers run what readers download.

use std::collections::HashMap;

use crate::wasm::{byte, functions, number, push_number, sections, text};

/// What the program never does, with the reason why.
const NEVER: [&str; 26] = [
    // Yew's listeners: one of our own hears of all that controls do.
    "yew::dom_bundle::subtree_root::SubtreeData::add_listener",
    "yew::dom_bundle::subtree_root::SubtreeData::add_listener::{{closure}}",
    "yew::dom_bundle::subtree_root::BSubtree::ensure_handled",
    "yew::dom_bundle::btag::listeners::ListenerRegistration::register",
    "yew::dom_bundle::btag::listeners::Registry::unregister",
    // Raw HTML, suspense and portals: no view has any.
    "yew::dom_bundle::braw::BRaw::detach_bundle",
    "yew::dom_bundle::braw::BRaw::position",
    "yew::dom_bundle::braw::<impl yew::dom_bundle::traits::Reconcilable for yew::virtual_dom::vraw::VRaw>::attach",
    "yew::dom_bundle::bsuspense::<impl yew::dom_bundle::traits::Reconcilable for yew::virtual_dom::vsuspense::VSuspense>::attach",
    "yew::dom_bundle::bportal::<impl yew::dom_bundle::traits::Reconcilable for yew::virtual_dom::vportal::VPortal>::attach",
    "yew::html::component::lifecycle::ComponentState::suspend::{{closure}}",
    "yew::html::component::scope::AnyScope::find_parent_scope",
    "yew::suspense::component::feat_csr_ssr::BaseSuspense::resume",
    "<yew::suspense::suspension::Suspension as core::clone::Clone>::clone",
    // Elements of different templates are never compared: their keys differ (view/tree.rs).
    "yew::dom_bundle::btag::attributes::<impl yew::virtual_dom::Attributes>::apply_diff_as_maps::collect",
    "indexmap::map::IndexMap<K,V,S>::get_index_of",
    // What a view has written is handed over, never copied.
    "<yew::virtual_dom::vnode::VNode as core::clone::Clone>::clone",
    "<yew::virtual_dom::vcomp::PropsWrapper<COMP> as yew::virtual_dom::vcomp::Mountable>::copy",
    // Only a table that was filled again after something was taken out of it is set in
    // order in its place; Yew fills its tables once, and takes out of one of them, after.
    "<hashbrown::raw::RawTableInner>::rehash_in_place",
    // Tasks that wait on a stack of their own: none is begun.
    "js_sys::futures::jspi::SpawnedTask::wake",
    "js_sys::futures::jspi::task_waker::raw_clone",
    "js_sys::futures::jspi::task_waker::raw_wake",
    "js_sys::futures::jspi::task_waker::raw_wake_by_ref",
    // What a hook for panics would do: see [`PANICS`].
    "dateline::browser::panic::start::{{closure}}",
    "console_error_panic_hook::hook",
    "console_error_panic_hook::Error::stack",
];

/// Hooks that would write a panic's message and place: [`PANICS`] says how they are told of.
const UNHEARD: [&str; 2] = ["yew::set_custom_panic_hook", "std::panicking::set_hook"];

/// Where a panic begins. None of them ever returns. A message and a place in the source are
/// made up before each, which a reader has no use for: they go together with the code that
/// makes them up, and the data that this code alone points to ([`crate::data`]).
const PANICS: [&str; 15] = [
    "core::panicking::",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already_borrowed",
    "core::cell::panic_already_mutably_borrowed",
    "core::slice::index::slice_index_fail",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::str::slice_error_fail",
    "std::thread::local::panic_access_error",
    "std::panicking::begin_panic",
    "alloc::raw_vec::handle_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::alloc::handle_alloc_error",
    "__rustc::rust_begin_unwind",
];

/// What a panic does instead: it tells the page, which needs to know no more than that.
const TOLD: &str = "dateline::browser::panic::stopped";

/// Values as programmers see them are only written into the messages of panics; those
/// come without them.
const SILENT: &str = " as core::fmt::Debug>::fmt";

/// Writing with the standard library's machine for it, which those messages alone need:
/// the interface's texts are put together without.
const WRITING: [&str; 4] = [
    "core::fmt::",
    "<core::fmt::",
    " as core::fmt::Display>::fmt",
    " as core::fmt::Write>::",
];

/// The body of a function that traps.
const TRAP: &[u8] = &[0x00, 0x00, 0x0b];
/// The body of a function that does nothing.
const NOTHING: &[u8] = &[0x00, 0x0b];
/// The body of a function that says that all is well: `Ok(())`.
const OKAY: &[u8] = &[0x00, 0x41, 0x00, 0x0b];

/// `wasm` without the insides of what is never called or only written into the messages
/// of panics; it must still have its names. How many functions were cut, too.
///
/// # Errors
/// A sentence when `wasm` is not built as WebAssembly 1.0 is, has no names, or has no
/// function that a panic could call.
pub fn cut(wasm: &[u8]) -> Result<(Vec<u8>, usize), String> {
    let names = names(wasm).ok_or("The wasm that trunk has built names no functions.")?;
    let told = names.iter().find(|(_, name)| plain(name) == TOLD);
    let (told, _) = told
        .ok_or_else(|| format!("The wasm has no function `{TOLD}`, which panics are to call."))?;
    let mut stop = vec![0x00, 0x10];
    push_number(&mut stop, *told);
    stop.extend([0x00, 0x0b]);
    rewritten(wasm, &|at| instead(&plain(names.get(&at)?), &stop))
        .ok_or_else(|| "The wasm that trunk has built is cut short or of an unknown form.".into())
}

/// [`cut`] for a program that nobody is told of: where a panic begins, it traps.
///
/// # Errors
/// A sentence when `wasm` is not built as WebAssembly 1.0 is, or has no names.
pub fn trapped(wasm: &[u8]) -> Result<(Vec<u8>, usize), String> {
    let names = names(wasm).ok_or("The wasm of the second program names no functions.")?;
    rewritten(wasm, &|at| instead(&plain(names.get(&at)?), TRAP))
        .ok_or_else(|| "The wasm of the second program is cut short or of an unknown form.".into())
}

/// A function's name without hashes: `::h` and sixteen digits at its end, or sixteen in
/// brackets after a crate's name.
fn plain(name: &str) -> String {
    let ending = name.rsplit_once("::h").filter(|(_, hash)| hash.len() == 16);
    let mut name = ending.map_or(name, |(name, _)| name).to_owned();
    let hash = |text: &str| text.chars().take_while(char::is_ascii_hexdigit).count() == 16;
    while let Some(at) = name.match_indices('[').map(|(at, _)| at).find(|at| {
        let rest = name.get(at + 1..).unwrap_or_default();
        hash(rest) && rest.get(16..17) == Some("]")
    }) {
        name.replace_range(at..at + 18, "");
    }
    name
}

/// What takes the place of a function's body, by its name; `stop` is for a panic.
fn instead<'a>(name: &str, stop: &'a [u8]) -> Option<&'a [u8]> {
    if name.ends_with(SILENT) {
        Some(OKAY)
    } else if UNHEARD.contains(&name) {
        Some(NOTHING)
    } else if PANICS.iter().any(|panic| name.starts_with(panic)) {
        Some(stop)
    } else {
        let [function, method, display, write] = WRITING;
        let is_writing = name.starts_with(function)
            || name.starts_with(method)
            || name.ends_with(display)
            || name.contains(write);
        (is_writing || NEVER.contains(&name)).then_some(TRAP)
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

/// Another body for the function of this index.
type Instead<'a> = dyn Fn(usize) -> Option<&'a [u8]> + 'a;

fn rewritten(wasm: &[u8], instead: &Instead) -> Option<(Vec<u8>, usize)> {
    let mut written = wasm.get(..8)?.to_vec();
    let (mut imported, mut gone) = (0, 0);
    for (id, body) in sections(wasm)? {
        let body = match id {
            2 => {
                imported = functions(body)?;
                body.to_vec()
            }
            10 => code(body, imported, instead, &mut gone)?,
            _ => body.to_vec(),
        };
        written.push(id);
        push_number(&mut written, body.len());
        written.extend(body);
    }
    Some((written, gone))
}

/// The section of code with other bodies (5.5.13).
fn code(mut body: &[u8], imported: usize, instead: &Instead, gone: &mut usize) -> Option<Vec<u8>> {
    let count = number(&mut body)?;
    let mut written = Vec::with_capacity(body.len());
    push_number(&mut written, count);
    for at in 0..count {
        let size = number(&mut body)?;
        let (own, rest) = body.split_at_checked(size)?;
        body = rest;
        let other = instead(imported + at);
        *gone += usize::from(other.is_some());
        let kept = other.unwrap_or(own);
        push_number(&mut written, kept.len());
        written.extend(kept);
    }
    Some(written)
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

    /// One imported function and some of its own, each with the same body.
    fn wasm(names: &[&str]) -> Vec<u8> {
        let import = [&[1][..], &named("m"), &named("f"), &[0, 0]].concat();
        let body = [0x00, 0x01, 0x01, 0x0b];
        let own = [&[4][..], &body].concat();
        let code = [&[names.len() as u8][..], &own.repeat(names.len())].concat();
        let mut map = vec![names.len() as u8];
        for (at, name) in (1u8..).zip(names) {
            map.push(at);
            push_number(&mut map, name.len());
            map.extend(name.bytes());
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

    const STOPPED: &str = "dateline::browser::panic::stopped::h0123456789abcdef";

    #[test]
    fn what_is_never_called_traps_and_panics_tell_of_themselves() {
        let whole = wasm(&[
            "dateline::explore::kept::h0123456789abcdef",
            STOPPED,
            "yew::dom_bundle::braw::BRaw::position::h0123456789abcdef",
            "<core[0123456789abcdef]::Range<usize> as core[0123456789abcdef]::fmt::Debug>::fmt",
            "core[0123456789abcdef]::panicking::panic_fmt",
            "std::panicking::set_hook::h0123456789abcdef",
            "<alloc::string::String as core::fmt::Write>::write_char.12",
        ]);
        let (wasm, gone) = cut(&whole).unwrap();
        assert_eq!(gone, 5);
        let code: Vec<&[u8]> = sections(&wasm)
            .unwrap()
            .iter()
            .filter(|(id, _)| *id == 10)
            .map(|(_, body)| *body)
            .collect();
        // Function 0 is imported, and 2 tells of panics.
        let stop = [0x00, 0x10, 2, 0x00, 0x0b];
        let kept = [0x00, 0x01, 0x01, 0x0b];
        let mut expected = vec![7];
        for body in [&kept[..], &kept, TRAP, OKAY, &stop, NOTHING, TRAP] {
            expected.push(body.len() as u8);
            expected.extend(body);
        }
        assert_eq!(code, [&expected[..]]);
    }

    #[test]
    fn a_program_that_nobody_is_told_of_traps() {
        let whole = wasm(&["kept", "core::panicking::panic_fmt"]);
        let (bytes, gone) = trapped(&whole).unwrap();
        assert_eq!(gone, 1);
        let kept = [0x00, 0x01, 0x01, 0x0b];
        let expected = [&[2, 4][..], &kept, &[TRAP.len() as u8], TRAP].concat();
        assert!(sections(&bytes).unwrap().contains(&(10, &expected)));
        assert!(trapped(whole.get(..8).unwrap()).is_err());
    }

    #[test]
    fn nothing_is_guessed() {
        let whole = wasm(&[STOPPED]);
        assert!(cut(&whole).is_ok());
        assert!(cut(&wasm(&["kept"])).is_err(), "panics would tell nobody");
        assert!(cut(whole.get(..8).unwrap()).is_err());
        assert!(cut(whole.get(..whole.len() - 1).unwrap()).is_err());
    }
}
