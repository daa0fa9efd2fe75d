use std::sync::{Arc, OnceLock};

use resvg::usvg::fontdb::{Database, Family, Query};
#[cfg(target_os = "wasi")]
use resvg::usvg::fontdb::{FaceInfo, Source};

/// Families for texts and for headlines: the first that is installed is taken.
const SANS: [&str; 9] = [
    "Segoe UI",
    "Helvetica Neue",
    "Inter",
    "Roboto",
    "Arial",
    "Noto Sans",
    "Liberation Sans",
    "Open Sans",
    "DejaVu Sans",
];
const SERIF: [&str; 6] = [
    "Georgia",
    "Times New Roman",
    "Noto Serif",
    "Liberation Serif",
    "Source Serif 4",
    "DejaVu Serif",
];

/// The fonts of this machine; nothing where there is none that has letters.
pub(super) fn fonts() -> Option<Arc<Database>> {
    static FONTS: OnceLock<Option<Arc<Database>>> = OnceLock::new();
    FONTS.get_or_init(found).clone()
}

/// Those of the system.
#[cfg(not(target_os = "wasi"))]
fn load(fonts: &mut Database) {
    fonts.load_system_fonts();
}

/// Those of the folders that whoever runs the command has named: WASI shows it no others.
#[cfg(target_os = "wasi")]
fn load(fonts: &mut Database) {
    let folders = std::env::var("DATELINE_FONTS").unwrap_or_default();
    for folder in folders.split(':').filter(|folder| !folder.is_empty()) {
        fonts.load_fonts_dir(folder);
    }
}

/// Keeps the fonts of a family in memory. WASI maps no files into it: each letter would read its
/// font anew.
#[cfg(target_os = "wasi")]
fn hold(fonts: &mut Database, family: &str) {
    let is_one = |face: &&FaceInfo| face.families.iter().any(|(name, _)| name == family);
    let faces: Vec<_> = fonts.faces().filter(is_one).cloned().collect();
    for face in faces {
        let Source::File(path) = &face.source else {
            continue;
        };
        if let Ok(data) = std::fs::read(path) {
            fonts.remove_face(face.id);
            fonts.push_face_info(FaceInfo {
                source: Source::Binary(Arc::new(data)),
                ..face
            });
        }
    }
}

fn found() -> Option<Arc<Database>> {
    let mut fonts = Database::new();
    load(&mut fonts);
    let any = fonts.faces().next()?.families.first()?.0.clone();
    let installed = |fonts: &Database, names: &[&str]| {
        let is_there = |name: &&&str| {
            let query = Query {
                families: &[Family::Name(name)],
                ..Query::default()
            };
            fonts.query(&query).is_some()
        };
        let found = names.iter().find(is_there);
        found.map_or_else(|| any.clone(), |name| (*name).to_owned())
    };
    let (sans, serif) = (installed(&fonts, &SANS), installed(&fonts, &SERIF));
    #[cfg(target_os = "wasi")]
    for family in [&sans, &serif] {
        hold(&mut fonts, family);
    }
    fonts.set_sans_serif_family(sans);
    fonts.set_serif_family(serif);
    Some(Arc::new(fonts))
}
