use crate::{Entry, Example, Severity, Text};

/// A named argument outside an atom.
pub static MISPLACED_ARGUMENT_NAME: Entry = Entry {
    code: "SY0115",
    severity: Severity::Error,
    message: Text { en: "only the arguments of an atom can be named", zh: "只有关系的参数才能带列名" },
    label: Text { en: "name of an argument", zh: "参数名" },
    help: Text {
        en: "give the arguments of calls, records and branches by position",
        zh: "函数调用、记录和分支的参数请按位置书写",
    },
    explanation: Text {
        en: "`lease(property: p)` names the column of a relation. Functors, records and branches have no columns \
             with defaults, so a name there could only mislead.",
        zh: "`lease(property: p)` 写出的是关系的列名。函数、记录和分支没有可以省略的列，在那里写名称只会引起误解。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(cat(a: \"L\", b: \"-1\")).\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(cat(\"L\", \"-1\")).\n",
    },
};
