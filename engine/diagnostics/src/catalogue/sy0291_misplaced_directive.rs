use crate::{Entry, Example, Severity, Text};

/// A directive stands inside or outside a component and may not.
pub static MISPLACED_DIRECTIVE: Entry = Entry {
    code: "SY0291",
    severity: Severity::Error,
    message: Text { en: "`{word}` may not stand {here}", zh: "`{word}` 不能写在{here}" },
    label: Text { en: "stands here", zh: "写在此处" },
    help: Text { en: "move it {there}", zh: "请移到{there}" },
    explanation: Text {
        en: "`.functor`, `.pragma` and what the law declares (`.norm`, `.param`, `.policy`, `.model`, `.test`) concern the whole program, while a component can have many instances. `.override` concerns what a component inherits.",
        zh: "`.functor`、`.pragma` 以及法律方面的声明（`.norm`、`.param`、`.policy`、`.model`、`.test`）关乎整个程序，而组件可以有许多实例。`.override` 针对的是组件继承的内容。",
    },
    example: Example::Program {
        wrong: ".decl p(x: number) overridable\n.output p\np(1).\n.override p\n",
        right: ".decl p(x: number) overridable\n.output p\np(1).\n",
    },
};
