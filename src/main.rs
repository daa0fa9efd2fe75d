//! The program that readers download; the custom element starts it. It does nothing
//! outside of a browser.

/// Two kilobytes (brotli) less of every reader's download than the allocator that comes
/// with the standard library.
#[cfg(target_os = "unknown")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    #[cfg(target_os = "unknown")]
    dateline::browser::start();
}
