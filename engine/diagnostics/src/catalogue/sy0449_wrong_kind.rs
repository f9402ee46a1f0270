use crate::{Entry, Example, Severity, Text};

/// JSON or SQLite gives something of another kind than is needed.
pub static WRONG_KIND: Entry = Entry {
    code: "SY0449",
    severity: Severity::Error,
    message: Text {
        en: "`{file}` {at}: {found} stands where {needed} is needed",
        zh: "`{file}` {at}：此处应为{needed}，实为{found}",
    },
    label: Text {
        en: "",
        zh: "",
    },
    help: Text {
        en: "correct the record, or declare the column as what it is",
        zh: "请改正该记录，或按实际情况声明该列的类型",
    },
    explanation: Text {
        en: "Symbols and dates are texts, numbers may be written as numbers or as texts, a record is a list or an object, a branch is an \
             object with the branch's name as its only key. Nothing is turned into something else in silence.",
        zh: "符号和日期须为文本，数值可写成数字或文本，记录须为列表或对象，代数数据类型的分支须为以分支名为唯一键的对象。任何值都不会\
             悄悄变成另一种。",
    },
    example: Example::Shown {
        wrong: ".decl lease(id: symbol)\n.input lease(IO=jsonfile)\n\n[[17]]\n",
        right: "[[\"17\"]]\n",
    },
};
