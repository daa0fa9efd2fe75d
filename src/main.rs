//! One program, two homes: in the browser it is the widget's runtime, which the
//! custom element starts; on a developer's machine it is the `dateline` command.

/// Two kilobytes (brotli) less of every reader's download than the allocator that comes
/// with the standard library.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(target_arch = "wasm32")]
fn main() {
    dateline::browser::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    dateline::command::run()
}
