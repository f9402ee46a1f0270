use crate::{Entry, Example, Severity, Text};

/// The folder of a report holds something else.
pub static NO_REPORT_FOLDER: Entry = Entry {
    code: "SY0650",
    severity: Severity::Error,
    message: Text { en: "`{folder}` holds files that are no report", zh: "`{folder}` 中有不属于报告的文件" },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "name a new or empty folder, or one with an earlier report",
        zh: "请指定新目录、空目录，或已有报告的目录",
    },
    explanation: Text {
        en: "A report is a folder of its own: a new one replaces the pages of the one before, and pages of clues that are gone are removed. So that nobody's files are replaced or removed, a folder that holds anything else is left alone. A report is known by its `index.html`.",
        zh: "报告独占一个目录：新报告替换原报告的网页，已不存在的线索，其网页随之删除。为避免替换或删除他人的文件，含有其他内容的目录一概不动。报告以其 `index.html` 识别。",
    },
    example: Example::Shown {
        wrong: "$ syllogist report m.dl -o .\n", right: "$ syllogist report m.dl -o report\n"
    },
};
