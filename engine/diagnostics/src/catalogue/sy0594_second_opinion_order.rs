use crate::{Entry, Example, Severity, Text};

/// The second opinion finds no order of the literals that binds all variables.
pub static SECOND_OPINION_ORDER: Entry = Entry {
    code: "SY0594",
    severity: Severity::Error,
    message: Text {
        en: "the second opinion finds no order in which the body of `{name}` binds all its variables",
        zh: "复核引擎找不到能让 `{name}` 的所有变量都得到取值的求值顺序",
    },
    label: Text { en: "this rule", zh: "此规则" },
    help: Text {
        en: "bind every variable by a positive atom, or by an equation whose other side is bound",
        zh: "请让每个变量都出现在肯定的原子中，或出现在另一侧已有取值的等式中",
    },
    explanation: Text {
        en: "Equations are solved for a variable that stands alone on one side. A variable that none of the literals gives a \
             value ranges over everything, and no finite set of records could carry the conclusion.",
        zh: "等式只对单独位于一侧的变量求解。若没有任何条件给变量赋值，它就可以是任何值，有限的记录无法支撑结论。",
    },
    example: Example::Shown {
        wrong: "next(x) :- number_of(y), x + 1 = y.",
        right: "next(x) :- number_of(y), x = y - 1.",
    },
};
