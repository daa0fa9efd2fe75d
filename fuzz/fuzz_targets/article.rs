//! Arbitrary bytes go the reader's way: read as an article, explored for a few
//! steps on an axis of any width, rendered to HTML. Whatever they are, nothing
//! may panic.

#![no_main]
#![allow(missing_docs)]

use std::rc::Rc;

use dateline::article::{json, read};
use dateline::explore::{Action, Section, State};
use dateline::timeline::{Folding, Grouping, Move};
use dateline_cli::{context, plain, rendered};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let Ok(value) = json::value(text) else {
        return;
    };
    let Some(article) = read(&value).article else {
        return;
    };
    let article = Rc::new(article);
    let _ = plain(article.clone(), "dateline");

    let mut context = context(article, "dateline", false);
    for action in steps(bytes) {
        if let Some(next) = context.state.reduced(&action) {
            context.state = Rc::new(next);
        }
    }
    let _ = rendered(context);
});

/// What a reader does to this article. It hangs on the bytes alone, so that an
/// input that breaks something breaks it again.
fn steps(bytes: &[u8]) -> impl Iterator<Item = Action> {
    let mut chance = Chance(bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    }));
    let width = chance.below(1600) as f64;
    let first = [
        Action::Widen(chance.below(2) == 1),
        Action::Axis(Move::Resize(width)),
    ];
    let rest = (0..chance.below(8)).map(move |_| step(&mut chance, width));
    first.into_iter().chain(rest)
}

fn step(chance: &mut Chance, width: f64) -> Action {
    let at = chance.below(1 + width as usize) as f64;
    match chance.below(21) {
        0 => Action::Select(Some(chance.below(40))),
        1 => Action::Step(chance.below(7) as i32 - 3),
        2 => Action::Toggle(chance.below(12)),
        3 => Action::Search("é a".into()),
        4 => Action::Axis(Move::Pan(at * 40.0 - 20.0 * width)),
        5 => Action::Axis(Move::Zoom { factor: 10.0, at }),
        6 => Action::Axis(Move::Zoom { factor: 0.01, at }),
        7 => Action::Axis(Move::Pinch {
            factor: 1e6,
            at: -at,
        }),
        8 => Action::Axis(Move::Slide(at - 1.0)),
        9 => Action::Axis(Move::Fit),
        10 => Action::Axis(Move::Space(match chance.below(3) {
            0 => Folding::Auto,
            1 => Folding::On,
            _ => Folding::Off,
        })),
        11 => Action::Axis(Move::Unfold(chance.below(3))),
        12 => Action::FilterSpeaker(Some(chance.below(6))),
        13 => Action::Group,
        14 => Action::ToggleGroup(chance.below(4)),
        15 => Action::Expand(match chance.below(4) {
            0 => Section::Events,
            1 => Section::Countries,
            2 => Section::Eras,
            _ => Section::Claims(chance.below(12)),
        }),
        16 => Action::Turn(chance.below(3) as i32 - 1),
        17 => Action::List(chance.below(400)),
        18 => Action::Print(chance.below(2) == 1),
        19 => Action::Axis(Move::Group(match chance.below(4) {
            0 => Grouping::Together,
            1 => Grouping::Countries,
            2 => Grouping::People,
            _ => Grouping::Groups,
        })),
        _ => Action::Clear,
    }
}

/// A linear congruential generator (Knuth's MMIX constants).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}
