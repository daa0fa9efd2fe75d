//! WordPress's own filter of what authors write, for the test of what it leaves of a
//! snippet: PHP, and of Debian's package the files alone, not the server it wants.

use std::fs;

use crate::{browsers, root, run, tools};

/// Where the filter is, if the package is installed, and where it is unpacked otherwise.
const INSTALLED: &str = "/usr/share/wordpress/wp-includes/kses.php";
const UNPACKED: &str = "target/wordpress";

/// Has PHP and the filter in place.
///
/// # Errors
/// A sentence about what cannot be had.
pub fn prepare() -> Result<(), String> {
    if run::find("php").is_none() {
        browsers::apt("PHP", &["php-cli"])?;
    }
    let folder = root::at(UNPACKED);
    let unpacked = folder.join("usr/share/wordpress/wp-includes/kses.php");
    if fs::exists(INSTALLED).unwrap_or_default() || unpacked.is_file() {
        return Ok(());
    }
    fs::create_dir_all(&folder)
        .map_err(|why| format!("{} cannot be made: {why}.", folder.display()))?;
    let script = "cd \"$0\" && apt-get download -qq wordpress && dpkg-deb -x wordpress_*.deb .";
    let words = ["-c", script, &folder.to_string_lossy()];
    tools::install("WordPress's files", "", "10 seconds", "sh", &words)
}
