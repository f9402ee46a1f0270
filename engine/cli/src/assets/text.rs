//! The catalogue for people.

use comfy_table::{CellAlignment, ContentArrangement};
use diagnostics::{Lang, Text};
use program::checked::{Column, Complete, Conversion, InputFormat, Purpose, RecordSource};
use prose::{fill, plural, safe, wrap};
use values::Value;

use super::described::{Field, fields, layout_words};
use super::{Asset, Catalogue, Known};
use crate::grid::grid;

/// Columns of a line.
const WIDTH: usize = 80;
/// Rejected rows and files of one pattern that are shown, and declarations of completeness of one relation.
const SHOWN: usize = 20;

/// What the program says of its sources, then what loading them gave.
pub fn text(catalogue: &Catalogue<'_>, lang: Lang) -> String {
    let mut telling = Telling { catalogue, lang, out: String::new() };
    if catalogue.assets.is_empty() {
        telling.out += Text { en: "the program reads no records\n", zh: "程序不读取记录\n" }.get(lang);
    }
    catalogue.assets.iter().for_each(|asset| telling.asset(asset));
    if catalogue.loaded.is_some() && !catalogue.assets.is_empty() {
        telling.accounts();
        telling.digests();
        telling.rejects();
    }
    telling.out
}

struct Telling<'t> {
    catalogue: &'t Catalogue<'t>,
    lang: Lang,
    out: String,
}

