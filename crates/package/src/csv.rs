//! Reading and writing comma-separated text, strictly.
//!
//! Strict, because what a lenient reader repairs in silence (a quote in the middle of a cell, a
//! quote that is never closed) is a changed fact.

use std::borrow::Cow;

/// What is wrong with the quotes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum QuoteFault {
    /// Opened in this row, and never closed; the rest of the text is lost.
    Unclosed,
    /// A quote inside a cell without quotes, or text after a closing quote: the cell as read.
    Stray(String),
}

/// Rows of a text, with the line on which each begins.
pub(crate) struct CsvReader<'a> {
    rest: &'a str,
    line: u32,
}

/// A row: its line, and the first fault of its quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowStart {
    pub(crate) line: u32,
    pub(crate) fault: Option<QuoteFault>,
}

impl<'a> CsvReader<'a> {
    pub(crate) fn new(text: &'a str) -> CsvReader<'a> {
        CsvReader { rest: text, line: 1 }
    }

    /// Reads the next row into `cells`; `None` at the end. Empty lines are no rows.
    pub(crate) fn read_row(&mut self, cells: &mut Vec<Cow<'a, str>>) -> Option<RowStart> {
        cells.clear();
        while self.take_line_end() {}
        if self.rest.is_empty() {
            return None;
        }
        let line = self.line;
        let mut fault = None;
        loop {
            let (cell, cell_fault) = self.read_cell();
            cells.push(cell);
            fault = fault.or(cell_fault);
            if let Some(rest) = self.rest.strip_prefix(',') {
                self.rest = rest;
                continue;
            }
            self.take_line_end();
            return Some(RowStart { line, fault });
        }
    }

    /// Takes `\n`, `\r\n` or a lone `\r`, if one is next.
    fn take_line_end(&mut self) -> bool {
        let rest = self.rest.strip_prefix('\r').unwrap_or(self.rest);
        let rest = rest.strip_prefix('\n').unwrap_or(rest);
        let taken = rest.len() < self.rest.len();
        self.rest = rest;
        self.line += u32::from(taken);
        taken
    }

    /// Reads up to the comma or the end of the line, and stays before it.
    fn read_cell(&mut self) -> (Cow<'a, str>, Option<QuoteFault>) {
        if let Some(rest) = self.rest.strip_prefix('"') {
            self.rest = rest;
            return self.read_quoted();
        }
        let cell = self.take_plain();
        let fault = cell.contains('"').then(|| QuoteFault::Stray(cell.to_owned()));
        (Cow::Borrowed(cell), fault)
    }

    fn take_plain(&mut self) -> &'a str {
        let end = self.rest.bytes().position(|it| matches!(it, b',' | b'\n' | b'\r'));
        let (cell, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        cell
    }

    /// Reads after an opening quote.
    fn read_quoted(&mut self) -> (Cow<'a, str>, Option<QuoteFault>) {
        let mut cell = Cow::Borrowed("");
        loop {
            let Some(end) = self.rest.find('"') else {
                cell += self.rest;
                self.rest = "";
                return (cell, Some(QuoteFault::Unclosed));
            };
            let part = &self.rest[..end];
            self.line += count_line_ends(part);
            cell += part;
            self.rest = &self.rest[end + 1..];
            match self.rest.strip_prefix('"') {
                Some(rest) => {
                    cell += "\"";
                    self.rest = rest;
                }
                None => break,
            }
        }
        let tail = self.take_plain();
        if tail.is_empty() {
            return (cell, None);
        }
        cell += tail;
        let fault = QuoteFault::Stray(cell.clone().into_owned());
        (cell, Some(fault))
    }
}

/// How many lines end in `text`: `\r\n` is one end, a lone `\r` too.
pub(crate) fn count_line_ends(text: &str) -> u32 {
    let mut n_ends = 0;
    let mut after_return = false;
    for byte in text.bytes() {
        n_ends += u32::from(byte == b'\r' || (byte == b'\n' && !after_return));
        after_return = byte == b'\r';
    }
    n_ends
}

/// Appends a row; cells are quoted only where they must be.
pub(crate) fn push_row<'c>(text: &mut String, cells: impl IntoIterator<Item = &'c str>) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut reader = CsvReader::new(text);
        let mut cells = Vec::new();
        let mut rows = Vec::new();
        while let Some(row) = reader.read_row(&mut cells) {
            assert_eq!(row.fault, None);
            rows.push((row.line, cells.iter().map(|it| it.clone().into_owned()).collect()));
        }
        rows
    }

    fn fault(text: &str) -> Option<QuoteFault> {
        CsvReader::new(text).read_row(&mut Vec::new()).unwrap().fault
    }

    #[test]
    fn knows_the_line_of_every_row_across_blank_lines_and_cells_of_several_lines() {
        let text = "a,b\r\n\r\n\"1\r\n2\",\"x\"\"y\"\n\n3,\n";
        let expected = [(1, ["a", "b"]), (3, ["1\r\n2", "x\"y"]), (6, ["3", ""])];
        let expected = expected.map(|(line, cells)| (line, cells.map(str::to_owned).to_vec()));
        assert_eq!(rows(text), expected);
    }

    #[test]
    fn refuses_quotes_that_a_lenient_reader_would_repair() {
        assert_eq!(fault("a,\"b\nc"), Some(QuoteFault::Unclosed));
        assert_eq!(fault("Rapat \"A\",b"), Some(QuoteFault::Stray("Rapat \"A\"".to_owned())));
        assert_eq!(fault("\"Rapat \"A\"\"\n"), Some(QuoteFault::Stray("Rapat A\"\"".to_owned())));
        assert_eq!(fault("\"a\"\"b\",c"), None);
    }

    proptest! {
        #[test]
        fn reads_what_it_writes(
            table in prop::collection::vec(prop::collection::vec("[a\",\r\n; é]{0,6}", 2..5), 0..6)
        ) {
            let mut text = String::new();
            for row in &table {
                push_row(&mut text, row.iter().map(String::as_str));
            }
            let read: Vec<Vec<String>> = rows(&text).into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(read, table);
        }

        #[test]
        fn never_panics_and_always_ends(text in "[a\",\r\n]{0,40}") {
            let mut reader = CsvReader::new(&text);
            let mut cells = Vec::new();
            while reader.read_row(&mut cells).is_some() {}
        }
    }
}
