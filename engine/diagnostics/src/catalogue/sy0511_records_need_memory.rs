use crate::{Entry, Example, Severity, Text};

/// `--max-memory` was reached before the first rule.
pub static RECORDS_NEED_MEMORY: Entry = Entry {
    code: "SY0511",
    severity: Severity::Error,
    message: Text {
        en: "with the records loaded the run holds {held} of memory, more than the {size} of `--max-memory`",
        zh: "仅载入记录后，运行就已占用内存 {held}，超过 `--max-memory` 所限的 {size}",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "raise `--max-memory`, or load less: fewer columns, or a part of the records",
        zh: "请调高 `--max-memory`，或减少载入的内容：少用几列，或只取部分记录",
    },
    explanation: Text {
        en: "`--max-memory` bounds what the whole process holds, the program itself and the records included. No rule was applied yet, so no rule is to blame. The run stops and nothing is written.",
        zh: "`--max-memory` 限定整个进程占用的内存，包括程序本身和记录。此时尚未适用任何规则，因此与规则无关。运行停止，不写任何结果。",
    },
    example: Example::Shown {
        wrong: "syllogist run province --max-memory 100M\n",
        right: "syllogist run province --max-memory 16G\n",
    },
};
