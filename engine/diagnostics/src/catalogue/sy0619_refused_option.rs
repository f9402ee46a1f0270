use crate::{Entry, Example, Severity, Text};

/// An option of the dialect asks for something that is not here.
pub static REFUSED_OPTION: Entry = Entry {
    code: "SY0619",
    severity: Severity::Error,
    message: Text { en: "`{option}` is not supported; {words}", zh: "不支持 `{option}`；{words}" },
    label: Text { en: "", zh: "" },
    help: Text { en: "`syllogist --help` shows the options there are", zh: "可用的选项见 `syllogist --help`" },
    explanation: Text { en: "Other engines of the language compile programs, load libraries or explain on request. What is asked for here is had in another way, or not at all.", zh: "同一语言的其他引擎可以编译程序、载入库或按要求作出解释。此处所要的功能另有途径，或者没有。" },
    example: Example::Shown {
        wrong: "syllogist run model.dl -t explain\n",
        right: "syllogist why model.dl 'lease(\"L-1\")'\n",
    },
};
