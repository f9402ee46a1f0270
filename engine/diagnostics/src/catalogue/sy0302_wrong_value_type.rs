use crate::{Entry, Example, Severity, Text};

/// A constant or computed value stands where another type is needed.
pub static WRONG_VALUE_TYPE: Entry = Entry {
    code: "SY0302",
    severity: Severity::Error,
    message: Text {
        en: "this value is `{first}`, but `{second}` is needed",
        zh: "此值为 `{first}`，而此处需要 `{second}`",
    },
    label: Text { en: "this is `{first}`", zh: "这是 `{first}`" },
    help: Text {
        en: "write a value of type `{second}`, such as `{literal}`, or convert it with `to_number`, `to_string`, `to_date`, ...",
        zh: "请写 `{second}` 类型的值，例如 `{literal}`，或用 `to_number`、`to_string`、`to_date` 等转换",
    },
    explanation: Text {
        en: "Values of different types never meet: the text \"900\" is not the number 900. A literal shows its \
             type: \"text\", 12, 12u, 1.5, 12.50m, d\"2021-01-31\".",
        zh: "不同类型的值永不相遇：文本 \"900\" 不是数字 900。常量的写法表明类型：\"文本\"、12、12u、1.5、12.50m、\
             d\"2021-01-31\"。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(x) :- lease(x, \"900\").\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl cheap(id: symbol)\n.output cheap\ncheap(x) :- lease(x, 900).\n",
    },
};
