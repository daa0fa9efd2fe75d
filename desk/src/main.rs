//! The desk's program. It does nothing outside of a browser.

/// Smaller than the allocator that comes with the standard library.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    #[cfg(target_arch = "wasm32")]
    dateline_desk::page::start();
}
