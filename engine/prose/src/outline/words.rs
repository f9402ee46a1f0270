//! The words of an outline in both languages.

use diagnostics::Text;

pub(super) const MODEL: Text = Text { en: "model {name}: {title}, {place}", zh: "模型 {name}：{title}，{place}" };
pub(super) const CANDIDATE: Text = Text { en: "candidates: {candidate}", zh: "候选对象：{candidate}" };
pub(super) const SHARED: Text = Text { en: "shared with {element}", zh: "与 {element} 共用" };
pub(super) const NO_RULE: Text = Text { en: "no rule says when it is met", zh: "没有规则说明何时具备" };
pub(super) const CLUES: Text = Text { en: "clues", zh: "线索" };
pub(super) const RULE: Text = Text {
    en: "rule `{rule}`{grade}, {place}: {heads}{norms}",
    zh: "规则 `{rule}`{grade}，{place}：{heads}{norms}",
};
pub(super) const GRADE: Text = Text { en: " (grade {grade})", zh: "（{grade} 级）" };
pub(super) const CITES: Text = Text { en: "; norms: {norms}", zh: "；依据 {norms}" };
pub(super) const LIST: Text = Text { en: ", ", zh: "、" };
pub(super) const UNLESS: Text = Text { en: "unless {exception}", zh: "除非 {exception}" };
pub(super) const PROVISO: Text = Text { en: "proviso: {exception}", zh: "但书：{exception}" };
pub(super) const BY_RECORDS: Text = Text { en: "from records: {files}", zh: "来自记录：{files}" };
pub(super) const ABOVE: Text = Text { en: "rule `{rule}`: as above", zh: "规则 `{rule}`：见上" };
pub(super) const OVERRIDES: Text = Text { en: "overrides rule `{rule}`", zh: "优先于规则 `{rule}`" };
pub(super) const SPECIAL: Text = Text { en: "is special to rule `{rule}`", zh: "系规则 `{rule}` 的特别规定" };
pub(super) const OTHERS: Text = Text { en: "exceptions of other rules", zh: "其他规则的例外" };
pub(super) const NORMS: Text = Text { en: "norms", zh: "规范" };
pub(super) const NORM: Text = Text { en: "{name}, {by}", zh: "{name}，{by}" };
pub(super) const CITED: Text = Text { en: "cited by {rules}", zh: "由 {rules} 引用" };
pub(super) const UNCITED: Text =
    Text { en: "declared, but cited by no rule: {count}", zh: "另有 {count} 条已登记而没有规则引用" };
pub(super) const CHECKED: Text = Text { en: ", compared with {against} on {on}", zh: "，{on} 与{against}核对" };
pub(super) const PARAMETERS: Text = Text { en: "parameters", zh: "参数" };
pub(super) const UNSET: Text =
    Text { en: "{name}: no value, to be set for each run", zh: "{name}：未定，运行时须设定" };
pub(super) const TIME: Text = Text { en: ", {time}", zh: "，{time}" };
pub(super) const SOURCE: Text = Text { en: " (source: {source})", zh: "（来源：{source}）" };
pub(super) const NO_SOURCE: Text = Text { en: " (no source given)", zh: "（未注明来源）" };
pub(super) const SET: Text = Text { en: " (set for this run)", zh: "（本次运行所设）" };
pub(super) const POLICIES: Text = Text { en: "periods", zh: "期间规则" };
