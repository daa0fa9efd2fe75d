//! How much one article may hold. Passing a limit is a problem told to the editor,
//! never a hang, an overflow or an exhausted memory. Both doors keep the same limits.

/// Most bytes of JSON text (the browser's door counts UTF-16 units): 16 MiB, which a
/// browser parses in a tenth of a second, in which its page stands still.
pub const BYTES: usize = 16 << 20;

/// Most values of any kind in the whole tree: room for [`EVENTS`] of twenty values each.
pub const VALUES: usize = 2_000_000;

/// Most values in one piece of the tree: a member of the article that is no list, or an entry
/// of one that is, such as an event. Between two of them the page has its turn.
pub const PIECE: usize = 50_000;

/// Deepest nesting of lists and objects. The schema itself needs six.
pub const NESTING: usize = 64;

/// Most events; those after are left out.
pub const EVENTS: usize = 100_000;

/// Most bytes (UTF-8) of one text: a long essay.
pub const TEXT: usize = 65_536;

/// Most entries in any other list, such as an event's people or a country's claims; those
/// after are left out.
pub const ENTRIES: usize = 1_000;

/// Most problems told one by one; what follows is only counted.
pub const PROBLEMS: usize = 100;

/// Most characters of the offending text that a problem repeats.
pub const FOUND: usize = 60;

/// Most characters of what a parser says of data that it cannot read.
pub const WHY: usize = 300;

/// Largest width or height of a picture, in px.
pub const PIXELS: f64 = 100_000.0;
