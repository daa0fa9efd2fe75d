use super::State;
use crate::{
    article::Article,
    timeline::{Scale, Track},
};

/// The scale that all countries' tracks share has so many units.
pub const TRACK_WIDTH: i64 = 1000;

/// Each country's events on the scale that all share. Made when it is first looked
/// at, and once an article: linear in its events and the countries they name.
pub(super) struct Tracks {
    scale: Option<Scale>,
    countries: Vec<Option<Track>>,
    /// The events that name each, in time order.
    named: Vec<Vec<usize>>,
}

impl Tracks {
    pub(super) fn new(article: &Article) -> Tracks {
        let scale = Scale::over(
            article.events.iter().map(|event| &event.when.date),
            TRACK_WIDTH,
        );
        let mut named: Vec<Vec<usize>> = Vec::new();
        named.resize_with(article.countries.len(), Vec::new);
        for (at, event) in article.events.iter().enumerate() {
            for country in &event.countries {
                if let Some(of) = named.get_mut(*country) {
                    of.push(at);
                }
            }
        }
        let track = |events: &Vec<usize>| {
            let events = events.iter();
            let mut dated =
                events.filter_map(|at| Some((*at, &article.events.get(*at)?.when.date)));
            Track::of(scale.as_ref()?, &mut dated)
        };
        Tracks {
            scale,
            countries: named.iter().map(track).collect(),
            named,
        }
    }
}

impl State {
    /// The events that name the country at this position, in time order: positions in
    /// `Article::events`.
    #[must_use]
    pub fn events_of(&self, country: usize) -> &[usize] {
        self.tracks().named.get(country).map_or(&[], Vec::as_slice)
    }

    /// The events that name the country at this position, on the scale that all
    /// countries share.
    #[must_use]
    pub fn track(&self, country: usize) -> Option<&Track> {
        self.tracks().countries.get(country)?.as_ref()
    }

    /// The chosen event on the same scale, where it names the country at this position.
    #[must_use]
    pub fn selected_track(&self, country: usize) -> Option<Track> {
        let at = self.selected.filter(|_| self.is_marked(country))?;
        let date = &self.article.events.get(at)?.when.date;
        Track::of(self.tracks().scale.as_ref()?, &mut [(at, date)].into_iter())
    }

    fn tracks(&self) -> &Tracks {
        self.tracks.get_or_init(|| Tracks::new(&self.article))
    }
}