impl Telling<'_> {
    fn asset(&mut self, asset: &Asset<'_>) {
        let input = asset.input;
        let (file, line) = self.catalogue.place(input.span);
        let text = match &input.source {
            RecordSource::File(_) => {
                Text { en: "{name} -> {relation} ({place})", zh: "{name} → {relation}（{place}）" }
            }
            RecordSource::Stdin => {
                Text { en: "standard input -> {relation} ({place})", zh: "标准输入 → {relation}（{place}）" }
            }
            RecordSource::Connection(_) => Text {
                en: "database {name} -> {relation} ({place})",
                zh: "数据库 {name} → {relation}（{place}）",
            },
        };
        let (name, relation) = (safe(input.source.name()), self.catalogue.name(input.relation));
        let place = format!("{file}:{line}");
        let heading = fill(text, self.lang, &[("name", &name), ("relation", &relation), ("place", &place)]);
        wrap(&mut self.out, &heading, WIDTH, "", "  ");
        self.line("  ", Text { en: "format: {it}", zh: "格式：{it}" }, &layout_words(&input.format, self.lang));
        self.fields(asset);
        self.complete(asset);
        self.resting(asset);
        self.out.push('\n');
    }

    fn line(&mut self, indent: &str, text: Text, it: &str) {
        let filled = fill(text, self.lang, &[("it", it)]);
        wrap(&mut self.out, &filled, WIDTH, indent, &format!("{indent}  "));
    }

    /// Which field gives which column; in one line where the order says it.
    fn fields(&mut self, asset: &Asset<'_>) {
        let (input, program) = (asset.input, &self.catalogue.opened.program);
        let columns = &program.relation(input.relation).columns;
        if input.columns.is_none() && input.row.is_none() {
            let has_names = matches!(input.format, InputFormat::Json { .. } | InputFormat::JsonLines);
            let text = match has_names {
                false => {
                    Text { en: "columns, in the order of the fields: {it}", zh: "各列，按字段顺序：{it}" }
                }
                true => Text {
                    en: "columns, by name or in the order of a list: {it}",
                    zh: "各列，按名称或列表中的顺序：{it}",
                },
            };
            let typed = Text { en: "{name} ({type})", zh: "{name}（{type}）" };
            let column = |column: &Column| {
                fill(typed, self.lang, &[("name", &safe(&column.name)), ("type", &safe(&column.type_name))])
            };
            let list = columns.iter().map(column).collect::<Vec<_>>().join(LIST.get(self.lang));
            return self.line("  ", text, &list);
        }
        for ((number, column), field) in columns.iter().enumerate().zip(fields(input, program)) {
            let field = field_words(&field, self.lang);
            let steps = input.conversions.get(&number).map(|steps| names(steps)).unwrap_or_default();
            let text = match steps.is_empty() {
                true => Text { en: "{column} ({type}) <- {field}", zh: "{column}（{type}）← {field}" },
                false => Text {
                    en: "{column} ({type}) <- {field}, converted: {steps}",
                    zh: "{column}（{type}）← {field}，转换：{steps}",
                },
            };
            let (name, kind) = (safe(&column.name), safe(&column.type_name));
            let values = [("column", name.as_str()), ("type", &kind), ("field", &field), ("steps", &steps)];
            wrap(&mut self.out, &fill(text, self.lang, &values), WIDTH, "  ", "    ");
        }
    }

    fn complete(&mut self, asset: &Asset<'_>) {
        if let Purpose::Declarations(of) = self.catalogue.opened.program.relation(asset.input.relation).purpose {
            let text = Text { en: "says where {it} is complete", zh: "说明 {it} 何处完整" };
            return self.line("  ", text, &self.catalogue.name(of));
        }
        let Some(Known { complete, declared }) = &asset.complete else {
            let none = Text { en: "nowhere declared complete", zh: "未声明完整" };
            return self.line("  ", none, "");
        };
        let (Complete::Everywhere { span } | Complete::Declared { span, .. }) = complete;
        let (file, line) = self.catalogue.place(*span);
        let place = format!("{file}:{line}");
        let Complete::Declared { places, day, .. } = complete else {
            let text = Text { en: "declared complete everywhere ({it})", zh: "声明处处完整（{it}）" };
            return self.line("  ", text, &place);
        };
        let columns = &self.catalogue.opened.program.relation(asset.input.relation).columns;
        let by = places.iter().chain(day).map(|column| safe(&columns[*column].name)).collect::<Vec<_>>();
        let by = by.join(LIST.get(self.lang));
        let text = Text { en: "declared complete by {by} ({place})", zh: "按 {by} 声明完整（{place}）" };
        wrap(&mut self.out, &fill(text, self.lang, &[("by", &by), ("place", &place)]), WIDTH, "  ", "    ");
        let row = |values: &Vec<Value>| {
            let values = values.iter().map(|value| safe(&value.to_string())).collect::<Vec<_>>();
            values.join(LIST.get(self.lang))
        };
        for values in declared.iter().take(SHOWN).map(row) {
            wrap(&mut self.out, &values, WIDTH, "    ", "      ");
        }
        self.more(declared.len(), "    ");
    }

    fn more(&mut self, count: usize, indent: &str) {
        if count > SHOWN {
            let text = Text {
                en: "and {it} more; `--format json` has all",
                zh: "另有 {it} 项；`--format json` 全部列出",
            };
            self.line(indent, text, &(count - SHOWN).to_string());
        }
    }

    fn resting(&mut self, asset: &Asset<'_>) {
        let (written, resting) = (&self.catalogue.opened.written, &asset.resting);
        let list = |names: Vec<String>| names.join(LIST.get(self.lang));
        let rules = list(resting.rules.iter().map(|rule| safe(&written.rules[*rule].label)).collect());
        let models = list(resting.models.iter().map(|model| safe(&written.model(*model).name)).collect());
        let clues = list(resting.clues.iter().map(|clue| self.catalogue.name(*clue)).collect());
        if rules.is_empty() {
            return self.line("  ", Text { en: "no rule rests on it", zh: "没有规则以其为依据" }, "");
        }
        let kinds = [
            (Text { en: "rules: {it}", zh: "规则：{it}" }, rules),
            (Text { en: "models: {it}", zh: "模型：{it}" }, models),
            (Text { en: "clues: {it}", zh: "线索：{it}" }, clues),
        ];
        for (text, it) in kinds.iter().filter(|(_, it)| !it.is_empty()) {
            self.line("  ", *text, it);
        }
    }

    /// read = facts + repeats + blank + rejected
    fn accounts(&mut self) {
        const HEADS: [Text; 7] = [
            Text { en: "source", zh: "来源" },
            Text { en: "relation", zh: "关系" },
            Text { en: "read", zh: "读取" },
            Text { en: "facts", zh: "事实" },
            Text { en: "repeats", zh: "重复" },
            Text { en: "blank", zh: "空白" },
            Text { en: "rejected", zh: "拒收" },
        ];
        let mut table = grid();
        table.set_header(HEADS.map(|head| head.get(self.lang)));
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH as u16);
        for asset in &self.catalogue.assets {
            for report in &asset.reports {
                let missing = Text { en: "{name} (missing)", zh: "{name}（缺失）" };
                let name = safe(&report.name);
                let name = if report.missing { fill(missing, self.lang, &[("name", &name)]) } else { name };
                let counts = [report.read, report.facts, report.repeats, report.blank, report.rejected];
                let cells = [name, self.catalogue.name(report.relation)].into_iter();
                table.add_row(cells.chain(counts.map(|count| count.to_string())));
            }
        }
        for column in table.column_iter_mut().skip(2) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        for line in table.lines() {
            self.out += line.trim_end();
            self.out.push('\n');
        }
    }

    /// As `sha256sum` shows them, each below the name of its source.
    fn digests(&mut self) {
        let reports = self.catalogue.assets.iter().flat_map(|asset| &asset.reports);
        let mut digests = Vec::new();
        for report in reports {
            let known = report.digest.map(|digest| (safe(&report.name), digest.to_string()));
            digests.extend(known.filter(|known| !digests.contains(known)));
        }
        for (number, (name, digest)) in digests.iter().enumerate() {
            self.out += if number == 0 { "\n" } else { "" };
            wrap(&mut self.out, name, WIDTH, "", "  ");
            self.out += &format!("  SHA-256 {digest}\n");
        }
    }

    fn rejects(&mut self) {
        let rejects = self.catalogue.assets.iter().flat_map(|asset| &asset.rejects).collect::<Vec<_>>();
        if rejects.is_empty() {
            return;
        }
        let count = rejects.len().to_string();
        let text = Text { en: "{count} row{s} rejected:", zh: "拒收 {count} 行：" };
        let values = [("count", count.as_str()), ("s", plural(rejects.len() as u64))];
        self.out += &format!("\n{}\n", fill(text, self.lang, &values));
        for reject in rejects.iter().take(SHOWN) {
            let message = reject.diagnostic.message(self.lang);
            wrap(&mut self.out, &format!("{} {message}", reject.diagnostic.code()), WIDTH, "  ", "    ");
        }
        if rejects.len() > SHOWN {
            let text = Text {
                en: "and {it} more; `--rejects FILE` writes all",
                zh: "另有 {it} 行；`--rejects FILE` 可全部写出",
            };
            self.line("  ", text, &(rejects.len() - SHOWN).to_string());
        }
    }
}

const LIST: Text = Text { en: ", ", zh: "、" };

/// Conversions by their names, in their order.
fn names(steps: &[Conversion]) -> String {
    steps.iter().map(Conversion::to_string).collect::<Vec<_>>().join(" ")
}

fn field_words(field: &Field<'_>, lang: Lang) -> String {
    let (text, it) = match field {
        Field::Number => (Text { en: "the number of the record", zh: "记录的序号" }, String::new()),
        Field::Index(index) => (Text { en: "field {it} (from 0)", zh: "字段 {it}（从 0 起）" }, index.to_string()),
        Field::Name(name) => (Text { en: "{it}", zh: "{it}" }, safe(name)),
        Field::Either(index, name) => {
            let text = Text {
                en: "{it} (of a list: field {index}, from 0)",
                zh: "{it}（列表中为字段 {index}，从 0 起）",
            };
            return fill(text, lang, &[("it", &safe(name)), ("index", &index.to_string())]);
        }
        Field::Constant(text) => (Text { en: "always '{it}'", zh: "恒为 '{it}'" }, safe(text)),
    };
    fill(text, lang, &[("it", &it)])
}
