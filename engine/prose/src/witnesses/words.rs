//! The words of witness sets in both languages.

use diagnostics::Text;

pub(super) const ONE_SET: Text = Text {
    en: "{fact} is carried by one set of records alone; none of them can be left out",
    zh: "{fact} 仅由以下一组记录支撑，缺一不可",
};
pub(super) const SETS: Text = Text {
    en: "{fact} is carried by {count} set{s} of records; each is enough, and none of a set's records can be left out of it",
    zh: "{fact} 由 {count} 组记录分别支撑，任一组即足够，组内缺一不可",
};
pub(super) const FIRST_SETS: Text = Text {
    en: "{fact} is carried by more sets of records than the {count} shown (`--limit N`); each is enough, and none of a set's records can be left out of it",
    zh: "支撑 {fact} 的记录不止以下 {count} 组（`--limit N`），任一组即足够，组内缺一不可",
};
pub(super) const SET: Text = Text { en: "set {number}: {what}", zh: "第 {number} 组：{what}" };
pub(super) const SET_PERHAPS_LARGE: Text = Text {
    en: "set {number}: {what}, some of which it may do without (the search was ended)",
    zh: "第 {number} 组：{what}，其中可能有多余的（搜索已中止）",
};
pub(super) const RECORDS: Text = Text { en: "{count} record{s}", zh: "{count} 条记录" };
pub(super) const STATED: Text = Text { en: "{count} fact{s} of the rules", zh: "规则文本中的 {count} 条事实" };
pub(super) const NOTHING: Text = Text { en: "no record is needed", zh: "不需要任何记录" };
pub(super) const ABSENT: Text =
    Text { en: "absent: {fact}, as rule `{rule}` asks", zh: "须不存在：{fact}（规则 `{rule}` 的要求）" };
pub(super) const GROUP: Text = Text {
    en: "counted up: {op} = {value}{of}, {members} contribution{s} from {records} record{rs}, in rule `{rule}`",
    zh: "合计：{op} = {value}{of}，共 {members} 项，来自 {records} 条记录（规则 `{rule}`）",
};
pub(super) const OF_GROUP: Text = Text { en: " for {group}", zh: "，分组 {group}" };
pub(super) const LIST: Text = Text { en: ", ", zh: "，" };
pub(super) const MORE_OF_GROUP: Text = Text { en: "... and {count} more", zh: "……另有 {count} 条" };
pub(super) const IN_EVERY: Text = Text {
    en: "in every one, so that there is no derivation without:",
    zh: "每组都有，缺之即无从推导的：",
};
pub(super) const NONE_IN_EVERY: Text = Text {
    en: "no record is in every one: each can be done without",
    zh: "没有哪条记录是每组都有的：任缺一条仍可成立",
};
pub(super) const GAVE_UP: Text = Text {
    en: "there are more derivations than were looked at: other sets may exist, and what is said of every one holds of those that were looked at",
    zh: "推导过多，未能全部查看：可能另有其他组，关于“每组”的说法只就已查看的推导而言",
};
pub(super) const MORE_FACTS: Text = Text {
    en: "{count} facts shown; there are more: `--limit N` shows up to N.",
    zh: "已显示 {count} 个事实，另有其他事实：`--limit N` 最多显示 N 个。",
};
