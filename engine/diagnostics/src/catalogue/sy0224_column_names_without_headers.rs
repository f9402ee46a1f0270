use crate::{Entry, Example, Severity, Text};

/// `columns` names a header, but the records have none.
pub static COLUMN_NAMES_WITHOUT_HEADERS: Entry = Entry {
    code: "SY0224",
    severity: Severity::Error,
    message: Text {
        en: "`columns` names the header `{column}`, but the records have no headers",
        zh: "`columns` 写了表头 `{column}`，但记录没有表头",
    },
    label: Text { en: "a name, not a number", zh: "这是名称，不是序号" },
    help: Text {
        en: "add `headers=true`, or give the fields by number from 0, as in `columns=\"0:2\"`",
        zh: "请加上 `headers=true`，或用从 0 开始的序号，例如 `columns=\"0:2\"`",
    },
    explanation: Text {
        en: "A field can be found by its header only in a file whose first record names the fields. Standard \
             input has no headers in this dialect.",
        zh: "只有第一条记录写明字段名的文件，才能按表头查找字段。在本方言中，标准输入没有表头。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.input lease(columns=\"number\")\n.output lease\n",
        right: ".decl lease(id: symbol)\n.input lease(columns=\"number\", headers=true)\n.output lease\n",
    },
};
