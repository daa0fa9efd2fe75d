/// Lengths of what is hashed, from long to short. A needle is looked for by the
/// longest that it holds.
const WINDOWS: [usize; 4] = [32, 8, 2, 1];
/// The base of the rolling hash, modulo 2^32; odd, so that no byte is ever lost.
const BASE: u32 = 0x0100_0193;
/// No entry.
const NONE: u32 = u32::MAX;

/// Tells every place in `text` at which one of the `needles` stands: the needle's
/// number, and the byte. Needles without bytes stand nowhere.
pub(super) fn scan(text: &[u8], needles: &[String], tell: &mut dyn FnMut(usize, usize)) {
    let mut longer = usize::MAX;
    for window in WINDOWS {
        let fit = |needle: &String| needle.len() >= window && needle.len() < longer;
        if needles.iter().any(fit) {
            let table = Table::new(needles, window, &fit);
            table.scan(text, needles, tell);
        }
        longer = window;
    }
}

/// The needles by the hash of their first bytes.
struct Table {
    window: usize,
    /// The base to the power of the window: what the byte that leaves weighs.
    weight: u32,
    /// How far the mixed hash is shifted to give the place in `first`.
    shift: u32,
    /// By place: the first needle of that place.
    first: Vec<u32>,
    /// By needle: its hash, and the next needle of the same place.
    next: Vec<(u32, u32)>,
}

impl Table {
    fn new(needles: &[String], window: usize, fit: &dyn Fn(&String) -> bool) -> Table {
        // Eight places for each needle, so that most hashes of the text meet none.
        let bits = (needles.len() * 8).max(1 << 10).ilog2().min(22) + 1;
        let mut table = Table {
            window,
            weight: (0..window).fold(1, |weight: u32, _| weight.wrapping_mul(BASE)),
            shift: 32 - bits,
            first: vec![NONE; 1 << bits],
            next: vec![(0, NONE); needles.len()],
        };
        for (at, needle) in needles.iter().enumerate().filter(|(_, needle)| fit(needle)) {
            let bytes = needle.as_bytes().iter().take(window);
            let hash = bytes.fold(0, |hash, byte| roll(hash, *byte));
            let place = table.place(hash);
            if let (Some(first), Some(next)) = (table.first.get_mut(place), table.next.get_mut(at))
            {
                *next = (hash, *first);
                *first = at as u32;
            }
        }
        table
    }

    fn place(&self, hash: u32) -> usize {
        // Fibonacci hashing: the highest bits depend on all.
        (hash.wrapping_mul(0x9e37_79b9) >> self.shift) as usize
    }

    fn scan(&self, text: &[u8], needles: &[String], tell: &mut dyn FnMut(usize, usize)) {
        let Some((start, rest)) = text.split_at_checked(self.window) else {
            return;
        };
        let mut hash = start.iter().fold(0, |hash, byte| roll(hash, *byte));
        self.compare(text, 0, hash, needles, tell);
        for (at, (leaves, comes)) in text.iter().zip(rest).enumerate() {
            let gone = self.weight.wrapping_mul(u32::from(*leaves));
            hash = roll(hash, *comes).wrapping_sub(gone);
            self.compare(text, at + 1, hash, needles, tell);
        }
    }

    fn compare(
        &self,
        text: &[u8],
        at: usize,
        hash: u32,
        needles: &[String],
        tell: &mut dyn FnMut(usize, usize),
    ) {
        let mut needle = self.first.get(self.place(hash)).copied().unwrap_or(NONE);
        while let Some((known, next)) = self.next.get(needle as usize) {
            let words = needles.get(needle as usize);
            let here = || words.zip(text.get(at..));
            if *known == hash
                && here().is_some_and(|(words, here)| here.starts_with(words.as_bytes()))
            {
                tell(needle as usize, at);
            }
            needle = *next;
        }
    }
}

fn roll(hash: u32, byte: u8) -> u32 {
    hash.wrapping_mul(BASE).wrapping_add(u32::from(byte))
}
