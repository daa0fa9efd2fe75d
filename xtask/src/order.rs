//! Puts functions that are alike next to each other: a compressor looks back for what it
//! has seen, and what is near costs it fewer bits.

use std::collections::{HashMap, HashSet};

use crate::wasm::{number, push_number, sections, text};

/// How many bytes in a row two functions have to share to count as alike. (This and the
/// rest were found by trying.)
const GRAM: usize = 5;
/// What more functions than this have in common says nothing of any.
const COMMON: usize = 200;
/// What the functions before it count, from the last back. Whole numbers, so that sums are
/// the same in whatever order they are made up, and builds with them.
const RECENT: [u64; 5] = [1_000_000, 700_000, 500_000, 350_000, 250_000];
/// Keeps the shortest functions from seeming alike to everything.
const SHORT: u64 = 10;

/// `wasm` with names for its functions by which wasm-opt's `--reorder-functions-by-name`
/// puts each after those that it is most like. Other names go.
///
/// # Errors
/// A sentence when `wasm` is not built as WebAssembly 1.0 is.
pub fn named(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let named = || {
        let sections = sections(wasm)?;
        let imported = imported(&sections)?;
        let order = chain(&bodies(&sections)?);
        let mut written = wasm.get(..8)?.to_vec();
        for (id, body) in &sections {
            let mut rest = *body;
            if *id == 0 && text(&mut rest)? == "name" {
                continue;
            }
            section(&mut written, *id, body);
        }
        section(&mut written, 0, &names(&order, imported));
        Some(written)
    };
    named().ok_or_else(|| "The wasm is cut short or of an unknown form.".into())
}

fn section(wasm: &mut Vec<u8>, id: u8, body: &[u8]) {
    wasm.push(id);
    push_number(wasm, body.len());
    wasm.extend(body);
}

/// The bodies of the functions (5.5.13).
fn bodies<'a>(sections: &[(u8, &'a [u8])]) -> Option<Vec<&'a [u8]>> {
    let mut bodies = Vec::new();
    for (_, body) in sections.iter().filter(|(id, _)| *id == 10) {
        let mut rest = *body;
        for _ in 0..number(&mut rest)? {
            let size = number(&mut rest)?;
            let (own, after) = rest.split_at_checked(size)?;
            rest = after;
            bodies.push(own);
        }
    }
    Some(bodies)
}

/// How many functions are imported.
fn imported(sections: &[(u8, &[u8])]) -> Option<usize> {
    match sections.iter().find(|(id, _)| *id == 2) {
        Some((_, body)) => crate::wasm::functions(body),
        None => Some(0),
    }
}

/// The functions from the shortest on, each followed by one that is most like it and those
/// before it: that shares most runs of bytes with them, of which rare ones count most.
fn chain(bodies: &[&[u8]]) -> Vec<usize> {
    let grams: Vec<HashSet<&[u8]>> = bodies
        .iter()
        .map(|body| body.windows(GRAM).collect())
        .collect();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (at, grams) in grams.iter().enumerate() {
        for gram in grams {
            holders.entry(gram).or_default().push(at);
        }
    }
    holders.retain(|_, holders| (2..COMMON).contains(&holders.len()));
    let length = |at: &usize| bodies.get(*at).map_or(0, |body| body.len());
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    left.sort_by_key(|at| (length(at), *at));
    let mut order: Vec<usize> = Vec::with_capacity(left.len());
    while let Some(first) = left.first() {
        let mut likeness = vec![0; bodies.len()];
        for (at, weight) in order.iter().rev().zip(RECENT) {
            for gram in grams.get(*at).into_iter().flatten() {
                let holders = holders.get(gram).map_or(&[][..], Vec::as_slice);
                for holder in holders {
                    if let Some(likeness) = likeness.get_mut(*holder) {
                        *likeness += weight / holders.len() as u64;
                    }
                }
            }
        }
        let like = |at: &usize| {
            let likeness = likeness.get(*at).copied().unwrap_or_default();
            likeness / (SHORT + grams.get(*at).map_or(0, HashSet::len) as u64)
        };
        let mut next = *first;
        for at in &left {
            if like(at) > like(&next) {
                next = *at;
            }
        }
        order.push(next);
        left.retain(|at| *at != next);
    }
    order
}

/// A section of names (7.4.1): each function's is its place in the order.
fn names(order: &[usize], imported: usize) -> Vec<u8> {
    let mut ranks: Vec<(usize, usize)> = order
        .iter()
        .enumerate()
        .map(|(rank, at)| (*at, rank))
        .collect();
    ranks.sort_unstable();
    let mut map = Vec::new();
    push_number(&mut map, ranks.len());
    for (at, rank) in ranks {
        push_number(&mut map, imported + at);
        let name = format!("{rank:06}");
        push_number(&mut map, name.len());
        map.extend(name.bytes());
    }
    let mut body = vec![4];
    body.extend(b"name");
    section(&mut body, 1, &map);
    body
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn likes_stand_together() {
        let bodies: [&[u8]; 5] = [
            b"one thing, said at length",
            b"2222222222 and no more of it",
            b"one thing, said at more length",
            b"short",
            b"2222222222 and no more of it!",
        ];
        let order = chain(&bodies);
        assert_eq!(order, [3, 0, 2, 1, 4]);
        assert_eq!(chain(&[]), [0; 0]);
    }

    #[test]
    fn each_function_is_named_once_in_that_order() {
        let code = [&[2][..], &[3, 0, 1, 0x0b], &[2, 0, 0x0b]].concat();
        let import = [1, 1, b'm', 1, b'f', 0, 0];
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        section(&mut wasm, 2, &import);
        section(&mut wasm, 10, &code);
        let before = wasm.len();
        section(&mut wasm, 0, b"\x04nameold");
        let named = named(&wasm).unwrap();
        assert_eq!(named.get(..before), wasm.get(..before));
        let map = b"\x02\x01\x06000001\x02\x06000000";
        let expected = [&[0, 24][..], b"\x04name", &[1, 17], map].concat();
        assert_eq!(named.get(before..), Some(&expected[..]));
        assert!(super::named(wasm.get(..wasm.len() - 1).unwrap()).is_err());
    }
}
