use crate::{Entry, Example, Severity, Text};

/// A relation has two `.printsize` or two `.limitsize` directives.
pub static PRINTSIZE_TWICE: Entry = Entry {
    code: "SY0223",
    severity: Severity::Error,
    message: Text { en: "`{name}` has two `{directive}` directives", zh: "`{name}` 有两个 `{directive}` 指令" },
    label: Text { en: "the second one", zh: "第二个" },
    help: Text { en: "remove one of them", zh: "请删去其中一个" },
    explanation: Text {
        en: "The dialect allows one `.printsize` and one `.limitsize` for each relation.",
        zh: "方言规定每个关系只能有一个 `.printsize` 和一个 `.limitsize`。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.printsize lease\n.printsize lease\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.printsize lease\nlease(\"L-1\").\n",
    },
};
