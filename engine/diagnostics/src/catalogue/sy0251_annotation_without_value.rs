use crate::{Entry, Example, Severity, Text};

/// `@[norm]`, `@[name]` or `@[label]` has no value.
pub static ANNOTATION_WITHOUT_VALUE: Entry = Entry {
    code: "SY0251",
    severity: Severity::Error,
    message: Text { en: "the annotation `{key}` says nothing", zh: "注解 `{key}` 没有内容" },
    label: Text { en: "value missing", zh: "缺少值" },
    help: Text { en: "write `@[{key} = ...]`", zh: "请写 `@[{key} = ...]`" },
    explanation: Text {
        en: "A rule that claims to rest on a norm must name it, otherwise nobody can look it up.",
        zh: "规则声称依据某一规范，就必须写明是哪一条，否则无从查证。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.decl cheap(id: symbol)\nlease(\"L-1\", 900).\n.output cheap\n@[norm]\ncheap(x) :- lease(x, r), r < 1000.\n",
        right: ".decl lease(id: symbol, rent: number)\n.decl cheap(id: symbol)\nlease(\"L-1\", 900).\n.output cheap\n@[norm = civil_code_721]\ncheap(x) :- lease(x, r), r < 1000.\n",
    },
};
