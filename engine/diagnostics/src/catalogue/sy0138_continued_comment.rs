use crate::{Entry, Example, Severity, Text};

/// A comment ends with a backslash and so goes on in the next line.
pub static CONTINUED_COMMENT: Entry = Entry {
    code: "SY0138",
    severity: Severity::Warning,
    message: Text { en: "the comment goes on in the next line", zh: "注释延续到下一行" },
    label: Text { en: "by this backslash", zh: "因为这个反斜杠" },
    help: Text { en: "remove the backslash at the end of the line", zh: "请删去行末的反斜杠" },
    explanation: Text { en: "A backslash at the end of a line joins it with the next one, in comments too. A rule in the next line would be no rule any more.", zh: "行末的反斜杠把该行与下一行连为一行，注释也不例外。下一行的规则就不再是规则。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n// the second one \\\nlease(\"L-2\").\n",
        right: ".decl lease(id: symbol)\n.output lease\nlease(\"L-1\").\n// the second one\nlease(\"L-2\").\n",
    },
};
