use crate::{Entry, Example, Severity, Text};

/// A line is no JSON.
pub static BAD_JSON_LINE: Entry = Entry {
    code: "SY0436",
    severity: Severity::Error,
    message: Text { en: "`{file}` {at}: `{text}` is no JSON from character {character} on", zh: "`{file}` {at}：`{text}` 从第 {character} 个字符起不是 JSON" },
    label: Text { en: "", zh: "" },
    help: Text { en: "each line must be one list or object; a file that is one list as a whole is read with `IO=jsonfile`", zh: "每行应为一个列表或对象；整个文件为一个列表的，用 `IO=jsonfile` 读取" },
    explanation: Text { en: "Of JSON Lines every line stands for itself, so that one broken line makes no other unreadable. It is rejected, counted and kept.", zh: "JSON Lines 的每行独立，一行损坏不影响其他行。该行被拒收、计数并保留。" },
    example: Example::Shown { wrong: "{\"no\": 1\n{\"no\": 2}\n", right: "{\"no\": 1}\n{\"no\": 2}\n" },
};
