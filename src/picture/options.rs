use std::{fmt, str::FromStr};

use crate::timeline::Grouping;

/// How a picture is to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// How large it is.
    pub size: Size,
    /// Whether its paper is dark.
    pub dark: bool,
    /// What its lanes stand for. Where they have no room, all events stand on one.
    pub lanes: Grouping,
}

/// How large a picture is, in px.
///
/// ```
/// use dateline::picture::Size;
///
/// let size: Size = "1080x1350".parse().unwrap();
/// assert_eq!((size.width(), size.height()), (1080, 1350));
/// assert!("1080".parse::<Size>().is_err() && Size::new(10, 10).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    width: u16,
    height: u16,
}

/// The shortest that a side may be, in px: less has no room for a word.
const LEAST: u16 = 320;
/// The longest that a side may be, in px.
const MOST: u16 = 4096;

impl Size {
    /// # Errors
    /// A sentence, where a side is shorter than 320 px or longer than 4096 px.
    pub fn new(width: u16, height: u16) -> Result<Size, String> {
        if [width, height]
            .iter()
            .all(|side| (LEAST..=MOST).contains(side))
        {
            return Ok(Size { width, height });
        }
        Err(format!(
            "A picture’s sides are from {LEAST} to {MOST} px long, not {width}x{height}."
        ))
    }

    /// Its width in px.
    #[must_use]
    pub fn width(self) -> u16 {
        self.width
    }

    /// Its height in px.
    #[must_use]
    pub fn height(self) -> u16 {
        self.height
    }
}

impl Default for Size {
    /// A card as social networks show it.
    fn default() -> Size {
        Size {
            width: 1200,
            height: 675,
        }
    }
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Size, String> {
        let sides = text.split_once(['x', 'X', '×']);
        let side = |side: &str| side.trim().parse().ok();
        match sides.map(|(width, height)| (side(width), side(height))) {
            Some((Some(width), Some(height))) => Size::new(width, height),
            _ => Err(format!(
                "A picture’s size is written as 1200x675, its width and height in px, not {text:?}."
            )),
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}
