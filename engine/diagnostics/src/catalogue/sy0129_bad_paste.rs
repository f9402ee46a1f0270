use crate::{Entry, Example, Severity, Text};

/// `##` joins two tokens that are none together.
pub static BAD_PASTE: Entry = Entry {
    code: "SY0129",
    severity: Severity::Error,
    message: Text { en: "`{left}` and `{right}` joined are no token", zh: "`{left}` 与 `{right}` 连接后不是一个记号" },
    label: Text { en: "used here", zh: "在此使用" },
    help: Text { en: "join parts of one name or number only", zh: "只能连接同一名称或数的各部分" },
    explanation: Text { en: "`##` in a macro makes one token of two, such as a name of its parts.", zh: "宏中的 `##` 把两个记号连成一个，例如由各部分组成名称。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\n#define EQUAL(a, b) a ## = b\nlease(\"L-1\") :- EQUAL(\"x\", \"x\").\n",
        right: ".decl lease(id: symbol)\n.output lease\n#define EQUAL(a, b) a = b\nlease(\"L-1\") :- EQUAL(\"x\", \"x\").\n",
    },
};
