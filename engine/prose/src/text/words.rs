//! The words of a derivation in both languages.

use diagnostics::Text;

pub(super) const MAJOR_PREMISE: Text = Text { en: "major premise: {rule}", zh: "大前提：{rule}" };
pub(super) const VALUES: Text = Text { en: ", ", zh: "，" };
pub(super) const MINOR_PREMISE: Text = Text { en: "minor premise{s}:", zh: "小前提：" };
pub(super) const FOLDED: Text = Text { en: "(what it rests on is left out here)", zh: "（其依据在此略去）" };
pub(super) const SEE: Text = Text { en: "{head}  see #{number}", zh: "{head}  见 #{number}" };
pub(super) const AGAIN: Text =
    Text { en: "derivation {number} of the same fact", zh: "同一事实的第 {number} 种推导" };
pub(super) const MORE_ANSWERS: Text = Text {
    en: "{count} answer{s} shown; there are more: `--limit N` shows up to N.",
    zh: "已显示 {count} 个回答，另有其他回答：`--limit N` 最多显示 N 个。",
};

pub(super) const MORE_FACTS: Text = Text {
    en: "{count} of {total} answers shown: `--page N` shows others, `--limit N` up to N at once.",
    zh: "共 {total} 个回答，已显示 {count} 个：`--page N` 显示其他各页，`--limit N` 一次最多显示 N 个。",
};

pub(crate) const GIVEN: Text = Text { en: "stated in the rules: {place}", zh: "规则文本载明：{place}" };

pub(super) const SOURCE: Text = Text { en: "{source}: {values}", zh: "{source}：{values}" };
pub(super) const RANGE: Text = Text { en: "{value} from range({args})", zh: "range({args}) 取 {value}" };
pub(super) const DAYS_OFF: Text = Text { en: "days off: {days}", zh: "其间放假：{days}" };
pub(super) const DAYS_WORKED: Text = Text { en: "worked instead: {days}", zh: "调休上班：{days}" };
pub(super) const FROM_TO: Text = Text { en: "{first} to {last}", zh: "{first} 至 {last}" };
pub(super) const MORE_DAYS: Text = Text { en: "{days} and {count} more", zh: "{days}，另有 {count} 段" };
pub(super) const ABSENT: Text = Text { en: "no {fact}", zh: "没有 {fact}" };
pub(super) const SEARCHED_NOTHING: Text = Text {
    en: "searched: `{relation}` is finished and has no facts",
    zh: "已查：`{relation}` 推导完毕，没有任何事实",
};
pub(super) const SEARCHED_ONE: Text = Text {
    en: "searched: `{relation}` is finished, its only fact does not fit",
    zh: "已查：`{relation}` 推导完毕，仅有的 1 条事实不相符",
};
pub(super) const SEARCHED: Text = Text {
    en: "searched: `{relation}` is finished, none of its {count} facts fits",
    zh: "已查：`{relation}` 推导完毕，{count} 条事实无一相符",
};

pub(super) const CONTRIBUTIONS: Text = Text { en: "{count} contribution{s}{group}", zh: "共 {count} 项{group}" };
pub(super) const GROUP: Text = Text { en: " for {group}", zh: "，分组 {group}" };
pub(super) const WITNESSED: Text = Text { en: "{value} with {witnesses}", zh: "{value}，此时 {witnesses}" };
pub(super) const COUNTED: Text = Text { en: "no. {number}", zh: "第 {number} 项" };
pub(super) const ADDED: Text = Text { en: "{value} (total {so_far})", zh: "{value}（累计 {so_far}）" };
pub(super) const LEAST: Text = Text { en: "{value} (least so far {so_far})", zh: "{value}（至此最小 {so_far}）" };
pub(super) const GREATEST: Text =
    Text { en: "{value} (greatest so far {so_far})", zh: "{value}（至此最大 {so_far}）" };
pub(super) const LED: Text = Text { en: "{lead}: {head}", zh: "{lead}：{head}" };
pub(super) const MORE_MEMBERS: Text = Text { en: "... and {count} more", zh: "……另有 {count} 项" };

pub(super) const REFLEXIVE: Text =
    Text { en: "reflexive: a value that occurs belongs with itself", zh: "自反：出现过的值与自身等价" };
