//! The reader's place in the page's address. Only the fragment is touched, and only
//! after the reader has acted. A page that may not write its history (a sandboxed
//! frame) goes without.

use super::platform::Platform;
use crate::explore::address::{self, Place};

/// Where one widget keeps its reader's place.
pub(super) struct Address {
    platform: Platform,
    name: String,
    home: String,
}

impl Address {
    /// The address as it is now, for the widget `name`.
    pub fn new(platform: Platform, name: String) -> Address {
        // The reader who goes back to the fragment as it was when the widget came
        // leaves all our places; any other without us is the host's own business.
        let home = address::write(&platform.fragment(), &name, &Place::default());
        Address {
            platform,
            name,
            home,
        }
    }

    /// The place that the address names, if it names one.
    pub fn place(&self) -> Option<Place> {
        address::read(&self.platform.fragment(), &self.name)
    }

    /// Where the reader went to, when they came to the address as it is now by back,
    /// forward or a link; nothing when that is no concern of the widget.
    pub fn reached(&self) -> Option<Place> {
        let fragment = self.platform.fragment();
        address::read(&fragment, &self.name)
            .or_else(|| (fragment == self.home).then(Place::default))
    }

    /// Writes `place`: as a step that back undoes, or over the last one.
    pub fn write(&self, place: &Place, step: bool) {
        let now = self.platform.fragment();
        let next = address::write(&now, &self.name, place);
        if next != now {
            self.platform.go(&next, step);
        }
    }
}
