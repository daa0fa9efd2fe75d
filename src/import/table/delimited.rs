//! CSV and its kin (RFC 4180, and what is written instead).
//!
//! A reader of its own, where the crate `csv` would do for clean files: that one drops a
//! quotation mark from `"He said "no"", x`, and lets one that is never closed swallow the
//! rest of the file without a word. Both are common in sheets of newsrooms.

use std::borrow::Cow;

/// One record with the line that it begins on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Record {
    pub line: u32,
    pub cells: Vec<String>,
    /// Columns, from 0, in which a quotation mark had to be taken as text.
    pub mended: Vec<usize>,
}

/// The sign that divides the cells: the one that gives the most even table.
pub(in crate::import) fn delimiter(text: &str) -> char {
    let head: &str = text
        .char_indices()
        .nth(64_000)
        .map_or(text, |(at, _)| text.get(..at).unwrap_or(text));
    let mut best = (',', (0, 0));
    for sign in [',', ';', '\t', '|'] {
        let table = records(head, sign).take(60);
        let mut counts: Vec<usize> = table
            .map(|record| record.cells.len())
            .filter(|count| *count > 1)
            .collect();
        if counts.is_empty() {
            continue;
        }
        counts.sort_unstable();
        let usual = counts.get(counts.len() / 2).copied().unwrap_or(1);
        let even = counts.iter().filter(|count| **count == usual).count();
        // A tab never stands in a text by chance.
        let weight = even * usual.min(30) * if sign == '\t' { 3 } else { 1 };
        if (weight, usual) > best.1 {
            best = (sign, (weight, usual));
        }
    }
    best.0
}

/// The records of a text, which goes when they go.
pub(in crate::import) fn records<'t>(
    text: impl Into<Cow<'t, str>>,
    delimiter: char,
) -> Records<'t> {
    Records {
        text: text.into(),
        at: 0,
        line: 1,
        delimiter: delimiter as u8,
        unclosed_from: usize::MAX,
        usual: 0,
    }
}

/// Reads records one after the other.
pub(in crate::import) struct Records<'t> {
    text: Cow<'t, str>,
    at: usize,
    line: u32,
    delimiter: u8,
    /// From here on no quotation mark closes a cell.
    unclosed_from: usize,
    /// How many cells the header has.
    usual: usize,
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        if self.at >= self.text.len() {
            return None;
        }
        let record = self.record();
        if self.usual == 0
            && record
                .cells
                .iter()
                .filter(|cell| !cell.trim().is_empty())
                .count()
                > 1
        {
            self.usual = record.cells.len();
        }
        Some(record)
    }
}

/// Where a cell ended.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Cell,
    Record,
}

