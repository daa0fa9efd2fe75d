use crate::article::Country;

/// The flags that are served beside the widget.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flags {
    /// The countries whose flags are there, each with its flag's address, separated by
    /// spaces: `PL=https://news.example/flags/PL.svg`.
    pub served: String,
}

impl Flags {
    /// The address of the country's flag, where the editor asks for one and it is served.
    #[must_use]
    pub fn of(&self, country: &Country) -> Option<String> {
        let mut served = self.served.split(' ').filter_map(|one| one.split_once('='));
        let (_, address) = served.find(|(code, _)| country.flag && **code == *country.id)?;
        Some(address.into())
    }
}
