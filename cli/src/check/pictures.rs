//! Pictures that lie beside the data.

use std::path::Path;

use dateline::article::{Mistake, Problem, Value, shorten};

/// Adds to the problems of the data the pictures of its events that are not in `folder`, where
/// the data's file lies.
pub fn look(data: &Value, folder: &Path, problems: &mut Vec<Problem>) {
    for (at, event) in data.member("events").items().iter().enumerate() {
        let Some(src) = event.member("image").words("src") else {
            continue;
        };
        if is_lost(src, folder) {
            problems.push(Problem {
                path: format!("/events/{at}/image/src"),
                found: shorten(src),
                ..Problem::of_all(Mistake::PictureNotFound, Vec::new())
            });
        }
    }
}

/// Whether a picture is not where the others lie beside the data. Where none lie there, addresses
/// are of the page's own files, of which nothing is known.
fn is_lost(src: &str, folder: &Path) -> bool {
    let is_local = !src.contains(':') && !src.starts_with(['/', '#']);
    let name = src.split(['?', '#']).next().unwrap_or_default();
    let file = folder.join(name);
    let has_folder = name.contains('/') && file.parent().is_some_and(Path::is_dir);
    is_local && has_folder && !file.is_file()
}
