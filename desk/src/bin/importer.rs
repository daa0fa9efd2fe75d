//! The desk's second program, fetched when an editor brings something: every reader of what
//! others write, spreadsheets included.

#[cfg(target_arch = "wasm32")]
mod page {
    use dateline_desk::bring;
    use wasm_bindgen::prelude::*;

    /// Smaller than the allocator that comes with the standard library.
    #[global_allocator]
    static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

    /// Reads a source, its text or its packed bytes; `asked` and what comes are JSON.
    ///
    /// # Errors
    /// A sentence when nothing can be made of it.
    #[wasm_bindgen]
    pub fn bring(bytes: Vec<u8>, text: String, asked: &str) -> Result<String, String> {
        let asked = serde_json::from_str(asked).map_err(|why| why.to_string())?;
        let brought = bring::bring(bytes, text, &asked)?;
        serde_json::to_string(&brought).map_err(|why| why.to_string())
    }
}

/// There is nothing to start: the page calls.
fn main() {}
