use crate::{Entry, Example, Severity, Text};

/// An instance has the name of something else.
pub static INSTANCE_NAME_TAKEN: Entry = Entry {
    code: "SY0282",
    severity: Severity::Error,
    message: Text { en: "the name `{name}` of this instance is taken", zh: "实例名 `{name}` 已被占用" },
    label: Text { en: "instance made here", zh: "在此生成实例" },
    help: Text { en: "give the instance a name of its own", zh: "请给实例另取名称" },
    explanation: Text {
        en: "Everything in an instance is named behind the instance: `i.p`. Two instances of one name, or an instance named like a relation, type or component, could not be told apart.",
        zh: "实例中的一切都以实例名开头：`i.p`。两个同名的实例，或与关系、类型、组件同名的实例，将无法区分。",
    },
    example: Example::Program {
        wrong: ".comp Leases {\n  .decl lease(id: symbol)\n  .output lease\n  lease(\"L-1\").\n}\n.init north = Leases\n.init north = Leases\n",
        right: ".comp Leases {\n  .decl lease(id: symbol)\n  .output lease\n  lease(\"L-1\").\n}\n.init north = Leases\n.init south = Leases\n",
    },
};
