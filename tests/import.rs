//! Whatever a newsroom has comes in, and nothing of it vanishes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "import/broken.rs"]
mod broken;
#[path = "import/export.rs"]
mod export;
#[path = "import/fixtures.rs"]
mod fixtures;
#[path = "import/full.rs"]
mod full;
#[path = "import/hostile.rs"]
mod hostile;
#[path = "import/lossless.rs"]
mod lossless;
#[path = "import/onto.rs"]
mod onto;
#[path = "import/scale.rs"]
mod scale;
