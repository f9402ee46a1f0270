use crate::{Entry, Example, Severity, Text};

/// A variable stands once in a rule.
pub static LONE_VARIABLE: Entry = Entry {
    code: "SY0380",
    severity: Severity::Warning,
    message: Text { en: "the variable `{name}` stands only once in this rule", zh: "变量 `{name}` 在本规则中只出现一次" },
    label: Text { en: "only here", zh: "仅在此处" },
    help: Text { en: "write `_` or `_{name}` if its value does not matter, or correct the name", zh: "若其取值无关紧要，请写 `_` 或 `_{name}`；否则请改正名称" },
    explanation: Text { en: "A variable joins the places in which it stands; one that stands alone joins nothing. Often it is a spelling mistake, and the rule then applies to more cases than it should.", zh: "变量把它出现的各处联系起来；只出现一次则什么也没有联系。这往往是拼写错误，规则因此适用于过多的情形。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n.decl tenant(id: symbol, name: symbol)\ntenant(\"L-1\", \"Wu\").\n.decl let(id: symbol)\n.output let\nlet(x) :- lease(x), tenant(x, nmae).\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n.decl tenant(id: symbol, name: symbol)\ntenant(\"L-1\", \"Wu\").\n.decl let(id: symbol)\n.output let\nlet(x) :- lease(x), tenant(x, _name).\n",
    },
};
