use crate::{Entry, Example, Severity, Text};

/// Part of the dialect that is refused.
pub static NOT_SUPPORTED: Entry = Entry {
    code: "SY0299",
    severity: Severity::Error,
    message: Text { en: "{feature}: not supported yet", zh: "{feature}：尚不支持" },
    label: Text { en: "here", zh: "此处" },
    help: Text { en: "another way: {instead}", zh: "替代办法：{instead}" },
    explanation: Text {
        en: "The text is understood but its meaning is not built yet. It is refused and never skipped, since \
             skipping it would change the results.",
        zh: "这段文字能够识别，但其含义尚未实现。系统会拒绝而绝不跳过，因为跳过会改变结果。",
    },
    example: Example::Program {
        wrong: ".functor twice(x: number): number\n.decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", @twice(450)).\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 450 * 2).\n",
    },
};
