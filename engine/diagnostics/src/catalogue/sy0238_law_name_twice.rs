use crate::{Entry, Example, Severity, Text};

/// A name of the law is declared twice.
pub static LAW_NAME_TWICE: Entry = Entry {
    code: "SY0238",
    severity: Severity::Error,
    message: Text {
        en: "`{name}` is declared already, so this `{directive}` has no effect",
        zh: "`{name}` 已有声明，此处的 `{directive}` 不起作用",
    },
    label: Text {
        en: "declared again",
        zh: "重复声明",
    },
    help: Text {
        en: "remove one of the two, or give one of them another name",
        zh: "请删去其中一处，或为其中一处另取名称",
    },
    explanation: Text {
        en: "Norms, parameters, policies, models and tests are found by their names in the whole program, and a relation has one declaration of what it holds completely. With two declarations nobody could say which one a clue rests on.",
        zh: "法条、参数、计算口径、模型和测试在整个程序中按名称查找，一个关系的完整性也只能声明一次。若有两处声明，就说不清线索依据的是哪一处。",
    },
    example: Example::Program {
        wrong: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. }\n.norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. }\n",
        right: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. }\n",
    },
};
