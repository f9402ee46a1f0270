use crate::{Entry, Example, Severity, Text};

/// `within` with no parentheses behind it.
pub static WITHIN_WITHOUT_PARENTHESES: Entry = Entry {
    code: "SY0142",
    severity: Severity::Error,
    message: Text { en: "`within` has no parentheses behind it", zh: "`within` 后面缺少括号" },
    label: Text { en: "columns between parentheses belong here", zh: "此处应写括号和其中的列" },
    help: Text {
        en: "write `within (place: x, day: t .. u)` with the columns named in `.complete`",
        zh: "请写成 `within (place: x, day: t .. u)`，列名取自 `.complete`",
    },
    explanation: Text {
        en: "`within` says for which place and days records must be complete before their absence counts. Each of \
             its values is named by the column that `.complete` declares.",
        zh: "`within` 写明在哪个地方、哪段日期内记录必须完整，缺失才可以作为依据。其中每个值都要写上 `.complete` 声明\
             的列名。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, place: symbol)\n.decl void(id: symbol, place: symbol)\n.decl valid(id: symbol, place: symbol)\n.complete void by (place) from \"complete.csv\"\n.output valid\nlease(\"L-1\", \"Hefei\").\nvoid(\"L-2\", \"Hefei\").\nvalid(x, r) :- lease(x, r), not void(x, r) within place: r.\n",
        right: ".decl lease(id: symbol, place: symbol)\n.decl void(id: symbol, place: symbol)\n.decl valid(id: symbol, place: symbol)\n.complete void by (place) from \"complete.csv\"\n.output valid\nlease(\"L-1\", \"Hefei\").\nvoid(\"L-2\", \"Hefei\").\nvalid(x, r) :- lease(x, r), not void(x, r) within (place: r).\n",
    },
};
