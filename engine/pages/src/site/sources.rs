//! What became of every row that was read.

use diagnostics::Text;

use super::frame::{framed, table};
use super::{Rejected, Report, Source};
use crate::html::{both, escape, in_both};
use crate::told::VALUE_CHARS;

/// Rejected rows that are listed; the same mistake usually repeats.
const REJECTS_MAX: usize = 500;

const HEADING: Text = Text { en: "Sources", zh: "来源" };
const HEADS: [Text; 7] = [
    Text { en: "Source", zh: "来源" },
    Text { en: "Relation", zh: "关系" },
    Text { en: "Read", zh: "读取" },
    Text { en: "Facts", zh: "事实" },
    Text { en: "Repeats", zh: "重复" },
    Text { en: "Blank", zh: "空白" },
    Text { en: "Rejected", zh: "拒收" },
];
const ACCOUNT: Text = Text {
    en: "Every row that was read is a fact, a repeat, blank or rejected. A repeat equals an earlier row in all columns that are used; the fact names both rows.",
    zh: "读取的每一行或成为事实，或为重复、空白，或被拒收。重复指所用各列均与先前某行相同；事实同时注明这些行。",
};
const MISSING: Text = Text { en: "missing; counts as empty", zh: "文件缺失，视为空" };
const REJECTED: Text = Text { en: "Rejected rows: {count}", zh: "拒收的行：{count}" };
const FIRST: Text = Text { en: "The first {shown} of them:", zh: "前 {shown} 行：" };
const REJECT_HEADS: [Text; 5] = [
    Text { en: "Source", zh: "来源" },
    Text { en: "Row", zh: "行" },
    Text { en: "Column", zh: "列" },
    Text { en: "Reason", zh: "原因" },
    Text { en: "As found", zh: "原文" },
];

/// `sources.html`
pub fn sources(report: &Report<'_>) -> String {
    let row = |source: &Source| {
        let missing = if source.missing { format!(" <em>{}</em>", both(MISSING, &[])) } else { String::new() };
        let mut cells = vec![escape(&source.name) + &missing, escape(&prose::short_name(&source.relation))];
        cells.extend(source.counts.iter().map(u32::to_string));
        cells
    };
    let heads = HEADS.map(|text| both(text, &[]));
    let mut main = format!("<p>{}</p>\n{}", both(ACCOUNT, &[]), table(&heads, report.sources.iter().map(row), 2));
    if !report.rejects.is_empty() {
        let count = report.rejects.len();
        main += &format!("<section><h2>{}</h2>\n", both(REJECTED, &[("count", &count.to_string())]));
        if count > REJECTS_MAX {
            main += &format!("<p>{}</p>\n", both(FIRST, &[("shown", &REJECTS_MAX.to_string())]));
        }
        let rows = report.rejects.iter().take(REJECTS_MAX).map(rejected);
        main += &(table(&REJECT_HEADS.map(|text| both(text, &[])), rows, usize::MAX) + "</section>\n");
    }
    framed(report, &both(HEADING, &[]), &main)
}

fn rejected(reject: &Rejected) -> Vec<String> {
    let [en, zh] = reject.reason.each_ref().map(|reason| escape(reason));
    let text = reject.text.chars().take(VALUE_CHARS).collect::<String>();
    vec![
        escape(&reject.source),
        reject.row.to_string(),
        escape(reject.column.as_deref().unwrap_or_default()),
        in_both(&en, &zh),
        escape(&text),
    ]
}
