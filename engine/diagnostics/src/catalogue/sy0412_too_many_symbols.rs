use crate::{Entry, Example, Severity, Text};

/// The records hold more distinct texts than can be numbered.
pub static TOO_MANY_SYMBOLS: Entry = Entry {
    code: "SY0412",
    severity: Severity::Error,
    message: Text {
        en: "the records hold more than {limit} distinct texts",
        zh: "记录中不同的文本超过 {limit} 个",
    },
    label: Text {
        en: "the limit is passed by `{file}`, which relation `{relation}` reads",
        zh: "关系 `{relation}` 读取 `{file}` 时超过上限",
    },
    help: Text {
        en: "load a part of the records, or only the columns that the rules read",
        zh: "请只加载部分记录，或只加载规则用到的列",
    },
    explanation: Text {
        en: "Every distinct text of type `symbol` has a 32-bit number, whatever relation it stands in. Beyond them two \
             different texts would get the same number, and two different people would be one; the run stops instead.",
        zh: "每个不同的 `symbol` 文本都以 32 位数编号，不论出现在哪个关系中。超出之后，两个不同的文本会得到同一编号，\
             两个不同的人就会被当作一人；因此宁可停止运行。",
    },
    example: Example::Shown {
        wrong: ".decl entry(id: symbol, note: symbol)\n.input entry(filename=\"log.csv\", rfc4180=true)\n",
        right: ".decl entry(id: symbol)\n.input entry(filename=\"log.csv\", rfc4180=true, columns=\"0\")\n",
    },
};
