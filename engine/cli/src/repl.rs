//! `syllogist repl PROGRAM`

mod answer;
mod commands;
mod complete;
mod dialogue;
mod editor;
mod worker;

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;

use clap::Args;
use diagnostics::{Diagnostic, Text, catalogue};

use self::dialogue::Dialogue;
use self::editor::{Editor, Line};
use crate::app::App;
use crate::effort::EffortOptions;
use crate::exit::{Exit, Failure};
use crate::options::{ReadingOptions, result_file};
use crate::parameters::one_reading_only;
use crate::reading;

/// Options of `repl`.
#[derive(Debug, Args)]
pub struct ReplOptions {
    #[command(flatten)]
    pub reading: ReadingOptions,
    #[command(flatten)]
    effort: EffortOptions,
    /// Where the lines of this dialogue are kept for the next one.
    #[arg(long, value_name = "FILE", value_parser = result_file)]
    history: Option<PathBuf>,
}

/// `syllogist repl --help`
pub const HELP: Text = Text {
    en: concat!(
        "\
Loads a program and its records once, and answers one question a line: a fact
with `_` for any value, or the id of a clue. `:help` in the dialogue lists what
else can be asked. Without a terminal the lines of standard input are answered.

Usage: syllogist repl PROGRAM [options]

  PROGRAM           a rule file (.dl) or a project: a folder with syllogist.toml

Options:
      --history FILE
                    keep the lines of the dialogue in FILE, and begin with those
                    that are there; nothing is kept otherwise
",
        reading_help!(en, "why"),
        "      --rejects FILE
                    collect rows that cannot be read in FILE and go on, as `run`
  -j N|auto         threads (default: auto); the answers do not depend on it
      --max-facts N --max-rounds N --max-memory SIZE
                    stop with exit code 4 at these limits, as `run`
      --lang zh|en  language of all messages
  -h, --help        this help"
    ),
    zh: concat!(
        "\
一次载入程序及其记录，然后逐行回答问题：一个事实（任意值写 `_`），或者线索号。
在对话中输入 `:help` 可列出其他问法。不在终端运行时，逐行回答标准输入的内容。

用法：syllogist repl PROGRAM [选项]

  PROGRAM           规则文件（.dl）或项目（含有 syllogist.toml 的目录）

选项：
      --history FILE
                    把对话中输入的各行保存在 FILE，并从其中已有的各行开始；
                    否则不作保存
",
        reading_help!(zh, "why"),
        "      --rejects FILE
                    把无法读取的行收集到 FILE，继续运行，与 `run` 相同
  -j N|auto         线程数（默认 auto），不影响回答
      --max-facts N --max-rounds N --max-memory SIZE
                    达到上限即停止，退出码 4，与 `run` 相同
      --lang zh|en  所有消息的语言
  -h, --help        显示本帮助"
    ),
};

/// Answers questions until there are no more.
pub fn repl(app: &mut App, options: &ReplOptions) -> Result<Exit, Failure> {
    let mut opened = reading::open(app, &options.reading)?;
    if opened.len() > 1 {
        return Err(one_reading_only("repl", opened.len()));
    }
    let Some(opened) = opened.pop() else { return Ok(Exit::Done) };
    // It lives as long as the process: a question that was interrupted may still be at work with it.
    let opened = &*Box::leak(Box::new(opened));
    let (records, model) =
        options.effort.pool()?.install(|| reading::model(app, &options.reading, &options.effort, opened))?;
    app.watcher.interrupt.write(|written| {
        let mut staged = opened.staged(&options.reading);
        reading::stage_rejects(app, &options.reading, &records, &mut staged)?;
        reading::commit(app, staged, written)
    })?;
    let (records, model) = (&*Box::leak(Box::new(records)), &*Box::leak(Box::new(model)));
    let mut dialogue = Dialogue::new(app, opened, model, records);
    match io::stdin().is_terminal() {
        true => talk(app, &mut dialogue, options),
        false => listen(app, &mut dialogue),
    }
}

/// A dialogue with somebody at a terminal.
fn talk(app: &mut App, dialogue: &mut Dialogue, options: &ReplOptions) -> Result<Exit, Failure> {
    let facts = dialogue.model.relations.iter().map(eval::Relation::facts).sum::<u64>();
    let welcome = Text {
        en: "{facts} facts; ask for one, or `:help`, `:quit`\n",
        zh: "共 {facts} 个事实；请提问，或输入 `:help`、`:quit`\n",
    };
    app.say(&prose::fill(welcome, app.lang, &[("facts", &crate::amount::grouped(facts))]))?;
    let mut editor = match Editor::new(dialogue.model, options.history.as_deref()) {
        Ok((editor, unusable)) => {
            app.show(unusable.as_slice())?;
            editor
        }
        // Without the means of an editor, lines as they come will do.
        Err(_) => return listen(app, dialogue),
    };
    app.watcher.interrupt.begin_dialogue();
    loop {
        match editor.line() {
            Line::Text(line) => {
                if !dialogue.answer(app, &line)? {
                    break;
                }
            }
            Line::Dropped => {}
            Line::End => break,
        }
    }
    app.show(editor.keep().as_slice())?;
    Ok(Exit::Done)
}

/// The lines of standard input, answered one after the other.
fn listen(app: &mut App, dialogue: &mut Dialogue) -> Result<Exit, Failure> {
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 || !dialogue.answer(app, &String::from_utf8_lossy(&line))? {
            app.out.flush()?;
            return Ok(Exit::Done);
        }
    }
}

/// The history cannot be used.
fn unusable_history(file: &std::path::Path, reason: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::unplaced(&catalogue::UNUSABLE_HISTORY).arg("file", file.display()).arg("reason", reason)
}
