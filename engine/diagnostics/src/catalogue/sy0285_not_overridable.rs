use crate::{Entry, Example, Severity, Text};

/// A component overrides a relation that does not allow it.
pub static NOT_OVERRIDABLE: Entry = Entry {
    code: "SY0285",
    severity: Severity::Error,
    message: Text {
        en: "`{name}` of component `{base}` is not `overridable`",
        zh: "组件 `{base}` 的 `{name}` 不是 `overridable`",
    },
    label: Text { en: "overrides it", zh: "覆盖它" },
    help: Text {
        en: "mark `{name}` as `overridable` in its declaration, or remove the `.override`",
        zh: "请在 `{name}` 的声明中写 `overridable`，或删去 `.override`",
    },
    explanation: Text {
        en: "`.override` leaves out the inherited rules of a relation. Whoever wrote the inherited component says with `overridable` which relations may lose their rules.",
        zh: "`.override` 会舍弃关系继承来的规则。被继承组件的作者用 `overridable` 说明哪些关系的规则可以舍弃。",
    },
    example: Example::Program {
        wrong: ".comp Law {\n  .decl years(n: number)\n  years(10).\n}\n.comp Reform : Law {\n  .override years\n  years(5).\n}\n.init now = Reform\n.output now.years\n",
        right: ".comp Law {\n  .decl years(n: number) overridable\n  years(10).\n}\n.comp Reform : Law {\n  .override years\n  years(5).\n}\n.init now = Reform\n.output now.years\n",
    },
};
