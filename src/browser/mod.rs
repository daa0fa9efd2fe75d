//! All that touches the page. Compiled for wasm only.
//!
//! The custom element (`www/dateline.js`) loads this program once for all its
//! instances and holds a [`Widget`] for each that is shown.
//!
//! | module | what it does |
//! | --- | --- |
//! | `widget`, `options`, `detail` | what the element calls, hands over and hears |
//! | `read`, `value` | the door to an article's data |
//! | `host`, `instance` | the Yew component, and what it shows: the state, and what messages do to it |
//! | `rendered` | what is done once the page shows the state |
//! | `axis` | gestures, and where the axis stands between two layouts |
//! | `focus`, `pressed`, `menu` | where the focus is, what was pressed, and what closes a menu |
//! | `observe`, `address` | what happens around an instance |
//! | `foreign` | what others do to the nodes of the view |
//! | `fold`, `measure` | what the browser knows of letters and fonts |
//! | `subscription`, `later`, `panic` | listeners, work that waits, and their end |

mod address;
mod axis;
pub mod detail;
mod focus;
mod fold;
mod for_width;
mod foreign;
mod host;
mod instance;
mod later;
mod measure;
mod menu;
mod observe;
mod options;
mod panic;
mod passages;
mod pressed;
mod read;
mod rendered;
mod subscription;
/// The browser’s door to an article’s data.
pub mod value;
mod widget;

pub use panic::{on_panic, start, whose};
pub use widget::Widget;
