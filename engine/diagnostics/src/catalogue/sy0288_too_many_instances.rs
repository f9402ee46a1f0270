use crate::{Entry, Example, Severity, Text};

/// The instances hold too much together.
pub static TOO_MANY_INSTANCES: Entry = Entry {
    code: "SY0288",
    severity: Severity::Error,
    message: Text { en: "the instances hold more than {limit} items together", zh: "各实例合计超过 {limit} 项" },
    label: Text { en: "made here", zh: "在此生成" },
    help: Text { en: "make fewer instances", zh: "请减少实例" },
    explanation: Text {
        en: "A component that holds two instances of another one, which holds two of a third, and so on, doubles with each level. What is written in a few lines could fill any memory.",
        zh: "一个组件含另一组件的两个实例，后者又含两个，每层加倍。短短几行就可能占满内存。",
    },
    example: Example::Shown {
        wrong: ".comp A { .decl p(x: number) }\n.comp B { .init a = A .init b = A }\n.comp C { .init a = B .init b = B }\n// ... and so on up to Z\n.init z = Z",
        right: ".comp A { .decl p(x: number) }\n.init a = A\n.init b = A",
    },
};
