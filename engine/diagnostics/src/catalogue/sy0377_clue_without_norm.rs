use crate::{Entry, Example, Severity, Text};

/// A clue rule that cites nothing.
pub static CLUE_WITHOUT_NORM: Entry = Entry {
    code: "SY0377",
    severity: Severity::Warning,
    message: Text { en: "the clue rule `{rule}` of grade {grade} cites no norm", zh: "{grade} 级线索规则 `{rule}` 没有引用规范" },
    label: Text { en: "concludes without an article", zh: "没有条文依据的结论" },
    help: Text { en: "add `@[norm = ..]`; a mere hint about data quality has grade C", zh: "请加上 `@[norm = ..]`；仅提示数据质量的，等级应为 C" },
    explanation: Text { en: "A clue says that a norm is violated or that there is reason to inquire. Whoever acts on it has to know by which article; one without an article cannot be contested either.", zh: "线索表明有规范被违反，或者有理由调查。依线索行事的人必须知道依据哪一条；没有条文的线索，当事人也无从反驳。" },
    example: Example::Program {
        wrong: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl lease(id: symbol, signed: date, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\n@[clue = A]\nlong(l) :- lease(l, _, y), y > 20.\n",
        right: ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. checked: d\"2026-11-01\" against \"gazette\" }\n.decl lease(id: symbol, signed: date, years: number)\n.input lease\n.decl long(id: symbol)\n.output long\n@[clue = A, norm = CC_705]\nlong(l) :- lease(l, _, y), y > 20.\n",
    },
};
