use std::{
    collections::BTreeMap,
    fs,
    path::{Component, Path},
};

use dateline::article::Article;

use crate::files;

/// The article's pictures that are no whole addresses: files beside its data.
#[derive(Default)]
pub struct Pictures {
    /// Those that are there, by the names that the article has for them.
    pub found: BTreeMap<String, Vec<u8>>,
    /// Sentences about the others.
    pub missing: Vec<String>,
}

impl Pictures {
    /// Reads the pictures of an article whose data lie in `data`; those of data from the
    /// standard input lie nowhere.
    pub fn read(article: &Article, data: &Path) -> Pictures {
        let mut pictures = Pictures::default();
        for event in &article.events {
            let image = event.image.as_ref().map(|image| &image.src);
            let media = event.media.as_ref();
            let thumbnail = media.and_then(|media| media.thumbnail.as_ref());
            for src in image.into_iter().chain(thumbnail) {
                if is_local(src) {
                    pictures.add(src, &event.title, data);
                }
            }
        }
        for person in &article.people {
            if let Some(image) = person.image.as_ref().filter(|image| is_local(&image.src)) {
                pictures.add(&image.src, &person.name, data);
            }
        }
        pictures
    }

    fn add(&mut self, src: &str, title: &str, data: &Path) {
        let name = src.split(['?', '#']).next().unwrap_or_default();
        let name = name.trim_start_matches("./");
        if self.found.contains_key(name) {
            return;
        }
        // Nor are hidden files any picture.
        let is_below = Path::new(name).components().all(
            |part| matches!(part, Component::Normal(name) if !name.to_string_lossy().starts_with('.')),
        );
        let file = match data.parent() {
            Some(folder) if data.as_os_str() != "-" && is_below => folder.join(name),
            _ => {
                self.missing.push(format!(
                    "{src}, the picture of “{title}”, is not copied, as it does not lie in the folder of the data. Put it where the page looks for it."
                ));
                return;
            }
        };
        match fs::read(&file) {
            Ok(bytes) => {
                self.found.insert(name.to_owned(), bytes);
            }
            Err(error) => self.missing.push(format!(
                "{src}, the picture of “{title}”, is not copied: {} cannot be read: {}. Put it there, or where the page looks for it.",
                file.display(),
                files::why(&file, &error)
            )),
        }
    }
}

/// Whether an address is that of a file beside the page.
fn is_local(src: &str) -> bool {
    !src.contains(':') && !src.starts_with(['/', '#'])
}
