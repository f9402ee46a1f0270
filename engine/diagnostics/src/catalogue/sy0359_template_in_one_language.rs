use crate::{Entry, Example, Severity, Text};

/// A template is given in one language only.
pub static TEMPLATE_IN_ONE_LANGUAGE: Entry = Entry {
    code: "SY0359",
    severity: Severity::Warning,
    message: Text { en: "this template has no counterpart `{key}`", zh: "此模板没有对应的 `{key}`" },
    label: Text { en: "in one language only", zh: "只有一种语言" },
    help: Text { en: "add `{key}`; without it general words are used in that language", zh: "请补上 `{key}`；不补则该语言使用通用措辞" },
    explanation: Text {
        en: "Derivations are told in Chinese and in English. A reader of the other language would find this one sentence replaced by the name of the relation with its values.",
        zh: "推导可以用中文和英文说明。用另一种语言阅读的人看到的，将是关系名加上各列的值，而不是这句话。",
    },
    example: Example::Program {
        wrong: "@[en = \"there is a lease {id}\"]\n.decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
        right: "@[zh = \"有租约{id}\", en = \"there is a lease {id}\"]\n.decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n",
    },
};
