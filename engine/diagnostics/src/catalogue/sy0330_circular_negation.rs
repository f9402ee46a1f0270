use crate::{Entry, Example, Severity, Text};

/// A relation depends on itself through negation or an aggregate.
pub static CIRCULAR_NEGATION: Entry = Entry {
    code: "SY0330",
    severity: Severity::Error,
    message: Text {
        en: "`{name}` depends on itself through {how}: {circle}",
        zh: "`{name}` 通过{how}依赖于自身：{circle}",
    },
    label: Text { en: "its conclusions would undo themselves", zh: "它的结论会推翻自己" },
    help: Text {
        en: "break the circle: let the exception rest on facts that do not depend on `{name}`",
        zh: "请打破循环：让例外只以不依赖 `{name}` 的事实为据",
    },
    explanation: Text {
        en: "If something holds because it does not hold, there is no answer. Exceptions must be decided \
             before the rule they defeat, totals after everything they count.",
        zh: "如果某事因其不成立而成立，就没有答案。例外必须先于它所推翻的规则确定，合计必须后于它所计算的一切。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl valid(id: symbol)\n.decl void(id: symbol)\n.output valid\nvalid(x) :- lease(x, _), !void(x).\nvoid(x) :- lease(x, _), !valid(x).\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl valid(id: symbol)\n.decl void(id: symbol)\n.output valid\nvalid(x) :- lease(x, _), !void(x).\nvoid(x) :- lease(x, r), r < 1.\n",
    },
};
