//! `syllogist diff RUN1 RUN2`

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;
use diagnostics::{Lang, Text};
use ledger::{Change, Derived, Differences, Missing, Reason};

use crate::app::App;
use crate::differences::{ARROW, gone, shown, told};
use crate::exit::{Exit, Failure};
use crate::options::count;
use crate::text_file::shown_path;
use crate::verify::refused;

/// Options of `diff`.
#[derive(Debug, Args)]
pub struct DiffOptions {
    /// The folders of two sealed runs.
    #[arg(value_name = "RUN1")]
    first: PathBuf,
    #[arg(value_name = "RUN2")]
    second: PathBuf,
    /// At most this many clues of each kind.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = count)]
    limit: usize,
}

/// `syllogist diff --help`
pub const HELP: Text = Text {
    en: "\
Shows which clues two sealed runs have not in common, and why.

Usage: syllogist diff RUN1 RUN2 [options]

  RUN1 RUN2         folders that `syllogist run --seal DIR` made: other records,
                    rules, versions of a norm or parameters

Both are verified first. Under each clue stands what of its derivation the other
run does not have: a rule, the version of a norm, a parameter, a record.

Options:
      --limit N     at most N clues of each kind (default: 20)
      --lang zh|en  language
  -h, --help        this help

Exit code 3 where they differ.",
    zh: "\
比较两次封存的运行：哪些线索不同，原因何在。

用法：syllogist diff RUN1 RUN2 [选项]

  RUN1 RUN2         由 `syllogist run --seal DIR` 生成的目录：记录、规则、规范
                    版本或参数可以不同

先核验两者。每条线索之下列出其推导中为另一次运行所无的规则、规范版本、参数或
记录。

选项：
      --limit N     每类至多 N 条线索（默认 20）
      --lang zh|en  语言
  -h, --help        显示本帮助

存在差异时退出码为 3。",
};

/// Compares two bundles that verify.
pub fn diff(app: &mut App, options: &DiffOptions) -> Result<Exit, Failure> {
    let [first, second] = [&options.first, &options.second]
        .map(|folder| Derived::read(folder).map_err(|broken| refused(&broken, app.lang)));
    let (first, second) = (first?, second?);
    let differences = Differences::between(&first.side, &second.side);
    let not_in = [first.missing_from(&second, &differences), second.missing_from(&first, &differences)];
    let kept = kept(&first, &not_in, &differences);
    let names = [&options.first, &options.second].map(|folder| shown_path(folder));
    if differences.is_empty() && kept.is_empty() {
        let same = Text { en: "{a} and {b} are the same run\n", zh: "{a} 与 {b} 是同一次运行\n" };
        let text = prose::fill(same, app.lang, &[("a", &names[0]), ("b", &names[1])]);
        app.out.write_all(text.as_bytes())?;
        return Ok(Exit::Done);
    }
    let (mut lost, mut gained, mut changed) = (Vec::new(), Vec::new(), Vec::new());
    for (id, change) in &differences.clues {
        match change {
            Change { before: Some(clue), after: None } => {
                lost.push((shown(clue), not_in[0].of(id)));
            }
            Change { before: None, after: Some(clue) } => {
                let reasons = not_in[1].of(id).into_iter().map(Reason::turned);
                gained.push((shown(clue), reasons.collect()));
            }
            Change { before, after } => {
                let [before, after] = [before, after].map(|clue| clue.as_ref().map_or(String::new(), shown));
                changed.push((format!("{before}{ARROW}{after}"), both(id, &not_in)));
            }
        }
    }
    let mut text = format!("{}{ARROW}{}\n", names[0], names[1]);
    text += &told(&Differences { clues: Vec::new(), ..differences }, app.lang);
    let kinds = [
        (Text { en: "{count} clue{s} lost", zh: "消失 {count} 条线索" }, lost),
        (Text { en: "{count} clue{s} gained", zh: "新增 {count} 条线索" }, gained),
        (Text { en: "{count} clue{s} graded otherwise", zh: "{count} 条线索级别改变" }, changed),
        (Text { en: "{count} clue{s} kept, on other grounds", zh: "{count} 条线索保留，但依据改变" }, kept),
    ];
    for (title, clues) in kinds.into_iter().filter(|(_, clues)| !clues.is_empty()) {
        text += &section(title, &clues, options.limit, app.lang);
    }
    app.out.write_all(text.as_bytes())?;
    Ok(Exit::No)
}

type Clues = Vec<(String, Vec<Reason>)>;

