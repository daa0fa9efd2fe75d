use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
    rc::Rc,
};

use clap::Args;

use super::{
    check::{Checked, print},
    plain,
};
use crate::article::{json, read};

/// Build an article's plain HTML: list, cards, quotations and sources, for inside the
/// element, where they need neither script nor style
///
/// Prints the HTML; what is wrong in the data goes to the standard error, as `check`
/// prints it, and sets the exit code as there.
#[derive(Args)]
pub struct Build {
    /// The article's JSON file; “-” is the standard input
    #[arg(value_name = "ARTICLE")]
    article: PathBuf,

    /// The widget's name in the page's address
    #[arg(long, default_value = "dateline")]
    name: String,
}

impl Build {
    /// Prints the HTML.
    pub fn run(&self) -> ExitCode {
        let checked = Checked::new(&self.article);
        let status = checked.status();
        let article = json::value(&checked.text)
            .ok()
            .and_then(|value| read(&value).article);
        let told = print(&mut io::stderr().lock(), &checked);
        let printed = article.map_or(Ok(()), |article| {
            let html = plain(Rc::new(article), &self.name);
            writeln!(io::stdout().lock(), "{html}")
        });
        match told.and(printed) {
            Ok(()) => ExitCode::from(status),
            Err(_) => ExitCode::from(2),
        }
    }
}
