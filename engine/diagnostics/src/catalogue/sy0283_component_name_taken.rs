use crate::{Entry, Example, Severity, Text};

/// A component has the name of something else.
pub static COMPONENT_NAME_TAKEN: Entry = Entry {
    code: "SY0283",
    severity: Severity::Error,
    message: Text { en: "the name `{name}` of this component is taken", zh: "组件名 `{name}` 已被占用" },
    label: Text { en: "declared again here", zh: "在此再次声明" },
    help: Text { en: "give the component a name of its own", zh: "请给组件另取名称" },
    explanation: Text {
        en: "Two components of one name in one place could not be told apart, nor could a component and a relation or type of the program.",
        zh: "同一处的两个同名组件无法区分，程序中的组件与关系或类型同名也是如此。",
    },
    example: Example::Program {
        wrong: ".comp Leases {\n  .decl lease(id: symbol)\n  .output lease\n  lease(\"L-1\").\n}\n.comp Leases { }\n.init north = Leases\n",
        right: ".comp Leases {\n  .decl lease(id: symbol)\n  .output lease\n  lease(\"L-1\").\n}\n.init north = Leases\n",
    },
};
