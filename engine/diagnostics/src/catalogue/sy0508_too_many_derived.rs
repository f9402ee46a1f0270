use crate::{Entry, Example, Severity, Text};

/// `--max-facts` was reached.
pub static TOO_MANY_DERIVED: Entry = Entry {
    code: "SY0508",
    severity: Severity::Error,
    message: Text {
        en: "the rules derive more than {limit} facts; up to round {rounds} rule `{rule}` has given most of them: {facts}",
        zh: "规则推出的事实超过 {limit} 条；至第 {rounds} 轮，规则 `{rule}` 得出最多，共 {facts} 条",
    },
    label: Text {
        en: "this rule grows",
        zh: "此规则不断增长",
    },
    help: Text {
        en: "if so many facts are meant, raise `--max-facts`; otherwise look for atoms that share no variable, or restrict the rule",
        zh: "如确需如此多的事实，请调高 `--max-facts`；否则请检查是否有原子之间没有公共变量，或限制该规则",
    },
    explanation: Text {
        en: "`--max-facts` bounds the facts that rules add to the records. The run stops and nothing is written: clues from half an evaluation would be wrong wherever a rule says `not`.",
        zh: "`--max-facts` 限定规则在记录之外新增的事实数。达到上限即停止运行，不写任何结果：推理未完成时，凡含“不存在”条件的规则都可能得出错误线索。",
    },
    example: Example::Shown {
        wrong: "pair(x, y) :- person(x, _), person(y, _).\n",
        right: "pair(x, y) :- person(x, address), person(y, address).\n",
    },
};
