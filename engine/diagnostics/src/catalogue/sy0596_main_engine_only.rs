use crate::{Entry, Example, Severity, Text};

/// Something on the command line needs the main evaluator.
pub static MAIN_ENGINE_ONLY: Entry = Entry {
    code: "SY0596",
    severity: Severity::Error,
    message: Text {
        en: "`{what}` needs the main evaluator and cannot stand beside `--engine reference`",
        zh: "`{what}` 需要主引擎，不能与 `--engine reference` 同用",
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "leave `--engine reference` out, or leave `{what}` out",
        zh: "请去掉 `--engine reference`，或去掉 `{what}`",
    },
    explanation: Text {
        en: "The second opinion derives the same facts by other means, so that a result can be confirmed independently. It keeps \
             no account of rounds, cost or derivations. Whoever asks why a fact holds is answered from the main evaluator's \
             account, and may compare the facts themselves with those of the second opinion.",
        zh: "复核引擎用另一套方法推出同样的事实，使结果可以得到独立的印证。它不记录轮次、开销和推导过程。\
             追问某个事实为何成立，由主引擎的记录回答；事实本身可与复核引擎的结果比对。",
    },
    example: Example::Shown {
        wrong: "syllogist run rules.dl --engine reference --profile cost.json",
        right: "syllogist run rules.dl --engine reference -D second",
    },
};
