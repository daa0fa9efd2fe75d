//! `cargo xtask mutants`: whether the native tests see what is changed in the pure rooms.
//! cargo-mutants changes one thing at a time, such as `<` to `<=`, and runs the tests.

use std::fs;
use std::path::Path;

use crate::{root, run, tools};

/// How many changes a room is tried with unless told otherwise.
const SAMPLE: usize = 60;
/// The part of the changes, in per cent, that may go unseen.
const UNSEEN: usize = 8;
/// Where cargo-mutants says what came of each.
const OUTPUT: &str = "target/mutants";

/// A room, its sources, and the files of `tests/` that are about it, beside its own tests.
struct Room {
    name: &'static str,
    sources: &'static str,
    tests: &'static [&'static str],
}

const ROOMS: [Room; 3] = [
    Room {
        name: "explore",
        sources: "src/explore/**/*.rs",
        tests: &[
            "exploring",
            "searching",
            "fragment",
            "axis",
            "eras",
            "views",
        ],
    },
    Room {
        name: "timeline",
        sources: "src/timeline/**/*.rs",
        tests: &["timeline", "viewport", "axis", "eras"],
    },
    Room {
        name: "article/date",
        sources: "src/article/date/**/*.rs",
        tests: &["dates", "doors", "reading"],
    },
];

/// What came of the changes in a room.
#[derive(Default)]
struct Count {
    seen: usize,
    unseen: Vec<String>,
}

impl Count {
    /// The part that went unseen, in per cent, rounded up.
    fn share(&self) -> usize {
        let tried = self.seen + self.unseen.len();
        (self.unseen.len() * 100).div_ceil(tried.max(1))
    }
}

/// Tries a sample of changes in every room, or in one (`--room NAME`), so many in each
/// (`--sample N`); the sample is spread evenly over the room and the same every time.
/// Whether enough of them were seen.
///
/// # Errors
/// A sentence when a word is unknown, the tool cannot be had, or the tests fail as they are.
pub fn mutants(words: Vec<&str>) -> Result<bool, String> {
    let (mut rooms, mut sample) = (ROOMS.iter().collect::<Vec<_>>(), SAMPLE);
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        match (word, words.next()) {
            ("--room", Some(name)) => {
                rooms.retain(|room| room.name == name);
                if rooms.is_empty() {
                    let names = ROOMS.map(|room| room.name).join(", ");
                    return Err(format!(
                        "There is no room called “{name}”. The rooms are: {names}."
                    ));
                }
            }
            ("--sample", Some(number)) => {
                sample = number
                    .parse()
                    .ok()
                    .filter(|number| *number > 0)
                    .ok_or("--sample wants a number, such as --sample 60.")?;
            }
            _ => return Err("The words are --room NAME and --sample N.".into()),
        }
    }
    tools::rust()?;
    tools::cargo_mutants()?;
    let mut counts = Vec::new();
    for room in rooms {
        if run::stopping() {
            return Ok(false);
        }
        counts.push((room.name, tried(room, sample)?));
    }
    println!(
        "\n{:<14} {:>6} {:>7} {:>6}",
        "room", "tried", "unseen", "share"
    );
    for (name, count) in &counts {
        let unseen = count.unseen.len();
        let (tried, share) = (count.seen + unseen, count.share());
        println!("{name:<14} {tried:>6} {unseen:>7} {share:>4} %");
    }
    for (name, count) in &counts {
        for change in &count.unseen {
            println!("unseen in {name}: {change}");
        }
    }
    println!("At most {UNSEEN} % may go unseen in a room.");
    Ok(counts.iter().all(|(_, count)| count.share() <= UNSEEN))
}

/// Tries about so many changes in a room.
fn tried(room: &Room, sample: usize) -> Result<Count, String> {
    let source = format!("--file={}", room.sources);
    let listed = run::answer(
        "cargo",
        &["mutants", "--list", "--package=dateline", &source],
    );
    let all = listed.map_or(0, |listed| listed.lines().count());
    if all == 0 {
        return Err(format!("cargo-mutants finds nothing in {}.", room.sources));
    }
    let shards = all.div_ceil(sample);
    println!("\n{}: one of {shards} of {all} changes", room.name);

    let output = format!("{OUTPUT}/{}", room.name.replace('/', "-"));
    fs::create_dir_all(root::at(&output))
        .map_err(|why| format!("{output} cannot be made: {why}."))?;
    let mut cargo = run::command("cargo");
    cargo.args(["mutants", "--package=dateline", &source, "--no-shuffle"]);
    cargo.arg(format!("--shard=0/{shards}"));
    cargo.args([
        "--sharding=round-robin",
        "--output",
        &output,
        "--colors=never",
    ]);
    cargo.args(["--baseline=run", "--", "--lib"]);
    for test in room.tests {
        cargo.arg(format!("--test={test}"));
    }
    // A snapshot that differs is a change that was seen.
    cargo.env("INSTA_UPDATE", "no");
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "none");
    let status = run::show(&mut cargo)?;
    // 2 and 3: some went unseen, or made the tests run for ever.
    if !matches!(status.code(), Some(0 | 2 | 3)) {
        return Err("cargo-mutants stopped, for the reason above.".into());
    }
    let found = root::at(&output).join("mutants.out");
    let lines = |name: &str| lines(&found.join(name));
    Ok(Count {
        seen: lines("caught.txt")?.len() + lines("timeout.txt")?.len(),
        unseen: lines("missed.txt")?,
    })
}

/// The lines of a file that cargo-mutants has written.
fn lines(file: &Path) -> Result<Vec<String>, String> {
    let text = fs::read_to_string(file)
        .map_err(|why| format!("{} cannot be read: {why}.", file.display()))?;
    Ok(text.lines().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_never_rounded_down() {
        let count = |seen, unseen| Count {
            seen,
            unseen: vec![String::new(); unseen],
        };
        assert_eq!(count(0, 0).share(), 0);
        assert_eq!(count(92, 8).share(), 8);
        assert_eq!(count(91, 8).share(), 9);
    }
}
