use crate::{Entry, Example, Severity, Text};

/// A component inherits a relation along two ways.
pub static INHERITED_TWICE: Entry = Entry {
    code: "SY0292",
    severity: Severity::Error,
    message: Text {
        en: "`{name}` of component `{base}` is inherited twice by `{component}`",
        zh: "组件 `{component}` 两次继承了组件 `{base}` 的 `{name}`",
    },
    label: Text { en: "declared once here", zh: "在此声明一次" },
    help: Text {
        en: "inherit from `{base}` along one way, or hold an instance of it",
        zh: "请只经由一条路径继承 `{base}`，或改为包含它的实例",
    },
    explanation: Text {
        en: "What is inherited counts as if it were written in the component. Inherited twice, the relation would be declared twice.",
        zh: "继承的内容等于写在组件之中。继承两次，关系便声明了两次。",
    },
    example: Example::Program {
        wrong: ".comp Base {\n  .decl p(x: number)\n}\n.comp Left : Base { }\n.comp Right : Base { }\n.comp Both : Left, Right { }\n.init b = Both\n",
        right: ".comp Base {\n  .decl p(x: number)\n  .output p\n  p(1).\n}\n.comp Left : Base { }\n.init b = Left\n",
    },
};
