use crate::{Entry, Example, Severity, Text};

/// A block of the legal layer without its closing brace.
pub static UNCLOSED_BLOCK: Entry = Entry {
    code: "SY0139",
    severity: Severity::Error,
    message: Text { en: "this block is not closed", zh: "该块没有结束" },
    label: Text { en: "opened here", zh: "在此打开" },
    help: Text { en: "write `}` behind its last entry", zh: "请在最后一项之后写 `}`" },
    explanation: Text {
        en: "A norm, policy, parameter, model or test ends with its closing brace. Without it nobody could tell \
             whether what follows still belongs to the article or is a rule.",
        zh: "法条、期间规则、参数、模型和测试都以右花括号结束。缺了它，就无法判断后面的内容仍属于该法条还是一条规则。",
    },
    example: Example::Program {
        wrong: ".norm CC_725 {\n  law: \"Civil Code\"\n  rank: law\n\n.decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
        right: ".norm CC_725 {\n  law: \"Civil Code\"\n  article: \"725\"\n  rank: law\n  in_force: d\"2021-01-01\" ..\n}\n\n.decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
    },
};
