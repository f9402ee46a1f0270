use crate::{Entry, Example, Severity, Text};

/// A form of a derivation is asked for, and the fact does not hold.
pub static NO_DERIVATION_TO_SHOW: Entry = Entry {
    code: "SY0648",
    severity: Severity::Error,
    message: Text { en: "`{option}` shows a derivation, and no fact fits {fact}", zh: "`{option}` 展示的是推导，而没有事实符合 {fact}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "leave the option out, or ask with `--format html` or `--format json`: these tell why a fact does not hold", zh: "去掉该选项，或改用 `--format html`、`--format json`：这些形式可以说明事实为何不成立" },
    explanation: Text { en: "A graph, or a document of W3C PROV, says what a conclusion came from. A fact that does not hold came from nothing. Why it does not hold is told rule by rule: as text, as JSON or as a page. Nothing was written, so that an empty drawing is never taken for an answer; the exit code is 3, as for every fact that does not hold.", zh: "图和 W3C PROV 文档说明结论从何而来。不成立的事实没有来处，其不成立的原因按规则逐条说明，形式为文本、JSON 或网页。为免把空白的图当成答案，此时不写出任何内容；退出码为 3，与其他不成立的事实相同。" },
    example: Example::Shown { wrong: "syllogist why model.dl 'clue(\"A-2\")' --format dot\n", right: "syllogist why model.dl 'clue(\"A-2\")' --format html -o clue.html\n" },
};