impl Records<'_> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn record(&mut self) -> Record {
        let (start, line) = (self.at, self.line);
        let record = self.record_with(false);
        // A quotation mark that opens by mistake takes in the lines after it. It was one if its
        // own line alone has the right number of cells, where the record has not; or if the
        // next line has it, too, and marks were met inside that close nothing.
        if self.line > line + 1 && self.usual > 1 {
            let (end, end_line) = (self.at, self.line);
            (self.at, self.line) = (start, line);
            let other = self.record_with(true);
            if other.cells.len() == self.usual && !other.mended.is_empty() {
                let after = (self.at, self.line);
                let next_fits =
                    !record.mended.is_empty() && self.record_with(true).cells.len() == self.usual;
                (self.at, self.line) = after;
                if record.cells.len() != self.usual || next_fits {
                    return other;
                }
            }
            (self.at, self.line) = (end, end_line);
        }
        record
    }

    /// Reads a record; `literal` takes a quotation mark as text where its cell would go over
    /// the end of the line.
    fn record_with(&mut self, literal: bool) -> Record {
        let mut record = Record {
            line: self.line,
            cells: Vec::new(),
            mended: Vec::new(),
        };
        loop {
            let column = record.cells.len();
            let (cell, end, mended) = self.cell(literal);
            record.cells.push(cell);
            if mended {
                record.mended.push(column);
            }
            if end == End::Record {
                return record;
            }
        }
    }

    fn cell(&mut self, literal: bool) -> (String, End, bool) {
        let blanks = self
            .text
            .as_bytes()
            .iter()
            .skip(self.at)
            .take_while(|byte| **byte == b' ')
            .count();
        let open = self.at + blanks;
        if self.byte(open) == Some(b'"') {
            if let Some((cell, end, mended)) = self.quoted(open + 1, literal) {
                return (cell, end, mended);
            }
            let (cell, end) = self.bare();
            return (cell, end, true);
        }
        let (cell, end) = self.bare();
        (cell, end, false)
    }

    /// A cell without quotation marks around it.
    fn bare(&mut self) -> (String, End) {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let length = bytes
            .iter()
            .skip(start)
            .take_while(|byte| **byte != self.delimiter && !matches!(byte, b'\n' | b'\r'))
            .count();
        let cell = self
            .text
            .get(start..start + length)
            .unwrap_or_default()
            .to_string();
        self.at = start + length;
        (cell, self.end())
    }

    /// Passes the sign after a cell.
    fn end(&mut self) -> End {
        match self.byte(self.at) {
            Some(byte) if byte == self.delimiter => {
                self.at += 1;
                // A delimiter at the very end has an empty cell after it.
                End::Cell
            }
            Some(b'\r') => {
                self.at += if self.byte(self.at + 1) == Some(b'\n') {
                    2
                } else {
                    1
                };
                self.line += 1;
                End::Record
            }
            Some(_) => {
                self.at += 1;
                self.line += 1;
                End::Record
            }
            None => End::Record,
        }
    }

    /// A cell in quotation marks, from after the first one. One inside that is not doubled is
    /// text, unless the cell ends after it. `None` when it never ends.
    fn quoted(&mut self, from: usize, literal: bool) -> Option<(String, End, bool)> {
        if from >= self.unclosed_from {
            return None;
        }
        let mut cell = String::new();
        let mut mended = false;
        let mut lines = 0;
        let mut at = from;
        let bytes = self.text.as_bytes();
        loop {
            let run = bytes
                .iter()
                .skip(at)
                .take_while(|byte| !matches!(byte, b'"' | b'\n' | b'\r'))
                .count();
            cell.push_str(self.text.get(at..at + run).unwrap_or_default());
            at += run;
            match self.byte(at) {
                None => {
                    self.unclosed_from = self.unclosed_from.min(from);
                    return None;
                }
                Some(b'"') if self.byte(at + 1) == Some(b'"') => {
                    cell.push('"');
                    at += 2;
                }
                Some(b'"') => {
                    let blanks = bytes
                        .iter()
                        .skip(at + 1)
                        .take_while(|byte| **byte == b' ')
                        .count();
                    let after = self.byte(at + 1 + blanks);
                    let closes = match after {
                        None | Some(b'\n' | b'\r') => true,
                        Some(byte) => byte == self.delimiter,
                    };
                    if closes {
                        self.at = at + 1 + blanks;
                        self.line += lines;
                        return Some((cell, self.end(), mended));
                    }
                    cell.push('"');
                    mended = true;
                    at += 1;
                }
                Some(byte) => {
                    if literal {
                        return None;
                    }
                    let width = if byte == b'\r' && self.byte(at + 1) == Some(b'\n') {
                        2
                    } else {
                        1
                    };
                    cell.push('\n');
                    lines += 1;
                    at += width;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, delimiter: char) -> Vec<Vec<String>> {
        records(text, delimiter)
            .map(|record| record.cells)
            .collect()
    }

    #[test]
    fn clean_and_unclean_records() {
        for (text, right) in [
            ("a,b\n1,2\n", &[&["a", "b"][..], &["1", "2"]][..]),
            ("a,b\r1,2", &[&["a", "b"], &["1", "2"]]),
            ("a,b\r\n\"1\r\nx\",2\r\n", &[&["a", "b"], &["1\nx", "2"]]),
            ("\"a\"\"b\",c", &[&["a\"b", "c"]]),
            (
                "\"He said \"no\" to it\",x",
                &[&["He said \"no\" to it", "x"]],
            ),
            ("say \"no\",x", &[&["say \"no\"", "x"]]),
            (
                "a,b\n\"open,1\nc,2\nd,3\n",
                &[&["a", "b"], &["\"open", "1"], &["c", "2"], &["d", "3"]],
            ),
            (
                "a,b\n\"open,1\nc,\"2\"\n",
                &[&["a", "b"], &["\"open", "1"], &["c", "2"]],
            ),
            (
                "a,b,c\n1,\"open,2\n3,say \"x\",4\n5,\"y\",6\n",
                &[
                    &["a", "b", "c"],
                    &["1", "\"open", "2"],
                    &["3", "say \"x\"", "4"],
                    &["5", "y", "6"],
                ],
            ),
            (
                "a,b,c\n1,x,\"two\nlines, one, cell\"\n",
                &[&["a", "b", "c"], &["1", "x", "two\nlines, one, cell"]],
            ),
            ("a,\n", &[&["a", ""]]),
            (" \"a\" , b", &[&["a", " b"]]),
            ("", &[]),
            ("\n\na", &[&[""], &[""], &["a"]]),
        ] {
            assert_eq!(cells(text, ','), right, "{text:?}");
        }
    }

    #[test]
    fn lines_are_counted_inside_cells_too() {
        let records = records("a,b\n\"1\n2\n3\",x\ny,z\n", ',');
        assert_eq!(
            records.map(|record| record.line).collect::<Vec<_>>(),
            [1, 2, 5]
        );
    }

    #[test]
    fn the_delimiter_is_the_one_that_divides_evenly() {
        for (text, sign) in [
            ("a;b;c\n1,5;2,5;3\n", ';'),
            ("Year\tHeadline\n2012\tHello, world, again\n", '\t'),
            ("a,b\n\"x;y\",z\n", ','),
            ("a|b\n1|2\n", '|'),
            ("one column\nonly\n", ','),
        ] {
            assert_eq!(delimiter(text), sign, "{text}");
        }
    }

    #[test]
    fn a_hostile_file_is_read_in_one_go() {
        let text = "\"a,".repeat(200_000);
        assert_eq!(records(&text, ',').count(), 1);
    }
}
