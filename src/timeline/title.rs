use std::{fmt, rc::Rc};

/// How much room a title needs, in whole px; 0 where there is no title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape {
    /// Its width in one line.
    pub line: u16,
    /// Its width in two lines, broken where that is least; that of one line where it
    /// cannot be broken.
    pub pair: u16,
}

impl Shape {
    /// Whether there is a title at all.
    #[must_use]
    pub fn is_some(self) -> bool {
        self.line > 0
    }

    /// Its width in so many lines.
    #[must_use]
    pub fn width(self, lines: u8) -> f64 {
        f64::from(if lines > 1 { self.pair } else { self.line })
    }
}

/// The shapes of titles by [`super::Item::id`]. A title is measured when a place is first
/// looked for it, as most of a hundred thousand are never shown.
#[derive(Clone)]
pub struct Titles(Rc<dyn Fn(u32) -> Shape>);

impl Titles {
    /// The same id must always give the same shape.
    pub fn new(shape: impl Fn(u32) -> Shape + 'static) -> Titles {
        Titles(Rc::new(shape))
    }

    /// No titles at all.
    #[must_use]
    pub fn none() -> Titles {
        Titles::new(|_| Shape::default())
    }

    /// The shape of an item's title.
    #[must_use]
    pub fn shape(&self, id: u32) -> Shape {
        (self.0)(id)
    }

    /// Whether both are the very same, so that what was laid out with one still holds.
    #[must_use]
    pub fn same(&self, other: &Titles) -> bool {
        std::ptr::addr_eq(Rc::as_ptr(&self.0), Rc::as_ptr(&other.0))
    }
}

impl fmt::Debug for Titles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Titles")
    }
}
