use crate::{Entry, Example, Severity, Text};

/// A rule cites a norm of which no version goes on, and does not say for which day.
pub static REPEALED_NORM: Entry = Entry {
    code: "SY0371",
    severity: Severity::Warning,
    message: Text { en: "`{rule}` cites `{norm}`, whose last version ended on {last}, for any day", zh: "`{rule}` 不问日期地引用 `{norm}`，而该规范的最后一个版本已于 {last} 终止" },
    label: Text { en: "applies to later days as well", zh: "对此后的日子同样适用" },
    help: Text { en: "name the day that decides with `@[in_force_on = day]`, or cite the norm that followed", zh: "请用 `@[in_force_on = 日期]` 写明以哪一天为准，或引用接替它的规范" },
    explanation: Text { en: "A repealed norm still governs what happened under it, but nothing later. Without the day that decides, the rule applies it to everything, and a clue about a later act would cite law that was gone.", zh: "已废止的规范仍然适用于施行期间发生的事，但不适用于此后的事。没有写明以哪一天为准，规则就把它用于一切；针对此后行为的线索，引用的将是已经失效的法律。" },
    example: Example::Program {
        wrong: ".norm CL_214 { law: \"Contract Law\" article: \"214\" in_force: d\"1999-10-01\" .. d\"2020-12-31\" }\n.decl lease(id: symbol, signed: date, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\n@[norm = CL_214]\nlong(l) :- lease(l, _, y), y > 20.\n",
        right: ".norm CL_214 { law: \"Contract Law\" article: \"214\" in_force: d\"1999-10-01\" .. d\"2020-12-31\" }\n.decl lease(id: symbol, signed: date, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\n@[norm = CL_214, in_force_on = t]\nlong(l) :- lease(l, t, y), y > 20.\n",
    },
};
