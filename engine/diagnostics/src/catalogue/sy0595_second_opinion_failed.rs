use crate::{Entry, Example, Severity, Text};

/// A computation fails for the second opinion, so that there is no model.
pub static SECOND_OPINION_FAILED: Entry = Entry {
    code: "SY0595",
    severity: Severity::Error,
    message: Text {
        en: "a computation in `{name}` has no result, so there is no second opinion",
        zh: "`{name}` 中的计算没有结果，因此没有复核结果",
    },
    label: Text { en: "computes here", zh: "在此计算" },
    help: Text {
        en: "run the program without `--engine reference`: the message then names the values that lead there",
        zh: "请去掉 `--engine reference` 再运行：那时的消息会指出导致失败的取值",
    },
    explanation: Text {
        en: "An overflow, a division by zero or a text that is no number leaves a rule without a conclusion for records that meet \
             all its other conditions. Leaving the conclusion out in silence would look as if the law did not apply. Both \
             evaluators stop there; only the main one remembers which records they were.",
        zh: "溢出、除以零或无法转换成数的文本，会使规则对满足其他全部条件的记录得不出结论。若悄悄略去，看上去就像法律不适用一样。\
             两个求值引擎都会在此停止，但只有主引擎记得是哪些记录。",
    },
    example: Example::Shown {
        wrong: "share(p, a / n) :- estate(p, a, n).",
        right: "share(p, a / n) :- estate(p, a, n), n != 0.",
    },
};
