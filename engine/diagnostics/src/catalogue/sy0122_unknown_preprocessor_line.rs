use crate::{Entry, Example, Severity, Text};

/// A line begins with `#` and a word that means nothing.
pub static UNKNOWN_PREPROCESSOR_LINE: Entry = Entry {
    code: "SY0122",
    severity: Severity::Warning,
    message: Text { en: "`#{word}` means nothing and is left out", zh: "`#{word}` 没有意义，已略去" },
    label: Text { en: "left out", zh: "已略去" },
    help: Text { en: "write one of {known}, or make the line a comment with `//`", zh: "请写 {known} 之一，或用 `//` 把该行改为注释" },
    explanation: Text { en: "A line that begins with `#` speaks to the preprocessor. What it does not know is left out, as it always was in this language; but a misspelt `#define` or `#ifdef` would silently change which rules are read.", zh: "以 `#` 开头的行是写给预处理器的。不认识的行会被略去，这门语言历来如此；但拼错的 `#define` 或 `#ifdef` 会悄悄改变所读的规则。" },
    example: Example::Program {
        wrong: ".decl lease(id: symbol)\n.output lease\n#defin FIRST \"L-1\"\nlease(\"L-1\").\n",
        right: ".decl lease(id: symbol)\n.output lease\n#define FIRST \"L-1\"\nlease(FIRST).\n",
    },
};
