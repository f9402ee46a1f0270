use crate::{Entry, Example, Severity, Text};

/// An absence does not say for which place or time the records must be complete.
pub static EXTENT_MISSING: Entry = Entry {
    code: "SY0363",
    severity: Severity::Error,
    message: Text {
        en: "`{relation}` is declared complete by `{column}`, which this does not give",
        zh: "`{relation}` 按 `{column}` 声明完整，此处没有给出",
    },
    label: Text { en: "for which `{column}`?", zh: "哪个 `{column}`？" },
    help: Text {
        en: "add `within (..)` with a value for `{column}`: a place has one value, a day one value or the first and the last one",
        zh: "请加上 `within (..)` 并给出 `{column}`：地点给一个值，日期给一个值，或给出首日与末日",
    },
    explanation: Text {
        en: "That something is not in the records counts only where the records are known to be complete. Where completeness is declared by \
             place and time, the rule has to say for which place and time it relies on it.",
        zh: "只有在记录已知完整之处，“查无记录”才算数。完整性按地点和时间声明时，规则须写明它依赖的是何地、何时的完整性。",
    },
    example: Example::Shown {
        wrong: ".complete applied by (district, filed) from \"complete.csv\"\nlapsed(d) :- decision(d, r, t), not applied(d, _, _) within (district: r).\n",
        right: ".complete applied by (district, filed) from \"complete.csv\"\nlapsed(d) :- decision(d, r, t), not applied(d, _, _) within (district: r, filed: t .. t + 90).\n",
    },
};
