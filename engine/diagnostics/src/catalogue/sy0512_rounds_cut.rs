use crate::{Entry, Example, Severity, Text};

/// `.limitsize` ended the rounds of a stratum.
pub static ROUNDS_CUT: Entry = Entry {
    code: "SY0512",
    severity: Severity::Warning,
    message: Text {
        en: "`{relation}` has reached its `.limitsize` of {limit}; facts that later rounds would give are missing",
        zh: "`{relation}` 已达到 `.limitsize` 规定的 {limit} 条，后续各轮会得出的事实缺失",
    },
    label: Text {
        en: "this relation and those that depend on each other with it may be incomplete",
        zh: "此关系及与它相互依赖的关系可能不完整",
    },
    help: Text {
        en: "raise or remove the limit if all facts are needed; every fact that was found has its derivation",
        zh: "如需要全部事实，请调高或删去该上限；已得出的事实都有各自的推导",
    },
    explanation: Text {
        en: "`.limitsize R(n = N)` ends the rounds of a recursion once `R` holds N facts at the end of a round. What has been found holds. What has not may still follow from the rules: an absence that rests on such a relation is not proved.",
        zh: "`.limitsize R(n = N)` 使递归在某一轮结束、`R` 已有 N 条事实时停止。已得出的事实成立；未得出的仍可能由规则得出，因此依据这种关系认定“没有”，并未得到证明。",
    },
    example: Example::Shown {
        wrong: ".limitsize reach(n = 10)\n",
        right: "reach(x, z) :- reach(x, y), edge(y, z).\n",
    },
};
