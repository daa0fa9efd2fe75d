use super::Action;
use crate::article::pieces::{cut, pieces};
use crate::{
    article::Instant,
    timeline::{Folding, Grouping, Move},
};

impl Action {
    /// Reads what a control of the views says it does: a verb and what belongs to it,
    /// such as `toggle 3`. Fields add what the reader typed or picked: `search Kyiv`.
    /// `None` for anything else, `in` and `out` among it: `www/platform/acts.js` shows what they
    /// do, and hands over a [`Move::Zoom`].
    ///
    /// ```
    /// use dateline::explore::Action;
    ///
    /// assert_eq!(Action::read("toggle 3"), Some(Action::Toggle(3)));
    /// assert_eq!(Action::read("select"), Some(Action::Select(None)));
    /// assert_eq!(Action::read("hear 2"), Some(Action::Hear(Some(2))));
    /// assert_eq!(Action::read("search two words"), Some(Action::Search("two words".into())));
    /// assert_eq!(Action::read("dance"), None);
    /// ```
    #[must_use]
    pub fn read(act: &str) -> Option<Action> {
        let (verb, rest) = cut(act, " ").unwrap_or((act, ""));
        let mut numbers = pieces(rest, " ").map(|word| word.parse::<i64>().ok());
        let mut number = || numbers.next().flatten();
        let position = |number: i64| usize::try_from(number).ok();
        Some(match verb {
            "centre" => Action::Axis(Move::Centre(number()? as f64 / 100.0)),
            "clear" => Action::Clear,
            "close" => Action::Axis(Move::Close),
            "end" => Action::End(true),
            "fit" => Action::Axis(Move::Fit),
            "fold" => Action::Fold,
            "group" => Action::Group,
            "hear" => Action::Hear(number().and_then(position)),
            "lanes" => Action::Axis(Move::Group(match number()? {
                0 => Grouping::Together,
                1 => Grouping::Countries,
                2 => Grouping::People,
                3 => Grouping::Groups,
                _ => return None,
            })),
            "leave" => Action::Leave,
            "list" => Action::List(position(number()?)?),
            "open" => Action::Axis(Move::Open {
                lane: u16::try_from(number()?).ok()?,
                from: Instant(number()?),
                to: Instant(number()?),
            }),
            "search" => Action::Search(rest.to_owned()),
            "select" => Action::Select(number().and_then(position)),
            "slide" => Action::Slide(number()? as i32),
            "start" => Action::End(false),
            "space" => Action::Axis(Move::Space(match number()? {
                0 => Folding::Off,
                _ => Folding::On,
            })),
            "step" => Action::Step(number()?.signum() as i32),
            "unfold" => Action::Axis(Move::Unfold(position(number()?)?)),
            "toggle" => Action::Toggle(position(number()?)?),
            _ => return None,
        })
    }
}
