//! The words for what is open in both languages.

use diagnostics::Text;

pub(super) const CONDITIONAL: Text = Text {
    en: "{fact} is conditional: it would hold if the findings below were made.",
    zh: "{fact} 待认定：作出下列认定后方可成立。",
};
pub(super) const UNDETERMINED: Text = Text {
    en: "{fact} is undetermined: what is missing below decides whether it holds.",
    zh: "{fact} 无法判断：是否成立取决于下列待查事项。",
};
pub(super) const OPEN: Text = Text { en: "open:", zh: "待查事项：" };
pub(super) const NO_FINDING: Text =
    Text { en: "finding {fact}: nobody has made it", zh: "认定 {fact}：尚无人作出" };
pub(super) const CONTRADICTION: Text =
    Text { en: "findings {fact} contradict each other:", zh: "认定 {fact}：相互矛盾" };
pub(super) const SAID: Text = Text {
    en: "{by} found {value} on {on}, on the basis of {basis}",
    zh: "{by} 于 {on} 认定为 {value}，依据：{basis}",
};
pub(super) const EXPECTED: Text =
    Text { en: "{fact}: there should be a record, and none is there", zh: "{fact}：应有记录，现无记录" };
pub(super) const INCOMPLETE: Text = Text {
    en: "{fact} cannot be ruled out: `{relation}` is not declared complete{within}",
    zh: "不能认定没有 {fact}：`{relation}`{within}未申报完整",
};
pub(super) const UNDECLARED: Text = Text {
    en: "{fact} cannot be ruled out: `{relation}` is nowhere declared complete",
    zh: "不能认定没有 {fact}：`{relation}` 未作任何完整性申报",
};
pub(super) const WITHIN: Text = Text { en: " for {within}", zh: "（{within}）" };
pub(super) const PERIOD: Text = Text { en: "{from} to {to}", zh: "{from} 至 {to}" };
pub(super) const VALUES: Text = Text { en: ", ", zh: "，" };
pub(super) const LIST: Text = Text { en: ", ", zh: "、" };
pub(super) const FILES: Text = Text { en: "source: {files}", zh: "来源：{files}" };
pub(super) const FOUND_BY: Text =
    Text { en: "other findings were made by {people}", zh: "可询问已作出同类认定的人员：{people}" };
pub(super) const DECLARED_BY: Text = Text {
    en: "other declarations were made by {people}",
    zh: "可询问已作出其他申报的单位或人员：{people}",
};
