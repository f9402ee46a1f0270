use crate::{Entry, Example, Severity, Text};

/// A relation has two declarations.
pub static RELATION_DECLARED_TWICE: Entry = Entry {
    code: "SY0202",
    severity: Severity::Error,
    message: Text { en: "relation `{name}` is declared twice", zh: "关系 `{name}` 声明了两次" },
    label: Text { en: "declared again", zh: "再次声明" },
    help: Text {
        en: "remove one of the declarations or rename one relation",
        zh: "请删去其中一个声明，或给其中一个关系改名",
    },
    explanation: Text {
        en: "A relation has one declaration, from which everybody reads its columns. With two it would \
             depend on their order which columns a rule means.",
        zh: "一个关系只有一处声明，各列以它为准。若有两处，规则指的是哪一组列就取决于先后次序了。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl lease(id: symbol)\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
    },
};
