use crate::article::Country;

/// The flags that are served beside the widget.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flags {
    /// The address of the folder that holds the folder `flags`, with its slash.
    pub base: String,
    /// The codes of the countries whose flags lie there, separated by spaces.
    pub codes: String,
}

impl Flags {
    /// The address of the country's flag, where the editor asks for one and it is served.
    #[must_use]
    pub fn of(&self, country: &Country) -> Option<String> {
        let code = &*country.id;
        let served = self.codes.split(' ').any(|served| served == code);
        (country.flag && served).then(|| [&self.base, "flags/", code, ".svg"].concat())
    }
}
