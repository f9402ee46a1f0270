use crate::{Entry, Example, Severity, Text};

/// The words `not` and `unless` in a body.
pub static WORD_NEGATION: Entry = Entry {
    code: "SY0120",
    severity: Severity::Error,
    message: Text { en: "`{word}` is not supported yet", zh: "尚不支持 `{word}`" },
    label: Text { en: "a word for negation", zh: "此处用了否定词" },
    help: Text {
        en: "write `!` for negation under the closed world, as in `!p(x)`",
        zh: "封闭世界下的否定请写 `!`，例如 `!p(x)`",
    },
    explanation: Text {
        en: "`!p(x)` holds where p is not derived. The legal negation, under which absence counts only where \
             records are known to be complete, will be written with words; until then it is refused and not \
             guessed.",
        zh: "`!p(x)` 在推不出 p 时成立。法律上的否定只有在记录已知完整时才以缺失为据，将来用单词书写；在此之前一\
             律拒绝，而不是猜测。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.decl void(id: symbol)\n.decl valid(id: symbol)\n.output valid\nlease(\"L-1\").\nvoid(\"L-2\").\nvalid(x) :- lease(x), not void(x).\n",
        right: ".decl lease(id: symbol)\n.decl void(id: symbol)\n.decl valid(id: symbol)\n.output valid\nlease(\"L-1\").\nvoid(\"L-2\").\nvalid(x) :- lease(x), !void(x).\n",
    },
};
