use crate::{Entry, Example, Severity, Text};

/// The second opinion multiplies out a body and finds it too large.
pub static SECOND_OPINION_DISJUNCTS: Entry = Entry {
    code: "SY0593",
    severity: Severity::Error,
    message: Text {
        en: "the body of `{name}` has more than a million literals when the second opinion multiplies it out",
        zh: "复核引擎展开 `{name}` 的规则体后，条件超过一百万个",
    },
    label: Text { en: "too many combinations of alternatives", zh: "“或者”的组合过多" },
    help: Text {
        en: "give each disjunction a relation of its own with one rule for each alternative",
        zh: "请为每组“或者”单独设一个关系，每种情形写一条规则",
    },
    explanation: Text {
        en: "Alternatives side by side multiply: twenty disjunctions of two are a million cases. The second opinion works \
             through the cases one by one, which keeps it simple enough to be trusted. A rule with that many cases is hard to \
             review for people too; named intermediate relations say what each group of alternatives means.",
        zh: "并列的“或者”会相乘：二十个二选一就是一百万种情形。复核引擎逐一处理各种情形，因而足够简单、值得信任。\
             情形如此之多的规则，人也难以审查；给每组情形起一个关系名，能说明它的含义。",
    },
    example: Example::Shown {
        wrong: "clue(x) :- (a1(x) ; b1(x)), (a2(x) ; b2(x)), /* ... */ (a20(x) ; b20(x)).",
        right: "first(x) :- a1(x) ; b1(x).\nsecond(x) :- a2(x) ; b2(x).\nclue(x) :- first(x), second(x).",
    },
};
