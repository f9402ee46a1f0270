use crate::{Entry, Example, Severity, Text};

/// `in_force_on` of a rule that cites no declared norm.
pub static IN_FORCE_WITHOUT_NORM: Entry = Entry {
    code: "SY0344",
    severity: Severity::Error,
    message: Text { en: "rule `{rule}` cites no declared norm that could be in force", zh: "规则 `{rule}` 没有引用已声明的规范，无从判断是否有效" },
    label: Text { en: "in force, but what?", zh: "何者有效？" },
    help: Text { en: "cite the norm: `@[norm = name]`, and declare it with `.norm`", zh: "请用 `@[norm = 名称]` 引用规范，并用 `.norm` 声明" },
    explanation: Text { en: "`in_force_on` adds the premise that the norms cited are in force on that day. Without a declared norm there is nothing to check.", zh: "`in_force_on` 增加一项前提：所引规范当日有效。没有已声明的规范，就没有可核对的对象。" },
    example: Example::Program {
        wrong: ".norm PL_72 { law: \"Penalty Law\" article: \"72\" in_force: d\"2021-07-15\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl case(id: symbol, day: date)\n.input case\n.decl late(id: symbol)\n.output late\n@[in_force_on = t]\nlate(c) :- case(c, t).\n",
        right: ".norm PL_72 { law: \"Penalty Law\" article: \"72\" in_force: d\"2021-07-15\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl case(id: symbol, day: date)\n.input case\n.decl late(id: symbol)\n.output late\n@[norm = PL_72, in_force_on = t]\nlate(c) :- case(c, t).\n",
    },
};
