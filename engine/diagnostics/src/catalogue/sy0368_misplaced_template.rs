use crate::{Entry, Example, Severity, Text};

/// A template stands where none may.
pub static MISPLACED_TEMPLATE: Entry = Entry {
    code: "SY0368",
    severity: Severity::Error,
    message: Text { en: "the template `{key}` has no place here", zh: "模板 `{key}` 不能写在这里" },
    label: Text { en: "no template here", zh: "此处不能有模板" },
    help: Text { en: "write it on the relation's declaration; a rule with one head may have `zh` and `en`", zh: "请写在关系的声明上；只有一个结论的规则可以有 `zh` 和 `en`" },
    explanation: Text {
        en: "A relation says what its facts mean, what their absence means and how many there are. A rule says what it concludes, so it has the positive form only, and one head. A fact of the program text is said in the words of its relation.",
        zh: "关系说明其事实的含义、不存在的含义，以及数量。规则只说明所得的结论，所以只有肯定形式，并且只能有一个结论。规则文本中的事实用其关系的说法。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.input lease\n.decl long(id: symbol)\n.output long\n@[zh_not = \"租约{x}并非长期\", en_not = \"lease {x} is not long\"]\nlong(x) :- lease(x).\n",
        right: ".decl lease(id: symbol)\n.input lease\n@[zh_not = \"租约{id}并非长期\", en_not = \"lease {id} is not long\"]\n@[zh = \"租约{id}为长期租约\", en = \"lease {id} is long\"]\n.decl long(id: symbol)\n.output long\nlong(x) :- lease(x).\n",
    },
};
