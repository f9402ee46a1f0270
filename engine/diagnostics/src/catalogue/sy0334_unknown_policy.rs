use crate::{Entry, Example, Severity, Text};

/// A policy that nobody declares.
pub static UNKNOWN_POLICY: Entry = Entry {
    code: "SY0334",
    severity: Severity::Error,
    message: Text { en: "there is no policy `{name}`", zh: "没有名为 `{name}` 的计算规则" },
    label: Text { en: "not declared", zh: "未声明" },
    help: Text { en: "declare it with `.policy`, or write a declared one: {near}", zh: "请用 `.policy` 声明，或改用已声明的：{near}" },
    explanation: Text { en: "How a period is counted, and whether a limit belongs to “or more”, is fixed by the citing statute. A rule names the policy, so that the statute's way of counting is seen in the proof.", zh: "期间如何计算、“以上”“以下”是否包括本数，都由所引法律规定。规则写明计算规则的名称，推导中才能看到依据的是哪部法律。" },
    example: Example::Program {
        wrong: ".decl served(id: symbol, day: date)\n.input served\n.decl end(id: symbol, day: date)\n.output end\n.policy compulsion_law { working_days: up_to 10 }\nend(d, deadline(compulsory_law, s, 10, \"days\")) :- served(d, s).\n",
        right: ".decl served(id: symbol, day: date)\n.input served\n.decl end(id: symbol, day: date)\n.output end\n.policy compulsion_law { working_days: up_to 10 }\nend(d, deadline(compulsion_law, s, 10, \"days\")) :- served(d, s).\n",
    },
};
