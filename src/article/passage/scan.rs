use super::finder::Needle;

/// Lengths of what is hashed, from long to short. A needle is looked for by the
/// longest that it holds.
pub(super) const WINDOWS: [usize; 4] = [32, 8, 2, 1];
/// The base of the rolling hash, modulo 2^32; odd, so that no byte is ever lost.
const BASE: u32 = 0x0100_0193;
/// No entry.
const NONE: u32 = u32::MAX;

/// Needles by the hash of their first bytes.
pub(super) struct Table {
    window: usize,
    /// The base to the power of the window: what the byte that leaves weighs.
    weight: u32,
    /// How far the mixed hash is shifted to give the place in `first`.
    shift: u32,
    /// By place: the first needle of that place.
    first: Vec<u32>,
    /// By needle: the next one of the same place.
    next: Vec<u32>,
}

impl Table {
    /// The table of the needles that hold `window` bytes and not as many as `longer`;
    /// none when there are no such needles.
    pub(super) fn new(needles: &[Needle], window: usize, longer: usize) -> Option<Table> {
        // Eight places for each needle, so that most hashes of the text meet none.
        let bits = (needles.len() * 8).max(1 << 10).ilog2().min(22) + 1;
        let mut table = Table {
            window,
            weight: (0..window).fold(1, |weight: u32, _| weight.wrapping_mul(BASE)),
            shift: 32 - bits,
            first: vec![NONE; 1 << bits],
            next: vec![NONE; needles.len()],
        };
        let mut any = false;
        for (at, (needle, next)) in needles.iter().zip(&mut table.next).enumerate() {
            let bytes = needle.words.as_bytes();
            let Some(start) = bytes.get(..window).filter(|_| bytes.len() < longer) else {
                continue;
            };
            if let Some(first) = table.first.get_mut(place(hash(start), table.shift)) {
                *next = *first;
                *first = at as u32;
                any = true;
            }
        }
        any.then_some(table)
    }

    /// Tells at which of at most `most` places of `text`, the first of them `from`, one
    /// of its needles stands: the needle's number, and the byte.
    pub(super) fn scan(
        &self,
        text: &[u8],
        from: usize,
        most: usize,
        needles: &[Needle],
        tell: &mut dyn FnMut(usize, usize),
    ) {
        let mut rolled = None;
        for at in from..from.saturating_add(most) {
            let here = text.get(at..).unwrap_or_default();
            let Some(start) = here.get(..self.window) else {
                return;
            };
            let now = rolled.unwrap_or_else(|| hash(start));
            let first = self.first.get(place(now, self.shift));
            let mut number = first.copied().unwrap_or(NONE) as usize;
            while let (Some(needle), Some(next)) = (needles.get(number), self.next.get(number)) {
                if here.starts_with(needle.words.as_bytes()) {
                    tell(number, at);
                }
                number = *next as usize;
            }
            let (Some(leaves), Some(comes)) = (here.first(), here.get(self.window)) else {
                return;
            };
            let gone = self.weight.wrapping_mul(u32::from(*leaves));
            rolled = Some(roll(now, *comes).wrapping_sub(gone));
        }
    }
}

fn place(hash: u32, shift: u32) -> usize {
    // Fibonacci hashing: the highest bits depend on all.
    (hash.wrapping_mul(0x9e37_79b9) >> shift) as usize
}

fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |hash, byte| roll(hash, *byte))
}

fn roll(hash: u32, byte: u8) -> u32 {
    hash.wrapping_mul(BASE).wrapping_add(u32::from(byte))
}
