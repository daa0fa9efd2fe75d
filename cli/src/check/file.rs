use std::{
    fs::File,
    io::{self, Read},
    ops::Range,
    path::Path,
};

use super::{
    super::{files, nfd},
    cure::{self, Cure},
    edit::Edit,
    page::words,
    pictures,
    places::Places,
    syntax, world,
};
use dateline::{
    article::{Mistake, Problem, Severity, Value, json, limits, read, shorten},
    check::{
        self,
        text::{Counts, Text, against},
    },
    import::plain,
};

/// One file with what is wrong in it.
pub struct Checked {
    /// Its path as given, or `stdin`.
    pub name: String,
    /// Its text; empty when it cannot be read.
    pub text: String,
    /// The problems, in the order of the text.
    pub problems: Vec<Located>,
    /// How many facts have a sentence of the article, where it was held against that.
    pub counts: Option<Counts>,
    readable: bool,
}

/// A problem and the bytes of the text that it is about.
pub struct Located {
    pub problem: Problem,
    pub span: Option<Range<usize>>,
    /// What the data should say instead, where that is known.
    pub cure: Option<Cure>,
}

impl Located {
    /// A sentence that says how to mend it.
    pub fn fix(&self) -> String {
        let says = self.cure.as_ref().map(|cure| cure.says.clone());
        says.unwrap_or_else(|| self.problem.fix())
    }

    const fn of(problem: Problem) -> Located {
        Located {
            problem,
            span: None,
            cure: None,
        }
    }
}

impl Checked {
    /// Reads and checks a file.
    pub fn new(path: &Path) -> Checked {
        Checked::read(path, None)
    }

    /// Reads and checks a file, and holds it against the article's text in another.
    pub fn against(path: &Path, text: &Path) -> Checked {
        let (name, read) = (text.display().to_string(), contents(text));
        match read {
            Ok(file) => {
                let words = words(text, &file);
                Checked::read(path, Some((&words, &name)))
            }
            Err(why) => {
                let mut checked = Checked::new(path);
                let problem = unreadable(&name, &why);
                checked.problems.push(Located::of(problem));
                checked.readable = false;
                checked
            }
        }
    }

    fn read(path: &Path, text: Option<(&str, &str)>) -> Checked {
        let stdin = path.as_os_str() == "-";
        let name = if stdin {
            "stdin".into()
        } else {
            path.display().to_string()
        };
        let folder = (!stdin).then(|| path.parent().unwrap_or(Path::new("")));
        match contents(path) {
            Ok(data) => Checked::of(name, data, text, folder),
            Err(why) => {
                let problem = unreadable(&name, &why);
                Checked {
                    name,
                    text: String::new(),
                    problems: vec![Located::of(problem)],
                    counts: None,
                    readable: false,
                }
            }
        }
    }

    /// Checks data that were read; `folder` is where their file lies.
    pub fn of(
        name: String,
        text: String,
        words: Option<(&str, &str)>,
        folder: Option<&Path>,
    ) -> Checked {
        let (problems, counts) = problems(&text, words, folder);
        Checked {
            name,
            text,
            problems,
            counts,
            readable: true,
        }
    }

    /// The changes that mend what can only have been meant in one way.
    pub fn certain(&self) -> Vec<Edit> {
        let cures = self
            .problems
            .iter()
            .filter_map(|located| located.cure.as_ref());
        let certain = cures.filter(|cure| cure.is_certain);
        certain.flat_map(|cure| cure.edits.clone()).collect()
    }

    /// 0 when nothing is left out, 1 when something is, 2 when the file cannot be read.
    pub fn status(&self) -> u8 {
        match (self.readable, self.count(Severity::Error)) {
            (false, _) => 2,
            (true, 0) => 0,
            (true, _) => 1,
        }
    }

    /// How many problems are this bad.
    pub fn count(&self, severity: Severity) -> usize {
        let is = |located: &&Located| located.problem.severity == severity;
        self.problems.iter().filter(is).count()
    }

    /// The line of a byte, and the character in it, both from 1.
    pub fn line_and_column(&self, at: usize) -> (usize, usize) {
        let before = self.text.get(..at).unwrap_or(&self.text);
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let column = before.get(start..).unwrap_or_default().chars().count() + 1;
        (line, column)
    }
}

/// The text of a file, or why it cannot be read.
fn contents(path: &Path) -> Result<String, String> {
    let bytes = if path.as_os_str() == "-" {
        bounded(io::stdin().lock())
    } else {
        File::open(path).and_then(bounded)
    };
    bytes
        .map_err(|error| files::why(path, &error))
        .and_then(|bytes| {
            String::from_utf8(bytes).map_err(|error| {
                let at = error.utf8_error().valid_up_to();
                format!("it is not UTF-8 at byte {at}")
            })
        })
}

fn unreadable(name: &str, why: &str) -> Problem {
    let words = [name, why].map(|word| word.replace('\n', " "));
    Problem::of_all(Mistake::Unreadable, words.into())
}

