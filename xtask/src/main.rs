//! Dateline's chores, each one word after `cargo xtask`. This program needs
//! nothing but what rustup brings, and fetches the rest itself.

mod bench;
mod browsers;
mod desk;
mod dist;
mod minify;
mod mutants;
mod npm;
mod package;
mod page;
mod pictures;
mod pins;
mod root;
mod run;
mod serve;
mod sizes;
mod stage;
mod test;
mod tools;
mod wordpress;

use std::process::ExitCode;

const USAGE: &str = "\
Dateline's chores:

  cargo xtask serve [--port N] [--release]
      install what is missing, build, and serve the demonstration page
  cargo xtask test [STEP…]
      run every check there is, or only the steps named
  cargo xtask dist
      build dist/, the folder to upload, and print what a reader downloads
  cargo xtask package [--built]
      build the packages for npm and WordPress into target/package/; --built
      takes dist/ as it is
  cargo xtask bench [--quick] [--built] [--guest] [--desk] [--repeats N]
      measure dist/ beside TimelineJS and vis-timeline in Chromium, what it costs
      the page around it, and what an editor waits for at the desk; --quick leaves
      out phones and more than 1,000 events, --built the building; --guest and
      --desk measure the page around and the desk alone
  cargo xtask pictures
      draw docs/pictures/, what a reader sees in Chromium
  cargo xtask mutants [--room R] [--sample N]
      change the pure rooms in N places each, and count what the tests do not see
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let mut words = words.iter().map(String::as_str);
    run::end_children_on_interrupt();
    let outcome = match words.next() {
        Some("serve") => serve::serve(words.collect()).map(|()| true),
        Some("test") => test::test(words.collect()),
        Some("dist") => dist::dist().map(|()| true),
        Some("package") => package::package(words.collect()).map(|()| true),
        Some("bench") => bench::bench(words.collect()).map(|()| true),
        Some("pictures") => pictures::pictures().map(|()| true),
        Some("mutants") => mutants::mutants(words.collect()),
        // Trunk's hook, not a chore for people.
        Some("stage") => stage::from_environment()
            .map(|()| true)
            .map_err(|why| why.to_string()),
        Some("help" | "-h" | "--help") | None => {
            print!("{USAGE}");
            Ok(true)
        }
        Some(other) => Err(format!("There is no chore called “{other}”.\n\n{USAGE}")),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}
