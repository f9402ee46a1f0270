//! The lines of a dialogue.

use diagnostics::{Lang, Text};

/// What a line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Nothing.
    Nothing,
    /// A question in one of the ways to ask, with the fact or id; empty: of the question before.
    Ask(Way, String),
    /// The next facts that fit the question before.
    More,
    /// How each candidate of the models stands.
    Outcomes,
    /// What the candidates of a model lack, or of all.
    Missing(String),
    /// The relations with their columns and the number of their facts.
    Relations,
    /// How deep derivations are told; 0: to the end.
    Depth(usize),
    /// How many answers at a time.
    Limit(usize),
    /// Another language.
    Language(Lang),
    /// The commands.
    Help,
    /// The end.
    Quit,
    /// No command: the word.
    Unknown(String),
}

/// The ways to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Why it holds; where it does not, why not.
    Why,
    /// Every derivation.
    All,
    /// The shortest derivation.
    Shortest,
    /// The records that carry it.
    Witnesses,
    /// Why it does not hold.
    WhyNot,
}

/// The names of the commands.
pub const NAMES: &[&str] = &[
    ":all",
    ":depth",
    ":help",
    ":lang",
    ":limit",
    ":missing",
    ":more",
    ":outcomes",
    ":quit",
    ":relations",
    ":shortest",
    ":why",
    ":why-not",
    ":witnesses",
];

/// `:help`
pub const HELP: Text = Text {
    en: "\
A line is one of:
  FACT             why it holds, or why not: lease(\"L-1\", _), lease(id: \"L-1\")
  CLUE-ID          why the clue holds
  :all [FACT]      every derivation; without a fact: of the question before
  :shortest [FACT] the derivation with the fewest steps
  :witnesses [FACT]
                   the records that carry it
  :why-not FACT    rule by rule the first premise that fails
  :more            the next facts that fit the question before
  :outcomes        how the candidates of each model stand
  :missing [MODEL] what the candidates lack that are no clues
  :relations       the relations, their columns, how many facts they hold
  :depth N         tell conclusions N steps below without premises; 0: tell all
  :limit N         N answers at a time
  :lang zh|en      the language
  :help            these lines
  :quit            the end",
    zh: "\
每行可以输入：
  事实             为何成立，或为何不成立：租约(\"L-1\", _)、租约(编号: \"L-1\")
  线索号           该线索为何成立
  :all [事实]      全部推导；不写事实，则针对上一个问题
  :shortest [事实] 步数最少的推导
  :witnesses [事实]
                   支撑该事实的记录
  :why-not 事实    逐条规则列出首个不成立的前提
  :more            符合上一个问题的后续事实
  :outcomes        各模型候选对象的结论
  :missing [模型]  未构成线索的候选对象缺少什么
  :relations       各关系的列和事实数
  :depth N         往下第 N 步的结论不列依据；0 表示全部列出
  :limit N         每次 N 个回答
  :lang zh|en      语言
  :help            显示这些内容
  :quit            结束",
};

/// Reads a line.
pub fn command(line: &str) -> Command {
    let line = line.trim();
    if line.is_empty() {
        return Command::Nothing;
    }
    if !line.starts_with(':') && !line.starts_with('：') {
        return Command::Ask(Way::Why, line.to_string());
    }
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let (name, rest) = (word.replacen('：', ":", 1), rest.trim());
    let number = |make: fn(usize) -> Command| match rest.parse() {
        Ok(number) => make(number),
        Err(_) => Command::Unknown(line.to_string()),
    };
    match (name.as_str(), rest) {
        (":all", fact) => Command::Ask(Way::All, fact.to_string()),
        (":shortest", fact) => Command::Ask(Way::Shortest, fact.to_string()),
        (":witnesses", fact) => Command::Ask(Way::Witnesses, fact.to_string()),
        (":missing", model) => Command::Missing(model.to_string()),
        (":why", fact) => Command::Ask(Way::Why, fact.to_string()),
        (":why-not", fact) => Command::Ask(Way::WhyNot, fact.to_string()),
        (":depth", _) => number(Command::Depth),
        (":limit", _) => number(|count| Command::Limit(count.max(1))),
        (":lang", "zh") => Command::Language(Lang::Zh),
        (":lang", "en") => Command::Language(Lang::En),
        (":more", "") => Command::More,
        (":outcomes", "") => Command::Outcomes,
        (":relations", "") => Command::Relations,
        (":help", "") => Command::Help,
        (":quit" | ":q" | ":exit", "") => Command::Quit,
        _ if NAMES.contains(&name.as_str()) => Command::Unknown(line.to_string()),
        _ => Command::Unknown(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_questions_or_commands() {
        assert_eq!(command("  "), Command::Nothing);
        assert_eq!(command(" p(1) \n"), Command::Ask(Way::Why, "p(1)".to_string()));
        assert_eq!(command(":all"), Command::Ask(Way::All, String::new()));
        assert_eq!(command("：why-not  p(1)"), Command::Ask(Way::WhyNot, "p(1)".to_string()));
        assert_eq!(command(":depth 3"), Command::Depth(3));
        assert_eq!(command(":limit 0"), Command::Limit(1));
        assert_eq!(command(":lang zh"), Command::Language(Lang::Zh));
        for wrong in [":depth", ":depth x", ":lang fr", ":more 3"] {
            assert_eq!(command(wrong), Command::Unknown(wrong.to_string()));
        }
        assert_eq!(command(":wyh p(1)"), Command::Unknown(":wyh".to_string()));
    }

    #[test]
    fn every_command_is_in_the_help_of_both_languages() {
        for name in NAMES.iter().filter(|name| **name != ":why") {
            assert!(HELP.en.contains(name) && HELP.zh.contains(name), "{name}");
        }
        HELP.en.lines().chain(HELP.zh.lines()).for_each(|line| assert!(prose::width_of(line) <= 80, "{line}"));
    }
}