/// All that there is to read, or one byte more than an article may have.
fn bounded(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(limits::BYTES as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The problems of the data; of the data beside the article's words too, when those are
/// given with the name of their file.
fn problems(
    text: &str,
    words: Option<(&str, &str)>,
    folder: Option<&Path>,
) -> (Vec<Located>, Option<Counts>) {
    let fault = match json::value(text) {
        Ok(value) => return of_value(&value, text, words, folder),
        Err(fault) => fault,
    };
    let is_syntax = matches!(
        fault.problem.mistake,
        Mistake::InvalidText | Mistake::ByteOrderMark
    );
    if !is_syntax {
        let places = Places::new(text);
        let span = places.map(|places| places.value(&fault.problem.path));
        let located = Located {
            span: span.filter(|_| !fault.problem.path.is_empty()),
            ..Located::of(*fault.problem)
        };
        return (vec![located], None);
    }
    let repair = syntax::repair(text);
    let faults = repair.faults.iter().take(limits::PROBLEMS);
    let mut located: Vec<Located> = faults.map(|fault| of_fault(text, fault)).collect();
    // What else is wrong is looked for in the data that were meant.
    let back = |at: usize| repair.moved.back(at).min(text.len());
    match json::value(&repair.text) {
        Ok(value) => {
            let (others, counts) = of_value(&value, &repair.text, words, folder);
            let span = |span: Range<usize>| {
                let start = back(span.start);
                start..back(span.end).max(start)
            };
            // What stands in the text as in the data that were meant can be mended in it.
            let edit = |edit: Edit| {
                let here = span(edit.span.clone());
                let same = text.get(here.clone()) == repair.text.get(edit.span.clone());
                same.then(|| Edit::new(here, edit.by))
            };
            located.extend(others.into_iter().map(|other| Located {
                span: other.span.map(span),
                cure: other.cure.map(|cure| {
                    let edits: Option<Vec<Edit>> = cure.edits.into_iter().map(edit).collect();
                    Cure {
                        edits: edits.unwrap_or_default(),
                        ..cure
                    }
                }),
                ..other
            }));
            sort(&mut located);
            (located, counts)
        }
        Err(other) => {
            if located.is_empty() {
                let at = fault.at.unwrap_or_default();
                located.push(Located {
                    span: Some(character(text, at)),
                    ..Located::of(*fault.problem)
                });
            } else if let Some(at) = other.at {
                located.push(Located {
                    span: Some(character(text, back(at))),
                    ..Located::of(*other.problem)
                });
            }
            (located, None)
        }
    }
}

/// The bytes of the character at a place.
fn character(text: &str, at: usize) -> Range<usize> {
    let width = text.get(at..).and_then(|rest| rest.chars().next());
    at..at + width.map_or(0, char::len_utf8)
}

fn of_fault(text: &str, fault: &syntax::Fault) -> Located {
    let problem = Problem {
        found: shorten(text.get(fault.span.clone()).unwrap_or_default()),
        ..Problem::of_all(fault.mistake, fault.words.clone())
    };
    // Where a text or a list was to end, or whether a word was to stand there, is a guess.
    let is_guess = matches!(
        fault.mistake,
        Mistake::UnclosedText
            | Mistake::UnclosedBracket
            | Mistake::InnerQuotes
            | Mistake::MissingValue
            | Mistake::StrayText
    );
    let cure = Cure {
        says: problem.fix(),
        edits: fault.edits.clone(),
        is_certain: !is_guess,
    };
    Located {
        problem,
        span: Some(fault.span.clone()),
        cure: Some(cure),
    }
}

/// The words of a text with HTML in it.
pub fn unmarked(text: &str) -> String {
    plain(text).text
}

/// The problems of data that are JSON.
fn of_value(
    value: &Value,
    text: &str,
    words: Option<(&str, &str)>,
    folder: Option<&Path>,
) -> (Vec<Located>, Option<Counts>) {
    let places = Places::new(text);
    let repeats = places.as_ref().map(Places::repeats).unwrap_or_default();
    let mut problems = read(value).problems;
    check::look(value, unmarked, &mut problems);
    if let Some(folder) = folder {
        pictures::look(value, folder, &mut problems);
    }
    let mut counts = None;
    problems.extend(repeats);
    if let Some((words, name)) = words {
        let world = world::countries(value.words("language").unwrap_or("en"));
        let world: Vec<(&str, &str)> = world
            .iter()
            .map(|(code, name)| (&**code, &**name))
            .collect();
        let beside = against(
            value,
            &Text {
                words,
                name,
                decompose: nfd,
                countries: &world,
                is_by_title: false,
            },
        );
        problems.extend(beside.problems);
        counts = Some(beside.counts);
    }
    let mut located: Vec<Located> = problems.into_iter().map(Located::of).collect();
    if let Some(places) = &places {
        for located in &mut located {
            let path = &located.problem.path;
            located.span = Some(match located.problem.kind() {
                "unknown-key" | "stray-field" | "duplicate-key" => places.name(path),
                _ => places.value(path),
            });
        }
        cure::look(value, places, &mut located);
    }
    sort(&mut located);
    (located, counts)
}

/// Puts problems into the order of the text.
fn sort(located: &mut [Located]) {
    located.sort_by_key(|located| {
        let start = located.span.as_ref().map(|span| span.start);
        // The one that only counts the rest stays last.
        (located.problem.kind() == "more-problems", start)
    });
}
