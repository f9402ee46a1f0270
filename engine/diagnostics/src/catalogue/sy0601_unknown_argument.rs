use crate::{Entry, Example, Severity, Text};

/// A word of the command line means nothing.
pub static UNKNOWN_ARGUMENT: Entry = Entry {
    code: "SY0601",
    severity: Severity::Error,
    message: Text { en: "`{word}` is not known here", zh: "此处无法识别 `{word}`" },
    label: Text { en: "", zh: "" },
    help: Text {
        en: "see `syllogist --help`, or `syllogist run --help` for the options of a command{near}",
        zh: "请看 `syllogist --help`；某个命令的选项请看 `syllogist run --help`{near}",
    },
    explanation: Text {
        en: "A word of the command line is neither a command nor an option of this command. Nothing is guessed: an option that was left out in silence could change which clues appear.",
        zh: "命令行中的这个词既不是命令，也不是该命令的选项。程序不作猜测：悄悄略过一个选项，可能改变得出的线索。",
    },
    example: Example::Shown { wrong: "syllogist run model.dl --row 50\n", right: "syllogist run model.dl --rows 50\n" },
};
