use yew::{Html, html};

/// The icons of the controls: one family, in lines of one width and the colour of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Icon {
    /// A magnifying glass.
    Search,
    /// Lines of text, and an arrow into them.
    Article,
    /// Two links of a chain.
    Link,
    /// To what comes before, in the direction of reading.
    Previous,
    /// To what comes after.
    Next,
    /// A minus.
    Minus,
    /// A plus.
    Plus,
    /// The corners of a frame.
    Fit,
    /// That more opens below.
    Down,
}

impl Icon {
    /// Its lines on a square of 20.
    const fn path(self) -> &'static str {
        match self {
            Icon::Search => "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zm4.3-1.7L17.5 17.5",
            Icon::Article => "M3.5 5h13M3.5 10h13M3.5 15h6M13 12.5l3 3-3 3M16 15.5h-4.5",
            Icon::Previous => "M12 4l-6 6 6 6",
            Icon::Next => "M8 4l6 6-6 6",
            Icon::Minus => "M4 10h12",
            Icon::Plus => "M4 10h12M10 4v12",
            Icon::Fit => "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",
            Icon::Down => "M5 7.5l5 5 5-5",
            Icon::Link => {
                "M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5L10 5m1.5 3.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5L10 15"
            }
        }
    }
}

/// An icon; what it stands for is said by the control around it.
pub(super) fn icon(icon: Icon) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
            <path d={icon.path()} />
        </svg>
    }
}
