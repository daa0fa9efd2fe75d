use std::{collections::HashSet, ops::Range};

use jsonc_parser::{
    CollectOptions, CommentCollectionStrategy, ParseOptions,
    ast::{Object, ObjectProp, Value},
    common::Ranged,
    parse_to_ast,
};

use dateline::article::{Mistake, Problem, push_step, shorten};

/// Where the members of a JSON text stand in it, in bytes.
pub struct Places<'t>(Value<'t>);

impl<'t> Places<'t> {
    /// The places of a text that [`json::value`](dateline::article::json::value) could read; `None` for most others.
    #[must_use]
    pub fn new(text: &'t str) -> Option<Places<'t>> {
        let collect = CollectOptions {
            comments: CommentCollectionStrategy::Off,
            tokens: false,
        };
        let strict = ParseOptions {
            allow_comments: false,
            allow_loose_object_property_names: false,
            allow_trailing_commas: false,
            allow_missing_commas: false,
            allow_single_quoted_strings: false,
            allow_hexadecimal_numbers: false,
            allow_unary_plus_numbers: false,
            allow_bare_decimal_point_numbers: false,
            allow_non_finite_numbers: false,
            allow_extended_string_escapes: false,
        };
        parse_to_ast(text, &collect, &strict)
            .ok()?
            .value
            .map(Places)
    }

    /// What a JSON Pointer names: the value itself, or only the opening bracket of a
    /// list or an object, since those may go on for pages. When the value is missing,
    /// the opening bracket of the innermost thing that is there.
    #[must_use]
    pub fn value(&self, path: &str) -> Range<usize> {
        let found = self.walk(path).1;
        let range = found.range();
        match found {
            Value::Object(_) | Value::Array(_) => range.start..range.start + 1,
            _ => range.start..range.end,
        }
    }

    /// All of the value that a JSON Pointer names; `None` when there is none.
    #[must_use]
    pub fn whole(&self, path: &str) -> Option<Range<usize>> {
        let (mut here, mut steps) = (&self.0, path.split('/').skip(1));
        steps.try_for_each(|step| {
            let step = step.replace("~1", "/").replace("~0", "~");
            here = match here {
                Value::Object(object) => &last(object, &step)?.value,
                Value::Array(list) => list.elements.get(step.parse::<usize>().ok()?)?,
                _ => return None,
            };
            Some(())
        })?;
        let range = here.range();
        Some(range.start..range.end)
    }

    /// The name of the member that a JSON Pointer names, in its quotation marks; as
    /// [`Places::value`] when it names no member.
    #[must_use]
    pub fn name(&self, path: &str) -> Range<usize> {
        match self.walk(path).0 {
            Some(member) => {
                let range = member.name.range();
                range.start..range.end
            }
            None => self.value(path),
        }
    }

    /// One warning for each name that stands twice in the same object.
    #[must_use]
    pub fn repeats(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        repeats(&self.0, &mut String::new(), &mut problems);
        problems
    }

    /// As far down `path` as there is anything; the member too when the whole path
    /// ended at one.
    fn walk(&self, path: &str) -> (Option<&ObjectProp<'t>>, &Value<'t>) {
        let mut here = &self.0;
        let mut member = None;
        for step in path.split('/').skip(1) {
            let step = step.replace("~1", "/").replace("~0", "~");
            member = None;
            let next = match here {
                Value::Object(object) => {
                    member = last(object, &step);
                    member.map(|member| &member.value)
                }
                Value::Array(list) => step
                    .parse()
                    .ok()
                    .and_then(|at: usize| list.elements.get(at)),
                _ => None,
            };
            match next {
                Some(next) => here = next,
                None => return (None, here),
            }
        }
        (member, here)
    }
}

/// The member that counts among those of the same name.
fn last<'o, 't>(object: &'o Object<'t>, name: &str) -> Option<&'o ObjectProp<'t>> {
    let mut members = object.properties.iter().rev();
    members.find(|member| member.name.as_str() == name)
}

/// Goes no deeper than the decoder let the text be.
fn repeats(value: &Value<'_>, path: &mut String, problems: &mut Vec<Problem>) {
    let length = path.len();
    match value {
        Value::Object(object) => {
            let mut seen = HashSet::new();
            for member in &object.properties {
                let name = member.name.as_str();
                push_step(path, name);
                if !seen.insert(name) {
                    problems.push(Problem {
                        path: path.clone(),
                        found: shorten(name),
                        ..Problem::of_all(Mistake::DuplicateKey, Vec::new())
                    });
                }
                repeats(&member.value, path, problems);
                path.truncate(length);
            }
        }
        Value::Array(list) => {
            for (at, item) in list.elements.iter().enumerate() {
                push_step(path, &at.to_string());
                repeats(item, path, problems);
                path.truncate(length);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    const TEXT: &str = r#"{"a": {"b/c~": ["é", "second"]}, "d": 1, "d": 22}"#;

    #[test]
    fn a_pointer_finds_its_value_its_name_and_what_is_nearest() {
        let places = Places::new(TEXT).unwrap();
        let value = |path| &TEXT[places.value(path)];
        assert_eq!(value("/a/b~1c~0/1"), "\"second\"");
        assert_eq!(value("/a/b~1c~0"), "[");
        assert_eq!(value("/a/missing"), "{");
        assert_eq!(places.value("/a/missing").start, 6);
        assert_eq!(value("/d"), "22");
        assert_eq!(value(""), "{");
        assert_eq!(&TEXT[places.name("/a/b~1c~0")], "\"b/c~\"");
    }

    #[test]
    fn repeated_names_are_told() {
        let repeats = Places::new(TEXT).unwrap().repeats();
        assert_eq!(repeats.len(), 1);
        assert_eq!(repeats[0].path, "/d");
    }
}
