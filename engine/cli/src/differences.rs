//! The differences between two sealed runs, in words.

use std::fmt::Write;

use diagnostics::{Lang, Text};
use ledger::{Change, Clue, Counts, Differences, Source};

/// Between what was and what is.
pub const ARROW: &str = " → ";

/// In the place of what is not there.
pub fn gone(lang: Lang) -> &'static str {
    Text { en: "none", zh: "无" }.get(lang)
}

/// One difference a line: as it was, an arrow, as it is.
pub fn told(differences: &Differences, lang: Lang) -> String {
    let Differences { engine, parameters, rules, sources, relations, clues, files } = differences;
    let mut lines = Lines { lang, text: String::new() };
    if let Some(engine) = engine {
        lines.line(Text { en: "engine", zh: "引擎" }, &lines.arrow(engine, String::clone));
    }
    for (name, change) in parameters {
        let values = lines.arrow(change, String::clone);
        lines.line(Text { en: "parameter", zh: "参数" }, &format!("{} = {values}", prose::safe(name)));
    }
    for (name, change) in rules {
        lines.line(Text { en: "rules", zh: "规则" }, &format!("{}: {}", prose::safe(name), lines.fate(change)));
    }
    for ((name, relation), change) in sources {
        let what = format!("{} ({relation}): {}", prose::safe(name), lines.source(change));
        lines.line(Text { en: "source", zh: "来源" }, &what);
    }
    for (name, change) in relations {
        let count = lines.arrow(change, u64::to_string);
        lines.line(Text { en: "relation", zh: "关系" }, &format!("{name}: {count}"));
    }
    for (_, change) in clues {
        match change {
            Change { before: Some(clue), after: None } => {
                lines.line(Text { en: "lost", zh: "消失" }, &shown(clue));
            }
            Change { before: None, after: Some(clue) } => {
                lines.line(Text { en: "gained", zh: "新增" }, &shown(clue));
            }
            Change { before, after } => {
                let [before, after] = [before, after].map(|clue| clue.as_ref().map_or(String::new(), shown));
                lines.line(Text { en: "changed", zh: "改变" }, &format!("{before}{ARROW}{after}"));
            }
        }
    }
    for name in files {
        lines.line(Text { en: "file", zh: "文件" }, name);
    }
    lines.text
}

/// `suspect(L-1, 2) B`
pub fn shown(clue: &Clue) -> String {
    let args = clue.args.iter().map(|arg| prose::safe(arg)).collect::<Vec<_>>();
    format!("{}({}) {}", clue.relation, args.join(", "), clue.grade)
}

struct Lines {
    lang: Lang,
    text: String,
}

impl Lines {
    fn line(&mut self, what: Text, rest: &str) {
        let what = what.get(self.lang);
        let _ = match self.lang {
            Lang::En => writeln!(self.text, "  {what:<9} {rest}"),
            Lang::Zh => writeln!(self.text, "  {what}  {rest}"),
        };
    }

    fn arrow<T>(&self, change: &Change<T>, show: impl Fn(&T) -> String) -> String {
        let [before, after] = [&change.before, &change.after]
            .map(|value| value.as_ref().map_or(gone(self.lang).to_owned(), |value| prose::safe(&show(value))));
        format!("{before} → {after}")
    }

    fn fate<T>(&self, change: &Change<T>) -> &'static str {
        let text = match (&change.before, &change.after) {
            (None, _) => Text { en: "added", zh: "新增" },
            (_, None) => Text { en: "removed", zh: "移除" },
            _ => Text { en: "changed", zh: "内容改变" },
        };
        text.get(self.lang)
    }

    /// Contents first: where these are the same, so are the rows, unless they are read otherwise.
    fn source(&self, change: &Change<Source>) -> String {
        let Change { before: Some(before), after: Some(after) } = change else { return self.fate(change).to_owned() };
        let mut parts = Vec::new();
        if before.digest != after.digest {
            let text = match after.digest {
                None => Text { en: "not there", zh: "不存在" },
                Some(_) => Text { en: "contents changed", zh: "内容改变" },
            };
            parts.push(text.get(self.lang).to_owned());
        }
        let names = [
            Text { en: "rows", zh: "行数" },
            Text { en: "facts", zh: "事实" },
            Text { en: "repeats", zh: "重复" },
            Text { en: "blank", zh: "空行" },
            Text { en: "rejected", zh: "拒收" },
        ];
        let counts = |Counts { read, facts, repeats, blank, rejected }: Counts| [read, facts, repeats, blank, rejected];
        for ((name, before), after) in names.into_iter().zip(counts(before.rows)).zip(counts(after.rows)) {
            if before != after {
                parts.push(format!("{} {before} → {after}", name.get(self.lang)));
            }
        }
        parts.join(Text { en: ", ", zh: "，" }.get(self.lang))
    }
}
