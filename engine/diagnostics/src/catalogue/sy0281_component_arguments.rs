use crate::{Entry, Example, Severity, Text};

/// A component is used with a wrong number of arguments.
pub static COMPONENT_ARGUMENTS: Entry = Entry {
    code: "SY0281",
    severity: Severity::Error,
    message: Text {
        en: "component `{name}` has {expected} parameters, {found} are given",
        zh: "组件 `{name}` 有 {expected} 个参数，却给了 {found} 个",
    },
    label: Text { en: "used here", zh: "在此使用" },
    help: Text {
        en: "give one argument for each parameter between `<` and `>`",
        zh: "请在 `<` 与 `>` 之间为每个参数给出一个实参",
    },
    explanation: Text {
        en: "Parameters stand for types and components. One that is not given would leave names without a meaning.",
        zh: "参数代表类型和组件。缺少的参数会使一些名称没有含义。",
    },
    example: Example::Program {
        wrong: ".comp Register<T> {\n  .decl entry(id: T)\n  .output entry\n  entry(\"A\").\n}\n.init titles = Register\n",
        right: ".comp Register<T> {\n  .decl entry(id: T)\n  .output entry\n  entry(\"A\").\n}\n.init titles = Register<symbol>\n",
    },
};
