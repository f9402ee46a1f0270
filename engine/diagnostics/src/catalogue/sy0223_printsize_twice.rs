use crate::{Entry, Example, Severity, Text};

/// A relation has two `.printsize` directives.
pub static PRINTSIZE_TWICE: Entry = Entry {
    code: "SY0223",
    severity: Severity::Error,
    message: Text { en: "the size of `{name}` is asked for twice", zh: "`{name}` 的大小要求输出两次" },
    label: Text { en: "the second one", zh: "第二个" },
    help: Text { en: "remove one `.printsize`", zh: "请删去一个 `.printsize`" },
    explanation: Text {
        en: "The dialect allows one `.printsize` for each relation.",
        zh: "方言规定每个关系只能有一个 `.printsize`。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.printsize lease\n.printsize lease\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.printsize lease\nlease(\"L-1\").\n",
    },
};
