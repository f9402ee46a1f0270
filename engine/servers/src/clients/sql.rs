//! Names and texts as SQL writes them.

use program::checked::DatabaseTable;

/// A text between these quotes; quotes inside are doubled, which is all that either server needs for names.
fn quoted(text: &str, quote: char) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for letter in text.chars() {
        if letter == quote {
            out.push(quote);
        }
        out.push(letter);
    }
    out.push(quote);
    out
}

/// A name for PostgreSQL.
pub(crate) fn standard_name(name: &str) -> String {
    quoted(name, '"')
}

/// A constant for PostgreSQL, where `standard_conforming_strings` is on: no character but the quote is special.
pub(crate) fn standard_text(text: &str) -> String {
    quoted(text, '\'')
}

/// A name for MySQL.
pub(crate) fn mysql_name(name: &str) -> String {
    quoted(name, '`')
}

/// A table's whole name, each part quoted.
pub(crate) fn table_name(parts: &[String], name: fn(&str) -> String) -> String {
    parts.iter().map(|part| name(part)).collect::<Vec<_>>().join(".")
}

/// A table's name for people.
pub(crate) fn shown_table(table: &DatabaseTable) -> String {
    table.name.join(".")
}

/// A query for columns of a table.
pub(crate) struct Select<'a> {
    /// The key's columns come first, then those that are wanted.
    pub(crate) columns: Vec<&'a str>,
    /// How many columns belong to the key; 0: there is none.
    pub(crate) key: usize,
    /// The table, quoted.
    pub(crate) table: &'a str,
    /// Conditions, quoted.
    pub(crate) filter: Vec<String>,
}

impl Select<'_> {
    /// The query: with names quoted by `name`, and rows without a key in the order of what `ordered` makes of their columns.
    pub(crate) fn text(&self, name: fn(&str) -> String, ordered: fn(&str) -> String) -> String {
        let names: Vec<String> = self.columns.iter().map(|column| name(column)).collect();
        let columns = if names.is_empty() { "1".to_owned() } else { names.join(", ") };
        let mut text = format!("SELECT {columns} FROM {}", self.table);
        if !self.filter.is_empty() {
            text.push_str(" WHERE ");
            text.push_str(&self.filter.join(" AND "));
        }
        let order: Vec<String> = match self.key {
            0 => names.iter().map(|name| ordered(name)).collect(),
            key => names[..key].to_vec(),
        };
        if !order.is_empty() {
            text.push_str(" ORDER BY ");
            text.push_str(&order.join(", "));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_ends_before_its_quote() {
        assert_eq!(standard_name("a\"; DROP TABLE b; --"), "\"a\"\"; DROP TABLE b; --\"");
        assert_eq!(standard_text("it's \\' --"), "'it''s \\'' --'");
        assert_eq!(mysql_name("a`b\"'"), "`a``b\"'`");
    }

    #[test]
    fn queries() {
        let bytes = |name: &str| format!("b({name})");
        let filter = vec!["x = 1".to_owned(), "y < 2".to_owned()];
        let keyed = Select { columns: vec!["id", "a"], key: 1, table: "t", filter };
        assert_eq!(
            keyed.text(standard_name, bytes),
            "SELECT \"id\", \"a\" FROM t WHERE x = 1 AND y < 2 ORDER BY \"id\""
        );
        let bare = Select { columns: vec!["a", "b"], key: 0, table: "t", filter: Vec::new() };
        assert_eq!(bare.text(mysql_name, bytes), "SELECT `a`, `b` FROM t ORDER BY b(`a`), b(`b`)");
        let empty = Select { columns: Vec::new(), key: 0, table: "t", filter: Vec::new() };
        assert_eq!(empty.text(mysql_name, bytes), "SELECT 1 FROM t");
    }
}