pub(super) const SYMMETRIC: Text =
    Text { en: "symmetric: it holds the other way round", zh: "对称：反过来成立" };
pub(super) const TRANSITIVE: Text = Text {
    en: "transitive: {count} pairs lead from one to the other",
    zh: "传递：由一方经 {count} 对可到另一方",
};
pub(super) const TURNED: Text = Text { en: "read backwards", zh: "反向" };
pub(super) const REPEATED: Text = Text {
    en: "new in round {round} of the recursion, counted from 0",
    zh: "递归第 {round} 轮（从 0 数起）新增",
};
pub(super) const KEPT: Text =
    Text { en: "kept: no fact before it has the same {keys}", zh: "保留：此前没有事实具有相同的 {keys}" };
pub(super) const OR: Text = Text { en: " or ", zh: " 或 " };
pub(super) const REPLACED_BY: Text = Text {
    en: "held until round {round}, then {fact} took its place: {place}",
    zh: "至第 {round} 轮为止成立，其后由 {fact} 取代：{place}",
};
pub(super) const REPLACED: Text = Text {
    en: "held until round {round}, then another fact took its place",
    zh: "至第 {round} 轮为止成立，其后由另一事实取代",
};

/// The value of a parameter that nobody replaced, with its source.
pub(super) const PARAMETER_SOURCE: Text =
    Text { en: "{value} (source: {source})", zh: "{value}（来源：{source}）" };
/// The value of a parameter that was set for this run.
pub(super) const PARAMETER_REPLACED: Text =
    Text { en: "{value} (set for this run)", zh: "{value}（本次运行所设）" };

/// An exception that does not apply.
pub(super) const EXCEPTION: Text =
    Text { en: "exception considered: {fact} is not met", zh: "已审查例外 {fact}：不成立" };
pub(super) const PROVISO: Text =
    Text { en: "proviso considered: {fact} is not met", zh: "已审查但书条件 {fact}：不成立" };
pub(super) const PROVISO_APPLIES: Text = Text { en: "the proviso applies", zh: "但书适用" };
pub(super) const NOTHING_OPEN: Text =
    Text { en: "nothing that might fit is open", zh: "没有可能与之相符的待定事项" };
pub(super) const COMPLETE_EVERYWHERE: Text = Text {
    en: "complete: declared to hold everything: {relations} ({places})",
    zh: "完整性：{relations} 已申报完整，{places}",
};
pub(super) const RELATIONS: Text = Text { en: ", ", zh: "、" };
/// A declaration of completeness.
pub(super) const COMPLETE: Text = Text {
    en: "complete: `{relation}`{within}, as {by} declared on {on}; {place}",
    zh: "完整性：`{relation}`{within}由 {by} 于 {on} 申报完整，{place}",
};
pub(super) const WITHIN: Text = Text { en: " for {within}", zh: "（{within}）" };
pub(super) const PERIOD: Text = Text { en: "{from} to {to}", zh: "{from} 至 {to}" };

/// Results under the law of two days.
pub(super) const LAW_OF: Text = Text { en: "under the law of {day}", zh: "适用 {day} 的法律" };
pub(super) const LIGHTER: Text = Text {
    en: "of the results under the law of two days the lighter one is taken",
    zh: "从旧兼从轻：取两个时点的法律所得结果中较轻者",
};
/// Conclusions that exclude each other.
pub(super) const PREVAILS: Text = Text {
    en: "it prevails over conclusions that contradict it",
    zh: "与其他规则的结论相冲突，以本结论为准",
};
pub(super) const BEATEN: Text = Text {
    en: "not {fact} by rule `{rule}`, {place}: {because}",
    zh: "不采规则 `{rule}`（{place}）的 {fact}：{because}",
};
pub(super) const BY_OVERRIDE: Text =
    Text { en: "this rule says that it overrides that one", zh: "本规则载明优先于该规则" };
pub(super) const BY_SPECIAL: Text = Text { en: "this rule is the special one", zh: "本规则为特别规定" };
pub(super) const BY_RANK: Text = Text { en: "its norm has a lower rank", zh: "其依据的规范位阶较低" };
pub(super) const BY_DATE: Text = Text { en: "its norm is the earlier one", zh: "其依据的规范施行在先" };
pub(super) const BY_UNKNOWN: Text = Text { en: "it does not prevail", zh: "不居优先" };
