//! A program as readers download it: wasm, and the glue that it goes with.

use std::fs;
use std::path::Path;

use crate::{cut, data, glue, lean, optimise, order};

/// Glue and wasm.
pub struct Program {
    /// A module of JavaScript.
    pub glue: String,
    /// The wasm that it loads.
    pub wasm: Vec<u8>,
}

/// Which program it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Tells the page of its panics, and runs for as long as the page does.
    Widget,
    /// Traps where it panics; the page frees what it makes with it.
    Finder,
}

/// The program that wasm-bindgen has written to the files `glue` and `wasm`, under short
/// names; with `release` also small, for which `wasm` is the workbench.
///
/// # Errors
/// A sentence when a file cannot be read or written, wasm-opt is missing, or the wasm is
/// not what is known here.
pub fn finished(kind: Kind, glue: &Path, wasm: &Path, release: bool) -> Result<Program, String> {
    let script = fs::read_to_string(glue)
        .map_err(|why| format!("{} could not be read: {why}.", glue.display()))?;
    let load =
        || fs::read(wasm).map_err(|why| format!("{} could not be read: {why}.", wasm.display()));
    let save = |bytes: &[u8]| {
        fs::write(wasm, bytes)
            .map_err(|why| format!("{} could not be written: {why}.", wasm.display()))
    };
    let script = if release {
        let script = glue::leaner(&script, kind == Kind::Finder);
        let linked = load()?;
        let bytes = lean::spoken_of(&script, &linked)?;
        let (bytes, _) = match kind {
            Kind::Widget => cut::cut(&bytes)?,
            Kind::Finder => cut::trapped(&bytes)?,
        };
        save(&bytes)?;
        optimise::optimise(wasm)?;
        let (bytes, _) = data::swept(&linked, &load()?)?;
        save(&order::named(&bytes)?)?;
        optimise::in_order(wasm)?;
        script
    } else {
        script
    };
    let (glue, wasm) = lean::shortened(&script, &load()?)?;
    Ok(Program { glue, wasm })
}
