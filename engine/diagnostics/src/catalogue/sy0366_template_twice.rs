use crate::{Entry, Example, Severity, Text};

/// A template is given twice.
pub static TEMPLATE_TWICE: Entry = Entry {
    code: "SY0366",
    severity: Severity::Error,
    message: Text { en: "the template `{key}` is given twice", zh: "模板 `{key}` 给出了两次" },
    label: Text { en: "again", zh: "再次给出" },
    help: Text { en: "leave one of them", zh: "请只保留一个" },
    explanation: Text {
        en: "One fact is said in one way. Where a rule should say it in another one, the template belongs to that rule.",
        zh: "一个事实只有一种说法。某条规则要另有说法的，模板写在该规则上。",
    },
    example: Example::Program {
        wrong: "@[zh = \"有租约{id}\", en = \"there is a lease {id}\"]\n@[en = \"lease {id} exists\"]\n.decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
        right: "@[zh = \"有租约{id}\", en = \"there is a lease {id}\"]\n.decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
    },
};
