//! Lists the files of `www/words`, so that a language is such a file and nothing else, and
//! makes the English one small, which is part of the program.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let variable = |name| {
        let value = env::var_os(name);
        value.ok_or_else(|| io::Error::other(format!("there is no {name}")))
    };
    // Not the folder in which this program was compiled: it may have been moved since.
    let folder = Path::new(&variable("CARGO_MANIFEST_DIR")?).join("www/words");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let name = entry?.file_name();
        names.extend(
            name.to_string_lossy()
                .strip_suffix(".txt")
                .map(str::to_owned),
        );
    }
    names.sort();
    let mut list = String::from(
        "/// The names of the files with words, and their texts.\npub(super) const FILES: &[(&str, &str)] = &[\n",
    );
    for name in names {
        let path = folder.join(format!("{name}.txt"));
        list += &format!("    ({name:?}, include_str!({path:?})),\n");
    }
    list += "];\n";
    let out = variable("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("words.rs"), list)?;
    let english = fs::read_to_string(folder.join("en.txt"))?;
    fs::write(out.join("english.txt"), compact(&english))
}

/// A file's lines without its remarks and the blanks around their signs.
fn compact(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('='))
        .map(|(name, word)| format!("{}={}\n", name.trim(), word.trim()))
        .collect()
}
