use std::io::{self, Write};

use serde_json::{Value, json};

use super::file::Checked;
use dateline::article::Severity;

/// Prints the problems of all files as one JSON array.
pub fn print(out: &mut impl Write, files: &[Checked]) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &problems(files))?;
    writeln!(out)
}

/// The problems of all files, an object each.
pub fn problems(files: &[Checked]) -> Vec<Value> {
    let mut all = Vec::new();
    for file in files {
        for located in &file.problems {
            let problem = &located.problem;
            let place = located
                .span
                .as_ref()
                .map(|span| file.line_and_column(span.start));
            all.push(json!({
                "file": file.name,
                "severity": match problem.severity {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                },
                "kind": problem.kind(),
                "path": problem.path,
                "found": problem.found,
                "message": problem.message(),
                "fix": located.fix(),
                "line": place.map(|(line, _)| line),
                "column": place.map(|(_, column)| column),
                "certain": located.cure.as_ref().is_some_and(|cure| cure.is_certain),
            }));
        }
    }
    all
}
