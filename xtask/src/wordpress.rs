//! WordPress for the tests: its filter of what authors write, and a site that is started
//! with our plugin. Of Debian's packages the files alone, not the servers they want.

use std::fs;

use crate::{browsers, root, run, tools};

/// Where it is, if the package is installed, and where it is unpacked otherwise.
const INSTALLED: &str = "/usr/share/wordpress";
const UNPACKED: &str = "target/wordpress";
/// What is unpacked, and a file of the last of them.
const PACKAGES: &str = "wordpress wordpress-theme-twentytwentythree libjs-underscore";
const THEME: &str = "wp-content/themes/twentytwentythree/style.css";

/// Has PHP, its way to a database, the database and WordPress's files in place.
///
/// # Errors
/// A sentence about what cannot be had.
pub fn prepare() -> Result<(), String> {
    if run::find("php").is_none() {
        browsers::apt("PHP", &["php-cli"])?;
    }
    files()?;
    let modules = run::answer("php", &["-m"]).unwrap_or_default();
    let has_database =
        run::find("mariadbd").is_some() || fs::exists("/usr/sbin/mariadbd").unwrap_or_default();
    if !has_database || !modules.lines().any(|name| name == "mysqli") {
        browsers::apt(
            "A database for WordPress",
            &["mariadb-server-core", "php-mysql"],
        )?;
    }
    Ok(())
}

fn files() -> Result<(), String> {
    let folder = root::at(UNPACKED);
    let installed = fs::exists(format!("{INSTALLED}/{THEME}")).unwrap_or_default();
    if installed || folder.join("usr/share/wordpress").join(THEME).is_file() {
        return Ok(());
    }
    fs::create_dir_all(&folder)
        .map_err(|why| format!("{} cannot be made: {why}.", folder.display()))?;
    let script = format!(
        "cd \"$0\" && apt-get download -qq {PACKAGES} && for each in *.deb; do dpkg-deb -x \"$each\" .; done"
    );
    let words = ["-c", &script, &folder.to_string_lossy()];
    tools::install("WordPress's files", "", "10 seconds", "sh", &words)
}
