use std::{
    env,
    io::{self, IsTerminal, Write},
    ops::Range,
};

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::file::{Checked, Located};
use dateline::article::Severity;

/// Longest line that is printed, in bytes. Of a longer one, as a program writes them,
/// only the place is told.
const LINE: usize = 2_000;

/// Prints a file's problems and a line that counts them.
pub fn print(out: &mut impl Write, file: &Checked) -> io::Result<()> {
    let colour = io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none();
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    for located in &file.problems {
        writeln!(out, "{}\n", report(&renderer, file, located))?;
    }
    if let Some(counts) = &file.counts {
        writeln!(out, "{counts}")?;
    }
    writeln!(out, "{}", summary(file))
}

fn report(renderer: &Renderer, file: &Checked, located: &Located) -> String {
    let problem = &located.problem;
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(problem.message()).id(problem.kind());
    let help = Level::HELP.message(located.fix());
    let Some(span) = &located.span else {
        let origin = Origin::path(file.name.as_str());
        return renderer.render(&[title.element(origin).element(help)]);
    };
    let (line, column) = file.line_and_column(span.start);
    let lines = lines_around(&file.text, span);
    if lines.len() > LINE {
        let origin = Origin::path(file.name.as_str())
            .line(line)
            .char_column(column);
        return renderer.render(&[title.element(origin).element(help)]);
    }
    let source = file.text.get(lines.clone()).unwrap_or_default();
    let mark = AnnotationKind::Primary.span(span.start - lines.start..span.end - lines.start);
    let snippet = Snippet::source(source)
        .path(file.name.as_str())
        .line_start(line)
        .annotation(mark.label(problem.path.as_str()));
    renderer.render(&[title.element(snippet).element(help)])
}

/// The whole lines in which a span stands. A value in JSON never breaks its line,
/// but a long file would be gone through once for every problem.
fn lines_around(text: &str, span: &Range<usize>) -> Range<usize> {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = span.end + after.find('\n').unwrap_or(after.len());
    start..end
}

fn summary(file: &Checked) -> String {
    let counted = |severity, one: &str| match file.count(severity) {
        0 => None,
        1 => Some(format!("1 {one}")),
        more => Some(format!("{more} {one}s")),
    };
    let counts = [
        counted(Severity::Error, "error"),
        counted(Severity::Warning, "warning"),
    ];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    if counts.is_empty() {
        format!("No problems in {}", file.name)
    } else {
        format!("{} in {}", counts.join(", "), file.name)
    }
}
