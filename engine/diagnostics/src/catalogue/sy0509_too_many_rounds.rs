use crate::{Entry, Example, Severity, Text};

/// `--max-rounds` was reached.
pub static TOO_MANY_ROUNDS: Entry = Entry {
    code: "SY0509",
    severity: Severity::Error,
    message: Text {
        en: "{limit} rounds were not enough to find all facts; rule `{rule}` has given most of them: {facts}",
        zh: "经过 {limit} 轮仍有新事实；规则 `{rule}` 得出最多，共 {facts} 条",
    },
    label: Text {
        en: "this rule grows",
        zh: "此规则不断增长",
    },
    help: Text {
        en: "if the chain is meant to be so long, raise `--max-rounds`; otherwise bound what the rule computes, e.g. `n < 100`",
        zh: "如链条确有如此之长，请调高 `--max-rounds`；否则请为规则计算的值设定界限，如 `n < 100`",
    },
    explanation: Text {
        en: "A recursive rule is applied in rounds until nothing is new. A rule that computes values, such as `n + 1`, can find something new forever. The run stops and nothing is written.",
        zh: "递归规则逐轮适用，直至没有新事实。会计算新值（如 `n + 1`）的规则可能永无止境。达到上限即停止运行，不写任何结果。",
    },
    example: Example::Shown {
        wrong: "step(n + 1) :- step(n).\n",
        right: "step(n + 1) :- step(n), n < 100.\n",
    },
};
