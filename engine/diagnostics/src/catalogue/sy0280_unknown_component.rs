use crate::{Entry, Example, Severity, Text};

/// A name where a component is expected means none.
pub static UNKNOWN_COMPONENT: Entry = Entry {
    code: "SY0280",
    severity: Severity::Error,
    message: Text { en: "there is no component `{name}` here", zh: "此处没有组件 `{name}`" },
    label: Text { en: "used here", zh: "在此使用" },
    help: Text {
        en: "declare it with `.comp {name}` or correct the name",
        zh: "请用 `.comp {name}` 声明，或改正名称",
    },
    explanation: Text {
        en: "A component is looked up in the component that uses it, in those around that one, and in the program. Without the component nobody knows what the instance should hold.",
        zh: "组件依次在使用它的组件、外层组件和整个程序中查找。找不到组件，就无从知道实例应当包含什么。",
    },
    example: Example::Program {
        wrong: ".comp Leases {\n  .decl lease(id: symbol)\n  .output lease\n  lease(\"L-1\").\n}\n.init north = Lease\n",
        right: ".comp Leases {\n  .decl lease(id: symbol)\n  .output lease\n  lease(\"L-1\").\n}\n.init north = Leases\n",
    },
};
