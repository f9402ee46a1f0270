//! The words of a why-not in both languages.

use diagnostics::Text;

pub(super) const DOES_NOT_HOLD: Text = Text { en: "{fact} does not hold.", zh: "{fact} 不成立。" };
pub(super) const NOTHING_FITS: Text = Text { en: "No fact fits {fact}.", zh: "没有事实符合 {fact}。" };
pub(super) const NO_RULE: Text = Text {
    en: "No rule and no record gives `{relation}` such a fact.",
    zh: "没有规则、也没有记录能给出 `{relation}` 的这一事实。",
};
pub(super) const RECORDS: Text = Text {
    en: "`{relation}` holds {count} fact{s}, from {files}.",
    zh: "`{relation}` 现有 {count} 条事实，来自 {files}。",
};
pub(super) const ATTEMPTS: Text = Text {
    en: "{count} rule{s} could give it; for each the first premise that fails:",
    zh: "有 {count} 条规则可能得出，以下逐条列出首个不成立的前提：",
};
pub(super) const VALUES: Text = Text { en: ", ", zh: "，" };
pub(super) const LIST: Text = Text { en: ", ", zh: "、" };
pub(super) const HOLDS: Text = Text { en: "holds: {premise}", zh: "成立：{premise}" };
pub(super) const FAILS: Text = Text { en: "fails: {premise}", zh: "不成立：{premise}" };
pub(super) const HEAD: Text = Text {
    en: "fails: the head then says something else: {premise}",
    zh: "不成立：此时结论是另一内容：{premise}",
};
pub(super) const GAVE_UP: Text = Text {
    en: "given up: the premises combine in too many ways; ask with fewer `_`",
    zh: "未查完：前提的组合过多，请减少 `_` 再问",
};
pub(super) const NOTHING: Text = Text {
    en: "nothing fails: all premises hold, and what is said above keeps the fact out",
    zh: "前提全部成立，未成为事实的原因见上文",
};
pub(super) const TAKEN: Text = Text {
    en: "`{relation}` keeps the first fact of each {key}, and that is {fact}.",
    zh: "`{relation}` 中 {key} 相同的事实只保留最先得出的一条，即 {fact}。",
};
pub(super) const DOMINATED_BY: Text = Text {
    en: "{fact} was concluded, but {by} takes its place: {place}.",
    zh: "{fact} 曾经得出，但由 {by} 取代：{place}。",
};
pub(super) const DOMINATED: Text = Text {
    en: "{fact} was concluded, but another fact took its place.",
    zh: "{fact} 曾经得出，但由另一事实取代。",
};
pub(super) const APART: Text = Text {
    en: "No pairs of `{relation}` lead from one of the values to the other.",
    zh: "`{relation}` 中没有从一方通向另一方的各对。",
};
pub(super) const UNKNOWN: Text =
    Text { en: "No pair of `{relation}` holds {values}.", zh: "`{relation}` 的各对中没有 {values}。" };
pub(super) const CUT: Text = Text {
    en: "The `.limitsize` of `{relation}` ended the rounds before nothing was new; later ones might have given the fact.",
    zh: "`{relation}` 的 `.limitsize` 使推导提前结束，继续推导或可得出该事实。",
};
pub(super) const WITH: Text = Text { en: "with {values}", zh: "其中 {values}" };
pub(super) const COUNT_IS: Text = Text { en: "the count is {value}", zh: "个数实际为 {value}" };
pub(super) const SUM_IS: Text = Text { en: "the sum is {value}", zh: "总和实际为 {value}" };
pub(super) const LEAST_IS: Text = Text { en: "the least is {value}", zh: "最小值实际为 {value}" };
pub(super) const GREATEST_IS: Text = Text { en: "the greatest is {value}", zh: "最大值实际为 {value}" };
pub(super) const MEAN_IS: Text = Text { en: "the mean is {value}", zh: "平均值实际为 {value}" };
pub(super) const GIVEN: Text = Text { en: "stated in the rules: {place}", zh: "规则文本载明：{place}" };
pub(super) const NO_FACT: Text = Text {
    en: "none of the {count} fact{s} of `{relation}` fits {fact}",
    zh: "`{relation}` 的 {count} 条事实中，没有一条符合 {fact}",
};
pub(super) const NOT_THE_ONLY: Text = Text {
    en: "the only fact of `{relation}` does not fit {fact}",
    zh: "`{relation}` 仅有的 1 条事实不符合 {fact}",
};
pub(super) const NO_FACTS: Text = Text { en: "`{relation}` has no facts", zh: "`{relation}` 没有任何事实" };
pub(super) const THERE_IS: Text = Text { en: "there is {fact}", zh: "存在 {fact}" };

/// Why a rule does not give a fact, on one line.
pub(super) const RULE_FAILS: Text =
    Text { en: "{rule}: fails at {premise}{values}", zh: "{rule}：首个不成立的前提是 {premise}{values}" };
