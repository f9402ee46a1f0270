use crate::{Entry, Example, Severity, Text};

/// A rule or fact ends without a full stop.
pub static MISSING_FULL_STOP: Entry = Entry {
    code: "SY0102",
    severity: Severity::Error,
    message: Text { en: "the rule or fact does not end with a full stop", zh: "规则或事实没有以句点结束" },
    label: Text { en: "`.` is missing here", zh: "此处缺少 `.`" },
    help: Text { en: "end it with `.`", zh: "请在末尾加 `.`" },
    explanation: Text {
        en: "Each rule and each fact ends with a full stop. Without it two rules would run into each other, and \
             what the second one says would be read as part of the first.",
        zh: "每条规则、每个事实都以句点结束。缺了句点，两条规则会连在一起，后一条的内容会被当作前一条的一部分。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\")\nlease(\"L-2\").\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\nlease(\"L-2\").\n",
    },
};
