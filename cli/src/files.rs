//! Files as the commands read and write them; `-` is the standard input.

use std::{
    fs::File,
    io::{self, ErrorKind, Read, Write},
    path::Path,
};

/// The bytes of a file: all, or one more than `most`.
///
/// # Errors
/// A sentence that names the file.
pub fn bytes(path: &Path, most: usize) -> Result<Vec<u8>, String> {
    let bounded = |from: &mut dyn Read| -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        from.take(most as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let read = if path.as_os_str() == "-" {
        bounded(&mut io::stdin().lock())
    } else {
        File::open(path).and_then(|mut file| bounded(&mut file))
    };
    read.map_err(|error| format!("{} cannot be read: {}.", name(path), why(path, &error)))
}

/// Why a file could not be read or written, in words that are the same on every system.
pub fn why(path: &Path, error: &io::Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder",
        ErrorKind::PermissionDenied => "it is not permitted",
        _ if path.is_dir() => "it is a folder",
        _ => return error.to_string(),
    };
    known.into()
}

/// What a path is called.
pub fn name(path: &Path) -> String {
    if path.as_os_str() == "-" {
        "The standard input".into()
    } else {
        path.display().to_string()
    }
}

/// Writes into a file, or to the standard output where there is none.
///
/// # Errors
/// A sentence that names the file.
pub fn write(
    path: Option<&Path>,
    put: &dyn Fn(&mut dyn Write) -> io::Result<()>,
) -> Result<(), String> {
    let Some(path) = path else {
        let mut out = io::BufWriter::new(io::stdout().lock());
        // Whoever closed the pipe has read enough.
        let _ = put(&mut out).and_then(|()| out.flush());
        return Ok(());
    };
    let written = File::create(path).and_then(|file| {
        let mut out = io::BufWriter::new(file);
        put(&mut out)?;
        out.flush()
    });
    written.map_err(|error| {
        format!(
            "{} cannot be written: {}.",
            path.display(),
            why(path, &error)
        )
    })
}
