use crate::{Entry, Example, Severity, Text};

/// A block comment has no end.
pub static UNTERMINATED_COMMENT: Entry = Entry {
    code: "SY0104",
    severity: Severity::Error,
    message: Text { en: "the comment is not closed", zh: "注释没有结束" },
    label: Text { en: "opened here", zh: "在此开始" },
    help: Text { en: "write `*/` at its end", zh: "请在末尾写 `*/`" },
    explanation: Text {
        en: "A comment that starts with `/*` goes on to the next `*/`. Without it the whole rest of the text is \
             a comment, and every rule in it would silently be missing.",
        zh: "以 `/*` 开始的注释一直延续到下一个 `*/`。缺了它，其后的全部文本都成了注释，其中的规则会在无人察觉时\
             缺失。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n/* signed in 2021\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n/* signed in 2021 */\n",
    },
};
