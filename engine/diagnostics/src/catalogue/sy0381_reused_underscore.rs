use crate::{Entry, Example, Severity, Text};

/// A variable that begins with `_` stands more than once.
pub static REUSED_UNDERSCORE: Entry = Entry {
    code: "SY0381",
    severity: Severity::Warning,
    message: Text { en: "the variable `{name}` begins with `_` but stands more than once", zh: "变量 `{name}` 以 `_` 开头，却出现不止一次" },
    label: Text { en: "here again", zh: "在此再次出现" },
    help: Text { en: "drop the underscore if these places shall be equal, or choose different names", zh: "若这些位置应当相等，请去掉下划线；否则请改用不同名称" },
    explanation: Text { en: "`_name` says that the value does not matter. Two of them in one rule have to be equal all the same, which readers overlook.", zh: "`_name` 表示其取值无关紧要。但同一规则中两处同名仍须相等，读者容易忽略。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n.decl tenant(id: symbol, name: symbol)\ntenant(\"L-1\", \"Wu\").\n.decl let(id: symbol)\n.output let\nlet(_x) :- lease(_x), tenant(_x, _).\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n.decl tenant(id: symbol, name: symbol)\ntenant(\"L-1\", \"Wu\").\n.decl let(id: symbol)\n.output let\nlet(x) :- lease(x), tenant(x, _).\n",
    },
};
