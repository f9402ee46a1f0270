use crate::{Entry, Example, Severity, Text};

/// Instances in instances, or inheritance, go on and on.
pub static INSTANCES_TOO_DEEP: Entry = Entry {
    code: "SY0287",
    severity: Severity::Error,
    message: Text {
        en: "instances and inheritance go more than {limit} levels deep",
        zh: "实例与继承的层数超过 {limit}",
    },
    label: Text { en: "the last level", zh: "最后一层" },
    help: Text {
        en: "let no component hold an instance of itself, directly or through others",
        zh: "请勿让组件直接或间接包含自身的实例",
    },
    explanation: Text {
        en: "A component that holds an instance of itself would hold another one in that, and so on without end.",
        zh: "包含自身实例的组件，其实例中又包含实例，永无止境。",
    },
    example: Example::Program {
        wrong: ".comp A {\n  .decl p(x: number)\n  .init inner = A\n}\n.init a = A\n",
        right: ".comp B {\n  .decl p(x: number)\n  .output p\n  p(1).\n}\n.comp A {\n  .init inner = B\n}\n.init a = A\n",
    },
};
