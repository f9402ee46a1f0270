use crate::{Entry, Example, Severity, Text};

/// `within` names a column by which nothing is declared complete.
pub static UNKNOWN_EXTENT: Entry = Entry {
    code: "SY0331",
    severity: Severity::Error,
    message: Text { en: "`{column}` is no column by which completeness is declared", zh: "`{column}` 不是声明完整性所依据的列" },
    label: Text { en: "unknown column", zh: "未知的列" },
    help: Text { en: "name a column of the relation, or one behind `by` in a `.complete` of what lies below it", zh: "请写该关系的列，或其所依据关系的 `.complete` 中 `by` 之后的列" },
    explanation: Text { en: "`within` says for which place and time an absence must be known. Its columns are those by which `.complete` declares a relation complete; with a misspelt one the absence would stay open for ever.", zh: "`within` 说明须在何处、何时确知“不存在”。其中的列就是 `.complete` 声明完整性所依据的列；列名写错，该“不存在”就永远无法确认。" },
    example: Example::Program {
        wrong: ".decl decision(id: symbol, district: symbol, day: date)\n.input decision\n.decl applied(id: symbol, district: symbol)\n.input applied\n.complete applied by (district) from \"complete.csv\"\n.decl lapsed(id: symbol)\n.output lapsed\nlapsed(d) :- decision(d, r, _), not applied(id: d) within (distrct: r).\n",
        right: ".decl decision(id: symbol, district: symbol, day: date)\n.input decision\n.decl applied(id: symbol, district: symbol)\n.input applied\n.complete applied by (district) from \"complete.csv\"\n.decl lapsed(id: symbol)\n.output lapsed\nlapsed(d) :- decision(d, r, _), not applied(id: d) within (district: r).\n",
    },
};