/// Clues of both runs whose derivations rest on other rules, norms or parameters. That their records stand elsewhere is no other ground.
fn kept(first: &Derived, not_in: &[Missing<'_>; 2], differences: &Differences) -> Clues {
    let changed = differences.clues.iter().map(|(id, _)| &id[..]).collect::<BTreeSet<_>>();
    let kept = first.side.clues.iter().filter(|clue| !changed.contains(&clue.id[..]));
    let with_reasons = kept.map(|clue| {
        let mut reasons = both(&clue.id, not_in);
        reasons.retain(|reason| !matches!(reason, Reason::Record { .. } | Reason::Relation { .. }));
        (shown(clue), reasons)
    });
    with_reasons.filter(|(_, reasons)| !reasons.is_empty()).collect()
}

/// What either derivation has, and the other run has not. A rule that only reads otherwise is told once.
fn both(id: &str, [first, second]: &[Missing<'_>; 2]) -> Vec<Reason> {
    let mut reasons = first.of(id);
    let replaced = |reasons: &[Reason], at: &str| {
        reasons.iter().any(|reason| matches!(reason, Reason::Rule { other: Some(other), .. } if other == at))
    };
    for reason in second.of(id).into_iter().map(Reason::turned) {
        let is_known = match &reason {
            Reason::Rule { at, other: Some(_), .. } => replaced(&reasons, at),
            reason => reasons.contains(reason),
        };
        if !is_known {
            reasons.push(reason);
        }
    }
    reasons
}

fn section(title: Text, clues: &Clues, limit: usize, lang: Lang) -> String {
    let values = [("count", clues.len().to_string()), ("s", prose::plural(clues.len() as u64).to_owned())];
    let title = prose::fill(title, lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    let mut text = format!("\n{title}\n");
    for (clue, reasons) in clues.iter().take(limit) {
        let _ = writeln!(text, "  {clue}");
        for reason in reasons {
            let _ = writeln!(text, "    {}", in_words(reason, lang));
        }
        if reasons.is_empty() {
            let text_of = Text {
                en: "nothing of its derivation is known to be missing from the other run: look at\n    absences, aggregates and exceptions",
                zh: "未发现其推导中有另一次运行所无之处：请查看不存在、汇总和例外",
            };
            let _ = writeln!(text, "    {}", text_of.get(lang));
        }
    }
    if let Some(more) = clues.len().checked_sub(limit).filter(|more| *more > 0) {
        let rest = Text { en: "  and {more} more (`--limit`)\n", zh: "  另有 {more} 条（`--limit`）\n" };
        text += &prose::fill(rest, lang, &[("more", &more.to_string())]);
    }
    text
}

fn in_words(reason: &Reason, lang: Lang) -> String {
    let arrow = |change: &Change<String>| {
        let [before, after] =
            [&change.before, &change.after].map(|value| value.as_deref().map_or(gone(lang).to_owned(), prose::safe));
        format!("{before}{ARROW}{after}")
    };
    let fill = |text, values: &[(&str, &str)]| prose::fill(text, lang, values);
    match reason {
        Reason::Rule { name, at, other: Some(other) } => {
            let text = Text {
                en: "rule {name} ({at}) reads otherwise in the other run ({other})",
                zh: "规则 {name}（{at}）在另一次运行中内容不同（{other}）",
            };
            fill(text, &[("name", name), ("at", at), ("other", other)])
        }
        Reason::Rule { name, at, other: None } => {
            let text = Text {
                en: "rule {name} ({at}) is not in the other run",
                zh: "另一次运行没有规则 {name}（{at}）",
            };
            fill(text, &[("name", name), ("at", at)])
        }
        Reason::Given(at) => {
            let text =
                Text { en: "the fact at {at} is not in the other run", zh: "另一次运行没有 {at} 处的事实" };
            fill(text, &[("at", at)])
        }
        Reason::Norm { name, day, versions } => {
            let text = Text { en: "norm {name} on {day}: {versions}", zh: "规范 {name} 于 {day}：{versions}" };
            fill(text, &[("name", name), ("day", day), ("versions", &arrow(versions))])
        }
        Reason::Parameter { name, of, values } => {
            let of = if of.is_empty() { String::new() } else { format!("({})", of.join(", ")) };
            let text = Text { en: "parameter {name}{of}: {values}", zh: "参数 {name}{of}：{values}" };
            fill(text, &[("name", name), ("of", &of), ("values", &arrow(values))])
        }
        Reason::Record { fact, at } => {
            let text = Text {
                en: "record {fact} at {at}: its source differs",
                zh: "记录 {fact}，位于 {at}：来源内容不同",
            };
            fill(text, &[("fact", fact), ("at", at)])
        }
        Reason::Relation { name, facts } => {
            let Change { before, after } = facts;
            let facts = [before, after].map(|facts| facts.as_ref().map(ToString::to_string));
            let [before, after] = facts;
            let text =
                Text { en: "an absence of {name}: {facts} facts", zh: "{name} 的不存在：事实数 {facts}" };
            fill(text, &[("name", name), ("facts", &arrow(&Change { before, after }))])
        }
    }
}
