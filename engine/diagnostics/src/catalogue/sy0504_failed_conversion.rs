use crate::{Entry, Example, Severity, Text};

/// A text is no value of the type it is converted to.
pub static FAILED_CONVERSION: Entry = Entry {
    code: "SY0504",
    severity: Severity::Error,
    message: Text {
        en: "the text cannot be converted: {call}, in rule `{rule}`{binding}",
        zh: "文本无法转换：{call}，规则 `{rule}`{binding}",
    },
    label: Text {
        en: "this has no result",
        zh: "此处没有结果",
    },
    help: Text {
        en: "add a guard with `match(...)` for the form you need, or read the column with its own type so that bad cells are rejected",
        zh: "请用 `match(...)` 增加对格式的条件，或为该列声明正确的类型，让不合格的单元格在读入时被拒绝",
    },
    explanation: Text {
        en: "A conversion of a text that is no number, date or decimal has no value. The run stops, because going on would drop the record in silence.",
        zh: "文本若不是数字、日期或小数，转换就没有值。继续运行等于悄悄丢弃该记录，因此运行停止。",
    },
    example: Example::Shown {
        wrong: ".decl a(s: symbol)\n.decl b(x: number)\n.output b\na(\"ten\").\nb(to_number(s)) :- a(s).\n",
        right: ".decl a(s: symbol)\n.decl b(x: number)\n.output b\na(\"ten\").\nb(to_number(s)) :- a(s), match(\"[0-9]+\", s).\n",
    },
};
