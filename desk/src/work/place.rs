/// A part of the article that has a list of its own in the desk, or its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Section {
    /// Headline, summary, language, day of publication.
    Head,
    /// What happened.
    #[default]
    Events,
    /// Longer periods.
    Eras,
    /// Countries, with their claims and figures.
    Countries,
    /// Who speaks and acts.
    People,
    /// What was mended since publication.
    Corrections,
}

impl Section {
    /// Every section, in the order in which the desk has them.
    pub const ALL: [Section; 6] = [
        Section::Events,
        Section::Countries,
        Section::People,
        Section::Eras,
        Section::Head,
        Section::Corrections,
    ];

    /// The member of an article that holds its list; of the head, nothing.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Section::Head => "",
            Section::Events => "events",
            Section::Eras => "eras",
            Section::Countries => "countries",
            Section::People => "people",
            Section::Corrections => "corrections",
        }
    }

    /// The pointer to its list.
    #[must_use]
    pub fn list(self) -> String {
        match self {
            Section::Head => String::new(),
            section => format!("/{}", section.key()),
        }
    }

    /// What a word of the desk's is called for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Section::Head => "head",
            section => section.key(),
        }
    }
}

/// Where the editor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// The part of the article.
    pub section: Section,
    /// The chosen row of its list.
    pub row: Option<usize>,
    /// The column in which the row is written in, if it is.
    pub column: Option<usize>,
}

impl Place {
    /// A row, outside of the table.
    #[must_use]
    pub const fn row(section: Section, row: usize) -> Place {
        Place {
            section,
            row: Some(row),
            column: None,
        }
    }

    /// Where a pointer of the article leads.
    ///
    /// ```
    /// use dateline_desk::work::{Place, Section};
    /// assert_eq!(Place::of("/events/3/date/value"), Place::row(Section::Events, 3));
    /// assert_eq!(Place::of("/headline").section, Section::Head);
    /// ```
    #[must_use]
    pub fn of(path: &str) -> Place {
        let mut steps = path.split('/').skip(1);
        let key = steps.next().unwrap_or_default();
        let section = Section::ALL
            .into_iter()
            .find(|section| section.key() == key && !key.is_empty());
        Place {
            section: section.unwrap_or(Section::Head),
            row: section.and_then(|_| steps.next()?.parse().ok()),
            column: None,
        }
    }
}
