use crate::{Entry, Example, Severity, Text};

/// A relation with templates lacks one for a form that is said.
pub static TEMPLATE_FORM_MISSING: Entry = Entry {
    code: "SY0358",
    severity: Severity::Warning,
    message: Text { en: "the templates of `{name}` lack {keys}", zh: "`{name}` 的模板缺少 {keys}" },
    label: Text { en: "said in words here", zh: "此处给出了模板" },
    help: Text { en: "add {keys}; without them general words are used", zh: "请补上 {keys}；不补则使用通用措辞" },
    explanation: Text {
        en: "A derivation says not only that a fact holds: where a rule asks for its absence, it says that there is none, and where a rule counts such facts, how many there are. A proof that is well said in one place and shows `no lease(\"L-1\", _)` in the next is hard to read for somebody who does not know the program. A relation that is never negated or counted needs no such form.",
        zh: "推导不只说某个事实成立：规则要求其不存在时，要说没有；规则对其计数时，要说有多少。一处文从字顺，另一处却写着 `没有 租约(\"L-1\", _)`，不熟悉程序的人很难读下去。从未被否定、也从未被计数的关系不需要这些形式。",
    },
    example: Example::Program {
        wrong: "@[zh = \"有租约{id}\", en = \"there is a lease {id}\"]\n.decl lease(id: symbol)\n.input lease\n.decl flat(id: symbol)\n.input flat\n.decl free(id: symbol)\n.output free\nfree(x) :- flat(x), !lease(x).\n",
        right: "@[zh = \"有租约{id}\", en = \"there is a lease {id}\"]\n@[zh_not = \"没有租约{id}\", en_not = \"there is no lease {id}\"]\n.decl lease(id: symbol)\n.input lease\n.decl flat(id: symbol)\n.input flat\n.decl free(id: symbol)\n.output free\nfree(x) :- flat(x), !lease(x).\n",
    },
};
