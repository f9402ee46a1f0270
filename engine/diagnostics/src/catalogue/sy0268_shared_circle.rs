use crate::{Entry, Example, Severity, Text};

/// Elements of models are shared in a circle.
pub static SHARED_CIRCLE: Entry = Entry {
    code: "SY0268",
    severity: Severity::Error,
    message: Text {
        en: "the element that is shared with `{name}` leads back to itself",
        zh: "与 `{name}` 共用的要件又指回自身",
    },
    label: Text {
        en: "leads round in a circle",
        zh: "循环引用",
    },
    help: Text {
        en: "give one of these elements words of its own",
        zh: "请为其中一个要件写出文字",
    },
    explanation: Text {
        en: "A shared element means what the other model says. In a circle nobody says what it means.",
        zh: "共用的要件以另一模型的表述为准。若相互引用成环，就没有任何一处写明它的含义。",
    },
    example: Example::Program {
        wrong: ".model m \"m\" { element a = n.b }\n.model n \"n\" { element b = m.a }\n",
        right: ".model m \"m\" { element a = n.b }\n.model n \"n\" { element b \"the price is low\" }\n@[element = n.b, norm = n_1]\nlow(x) :- sold(x).\n.decl sold(x: symbol)\n.input sold\n.decl low(x: symbol)\n.output low\n",
    },
};
