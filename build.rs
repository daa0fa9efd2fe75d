//! Lists the files of `www/words`, so that a language is such a file and nothing else.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/words");
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
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("there is no OUT_DIR"))?;
    fs::write(Path::new(&out).join("words.rs"), list)
}