pub(super) const RULE_HEAD: Text = Text {
    en: "{rule}: the premises hold, but it says something else{values}",
    zh: "{rule}：前提成立，但结论是另一内容{values}",
};
pub(super) const RULE_NOTHING: Text =
    Text { en: "{rule}: what it gives was dropped{values}", zh: "{rule}：所得结论未予保留{values}" };
pub(super) const RULE_GAVE_UP: Text = Text {
    en: "{rule}: not searched to the end, its premises combine in too many ways",
    zh: "{rule}：前提的组合过多，未查完",
};
pub(super) const RULE_WITH: Text = Text { en: ", with {values}", zh: "，其中 {values}" };

pub(super) const ABSENT: Text = Text { en: "no {fact}", zh: "没有 {fact}" };
/// What fails of a literal of the law, or of a norm's time.
pub(super) const NOT_COMPLETE: Text = Text {
    en: "there is none, but place and period are not declared complete",
    zh: "虽无相符的事实，但相应地域和期间未申报完整，不能据此认定不存在",
};
pub(super) const MAYBE: Text = Text {
    en: "there is none, but what is open might fit",
    zh: "虽无相符的事实，但有待定事项可能与之相符",
};
pub(super) const NOT_IN_FORCE: Text =
    Text { en: "not in force on that day: {version}", zh: "当日并非有效：{version}" };

pub(super) const NOT_PREVAILING: Text = Text {
    en: "its premises hold, but another rule contradicts it, over which it does not prevail",
    zh: "前提成立，但与另一规则的结论相冲突，且不居优先",
};

/// Of a fact in the way.
pub(super) const CONCLUDED: Text = Text { en: "concluded by {rule}", zh: "由{rule}得出" };
pub(super) const CONCLUDED_FROM: Text =
    Text { en: "concluded by {rule}, from {facts}", zh: "由{rule}得出，依据 {facts}" };

pub(super) const NOT_OPEN: Text = Text {
    en: "It is neither conditional nor undetermined: nothing that is open could give it.",
    zh: "既非待认定，也非无法判断：没有待查事项能使其成立。",
};

/// Of a comparison that fails.
pub(super) const FAILS_BY: Text =
    Text { en: "{left} {op} {right} fails by {distance}", zh: "{left} {op} {right} 不成立，相差 {distance}" };
pub(super) const BOTH_ARE: Text = Text { en: "both sides are {left}", zh: "两边都是 {left}" };
pub(super) const SAYS_FAILS: Text = Text { en: "{left} {op} {right} fails", zh: "{left} {op} {right} 不成立" };
pub(super) const DAYS: Text = Text { en: "{count} day{s}", zh: "{count} 天" };
pub(super) const CHARACTERS: Text = Text { en: "{count} character{s}", zh: "{count} 个字符" };

/// Of what comes near.
pub(super) const NEAREST: Text = Text { en: "nearest:", zh: "最接近的：" };
pub(super) const NEAREST_ABOVE: Text = Text { en: "nearest: as above", zh: "最接近的：同上" };
pub(super) const NEAR_GAP: Text = Text { en: "{gap}: {facts}", zh: "{gap}：{facts}" };
pub(super) const NEAR_FACT: Text = Text { en: "{fact}: {differences}", zh: "{fact}：{differences}" };
pub(super) const DIFFERS_BY: Text = Text {
    en: "`{column}` is {found} instead of {wanted}, {distance} off",
    zh: "`{column}` 为 {found} 而非 {wanted}，相差 {distance}",
};
pub(super) const DIFFERS: Text =
    Text { en: "`{column}` is {found} instead of {wanted}", zh: "`{column}` 为 {found} 而非 {wanted}" };
pub(super) const UNSEEN: Text = Text {
    en: "{value} never occurs in `{relation}.{column}`",
    zh: "{value} 从未出现在 `{relation}.{column}` 中",
};
pub(super) const UNSEEN_NEAREST: Text = Text {
    en: "{value} never occurs in `{relation}.{column}`; nearest: {nearest}",
    zh: "{value} 从未出现在 `{relation}.{column}` 中，最接近的是 {nearest}",
};
pub(super) const STOPPED: Text = Text {
    en: "(not all was looked through: there may be nearer ones)",
    zh: "（未全部比较，或有更接近的）",
};
pub(super) const GROUNDS: Text = Text { en: "; ", zh: "；" };

/// Where it is told why a premise does not hold.
pub(super) const SEE_BELOW: Text = Text { en: "why not: see [{number}] below", zh: "其原因见下文 [{number}]" };
pub(super) const SEE_ABOVE: Text = Text { en: "why not: see [{number}] above", zh: "其原因见上文 [{number}]" };
pub(super) const SEE_ASKED: Text = Text {
    en: "why not: that is the fact asked about, see above; here it would rest on itself",
    zh: "这就是所问的事实（见上文），在此以自身为依据",
};
pub(super) const DEEPER: Text =
    Text { en: "why not: not followed further (`--depth N`)", zh: "其原因不再深究（`--depth N`）" };
