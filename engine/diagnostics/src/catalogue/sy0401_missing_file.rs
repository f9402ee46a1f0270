use crate::{Entry, Example, Severity, Text};

/// An `.input` names a file that is not there.
pub static MISSING_FILE: Entry = Entry {
    code: "SY0401",
    severity: Severity::Error,
    message: Text { en: "the record file `{file}` does not exist", zh: "记录文件 `{file}` 不存在" },
    label: Text { en: "relation `{relation}` reads it here", zh: "关系 `{relation}` 在此读取" },
    help: Text {
        en: "correct `filename`, point `-F` at the folder that holds the file, or pass `-w` to read a missing \
             file as an empty relation",
        zh: "请改正 `filename`，用 `-F` 指明文件所在的目录，或加 `-w` 把缺少的文件读作空关系",
    },
    explanation: Text {
        en: "A rule that looks for a record finds nothing in a file that is not there, and an exception whose \
             records were never loaded defeats nothing. Missing data is not the same as \"there was none\", so \
             the run stops unless `-w` says otherwise.",
        zh: "文件不在，查找记录的规则便一无所获，记录未加载的例外也无从成立。数据缺失不等于“没有这回事”，因此除非\
             用 `-w` 另作说明，运行即告停止。",
    },
    example: Example::Shown {
        wrong: "syllogist run model.dl -F fact\nwhere the records are in the folder facts\n",
        right: "syllogist run model.dl -F facts\n",
    },
};
