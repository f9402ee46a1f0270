//! What is expected at a place, in both languages.

use diagnostics::Text;

pub(super) const ITEM: Text = Text { en: "a declaration, a rule or a fact", zh: "声明、规则或事实" };
pub(super) const NAME: Text = Text { en: "a name", zh: "名称" };
pub(super) const ATOM: Text = Text { en: "a relation with its arguments", zh: "带参数的关系" };
pub(super) const LITERAL: Text = Text { en: "a condition", zh: "条件" };
pub(super) const TERM: Text = Text { en: "a value or a variable", zh: "值或变量" };
pub(super) const TYPE: Text = Text { en: "a type", zh: "类型" };
pub(super) const TYPE_DEFINITION: Text = Text { en: "a type, `[` or a branch", zh: "类型、`[` 或分支" };
pub(super) const COMPARISON: Text =
    Text { en: "a comparison such as `=` or `<`", zh: "`=`、`<` 之类的比较运算符" };
pub(super) const RULE_END: Text = Text { en: "`,` `;` or `.`", zh: "`,`、`;` 或 `.`" };
pub(super) const PAREN_BODY_END: Text = Text { en: "`,` `;` or `)`", zh: "`,`、`;` 或 `)`" };
pub(super) const AGGREGATE_END: Text = Text { en: "`,` or `}`", zh: "`,` 或 `}`" };
pub(super) const HEAD_END: Text = Text { en: "`.` `,` `:-` or `<=`", zh: "`.`、`,`、`:-` 或 `<=`" };
pub(super) const PAREN_LIST_END: Text = Text { en: "`,` or `)`", zh: "`,` 或 `)`" };
pub(super) const BRACKET_LIST_END: Text = Text { en: "`,` or `]`", zh: "`,` 或 `]`" };
pub(super) const BRACE_LIST_END: Text = Text { en: "`,` or `}`", zh: "`,` 或 `}`" };
pub(super) const ANGLE_LIST_END: Text = Text { en: "`,` or `>`", zh: "`,` 或 `>`" };
pub(super) const AGGREGATE_BODY: Text = Text { en: "an atom or `{`", zh: "带参数的关系或 `{`" };
pub(super) const STRING: Text = Text { en: "a string", zh: "字符串" };
pub(super) const NUMBER: Text = Text { en: "a whole number", zh: "整数" };
pub(super) const PARAMETER_VALUE: Text = Text {
    en: "a string, a word, a whole number, `true` or `false`",
    zh: "字符串、单词、整数、`true` 或 `false`",
};
pub(super) const KEY: Text = Text { en: "a word", zh: "单词" };
pub(super) const ANNOTATION_END: Text = Text { en: "`=`, `(` or `]`", zh: "`=`、`(` 或 `]`" };
pub(super) const PLAN_PLACE: Text = Text { en: "a rule in front of `.plan`", zh: "`.plan` 之前的规则" };
pub(super) const COMPONENT_END: Text =
    Text { en: "a declaration, a rule, a fact or `}`", zh: "声明、规则、事实或 `}`" };
pub(super) const ENTRY_VALUE: Text =
    Text { en: "a string, a word, a number, a date or `[`", zh: "字符串、单词、数、日期或 `[`" };
pub(super) const CONSTANT: Text = Text { en: "a number, a string or a date", zh: "数、字符串或日期" };
pub(super) const DATE: Text = Text { en: "a date", zh: "日期" };
pub(super) const ENTRY: Text = Text { en: "a word with its colon, or `}`", zh: "带冒号的单词，或 `}`" };
pub(super) const PARAM_VALUE: Text =
    Text { en: "`(`, a number, a string, a date or `}`", zh: "`(`、数、字符串、日期或 `}`" };
pub(super) const MODEL_PART: Text = Text { en: "`candidate`, `element` or `}`", zh: "`candidate`、`element` 或 `}`" };
pub(super) const ELEMENT_TEXT: Text = Text { en: "a string or `=`", zh: "字符串或 `=`" };
pub(super) const TEST_STATEMENT: Text = Text {
    en: "`as_of`, `param`, `complete`, `given`, `expect` or `}`",
    zh: "`as_of`、`param`、`complete`、`given`、`expect` 或 `}`",
};
pub(super) const OUTCOME: Text = Text { en: "an outcome such as `clue`", zh: "`clue` 之类的结果" };
pub(super) const UNLESS: Text = Text { en: "`unless`", zh: "`unless`" };
pub(super) const WHEN: Text = Text { en: "`when`", zh: "`when`" };
pub(super) const EXCEPTION_END: Text = Text { en: "`unless` or `.`", zh: "`unless` 或 `.`" };
