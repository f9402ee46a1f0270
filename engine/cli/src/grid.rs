//! How tables look.

use comfy_table::{ContentLineStyle, LineStyle, Table, TableStyle};

/// An empty table: a line below its header, nothing else drawn.
pub fn grid() -> Table {
    let mut table = Table::new();
    let line = LineStyle::none().fill('─').junction('─');
    table.load_style(TableStyle::new().header_lines(ContentLineStyle::none()).header_separator(line));
    table
}
