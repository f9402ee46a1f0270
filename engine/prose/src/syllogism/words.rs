//! The words of the syllogism in both languages.

use diagnostics::Text;

pub(super) const MAJOR: Text = Text { en: "Major premise", zh: "大前提" };
pub(super) const MINOR: Text = Text { en: "Minor premise{s}", zh: "小前提" };
pub(super) const CONCLUSION: Text = Text { en: "Conclusion: {sentence}.", zh: "结论：{sentence}。" };
pub(super) const ELEMENT: Text = Text { en: "{number} element: {element}", zh: "{number} 要件：{element}" };
pub(super) const AGAIN: Text =
    Text { en: "derivation {number} of the same fact", zh: "同一事实的第 {number} 种推导" };

pub(super) const RULE: Text = Text { en: "rule `{rule}`, {place}", zh: "规则 `{rule}`，{place}" };
pub(super) const MEANING: Text = Text { en: "{rule}: {doc}", zh: "{rule}：{doc}" };
pub(super) const QUOTED: Text = Text { en: "“{text}”", zh: "“{text}”" };
pub(super) const NORM: Text = Text { en: "{norm}: {text}", zh: "{norm}：{text}" };
pub(super) const NOT_QUOTED: Text = Text { en: "{norm} (not quoted)", zh: "{norm}（未引条文）" };
pub(super) const UNDECLARED: Text = Text {
    en: "norm `{norm}` (the program does not hold its words)",
    zh: "规范 `{norm}`（程序中没有登记其条文）",
};

pub(super) const SOURCED: Text = Text { en: "{sentence} ({source})", zh: "{sentence}（{source}）" };
pub(super) const SEE: Text = Text { en: "{sentence} (see [{number}])", zh: "{sentence}（见 [{number}]）" };
pub(super) const ABOVE: Text = Text { en: "{sentence} (as above)", zh: "{sentence}（同上）" };
pub(super) const LED: Text = Text { en: "{lead}: {sentence}", zh: "{lead}：{sentence}" };
pub(super) const BECAUSE: Text = Text { en: "{sentence}, since:", zh: "{sentence}，理由：" };
pub(super) const FOLDED: Text =
    Text { en: "{sentence} (what it rests on is left out here)", zh: "{sentence}（其依据在此略去）" };
pub(super) const AS_RECORDED: Text =
    Text { en: "{sentence} (as far as the records go)", zh: "{sentence}（以现有记录为限）" };
pub(super) const MORE_ITEMS: Text = Text { en: "... and {count} more", zh: "……另有 {count} 项" };

pub(super) const MORE_SECTIONS: Text = Text {
    en: "{count} further step{s} left out: `--level premises` tells every step.",
    zh: "另有 {count} 步从略：`--level premises` 逐步列出。",
};

pub(super) const SOURCES: Text =
    Text { en: "The records, by the bytes of their files (SHA-256):", zh: "记录所在文件及其 SHA-256：" };

/// The answer in one sentence.
pub(super) const SENTENCE: Text = Text { en: "{conclusion}: {premises}.", zh: "{conclusion}：{premises}。" };
pub(super) const BARE: Text = Text { en: "{conclusion}.", zh: "{conclusion}。" };
pub(super) const ACCORDING: Text = Text { en: "{conclusion} ({norms})", zh: "{conclusion}（依据{norms}）" };
pub(super) const NEXT: Text = Text { en: "; ", zh: "；" };
pub(super) const LIST: Text = Text { en: "; ", zh: "、" };
pub(super) const MORE_PREMISES: Text = Text { en: "and {count} more", zh: "等另 {count} 项" };
