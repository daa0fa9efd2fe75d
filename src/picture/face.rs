use crate::timeline::estimate;

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// Titles, ticks, imprint.
    Text,
    /// Ticks of larger units, counts.
    Strong,
    /// The headline.
    Headline,
}

/// How wide a text is in a face, as a multiple of the font's size.
pub type Measure = dyn Fn(&str, Face) -> f64;

/// How many times wider than plain ones bold letters are, about.
const BOLD: f64 = 1.12;
/// The size in px that [`estimate`] speaks of.
const ESTIMATED: f64 = 13.0;

/// About as wide as in most fonts, for where nothing can be measured. Always the same.
#[must_use]
pub fn estimated(text: &str, face: Face) -> f64 {
    let plain = estimate(text) / ESTIMATED;
    if face == Face::Text {
        plain
    } else {
        plain * BOLD
    }
}

impl Face {
    /// The fonts that it may be set in, as in CSS: whichever is there first.
    #[must_use]
    pub fn families(self) -> &'static str {
        match self {
            Face::Text | Face::Strong => {
                "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', \
                 'Liberation Sans', 'DejaVu Sans', sans-serif"
            }
            Face::Headline => {
                "Georgia, 'Times New Roman', 'Noto Serif', 'Liberation Serif', \
                 'DejaVu Serif', serif"
            }
        }
    }

    /// How bold it is, as in CSS.
    #[must_use]
    pub fn weight(self) -> u16 {
        match self {
            Face::Text => 400,
            Face::Strong => 600,
            Face::Headline => 700,
        }
    }
}
