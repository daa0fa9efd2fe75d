//! The three browsers that the page is tested in, and what drives them.

use std::path::Path;

use crate::{run, tools};

/// An engine that pages are tested in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's small browser, by WebKitWebDriver, on a virtual screen.
    WebKit,
}

impl Engine {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name the page tests know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The Debian packages that bring it.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    /// What of it is not on this machine, or nothing when all is.
    fn missing(self) -> Option<&'static str> {
        match self {
            Self::Chromium => first_missing(&[
                (
                    "Chromium",
                    &["chromium", "chromium-browser", "google-chrome"],
                ),
                ("chromedriver", &["chromedriver"]),
            ]),
            Self::Firefox => first_missing(&[("Firefox", &["firefox-esr", "firefox"])]),
            Self::WebKit => first_missing(&[
                ("WebKitWebDriver", &["WebKitWebDriver"]),
                ("Xvfb", &["Xvfb"]),
            ]),
        }
    }

    /// Installs what is missing of it, where this machine lets us.
    ///
    /// # Errors
    /// A sentence that names the packages to install.
    pub fn prepare(self) -> Result<(), String> {
        if let Some(missing) = self.missing() {
            apt(missing, self.packages())?;
            if let Some(still) = self.missing() {
                let packages = self.packages().join(" ");
                return Err(format!(
                    "{still} is missing even with the packages {packages}."
                ));
            }
        }
        match self {
            Self::Firefox => tools::geckodriver(),
            Self::Chromium | Self::WebKit => Ok(()),
        }
    }
}

fn first_missing(wanted: &[(&'static str, &[&str])]) -> Option<&'static str> {
    let missing = |names: &[&str]| names.iter().all(|name| run::find(name).is_none());
    wanted
        .iter()
        .find(|(_, names)| missing(names))
        .map(|(what, _)| *what)
}

/// Installs Debian packages, where this machine lets us.
///
/// # Errors
/// A sentence that names what is missing and the packages that bring it.
pub fn apt(missing: &str, packages: &[&str]) -> Result<(), String> {
    let list = packages.join(" ");
    let command = format!("apt-get install --no-install-recommends {list}");
    if !Path::new("/usr/bin/apt-get").exists() {
        return Err(format!(
            "{missing} is missing. Install your system's counterparts of Debian's packages {list}."
        ));
    }
    if run::answer("id", &["-u"]).as_deref() != Some("0") {
        return Err(format!("{missing} is missing. Run: sudo {command}"));
    }
    // A fresh machine has no package lists yet; an old list is no reason to stop.
    let update = ["update", "-qq"];
    if let Err(sentence) = tools::install("package lists", "", "20 seconds", "apt-get", &update) {
        println!("{sentence}");
    }
    let mut words = vec!["install", "-y", "-qq", "--no-install-recommends"];
    words.extend(packages);
    tools::install(&list, "", "2 minutes", "apt-get", &words)
}
