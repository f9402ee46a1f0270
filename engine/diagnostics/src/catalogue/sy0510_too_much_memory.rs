use crate::{Entry, Example, Severity, Text};

/// `--max-memory` was reached.
pub static TOO_MUCH_MEMORY: Entry = Entry {
    code: "SY0510",
    severity: Severity::Error,
    message: Text {
        en: "the run holds {held} of memory, more than the {size} of `--max-memory`; up to round {rounds} rule `{rule}` has given most facts of its stratum: {facts}",
        zh: "运行已占用内存 {held}，超过 `--max-memory` 所限的 {size}；至第 {rounds} 轮，本层中规则 `{rule}` 得出的事实最多，共 {facts} 条",
    },
    label: Text {
        en: "this rule grows",
        zh: "此规则不断增长",
    },
    help: Text {
        en: "raise `--max-memory` if the machine has more, or restrict the rule: atoms that share no variable multiply their relations",
        zh: "机器内存有余时请调高 `--max-memory`，否则请限制该规则：原子之间没有公共变量，关系就会相乘",
    },
    explanation: Text {
        en: "`--max-memory` bounds what the whole process holds, so that a rule that grows ends its own run and not the machine's other work. The run stops and nothing is written.",
        zh: "`--max-memory` 限定整个进程占用的内存，使不断增长的规则只终止自身的运行，而不影响机器上的其他工作。达到上限即停止运行，不写任何结果。",
    },
    example: Example::Shown {
        wrong: "pair(x, y) :- person(x, _), person(y, _).\n",
        right: "pair(x, y) :- person(x, address), person(y, address).\n",
    },
};
