use crate::{Entry, Example, Severity, Text};

/// A conclusion about whoever a finding was made of, where nothing says of whom it should be made.
pub static MISSING_OF_NOBODY: Entry = Entry {
    code: "SY0364",
    severity: Severity::Error,
    message: Text {
        en: "nothing says for which `{variable}` there should be `{relation}`",
        zh: "规则没有说明应当对哪些 `{variable}` 有 `{relation}`",
    },
    label: Text {
        en: "where this is missing, the conclusion would be open for anybody",
        zh: "此处缺失时，结论对任何对象都成为待定",
    },
    help: Text {
        en: "name those who are asked about: add a premise that gives `{variable}`",
        zh: "请写明所问的对象：另加一个给出 `{variable}` 的前提",
    },
    explanation: Text {
        en: "A finding that nobody made, and an expected record that is missing, leave a conclusion open: somebody has to make it. That is a \
             question about a person or a case, so the rule must say whom it asks about. Where only the finding itself binds \
             the variable, a missing one concerns everybody, even those of whom the opposite was found, and they would be reported \
             as open.",
        zh: "无人作出的认定、应有而缺失的记录，使结论待定：须有人去作出、去补。这是针对某个人或者某个案件的问题，所以规则必须写明问的是谁。变量\
             只由认定本身给出时，缺失的认定就涉及所有对象，连已作出相反认定的也会列为待定。",
    },
    example: Example::Shown {
        wrong: ".decl low(a: symbol)\nlow(a) :- too_low(a: a, value: \"yes\").\n",
        right: ".decl low(a: symbol)\nlow(a) :- auction(a), too_low(a: a, value: \"yes\").\n",
    },
};
