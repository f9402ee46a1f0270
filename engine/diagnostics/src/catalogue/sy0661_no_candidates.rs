use crate::{Entry, Example, Severity, Text};

/// `--missing` is asked of a model without candidates, or of a program without such models.
pub static NO_CANDIDATES: Entry = Entry {
    code: "SY0661",
    severity: Severity::Error,
    message: Text {
        en: "nothing says whose missing premises are asked for: no candidates are named",
        zh: "没有指明候选对象，无从列出各缺什么",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "name them in the model: `.model m \"title\" { candidate case(id) .. }`, and mark its rules with `@[clue = B, model = m]`; or ask about one fact: `syllogist why PROGRAM 'clue(\"A-17\", _)'`",
        zh: "请在模型中写明：`.model m \"标题\" { candidate case(id) .. }`，并给规则标注 `@[clue = B, model = m]`；或者只问一个事实：`syllogist why PROGRAM '线索(\"A-17\", _)'`",
    },
    explanation: Text {
        en: "What is lacking can be listed only for things that are known: the candidates of a model. A relation alone does not say which of its possible facts somebody is interested in; there are endlessly many.",
        zh: "只有已知的对象才谈得上缺什么，这就是模型的候选对象。单有一个关系，说不出关心的是哪些可能的事实，那是无穷多的。",
    },
    example: Example::Shown {
        wrong: ".model long_lease \"sham leases\" { element a \"a lease of many years\" }\n",
        right: ".model long_lease \"sham leases\" { candidate auction(case) element a \"a lease of many years\" }\n",
    },
};
