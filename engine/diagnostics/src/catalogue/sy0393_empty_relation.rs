use crate::{Entry, Example, Severity, Text};

/// A relation that is read but has no rules, facts or input.
pub static EMPTY_RELATION: Entry = Entry {
    code: "SY0393",
    severity: Severity::Warning,
    message: Text { en: "relation `{name}` is always empty", zh: "关系 `{name}` 始终为空" },
    label: Text { en: "no rules, facts or `.input`", zh: "没有规则、事实或 `.input`" },
    help: Text { en: "add `.input {name}`, facts or rules", zh: "请加上 `.input {name}`、事实或规则" },
    explanation: Text {
        en: "A rule that needs it never applies; an exception that rests on it never defeats anything. If \
             its records are simply not loaded, the results say less than they seem to.",
        zh: "需要它的规则永不适用；以它为据的例外永远推翻不了什么。若只是没有载入记录，结果的含义就比看上去要\
             少。",
    },
    example: Example::Program {
        wrong: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl void(id: symbol)\n.decl valid(id: symbol)\n.output valid\nvalid(x) :- lease(x, _), !void(x).\n",
        right: ".decl lease(id: symbol, rent: number)\n.output lease\nlease(\"L-1\", 900).\n.decl void(id: symbol)\n.input void\n.decl valid(id: symbol)\n.output valid\nvalid(x) :- lease(x, _), !void(x).\n",
    },
};
