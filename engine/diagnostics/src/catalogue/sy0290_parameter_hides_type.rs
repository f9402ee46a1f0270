use crate::{Entry, Example, Severity, Text};

/// A parameter has the name of a type of the component.
pub static PARAMETER_HIDES_TYPE: Entry = Entry {
    code: "SY0290",
    severity: Severity::Warning,
    message: Text { en: "parameter `{name}` hides the type of that name", zh: "参数 `{name}` 遮蔽了同名类型" },
    label: Text { en: "the parameter", zh: "此参数" },
    help: Text { en: "rename the parameter or the type", zh: "请给参数或类型改名" },
    explanation: Text {
        en: "Inside the component the name means what is given for the parameter, so that the type declared there can never be used in it.",
        zh: "在组件内，该名称指的是为参数给出的类型，组件中声明的类型因而无法使用。",
    },
    example: Example::Program {
        wrong: ".comp Register<T> {\n  .type T <: symbol\n  .decl entry(id: T)\n  .output entry\n  entry(\"A\").\n}\n.init titles = Register<symbol>\n",
        right: ".comp Register<T> {\n  .decl entry(id: T)\n  .output entry\n  entry(\"A\").\n}\n.init titles = Register<symbol>\n",
    },
};
