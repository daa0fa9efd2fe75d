/// A point on the time axis: whole seconds since 1970-01-01T00:00:00Z, proleptic
/// Gregorian, without leap seconds. Reaches 292 thousand million years both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);
