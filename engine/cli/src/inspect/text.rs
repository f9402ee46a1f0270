//! What is in a file, for people.

use comfy_table::{CellAlignment, ContentArrangement};
use diagnostics::{Lang, Text};
use prose::{fill, plural, safe, wrap};
use sources::{Inspected, Inspection, Packed, Remark};

use crate::amount::{bytes, grouped};
use crate::assets::layout_words;
use crate::grid::grid;

/// Columns of a line.
const WIDTH: usize = 80;

/// Everything but the declaration, with a line that leads to it.
pub fn text(found: &Inspection, file: &str, lang: Lang) -> String {
    let mut out = String::new();
    let mut line = |text: Text, values: &[(&str, &str)]| wrap(&mut out, &fill(text, lang, values), WIDTH, "", "  ");
    let packed = match found.packed {
        None => Text { en: "", zh: "" },
        Some(Packed::Gzip) => Text { en: ", packed with gzip", zh: "，gzip 压缩" },
        Some(Packed::Zstd) => Text { en: ", packed with zstd", zh: "，zstd 压缩" },
    };
    let values = [
        ("file", file),
        ("format", &layout_words(&found.format, lang)),
        ("packed", packed.get(lang)),
        ("size", &bytes(found.bytes)),
    ];
    line(Text { en: "{file}: {format}{packed}; {size}", zh: "{file}：{format}{packed}；{size}" }, &values);
    if !found.others.is_empty() {
        let others = found.others.iter().map(|name| safe(name)).collect::<Vec<_>>().join(LIST.get(lang));
        let text = Text { en: "other tables (--table NAME): {others}", zh: "其他表（--table NAME）：{others}" };
        line(text, &[("others", &others)]);
    }
    let rows = grouped(found.rows);
    let looked = match found.whole {
        true => Text { en: "looked at all of it: {rows} record{s}", zh: "已全部查看：{rows} 条记录" },
        false => Text {
            en: "looked at samples only: {rows} record{s}; what is said below holds for these",
            zh: "只查看了样本：{rows} 条记录；以下所述仅就样本而言",
        },
    };
    line(looked, &[("rows", &rows), ("s", plural(found.rows))]);
    if found.broken > 0 {
        let text = Text {
            en: "{count} of them cannot be read: another number of fields than the first row, or damaged characters; loading rejects such rows",
            zh: "其中 {count} 条无法读取：字段数与首行不同，或字符已损坏；载入时会拒收",
        };
        line(text, &[("count", &grouped(found.broken))]);
    }
    table(&mut out, found, lang);
    remarks(&mut out, found, lang);
    let ready = Text { en: "To read it (columns can be renamed):", zh: "读取的写法（列名可改）：" };
    out + &format!("\n{}\n\n", ready.get(lang))
}

const LIST: Text = Text { en: ", ", zh: "、" };

fn table(out: &mut String, found: &Inspection, lang: Lang) {
    const HEADS: [Text; 5] = [
        Text { en: "field", zh: "字段" },
        Text { en: "type", zh: "类型" },
        Text { en: "converted", zh: "转换" },
        Text { en: "empty", zh: "空" },
        Text { en: "samples", zh: "样本" },
    ];
    let mut table = grid();
    table.set_header(HEADS.map(|head| head.get(lang)));
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH as u16);
    for (number, column) in found.columns.iter().enumerate() {
        let steps = column.conversions.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let samples = column.samples.iter().map(|sample| safe(sample)).collect::<Vec<_>>().join(" | ");
        let kind = if column.is_read() { column.primitive.name() } else { "-" };
        table.add_row([name(number, column, lang), kind.to_string(), steps, grouped(column.empty), samples]);
    }
    if let Some(column) = table.column_mut(3) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    out.push('\n');
    for line in table.lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

fn name(number: usize, column: &Inspected, lang: Lang) -> String {
    let unnamed = Text { en: "(field {number})", zh: "（字段 {number}）" };
    match column.field.is_empty() {
        true => fill(unnamed, lang, &[("number", &number.to_string())]),
        false => safe(&column.field),
    }
}

fn remarks(out: &mut String, found: &Inspection, lang: Lang) {
    let mut first = true;
    for (number, column) in found.columns.iter().enumerate() {
        let Some(remark) = &column.remark else { continue };
        if std::mem::take(&mut first) {
            out.push('\n');
        }
        let (text, it) = match remark {
            Remark::Empty(primitive) => (
                Text {
                    en: "{field}: {it} but for the empty cells; a symbol can be empty",
                    zh: "{field}：除空单元格外均为 {it}；symbol 可以为空",
                },
                primitive.name().to_string(),
            ),
            Remark::Identity => (
                Text {
                    en: "{field}: digits that name something are kept as they stand",
                    zh: "{field}：作为编号的数字原样保留",
                },
                String::new(),
            ),
            Remark::AmbiguousDay => (
                Text {
                    en: "{field}: days, but month and day cannot be told apart; write `as d/m/yyyy` or `as m/d/yyyy` if you know",
                    zh: "{field}：是日期，但分不清月和日；如能确定，请写 `as d/m/yyyy` 或 `as m/d/yyyy`",
                },
                String::new(),
            ),
            Remark::Unnamed => (
                Text {
                    en: "{field}: left out; it has no name of its own that a mapping can write",
                    zh: "{field}：未读取；没有可在映射中书写的独有名称",
                },
                String::new(),
            ),
            Remark::Partial => (
                Text {
                    en: "{field}: left out; not every record has it", zh: "{field}：未读取；并非每条记录都有"
                },
                String::new(),
            ),
            Remark::Nested => (
                Text {
                    en: "{field}: left out; it holds lists or objects", zh: "{field}：未读取；含有列表或对象"
                },
                String::new(),
            ),
            Remark::Faults(count) => (
                Text {
                    en: "{field}: left out; {it} cells hold no value, such as failed formulas",
                    zh: "{field}：未读取；有 {it} 个单元格不是值，如出错的公式",
                },
                grouped(*count),
            ),
        };
        let filled = fill(text, lang, &[("field", &name(number, column, lang)), ("it", &it)]);
        wrap(out, &filled, WIDTH, "", "  ");
    }
}
