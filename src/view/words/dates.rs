use super::{Listing, Words, fill, template::fill_cased};
use crate::article::{
    Basis, Date, Event, When,
    date::{Calendar, Edge, Heading, Member, Point, Shape},
};

/// How many dates of a set are said.
const MEMBERS: usize = 12;

impl Words {
    /// When something happened, how exactly it is known and on what it rests:
    /// “about September 2022”, “Monday (20 March 2023, worked out from the publication
    /// date)”.
    ///
    /// What the article states needs no remark; its own wording is given only where the
    /// date had to be worked out or supplied.
    #[must_use]
    pub fn when(&self, when: &When) -> String {
        let date = self.date(&when.date);
        let strings = self.strings;
        let remark = match &when.basis {
            Basis::Stated => return date,
            Basis::Inferred { from: Some(from) } => fill(strings.worked_out_from(), &[from]),
            Basis::Inferred { from: None } => strings.worked_out().to_owned(),
            Basis::Editor { note: Some(note) } => fill(strings.by_editor_note(), &[note]),
            Basis::Editor { note: None } => strings.by_editor().to_owned(),
        };
        match &when.text {
            Some(text) => fill(
                strings.meaning(),
                &[text, &fill(strings.both(), &[&date, &remark])],
            ),
            None => fill(strings.remark(), &[&date, &remark]),
        }
    }

    /// When an event was, how exactly that is known, and its title.
    #[must_use]
    pub fn event(&self, event: &Event) -> String {
        fill(
            self.strings.both(),
            &[&self.when(&event.when), &event.title],
        )
    }

    /// A date in words, without what it rests on: “20–22 March 2023”, “since February 2021”.
    #[must_use]
    pub fn date(&self, date: &Date) -> String {
        let words = match &date.shape {
            Shape::Single(point) => self.point(point),
            Shape::Range(from, to) => self.range_of_edges(*from, *to),
            Shape::OneOf(members) => self.set(members, Listing::Or),
            Shape::AllOf(members) => self.set(members, Listing::And),
        };
        match date.points().next() {
            Some(point) if point.calendar == Calendar::Julian => {
                fill(self.strings.julian(), &[&words])
            }
            _ => words,
        }
    }

    /// From when on something counts: “since February 2021”.
    #[must_use]
    pub fn since(&self, date: &Date) -> String {
        let strings = self.strings;
        match &date.shape {
            Shape::Single(point) => self.end("since", strings.since(), point),
            _ => {
                let plain = strings.variant("since", "plain");
                fill(plain.unwrap_or(strings.since()), &[&self.date(date)])
            }
        }
    }

    /// Under what a date stands in a list that is divided by years: “2022”, “1980s”,
    /// “1983 or earlier”, “Undated”.
    #[must_use]
    pub fn heading(&self, heading: Heading) -> String {
        match heading {
            Heading::Year(year) => self.year(year),
            Heading::Years(point) => self.decade(&point).unwrap_or_else(|| self.block(&point)),
            Heading::By(year) => fill(self.strings.or_earlier(), &[&self.year(year)]),
            Heading::Undated => self.strings.undated().to_owned(),
        }
    }

    fn range_of_edges(&self, from: Edge, to: Edge) -> String {
        let strings = self.strings;
        match (from, to) {
            (Edge::At(from), Edge::At(to)) => self.range(&from, &to),
            (Edge::At(from), Edge::Open) => {
                let is_to_come = from.earliest() >= self.now && self.now.is_some();
                let (name, sentence) = match is_to_come {
                    true => ("from", strings.from()),
                    false => ("since", strings.since()),
                };
                self.end(name, sentence, &from)
            }
            (Edge::Open, Edge::At(to)) => self.end("until", strings.until(), &to),
            (Edge::At(from), Edge::Unknown) => {
                self.end("end_unknown", strings.end_unknown(), &from)
            }
            (Edge::Unknown, Edge::At(to)) => {
                self.end("start_unknown", strings.start_unknown(), &to)
            }
            _ => strings.not_known().to_owned(),
        }
    }

    /// A sentence about a date, which `words` says in a grammatical case, if it has that; in
    /// none always. Where the sentence asks for a case that the date lacks, its plain form
    /// is taken, which asks for none.
    pub(super) fn sentence(
        &self,
        name: &str,
        sentence: &'static str,
        words: &dyn Fn(&str) -> Option<String>,
    ) -> String {
        let uncased = || words("").unwrap_or_default();
        let mut is_lacking = false;
        let said = fill_cased(sentence, &mut |_, case| {
            words(case).unwrap_or_else(|| {
                is_lacking = true;
                uncased()
            })
        });
        match self.strings.variant(name, "plain") {
            Some(plain) if is_lacking => fill(plain, &[&uncased()]),
            _ => said,
        }
    }

    /// A sentence about one end of a range.
    fn end(&self, name: &str, sentence: &'static str, point: &Point) -> String {
        self.sentence(name, sentence, &|case| match case {
            "" => Some(self.point(point)),
            case => self.in_case(point, case),
        })
    }

    /// One of some dates, or all of them.
    fn set(&self, members: &[Member], listing: Listing) -> String {
        let strings = self.strings;
        if let [
            Member {
                from: Edge::At(from),
                to: Edge::At(to),
            },
        ] = members
            && from != to
        {
            return match listing {
                Listing::And => fill(strings.throughout(), &[&self.range(from, to)]),
                Listing::Or => self.between_points(from, to),
            };
        }
        let is_open = |member: &Member| member.from == Edge::Open || member.to == Edge::Open;
        let count = members.len();
        let said = members.iter().enumerate();
        let said = said.filter(|(at, _)| count <= MEMBERS || *at + 2 < MEMBERS || *at + 1 == count);
        let mut words: Vec<String> = said
            .map(|(_, member)| self.member(member, listing))
            .collect();
        if count > MEMBERS {
            words.insert(MEMBERS - 2, "…".to_owned());
        }
        if !members.iter().any(is_open) {
            return self.intl.list(&words, listing);
        }
        // “1993, or 1 August 1994 or later” needs more than a comma.
        let both = match listing {
            Listing::Or => strings.or_else(),
            Listing::And => strings.and_also(),
        };
        let last = words.pop().unwrap_or_default();
        let before = words
            .into_iter()
            .reduce(|all, one| fill(strings.both(), &[&all, &one]));
        match before {
            Some(before) => fill(both, &[&before, &last]),
            None => last,
        }
    }

    fn member(&self, member: &Member, listing: Listing) -> String {
        let strings = self.strings;
        match (member.from, member.to) {
            (Edge::At(from), Edge::At(to)) if from == to => self.point(&from),
            (Edge::At(from), Edge::At(to)) => self.range(&from, &to),
            (Edge::At(from), _) => {
                let sentence = match listing {
                    Listing::Or => strings.or_later(),
                    Listing::And => strings.and_later(),
                };
                fill(sentence, &[&self.point(&from)])
            }
            (_, Edge::At(to)) => {
                let sentence = match listing {
                    Listing::Or => strings.or_earlier(),
                    Listing::And => strings.and_earlier(),
                };
                fill(sentence, &[&self.point(&to)])
            }
            _ => strings.not_known().to_owned(),
        }
    }
}
