use crate::{Entry, Example, Severity, Text};

/// The second opinion meets a relation or rule with more than 16 values side by side.
pub static SECOND_OPINION_WIDTH: Entry = Entry {
    code: "SY0590",
    severity: Severity::Error,
    message: Text {
        en: "the second opinion holds at most 16 values side by side, `{name}` needs {width}",
        zh: "复核引擎一行最多容纳 16 个值，`{name}` 需要 {width} 个",
    },
    label: Text { en: "too wide for the second opinion", zh: "超出复核引擎的宽度" },
    help: Text {
        en: "split the relation, or move part of the body into a rule of its own; the main evaluator has no such limit",
        zh: "请拆分该关系，或把规则体的一部分移入单独的规则；主引擎没有这一限制",
    },
    explanation: Text {
        en: "The second opinion derives every clue once more with an independent, deliberately simple evaluator, whose rows have \
             a fixed width: 16 columns of a relation, 16 variables of a rule that are still needed at the same point. A wider \
             program is refused rather than compared in part, because half a comparison would look like a confirmation.",
        zh: "复核引擎用一个独立且刻意保持简单的求值器把每条线索重新推导一遍，它的行宽是固定的：关系最多 16 列，\
             规则在同一处仍需保留的变量最多 16 个。更宽的程序会被拒绝，而不是只比对一部分，因为半份比对看上去就像已经得到印证。",
    },
    example: Example::Shown {
        wrong: ".decl case(c1: symbol, c2: symbol, /* ... */ c17: symbol)",
        right: ".decl case(id: symbol, court: symbol)\n.decl case_party(id: symbol, plaintiff: symbol, defendant: symbol)",
    },
};
