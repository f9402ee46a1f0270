use crate::{Entry, Example, Severity, Text};

/// `--missing` names a model that is not declared.
pub static UNKNOWN_ASKED_MODEL: Entry = Entry {
    code: "SY0660",
    severity: Severity::Error,
    message: Text {
        en: "model `{model}` is not declared in this program{near}", zh: "本程序没有声明模型 `{model}`{near}"
    },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "correct the name; `syllogist outline PROGRAM` lists the models; `--missing` alone asks about all of them",
        zh: "请改正名称；`syllogist outline PROGRAM` 列出各模型；只写 `--missing` 则问全部模型",
    },
    explanation: Text {
        en: "A list of what is lacking belongs to one model. For a misspelt name there would be an empty list, which reads as if nothing were lacking.",
        zh: "所缺事项的清单属于某一个模型。名称写错会得到空清单，看上去像是什么都不缺。",
    },
    example: Example::Shown {
        wrong: "syllogist why model.dl --missing long_leese\n",
        right: "syllogist why model.dl --missing long_lease\n",
    },
};
