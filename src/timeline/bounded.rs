/// The nearest to `value` that lies between the two; `low` for what is no number.
///
/// Not `f64::clamp`: that one can panic, and writes fractions when it does, which
/// brings 15 kB of machinery into the download.
#[allow(clippy::manual_clamp)]
pub(crate) fn bounded(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

/// The product, or the number nearest to it that there is. Here once, as it is long to
/// work out in WebAssembly.
#[inline(never)]
pub(crate) fn times(one: i64, other: i64) -> i64 {
    one.saturating_mul(other)
}
