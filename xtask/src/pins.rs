//! The versions that the project holds its tools to, read from the files that
//! already say them, so that no version is written down twice.

use crate::root;

/// Trunk's version. 0.22 asks for a newer Rust than ours.
pub const TRUNK: &str = "0.21.14";

/// The crate that carries Firefox's driver.
pub const GECKODRIVER: &str = "0.37.1";

/// What changes the code to see whether the tests do.
pub const MUTANTS: &str = "27.1.0";

/// The target that the widget is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The target that the command is compiled for, to be run by Node.
pub const WASI: &str = "wasm32-wasip1";

/// What wasm-opt may use of WebAssembly, for all our programs: the oldest browsers that are
/// served know it, and Node 20.
pub const WASM_FEATURES: [&str; 6] = [
    "bulk-memory",
    "nontrapping-float-to-int",
    "sign-ext",
    "mutable-globals",
    "reference-types",
    "multivalue",
];

/// The toolchain named by `rust-toolchain.toml`.
///
/// # Errors
/// A sentence when the file or its `channel` is missing.
pub fn toolchain() -> Result<String, String> {
    let text = root::text("rust-toolchain.toml")?;
    text.lines()
        .find_map(|line| quoted_after(line, "channel"))
        .ok_or_else(|| "rust-toolchain.toml names no channel.".into())
}

/// The version that `Cargo.lock` holds a crate at.
///
/// # Errors
/// A sentence when the lock or the crate in it is missing.
pub fn locked(package: &str) -> Result<String, String> {
    let lock = root::text("Cargo.lock")?;
    version_in(&lock, package).ok_or_else(|| format!("Cargo.lock does not name {package}."))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines();
    lines.find(|line| quoted_after(line, "name").as_deref() == Some(package))?;
    quoted_after(lines.next()?, "version")
}

fn quoted_after(line: &str, key: &str) -> Option<String> {
    let value = line.trim().strip_prefix(key)?.trim_start();
    let value = value.strip_prefix('=')?.trim();
    Some(value.trim_matches('"').to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// Trunk takes its list from the page.
    #[test]
    fn the_page_allows_the_same_features() {
        let page = root::text("index.html").unwrap();
        let lists: Vec<Vec<&str>> = page
            .split("data-wasm-opt-params=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .map(|words| {
                let words = words.split(' ');
                words
                    .filter_map(|word| word.strip_prefix("--enable-"))
                    .collect()
            })
            .collect();
        assert_eq!(lists, [WASM_FEATURES, WASM_FEATURES]);
    }

    #[test]
    fn finds_a_version_by_its_whole_name() {
        let lock = "[[package]]\nname = \"yew-macro\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"yew\"\nversion = \"0.23.0\"\n";
        assert_eq!(version_in(lock, "yew").as_deref(), Some("0.23.0"));
        assert_eq!(version_in(lock, "ye"), None);
    }
}
