use crate::{Entry, Example, Severity, Text};

/// An annotation names a day that the rule does not have.
pub static NO_DAY: Entry = Entry {
    code: "SY0339",
    severity: Severity::Error,
    message: Text { en: "the rule has no variable `{name}` of type date", zh: "规则中没有日期类型的变量 `{name}`" },
    label: Text { en: "names no day of the rule", zh: "不是规则中的日期" },
    help: Text { en: "name a variable of the rule that holds a date", zh: "请写规则中取值为日期的变量" },
    explanation: Text { en: "Which version of a norm applies depends on a day: of the act, of the procedural step, or of the judgment. The rule says which by naming the variable that holds it.", zh: "适用规范的哪个版本取决于日期：行为时、程序步骤当日或裁判时。规则通过写明该日期所在的变量来指定。" },
    example: Example::Program {
        wrong: ".norm PL_72 { law: \"Penalty Law\" article: \"72\" in_force: d\"2021-07-15\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl case(id: symbol, day: date)\n.input case\n.decl late(id: symbol)\n.output late\n@[norm = PL_72, in_force_on = d]\nlate(c) :- case(c, t), t > d\"2022-01-01\".\n",
        right: ".norm PL_72 { law: \"Penalty Law\" article: \"72\" in_force: d\"2021-07-15\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl case(id: symbol, day: date)\n.input case\n.decl late(id: symbol)\n.output late\n@[norm = PL_72, in_force_on = t]\nlate(c) :- case(c, t), t > d\"2022-01-01\".\n",
    },
};
