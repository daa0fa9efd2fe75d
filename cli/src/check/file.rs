use std::{
    fs::File,
    io::{self, Read},
    ops::Range,
    path::Path,
};

use super::{
    corrections,
    places::Places,
    text::{against, words},
};
use dateline::article::{Mistake, Problem, Severity, json, limits, read};

/// One file with what is wrong in it.
pub struct Checked {
    /// Its path as given, or `stdin`.
    pub name: String,
    /// Its text; empty when it cannot be read.
    pub text: String,
    /// The problems, in the order of the text.
    pub problems: Vec<Located>,
    readable: bool,
}

/// A problem and the bytes of the text that it is about.
pub struct Located {
    pub problem: Problem,
    pub span: Option<Range<usize>>,
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
                checked.problems.push(Located {
                    problem,
                    span: None,
                });
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
        match contents(path) {
            Ok(data) => {
                let problems = problems(&data, text);
                let text = data;
                Checked {
                    name,
                    text,
                    problems,
                    readable: true,
                }
            }
            Err(why) => {
                let problem = unreadable(&name, &why);
                Checked {
                    name,
                    text: String::new(),
                    problems: vec![Located {
                        problem,
                        span: None,
                    }],
                    readable: false,
                }
            }
        }
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
    bytes.map_err(|error| error.to_string()).and_then(|bytes| {
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
fn problems(text: &str, words: Option<(&str, &str)>) -> Vec<Located> {
    let value = match json::value(text) {
        Ok(value) => value,
        Err(fault) => {
            let at = fault.at.map(|at| {
                let width = text.get(at..).and_then(|rest| rest.chars().next());
                at..at + width.map_or(0, char::len_utf8)
            });
            let place = || Places::new(text).map(|places| places.value(&fault.problem.path));
            let span = at.or_else(|| (!fault.problem.path.is_empty()).then(place).flatten());
            return vec![Located {
                problem: *fault.problem,
                span,
            }];
        }
    };
    let places = Places::new(text);
    let repeats = places.as_ref().map(Places::repeats).unwrap_or_default();
    let beside = words.map(|(words, name)| against(&value, words, name));
    let mut problems = read(&value).problems;
    corrections::look(&value, &mut problems);
    let problems = problems.into_iter().chain(repeats);
    let problems = problems.chain(beside.unwrap_or_default());
    let mut located: Vec<Located> = problems
        .map(|problem| {
            let span = places.as_ref().map(|places| match problem.kind() {
                "unknown-key" | "stray-field" | "duplicate-key" => places.name(&problem.path),
                _ => places.value(&problem.path),
            });
            Located { problem, span }
        })
        .collect();
    located.sort_by_key(|located| {
        let start = located.span.as_ref().map(|span| span.start);
        // The one that only counts the rest stays last.
        (located.problem.kind() == "more-problems", start)
    });
    located
}
