use crate::{Entry, Example, Severity, Text};

/// A text is too long for an edit distance.
pub static TEXT_NOT_COMPARED: Entry = Entry {
    code: "SY0515",
    severity: Severity::Error,
    message: Text {
        en: "a text of more than 10,000 characters has no edit distance: {call}, in rule `{rule}`{binding}",
        zh: "文本超过 10000 个字符，不计算编辑距离：{call}，规则 `{rule}`{binding}",
    },
    label: Text {
        en: "this has no result",
        zh: "此处没有结果",
    },
    help: Text {
        en: "add a guard such as `strlen(s) <= 10000`, or compare shorter parts of the texts",
        zh: "请增加条件，例如 `strlen(s) <= 10000`，或改为比较文本中较短的部分",
    },
    explanation: Text {
        en: "An edit distance tells how many characters set two names, addresses or numbers apart. The work is the product of both lengths, so whole documents are not compared this way. A text of that length in a column of names mostly is a wrong column, or several cells run together.",
        zh: "编辑距离表示两个名称、地址或编号相差几个字符，计算量是两个文本长度的乘积，因此不用它比较整篇文书。名称列里出现这么长的文本，多半是列对错了，或者几个单元格连在了一起。",
    },
    example: Example::Shown {
        wrong: ".decl text(s: symbol)\n.decl long(s: symbol)\n.decl apart(n: number)\n.output apart\ntext(\"0123456789\").\nlong(cat(s, s, s, s, s, s, s, s, s, s)) :- text(s).\nlong(cat(s, s, s, s, s, s, s, s, s, s)) :- long(s), strlen(s) < 20000.\napart(edit_distance(s, \"a\")) :- long(s).\n",
        right: ".decl text(s: symbol)\n.decl long(s: symbol)\n.decl apart(n: number)\n.output apart\ntext(\"0123456789\").\nlong(cat(s, s, s, s, s, s, s, s, s, s)) :- text(s).\nlong(cat(s, s, s, s, s, s, s, s, s, s)) :- long(s), strlen(s) < 20000.\napart(edit_distance(s, \"a\")) :- long(s), strlen(s) <= 10000.\n",
    },
};
