//! A declaration and a directive that read a file.

use program::checked::{Encoding, InputFormat};

use super::{Inspected, Inspection};

/// `.decl` and `.input` for what was found in the file of this name, ready to be put into a program.
pub fn declaration(found: &Inspection, file: &str) -> String {
    let columns = found.read_columns().map(|column| format!("{}: {}", column.column, column.primitive.name()));
    let columns = columns.collect::<Vec<_>>();
    let mut parameters = place(found, file);
    if found.is_named() {
        let entries = found.read_columns().map(entry).collect::<Vec<_>>();
        parameters.push(format!("map={}", quoted(&entries.join("; "))));
    } else if found.columns.iter().any(|column| !column.is_read()) {
        let fields = found.columns.iter().enumerate().filter(|(_, column)| column.is_read());
        let fields = fields.map(|(number, _)| number.to_string()).collect::<Vec<_>>();
        parameters.push(format!("columns={}", quoted(&fields.join(":"))));
    }
    let name = &found.name;
    format!(".decl {name}({})\n.input {name}({})\n", columns.join(", "), parameters.join(", "))
}

/// Where the records are, and how they are written.
fn place(found: &Inspection, file: &str) -> Vec<String> {
    let mut parameters = vec![format!("filename={}", quoted(file))];
    let mut io = |name: &str| parameters.insert(0, format!("IO={name}"));
    match &found.format {
        InputFormat::Text { format, encoding } => {
            parameters.extend(format.rfc4180.then(|| "rfc4180=true".to_owned()));
            let usual = if format.rfc4180 { "," } else { "\t" };
            parameters.extend((format.delimiter != usual).then(|| format!("delimiter={}", quoted(&format.delimiter))));
            parameters.extend(format.headers.then(|| "headers=true".to_owned()));
            let encoding = match encoding {
                Encoding::Utf8 => None,
                Encoding::Gb18030 => Some("gb18030"),
                Encoding::Utf16 => Some("utf-16"),
            };
            parameters.extend(encoding.map(|encoding| format!("encoding=\"{encoding}\"")));
        }
        InputFormat::Json { records } => {
            io("jsonfile");
            parameters.extend((!records.is_empty()).then(|| format!("records={}", quoted(records))));
        }
        InputFormat::JsonLines => io("jsonlines"),
        InputFormat::Sqlite { table } => {
            io("sqlite");
            parameters.push(format!("name={}", quoted(table)));
        }
        InputFormat::Workbook(sheet) => {
            io("excel");
            parameters.extend(sheet.name.as_ref().map(|sheet| format!("sheet={}", quoted(sheet))));
            let (first, last) = sheet.header;
            let rows = if first == last { first.to_string() } else { format!("{first}-{last}") };
            parameters.extend((sheet.header != (1, 1)).then(|| format!("header=\"{rows}\"")));
        }
        InputFormat::Parquet => io("parquet"),
        InputFormat::Database(table) => {
            io("database");
            parameters.push(format!("table={}", quoted(&table.name.join("."))));
        }
    }
    parameters
}

/// `column = field as conversion`
fn entry(column: &Inspected) -> String {
    let field = match column.field == column.column {
        true => column.field.clone(),
        false => format!("`{}`", column.field),
    };
    let steps = column.conversions.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let name = &column.column;
    if steps.is_empty() { format!("{name} = {field}") } else { format!("{name} = {field} as {steps}") }
}

/// A text as the rule language writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\t' => quoted.push_str("\\t"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            other => quoted.push(other),
        }
    }
    quoted + "\""
}
