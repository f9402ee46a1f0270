//! CSV as RFC 4180 has it, with LF line ends and a header row.

use std::fmt::Display;

/// A table under construction.
pub(crate) struct Table {
    width: usize,
    text: String,
}

impl Table {
    pub(crate) fn new(header: &[&str]) -> Self {
        let mut table = Self { width: header.len(), text: String::new() };
        let header: Vec<&dyn Display> = header.iter().map(|name| name as &dyn Display).collect();
        table.row(&header);
        table
    }

    /// Appends a row, which must be as wide as the header.
    pub(crate) fn row(&mut self, cells: &[&dyn Display]) {
        assert_eq!(cells.len(), self.width, "a row must be as wide as the header");
        let cells: Vec<String> = cells.iter().map(|cell| quoted(&cell.to_string())).collect();
        self.text.push_str(&cells.join(","));
        self.text.push('\n');
    }

    pub(crate) fn finish(self) -> String {
        self.text
    }
}

/// An absent value is an empty cell.
pub(crate) fn cell<T: Display>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Table, cell};

    #[test]
    fn only_cells_that_need_quotes_get_them() {
        let mut table = Table::new(&["a", "b"]);
        table.row(&[&"x,y", &7]);
        table.row(&[&"say \"no\"", &cell::<i64>(None)]);
        assert_eq!(table.finish(), "a,b\n\"x,y\",7\n\"say \"\"no\"\"\",\n");
    }
}
