use crate::{Entry, Example, Severity, Text};

/// The second opinion reaches its limit of facts.
pub static SECOND_OPINION_LIMIT: Entry = Entry {
    code: "SY0592",
    severity: Severity::Error,
    message: Text {
        en: "the second opinion stops at its limit of {limit} facts",
        zh: "复核引擎达到 {limit} 条事实的上限，已停止",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "raise the limit, or check a smaller extract of the records",
        zh: "请提高上限，或只复核一部分记录",
    },
    explanation: Text {
        en: "Records, facts and conclusions together are counted, and so are the values of a single `range`. The limit keeps a \
             check from filling the memory of the machine. Nothing has been compared yet: the clues are neither confirmed nor \
             contradicted.",
        zh: "计数包括记录、事实和结论的总和，也包括单个 `range` 产生的值。上限用来防止复核占满内存。\
             此时尚未作任何比对：线索既没有得到印证，也没有被推翻。",
    },
    example: Example::Shown {
        wrong: "day(range(0, 1000000000000)).",
        right: "day(range(0, 366)).",
    },
};
