use std::rc::Rc;

use yew::Reducible;

use super::{Node, Place, Section, Step, Work, blank};

/// How many steps can be undone at most: days of work.
pub const UNDONE_AT_MOST: usize = 5_000;

/// All that the desk knows of the work at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Under what it is kept; another number for each work.
    pub id: u64,
    /// What the work is called in the list of works, and its file.
    pub name: Rc<str>,
    /// What is edited.
    pub work: Work,
    /// Where the editor is.
    pub place: Place,
    /// Grows whenever the editor is led to `place` rather than going there.
    pub led: u32,
    /// Grows with each change of the work, undone or not.
    pub changes: u32,
    /// What was before each step, and where the editor was then.
    past: Rc<Vec<(Work, Place)>>,
    /// What was undone, the nearest last.
    future: Rc<Vec<(Work, Place)>>,
    /// The field in which the last step typed, until a pause or another field.
    typing: Option<Rc<str>>,
    /// Whether an input method is composing: no pause ends the step.
    is_composing: bool,
}

/// What the editor does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Changes the work.
    Take(Step),
    /// Changes the work, and is led somewhere.
    TakeTo(Step, Place),
    /// Nothing was typed for a while, or a field was left.
    Pause,
    /// An input method begins or ends a composition.
    Compose(bool),
    /// Takes the last step back.
    Undo,
    /// Takes the last undone step again.
    Redo,
    /// Goes somewhere.
    Go(Place),
    /// Is led somewhere: the focus follows.
    Lead(Place),
    /// Goes on in the table by rows and by columns, of which there are so many. Behind the
    /// last row there is always another.
    Walk(isize, isize, usize),
    /// Takes the chosen row up or down.
    Shift(isize),
    /// Adds a row at the end and writes in it.
    Append,
    /// Begins with another work.
    Open {
        /// Under what it is kept.
        id: u64,
        /// Its name.
        name: Rc<str>,
        /// The work.
        work: Work,
    },
    /// Calls the work otherwise.
    Name(Rc<str>),
}

impl Default for Desk {
    fn default() -> Desk {
        Desk::new(0, "".into(), Work::default())
    }
}

impl Desk {
    /// A work that nothing was done to yet.
    #[must_use]
    pub fn new(id: u64, name: Rc<str>, work: Work) -> Desk {
        Desk {
            id,
            name,
            work,
            place: Place::default(),
            led: 0,
            changes: 0,
            past: Rc::default(),
            future: Rc::default(),
            typing: None,
            is_composing: false,
        }
    }

    /// How many steps can be undone, and how many done again.
    #[must_use]
    pub fn steps(&self) -> (usize, usize) {
        (self.past.len(), self.future.len())
    }

    /// Whether there is a work: an article or a text.
    #[must_use]
    pub fn has_work(&self) -> bool {
        !self.work.article.is_null() || !self.work.text.is_empty() || self.id != 0
    }

    /// The list of a section.
    #[must_use]
    pub fn rows(&self, section: Section) -> &[Node] {
        self.work.article.get(section.key()).items()
    }

    /// The desk after an action.
    #[must_use]
    pub fn after(mut self, action: Action) -> Desk {
        match action {
            Action::Take(step) => self.take(&step),
            Action::TakeTo(step, place) => {
                self.take(&step);
                self.place = place;
                self.led += 1;
            }
            Action::Pause if self.is_composing => {}
            Action::Pause => self.typing = None,
            Action::Compose(is) => {
                self.is_composing = is;
                // Each composition is a step of its own.
                self.typing = None;
            }
            Action::Undo => {
                if let Some((work, place)) = Rc::make_mut(&mut self.past).pop() {
                    let undone = std::mem::replace(&mut self.work, work);
                    Rc::make_mut(&mut self.future).push((undone, self.place));
                    self.changed_to(place);
                }
            }
            Action::Redo => {
                if let Some((work, place)) = Rc::make_mut(&mut self.future).pop() {
                    let before = std::mem::replace(&mut self.work, work);
                    Rc::make_mut(&mut self.past).push((before, self.place));
                    self.changed_to(place);
                }
            }
            Action::Go(place) => self.place = place,
            Action::Lead(place) => {
                self.place = place;
                self.led += 1;
            }
            Action::Walk(rows, columns, of) => self.walk(rows, columns, of),
            Action::Shift(by) => {
                let (section, rows) = (self.place.section, self.rows(self.place.section).len());
                let from = self.place.row.unwrap_or(rows);
                if let Some(to) = from
                    .checked_add_signed(by)
                    .filter(|to| *to < rows && from < rows)
                {
                    self.take(&Step::Move(section.list().into(), from, to));
                    self.place.row = Some(to);
                }
            }
            Action::Append => self.append(0),
            Action::Open { id, name, work } => {
                let led = self.led;
                self = Desk::new(id, name, work);
                self.led = led;
            }
            Action::Name(name) => self.name = name,
        }
        self.within();
        self
    }

    fn walk(&mut self, rows: isize, columns: isize, of: usize) {
        let Place {
            section,
            row,
            column,
        } = self.place;
        let row = row.unwrap_or(0).checked_add_signed(rows);
        let column = column.unwrap_or(0).checked_add_signed(columns);
        let (Some(row), Some(column)) = (row, column.filter(|column| *column < of)) else {
            return;
        };
        self.typing = None;
        if row < self.rows(section).len() {
            self.place.row = Some(row);
            self.place.column = Some(column);
        } else {
            self.append(column);
        }
    }

    fn append(&mut self, column: usize) {
        let section = self.place.section;
        let at = self.rows(section).len();
        let node = blank(&self.work.article, section);
        self.take(&Step::Insert(section.list().into(), at, node));
        self.place.row = Some(at);
        self.place.column = Some(column);
    }

    fn take(&mut self, step: &Step) {
        let work = step.applied(&self.work);
        if work == self.work {
            return;
        }
        let field = step.field();
        let goes_on = field.is_some() && field == self.typing && !self.past.is_empty();
        let before = std::mem::replace(&mut self.work, work);
        if !goes_on {
            let past = Rc::make_mut(&mut self.past);
            if past.len() == UNDONE_AT_MOST {
                past.remove(0);
            }
            past.push((before, self.place));
        }
        self.typing = field;
        self.future = Rc::default();
        self.changes += 1;
    }

    fn changed_to(&mut self, place: Place) {
        self.place = place;
        self.typing = None;
        self.changes += 1;
    }

    /// Nobody is at a row that is not there.
    fn within(&mut self) {
        let rows = self.rows(self.place.section).len();
        self.place.row = match self.place.row {
            Some(_) if rows == 0 => None,
            row => row.map(|row| row.min(rows - 1)),
        };
    }
}

impl Reducible for Desk {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after(action))
    }
}
