/// What a picture is drawn with: the widget's colours. Nothing in it is chosen, so there is
/// no accent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Colours {
    pub paper: &'static str,
    pub ink: &'static str,
    pub secondary: &'static str,
    pub edge: &'static str,
    pub hairline: &'static str,
    /// Of lines from titles to the ticks.
    pub line: &'static str,
    /// Of eras.
    pub shade: &'static str,
}

pub(super) const LIGHT: Colours = Colours {
    paper: "#ffffff",
    ink: "#1a1a1a",
    secondary: "#595959",
    edge: "#767676",
    hairline: "#d8d5cf",
    line: "#b4b4b4",
    shade: "#eae8e4",
};

pub(super) const DARK: Colours = Colours {
    paper: "#14171a",
    ink: "#ececec",
    secondary: "#a8adb3",
    edge: "#868e96",
    hairline: "#343a40",
    line: "#53585e",
    shade: "#262a2f",
};
