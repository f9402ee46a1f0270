use crate::{Entry, Example, Severity, Text};

/// A norm that is in force on none of the days for which a rule uses it.
pub static NEVER_IN_FORCE: Entry = Entry {
    code: "SY0370",
    severity: Severity::Warning,
    message: Text { en: "`{rule}` uses `{norm}` for `{day}` ({days}), and it is in force on none of these days", zh: "`{rule}` 把 `{norm}` 用于 `{day}`（{days}），而该规范在这些日子都不在施行" },
    label: Text { en: "no version of `{norm}` is in force on such a `{day}`", zh: "在这样的 `{day}`，`{norm}` 没有任何版本在施行" },
    help: Text { en: "cite the norm that was in force then, or add its version to `.norm {norm}`", zh: "请引用当时施行的规范，或在 `.norm {norm}` 中补上当时的版本" },
    explanation: Text { en: "The rule asks that the norm is in force on this day, but its other conditions leave only days on which it is not: it was repealed, or not yet in force. So the rule never concludes anything, and no record will show that it should have.", zh: "规则要求该规范在这一天施行，而其他条件只留下它不施行的日子：或者已经废止，或者尚未施行。规则因此永远得不出结论，而记录中看不出本应有结论。" },
    example: Example::Program {
        wrong: ".norm CL_214 { law: \"Contract Law\" article: \"214\" in_force: d\"1999-10-01\" .. d\"2020-12-31\" }\n.decl lease(id: symbol, signed: date, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\n@[norm = CL_214, in_force_on = t]\nlong(l) :- lease(l, t, y), t >= d\"2021-01-01\", y > 20.\n",
        right: ".norm CL_214 { law: \"Contract Law\" article: \"214\" in_force: d\"1999-10-01\" .. d\"2020-12-31\" }\n.decl lease(id: symbol, signed: date, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\n@[norm = CL_214, in_force_on = t]\nlong(l) :- lease(l, t, y), t < d\"2021-01-01\", y > 20.\n",
    },
};
