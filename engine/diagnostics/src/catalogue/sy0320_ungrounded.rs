use crate::{Entry, Example, Severity, Text};

/// A variable has no source of values.
pub static UNGROUNDED: Entry = Entry {
    code: "SY0320",
    severity: Severity::Error,
    message: Text { en: "nothing gives `{name}` a value", zh: "没有给 `{name}` 赋值" },
    label: Text { en: "not bound", zh: "未赋值" },
    help: Text {
        en: "put `{name}` into a positive atom of the body, or set it with `{name} = ...`",
        zh: "请让 `{name}` 出现在规则体的某个肯定原子中，或用 `{name} = ...` 赋值",
    },
    explanation: Text {
        en: "Every variable must get its values from records or computations in each alternative of the \
             body. `!p(x)` and `x > 3` only test values; `x + 1 = y` sets `y` but not `x`. Without a source \
             the rule would speak about all things there could be.",
        zh: "在规则体的每个选项中，变量的值都必须来自记录或计算。`!p(x)` 和 `x > 3` 只检验取值；`x + 1 = y` \
             能确定 `y`，但不能确定 `x`。没有来源，规则说的就是一切可能的事物。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl void(id: symbol)\n.decl valid(id: symbol)\n.output valid\nvoid(\"L-2\").\nvalid(x) :- !void(x).\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl void(id: symbol)\n.decl valid(id: symbol)\n.output valid\nvoid(\"L-2\").\nvalid(x) :- lease(x, _), !void(x).\n",
    },
};
