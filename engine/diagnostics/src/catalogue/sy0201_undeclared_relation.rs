use crate::{Entry, Example, Severity, Text};

/// An atom or directive names a relation that no `.decl` declares.
pub static UNDECLARED_RELATION: Entry = Entry {
    code: "SY0201",
    severity: Severity::Error,
    message: Text { en: "relation `{name}` is not declared", zh: "关系 `{name}` 没有声明" },
    label: Text { en: "used here", zh: "在此使用" },
    help: Text {
        en: "declare it with `.decl {name}(column: type, ...)` or correct the name",
        zh: "请用 `.decl {name}(列名: 类型, ...)` 声明，或改正名称",
    },
    explanation: Text {
        en: "Every relation is declared once with its columns and their types. A name that nobody declared is nearly always \
             a spelling mistake; read as an empty relation it would silently make a rule never apply, or an exception never defeat.",
        zh: "每个关系都要声明一次，写明各列及其类型。没有声明的名称几乎总是拼写错误；若当作空关系，\
             规则将永远不适用，或者例外永远不成立，而无人察觉。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\nlease(x) :- leese(x).\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n",
    },
};
