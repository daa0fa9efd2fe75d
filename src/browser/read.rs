use std::{pin::Pin, task::Poll};

use js_sys::Date;
use wasm_bindgen::{JsCast, prelude::*};

use super::{panic::working, value};
use crate::article::{Reading, read_in_turns, turns::turn};

/// Ms that a turn lasts: what the reader does meanwhile is answered after it.
const TURN: f64 = 30.0;

/// An article on its way in, read in turns: a long one takes a second.
#[wasm_bindgen]
pub struct Arrival {
    instance: u32,
    work: Pin<Box<dyn Future<Output = Reading>>>,
    pub(super) reading: Option<Reading>,
}

#[wasm_bindgen]
impl Arrival {
    /// Begins to read `article`, an object or its JSON text, for this instance.
    #[wasm_bindgen(constructor)]
    pub fn new(article: JsValue, instance: u32) -> Arrival {
        Arrival {
            instance,
            work: Box::pin(read(article)),
            reading: None,
        }
    }

    /// Reads on for one turn. Whether all is read.
    pub fn proceed(&mut self) -> bool {
        working(self.instance, || {
            let end = Date::now() + TURN;
            // Once in any case: a page may have put a clock of its own in place of the browser's.
            while self.reading.is_none() {
                match turn(self.work.as_mut()) {
                    Poll::Ready(reading) => self.reading = Some(reading),
                    Poll::Pending if Date::now() < end => {}
                    Poll::Pending => break,
                }
            }
        });
        self.reading.is_some()
    }
}

/// The article in `data`, and what is wrong with it. A string is taken as JSON text:
/// an embedded article goes from the page's script to here without a detour.
async fn read(data: JsValue) -> Reading {
    let value = match data.dyn_ref() {
        Some(text) => value::text(text).await,
        None => value::value(&data).await,
    };
    match value {
        Ok(value) => read_in_turns(&value).await,
        Err(problem) => Reading {
            article: None,
            problems: vec![problem],
        },
    }
}
