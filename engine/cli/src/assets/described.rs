//! Formats, encodings and fields in words.

use diagnostics::{Lang, Text};
use program::checked::{Column, ColumnSource, Condition, DatabaseTable, Encoding, Input, InputFormat, Program};
use prose::{fill, safe};

/// How records are written.
pub fn layout_words(format: &InputFormat, lang: Lang) -> String {
    match format {
        InputFormat::Text { format, encoding } => {
            let text = match (format.rfc4180, format.headers) {
                (true, true) => Text {
                    en: "CSV, fields between {delimiter}, with a header, {encoding}",
                    zh: "CSV，字段以{delimiter}分隔，有表头，{encoding}",
                },
                (true, false) => Text {
                    en: "CSV, fields between {delimiter}, without a header, {encoding}",
                    zh: "CSV，字段以{delimiter}分隔，无表头，{encoding}",
                },
                (false, true) => Text {
                    en: "text, fields between {delimiter}, with a header, {encoding}",
                    zh: "文本，字段以{delimiter}分隔，有表头，{encoding}",
                },
                (false, false) => Text {
                    en: "text, fields between {delimiter}, without a header, {encoding}",
                    zh: "文本，字段以{delimiter}分隔，无表头，{encoding}",
                },
            };
            let values = [
                ("delimiter", delimiter_words(&format.delimiter, lang)),
                ("encoding", encoding_name(*encoding).to_string()),
            ];
            fill(text, lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
        }
        InputFormat::Json { records } if records.is_empty() => {
            Text { en: "JSON list", zh: "JSON 列表" }.get(lang).into()
        }
        InputFormat::Json { records } => {
            fill(Text { en: "JSON list at `{at}`", zh: "`{at}` 处的 JSON 列表" }, lang, &[("at", &safe(records))])
        }
        InputFormat::JsonLines => "JSON Lines".to_string(),
        InputFormat::Sqlite { table } => {
            fill(Text { en: "SQLite, table {table}", zh: "SQLite，表 {table}" }, lang, &[("table", &safe(table))])
        }
        InputFormat::Workbook(sheet) => {
            let (first, last) = sheet.header;
            let rows = if first == last { first.to_string() } else { format!("{first}-{last}") };
            let text = match &sheet.name {
                Some(_) => Text {
                    en: "workbook, sheet {sheet}, header in row {rows}",
                    zh: "工作簿，工作表 {sheet}，表头在第 {rows} 行",
                },
                None => Text {
                    en: "workbook, its only sheet, header in row {rows}",
                    zh: "工作簿，唯一的工作表，表头在第 {rows} 行",
                },
            };
            fill(text, lang, &[("sheet", &safe(sheet.name.as_deref().unwrap_or_default())), ("rows", &rows)])
        }
        InputFormat::Parquet => "Parquet".to_string(),
        InputFormat::Database(table) => {
            let (name, filter) = (safe(&table.name.join(".")), filter(table).join(" and "));
            let text = match filter.is_empty() {
                true => Text { en: "database, table {table}", zh: "数据库，表 {table}" },
                false => Text {
                    en: "database, table {table} where {filter}", zh: "数据库，表 {table}，条件 {filter}"
                },
            };
            fill(text, lang, &[("table", &name), ("filter", &safe(&filter))])
        }
    }
}

/// The conditions on the rows of a database's table.
pub fn filter(table: &DatabaseTable) -> Vec<String> {
    let condition = |it: &Condition| format!("{} {} '{}'", it.column, it.comparison, it.value);
    table.filter.iter().map(condition).collect()
}

/// What stands between fields, in words.
fn delimiter_words(delimiter: &str, lang: Lang) -> String {
    match delimiter {
        "\t" => Text { en: "tabs", zh: "制表符" }.get(lang).to_string(),
        "," => Text { en: "commas", zh: "逗号" }.get(lang).to_string(),
        ";" => Text { en: "semicolons", zh: "分号" }.get(lang).to_string(),
        other => format!("`{}`", safe(other)),
    }
}

/// `UTF-8`, `GB18030`, `UTF-16`
pub fn encoding_name(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Gb18030 => "GB18030",
        Encoding::Utf16 => "UTF-16",
    }
}

/// What gives a column.
pub enum Field<'i> {
    /// The number of the record.
    Number,
    /// The field at this place, from 0.
    Index(usize),
    /// The field of this name.
    Name(&'i str),
    /// Of a list the field at this place, of an object that of the column's name.
    Either(usize, &'i str),
    /// Always this text.
    Constant(&'i str),
}

/// What gives each column of the relation.
pub fn fields<'i>(input: &'i Input, program: &'i Program) -> Vec<Field<'i>> {
    let columns = &program.relation(input.relation).columns;
    let is_json = matches!(input.format, InputFormat::Json { .. } | InputFormat::JsonLines);
    let mut position = 0;
    let field = |(number, column): (usize, &'i Column)| {
        if input.row == Some(number) {
            return Field::Number;
        }
        position += 1;
        match &input.columns {
            None if is_json => Field::Either(position - 1, &column.name),
            None => Field::Index(position - 1),
            Some(sources) => match &sources[position - 1] {
                ColumnSource::Index(index) => Field::Index(*index),
                ColumnSource::Header(name) => Field::Name(name),
                ColumnSource::Constant(text) => Field::Constant(text),
            },
        }
    };
    columns.iter().enumerate().map(field).collect()
}
