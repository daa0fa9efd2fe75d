//! The plugin for WordPress: what writes its posts, the block for its editor, and the widget.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use dateline_cli::{Assets, VERSION};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::HOME;
use crate::root;

/// What it holds beside what is built.
const SOURCES: &str = "xtask/wordpress";
const OWN: [&str; 3] = ["dateline.php", "block.js", "readme.txt"];

/// Packs it. Where it lies.
///
/// # Errors
/// A sentence when a file cannot be read or written.
pub fn pack(assets: &Assets) -> Result<PathBuf, String> {
    let path = root::at(HOME).join(format!("dateline-wordpress-{VERSION}.zip"));
    let mut files = vec![("LICENSE".to_owned(), root::text("LICENSE")?.into_bytes())];
    for name in OWN {
        let text = root::text(&format!("{SOURCES}/{name}"))?;
        files.push((
            name.to_owned(),
            text.replace("@version@", VERSION).into_bytes(),
        ));
    }
    files.extend(
        assets
            .files()
            .map(|(name, bytes)| (format!("widget/{name}"), bytes)),
    );
    write(&path, &files).map_err(|why| format!("{} cannot be written: {why}.", path.display()))?;
    Ok(path)
}

fn write(path: &PathBuf, files: &[(String, Vec<u8>)]) -> Result<(), zip::result::ZipError> {
    let mut zip = ZipWriter::new(File::create(path)?);
    for (name, bytes) in files {
        // WordPress wants a folder of the plugin's name in it.
        zip.start_file(format!("dateline/{name}"), SimpleFileOptions::default())?;
        zip.write_all(bytes)?;
    }
    zip.finish()?;
    Ok(())
}
