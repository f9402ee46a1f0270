use crate::{Entry, Example, Severity, Text};

/// A file cannot be written.
pub static UNWRITABLE_OUTPUT: Entry = Entry {
    code: "SY0440",
    severity: Severity::Error,
    message: Text { en: "`{file}` cannot be written: {reason}", zh: "`{file}` 无法写入：{reason}" },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "choose another folder or name, or make room", zh: "请换一个目录或名称，或腾出空间"
    },
    explanation: Text {
        en: "Output is written beside its place and moved there only when the whole run has succeeded, so no \
             half-written file carries its name.",
        zh: "输出先写在目标旁边，待整个运行成功后才移到位，因此不会有写了一半的文件冠以其名。",
    },
    example: Example::Shown {
        wrong: "syllogist run model.dl -D /results\nwhere you may not write to /results\n",
        right: "syllogist run model.dl -D results\n",
    },
};
