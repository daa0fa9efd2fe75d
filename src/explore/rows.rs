//! Which of the shown events the list holds.

use crate::sorting;
use std::ops::Range;

use super::{Section, State};

/// From this width on, in CSS px, the widget is wide: dates stand beside titles, and three
/// tiles beside each other. The style sheet's container queries say the same.
pub const WIDE: f64 = 640.0;
/// Rows of the list at rest in a narrow widget, and in a wide one, where about as many
/// stand beside the countries.
pub const ROWS: [usize; 2] = [5, 6];
/// Up to so many shown events are listed whole once all are asked for.
pub const WHOLE_LIST: usize = 100;
/// More than that are listed in pages of so many, so that a long list never outgrows its
/// host page.
pub const LIST_PAGE: usize = 50;
/// No page has fewer: the one before takes what would be left.
pub const LEAST_PAGE: usize = 10;
/// On paper, where nobody turns to the next part, so many are listed at most.
pub const WHOLE_PRINT: usize = 1_000;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// How many of the shown events stand before it.
    pub rank: usize,
    /// Its event: a position in `Article::events`.
    pub event: usize,
}

impl State {
    /// The events that the list holds, in time order.
    ///
    /// At rest these are a few: the editor's key events, filled up with the first ones; or
    /// those around one that the reader has chosen elsewhere.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        if self.printed {
            return self.all_rows().take(WHOLE_PRINT).collect();
        }
        if self.rests() {
            return self.rows_at_rest();
        }
        let page = self.page();
        self.all_rows().skip(page.start).take(page.len()).collect()
    }

    /// A row for each of the shown events.
    pub fn all_rows(&self) -> impl Iterator<Item = Row> {
        let shown = self.shown.iter().enumerate();
        shown.map(|(rank, event)| Row { rank, event })
    }

    /// Whether the list holds a few of the shown events and there are more.
    #[must_use]
    pub fn rests(&self) -> bool {
        self.can_rest() && !self.is_open(Section::Events)
    }

    /// Whether there are more shown events than the list holds at rest. What was searched
    /// for is always listed.
    #[must_use]
    pub fn can_rest(&self) -> bool {
        self.shown.count() > self.most_rows() && self.asked().is_empty() && !self.printed
    }

    /// The part of the shown events that is listed when all are asked for, counted from 0:
    /// all of them, or a page.
    #[must_use]
    pub fn page(&self) -> Range<usize> {
        let count = self.shown.count();
        if count <= WHOLE_LIST {
            return 0..count;
        }
        let start = self.first.min(count - LEAST_PAGE);
        let end = start + LIST_PAGE;
        start..if end + LEAST_PAGE > count { count } else { end }
    }

    /// Whether the list holds a page of the shown events.
    #[must_use]
    pub fn is_paged(&self) -> bool {
        !self.printed && !self.rests() && self.page().len() < self.shown.count()
    }

    /// Has the list hold this event.
    pub(super) fn list(&mut self, event: usize) {
        if self.rows().iter().any(|row| row.event == event) {
            return;
        }
        if self.rests() {
            self.around = Some(event);
        } else {
            let rank = self.shown.rank(event);
            self.first = rank - rank % LIST_PAGE;
        }
    }

    fn most_rows(&self) -> usize {
        let [narrow, wide] = ROWS;
        if self.wide { wide } else { narrow }
    }

    fn rows_at_rest(&self) -> Vec<Row> {
        let most = self.most_rows();
        if let Some(event) = self.around {
            let last = self.shown.count().saturating_sub(most);
            let first = self.shown.rank(event).saturating_sub(most / 2).min(last);
            return self.all_rows().skip(first).take(most).collect();
        }
        let events = &self.article.events;
        let is_key = |row: &Row| events.get(row.event).is_some_and(|event| event.key);
        let mut rows: Vec<Row> = self.all_rows().filter(is_key).take(most).collect();
        let others = self.all_rows().filter(|row| !is_key(row));
        rows.extend(others.take(most - rows.len()));
        sorting::sort(&mut rows);
        rows
    }
}
