use crate::{Entry, Example, Severity, Text};

/// A component inherits from itself.
pub static CYCLIC_INHERITANCE: Entry = Entry {
    code: "SY0284",
    severity: Severity::Error,
    message: Text { en: "components inherit from each other: {names}", zh: "组件互相继承：{names}" },
    label: Text { en: "inherits from itself", zh: "继承自身" },
    help: Text { en: "remove one of the names behind the colon", zh: "请删去冒号后的某个名称" },
    explanation: Text {
        en: "What a component inherits counts as if it were written in it. A component that inherits from itself, directly or through others, would never be complete.",
        zh: "继承的内容等于写在组件自身之中。直接或间接继承自身的组件永远无法写完。",
    },
    example: Example::Program {
        wrong: ".comp A : B {\n  .decl p(x: number)\n}\n.comp B : A { }\n",
        right: ".comp A : B {\n  .decl p(x: number)\n}\n.comp B { }\n",
    },
};
