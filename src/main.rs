//! One program, two homes: in the browser it is the widget's runtime, which the
//! custom element starts; on a developer's machine it is the `dateline` command.

#[cfg(target_arch = "wasm32")]
fn main() {
    dateline::browser::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    dateline::command::run()
}
