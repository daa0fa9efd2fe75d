//! What an editor is told of an article's data, beyond what reading them tells: for the command
//! and the desk, never for readers.

mod corrections;
mod look;
pub mod markup;
pub mod text;

use crate::article::{Problem, Value};

/// Adds to the problems of the data what reading lets pass and an editor hardly meant.
pub fn look(data: &Value, unmark: markup::Unmark, problems: &mut Vec<Problem>) {
    corrections::look(data, problems);
    look::look(data, unmark, problems);
}

/// The code of two letters of a language that has one (ISO 639-1), by its code of three
/// (ISO 639-2): “eng”.
#[must_use]
pub fn three_letters(code: &str) -> Option<&'static str> {
    const BOTH: &str = "araar belbe benbn bulbg cesce daada deude ellel engen estet fasfa finfi \
        frafr glega hebhe hinhi hrvhr hunhu hyehy indid itait jpnja katka kazkk korko lavlv litlt \
        mltmt nldnl nobnb norno polpl porpt ronro rusru slksk slvsl spaes srpsr swasw swesv tamta \
        thath turtr ukruk urdur vievi zhozh";
    let found = BOTH
        .split_whitespace()
        .find_map(|both| both.strip_prefix(code));
    found.filter(|two| two.len() == 2)
}
