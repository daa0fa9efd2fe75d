//! The native `dateline` command: check an article, build its plain HTML.

mod intl;
mod plain;

pub use intl::Icu;
pub use plain::{context, fold, plain, rendered};

/// Runs the command on the process's arguments.
#[must_use]
pub fn run() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
