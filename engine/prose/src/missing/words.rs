//! The words for what candidates lack in both languages.

use diagnostics::Text;

pub(super) const OPENING: Text = Text {
    en: "{model} ({title}): {candidates} candidate{s}, {clues} of them clues; what the other {rest} lack:",
    zh: "{model}（{title}）：候选对象 {candidates} 个，其中线索 {clues} 个；其余 {rest} 个所缺如下：",
};
pub(super) const UNFINISHED: Text = Text {
    en: "(for {count} of them the premises combine in too many ways: they may lack less than is said here)",
    zh: "（其中 {count} 个的前提组合过多，未全部比较，实际所缺可能更少）",
};
pub(super) const ONE: Text = Text { en: "{count} lack{s} only this:", zh: "{count} 个只差一项：" };
pub(super) const SEVERAL: Text = Text { en: "{count} lack{s} {number} things:", zh: "{count} 个差 {number} 项：" };
pub(super) const CONDITIONAL_ONE: Text =
    Text { en: "{count} conditional, only this is open:", zh: "{count} 个待认定，只有一项待查：" };
pub(super) const CONDITIONAL: Text = Text {
    en: "{count} conditional, {number} things are open:",
    zh: "{count} 个待认定，有 {number} 项待查：",
};
pub(super) const UNDETERMINED_ONE: Text =
    Text { en: "{count} undetermined, only this is open:", zh: "{count} 个无法判断，只有一项待查：" };
pub(super) const UNDETERMINED: Text = Text {
    en: "{count} undetermined, {number} things are open:",
    zh: "{count} 个无法判断，有 {number} 项待查：",
};
pub(super) const NOTHING: Text = Text {
    en: "{count} lack{s} no premise that could be examined; ask `syllogist why` about each:",
    zh: "{count} 个未发现所缺前提，请逐个用 `syllogist why` 提问：",
};
pub(super) const MORE: Text = Text {
    en: "{more} more group{s} with {count} candidates in all: `--limit N` shows up to N groups.",
    zh: "另有 {more} 组，共 {count} 个：`--limit N` 可显示至多 N 组。",
};
pub(super) const EXAMPLES: Text = Text { en: ", ", zh: "、" };
pub(super) const LIST: Text = Text { en: ", ", zh: "、" };
pub(super) const FILES: Text = Text { en: "; source: {files}", zh: "；来源：{files}" };
pub(super) const ELEMENT: Text = Text { en: "element {key}: {text}", zh: "要件 {key}：{text}" };
pub(super) const RULE: Text = Text { en: "{rule}: {premise}", zh: "{rule}：{premise}" };

pub(super) const MISSING: Text = Text { en: "no fact of `{relation}`", zh: "没有 `{relation}` 的事实" };
pub(super) const IN_THE_WAY: Text =
    Text { en: "a fact of `{relation}` stands in the way", zh: "存在 `{relation}` 的事实" };
pub(super) const NOT_COMPLETE: Text =
    Text { en: "`{relation}` is not known to be complete", zh: "`{relation}` 不能认定完整" };
pub(super) const NOT_PREVAILING: Text = Text {
    en: "another rule contradicts it and is not overcome",
    zh: "与另一规则的结论相冲突，且不居优先",
};
pub(super) const NOT_IN_FORCE: Text =
    Text { en: "the norm is not in force on that day", zh: "所依据的规范当日并非有效" };
pub(super) const CONDITION: Text = Text { en: "fails: {premise}", zh: "不成立：{premise}" };
pub(super) const HEAD: Text = Text { en: "the rule then says something else", zh: "规则此时得出另一内容" };

pub(super) const NO_FINDING: Text = Text { en: "the finding `{relation}`", zh: "认定 `{relation}`" };
pub(super) const CONTRADICTION: Text =
    Text { en: "findings of `{relation}` contradict each other", zh: "`{relation}` 的认定相互矛盾" };
pub(super) const EXPECTED: Text = Text { en: "a record of `{relation}`", zh: "`{relation}` 的记录" };
pub(super) const INCOMPLETE: Text = Text {
    en: "`{asked}` cannot be ruled out: `{relation}` is not declared complete",
    zh: "不能认定没有 `{asked}`：`{relation}` 未申报完整",
};
