use crate::{Entry, Example, Severity, Text};

/// The counted form of a template does not say how many.
pub static COUNT_NOT_SAID: Entry = Entry {
    code: "SY0369",
    severity: Severity::Error,
    message: Text { en: "the template `{key}` does not say how many", zh: "模板 `{key}` 没有说明数量" },
    label: Text { en: "without `count`", zh: "没有 `count`" },
    help: Text { en: "write the placeholder `count` where the number belongs", zh: "请在数量处写占位符 `count`" },
    explanation: Text {
        en: "The counted form stands where a rule counts facts of the relation. The placeholder `count` stands for their number; columns that are the same for all that are counted may be named besides.",
        zh: "规则对该关系的事实计数时使用计数形式。占位符 `count` 表示数量；被计数的事实中取值相同的列也可以写出。",
    },
    example: Example::Program {
        wrong: "@[zh = \"有租约{id}\", en = \"there is a lease {id}\"]\n@[zh_count = \"有多份租约\", en_count = \"there are several leases\"]\n.decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
        right: "@[zh = \"有租约{id}\", en = \"there is a lease {id}\"]\n@[zh_count = \"有{count}份租约\", en_count = \"there are {count} leases\"]\n.decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
    },
};
