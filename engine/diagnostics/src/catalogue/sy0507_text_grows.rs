use crate::{Entry, Example, Severity, Text};

/// A rule builds texts without end.
pub static TEXT_GROWS: Entry = Entry {
    code: "SY0507",
    severity: Severity::Error,
    message: Text {
        en: "a text longer than 16 MiB: {call}, in rule `{rule}`{binding}",
        zh: "文本超过 16 MiB：{call}，规则 `{rule}`{binding}",
    },
    label: Text { en: "this text is too long", zh: "此处的文本过长" },
    help: Text {
        en: "bound the recursion, e.g. with `strlen(s) < 100`",
        zh: "请为递归设定界限，例如 `strlen(s) < 100`",
    },
    explanation: Text {
        en: "A rule that appends to its own results builds longer and longer texts and never ends. The run stops before \
             memory does, and nothing is written.",
        zh: "规则若在自己的结论后不断追加，文本会越来越长，永无止境。运行在内存耗尽之前停止，不写任何结果。",
    },
    example: Example::Shown {
        wrong: ".decl s(x: symbol)\n.output s\ns(\"ab\").\ns(cat(x, x)) :- s(x).\n",
        right: ".decl s(x: symbol)\n.output s\ns(\"ab\").\ns(cat(x, x)) :- s(x), strlen(x) < 100.\n",
    },
};
