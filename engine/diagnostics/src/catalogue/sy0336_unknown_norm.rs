use crate::{Entry, Example, Severity, Text};

/// A rule or policy cites a norm that is not in the registry.
pub static UNKNOWN_NORM: Entry = Entry {
    code: "SY0336",
    severity: Severity::Error,
    message: Text { en: "no `.norm` declares `{name}`", zh: "没有声明名为 `{name}` 的法律规范" },
    label: Text { en: "cited here", zh: "在此引用" },
    help: Text { en: "declare the norm with its law, article and dates, or write a declared one: {near}", zh: "请用 `.norm` 写明法律、条文和施行时间，或改用已声明的：{near}" },
    explanation: Text { en: "Where a program has a registry of norms, every citation must be in it: otherwise nobody can say which article, in which version, a clue rests on.", zh: "程序设有规范登记时，引用的每一条都必须在登记之中；否则无法说明线索依据的是哪一条、哪个版本。" },
    example: Example::Program {
        wrong: ".norm civil_code_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl lease(id: symbol, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\n@[norm = civil_code_750]\nlong(l) :- lease(l, y), y > 20.\n",
        right: ".norm civil_code_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl lease(id: symbol, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\n@[norm = civil_code_705]\nlong(l) :- lease(l, y), y > 20.\n",
    },
};
