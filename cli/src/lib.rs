//! The native `dateline` command: check an article, build its plain HTML,
//! import what others wrote and export for them, and draw its timeline as a picture.

// As `indexing_slicing` in Cargo.toml, for texts; tests may.
#![cfg_attr(not(test), deny(clippy::string_slice))]

mod build;
mod check;
mod export;
mod files;
mod import;
mod intl;
mod new;
mod picture;
mod plain;
mod preview;
mod schema;

pub use build::{Assets, data_attribute};
pub use intl::Icu;
pub use plain::{context, fold, nfd, plain, rendered};
pub use schema::schema;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The version of the program and of this command.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A timeline and country cards for a news page: tools for whoever writes the data.
#[derive(Parser)]
#[command(name = "dateline", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    New(new::New),
    Check(check::Check),
    Build(Box<build::Build>),
    Import(Box<import::Import>),
    Export(export::Export),
    Preview(preview::Preview),
    Picture(picture::Picture),
}

/// Runs the command on the process's arguments.
#[must_use]
pub fn run() -> ExitCode {
    match Arguments::parse().command {
        Command::New(new) => new.run(),
        Command::Check(check) => check.run(),
        Command::Build(build) => build.run(),
        Command::Import(import) => import.run(),
        Command::Export(export) => export.run(),
        Command::Preview(preview) => preview.run(),
        Command::Picture(picture) => picture.run(),
    }
}
