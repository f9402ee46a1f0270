//! `syllogist why PROGRAM ATOM|CLUE-ID`

mod missing;

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use diagnostics::{Diagnostic, Lang, Text, catalogue};
use eval::Model;
use proof::{Derivation, Limits, Node, OpenTuple, Question, Reach, open_tuples};
use prose::Telling;
use prose::norms::unverified;
use serde_json::json;

use crate::app::App;
use crate::clue::{Clue, clue, is_clue};
use crate::clue_id::{clue_id, is_clue_id};
use crate::effort::EffortOptions;
use crate::exit::{Exit, Failure};
use crate::options::{Engine, ReadingOptions, count, main_engine_only};
use crate::parameters::one_reading_only;
use crate::question::{Asked, question};
use crate::reading::{self, Opened, Places};

/// Options of `why`.
#[derive(Debug, Args)]
pub struct WhyOptions {
    #[command(flatten)]
    pub reading: ReadingOptions,
    #[command(flatten)]
    effort: EffortOptions,
    /// Who derives; derivations are kept by the main engine alone, so the other one is refused with words.
    #[arg(long, value_enum, default_value_t = Engine::Main, hide = true)]
    engine: Engine,
    /// A fact, with `_` for any value, or the id of a clue.
    #[arg(value_name = "ATOM|CLUE-ID", allow_hyphen_values = true, required_unless_present = "missing")]
    question: Option<String>,
    /// What the candidates of a model lack, or of all models.
    #[arg(long, value_name = "MODEL", num_args = 0..=1, default_missing_value = "", conflicts_with = "question")]
    missing: Option<String>,
    /// Every derivation from facts concluded earlier, not only the canonical one.
    #[arg(long)]
    all: bool,
    /// Conclusions this far below the asked one are named without their premises.
    #[arg(long, value_name = "N", value_parser = count)]
    depth: Option<usize>,
    /// Near misses of each premise that fails.
    #[arg(long, value_name = "N", default_value_t = Reach::default().near, value_parser = count)]
    near: usize,
    /// At most this many answers.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = count)]
    limit: usize,
    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl WhyOptions {
    fn asked(&self) -> &str {
        self.question.as_deref().unwrap_or_default().trim()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// `syllogist why --help`
pub const HELP: Text = Text {
    en: "\
Shows why a fact holds, down to the records it rests on. Of a fact that does not
hold it shows, rule by rule, the first premise that fails (exit code 3).

Usage: syllogist why PROGRAM ATOM|CLUE-ID [options]
       syllogist why PROGRAM --missing [MODEL] [options]

  PROGRAM           a rule file (.dl) or a project: a folder with syllogist.toml
  ATOM              a fact: 'lease(\"L-1\", _)', `_` for any value; named columns
                    may stand for all: 'lease(id: \"L-1\")'
  CLUE-ID           the 16 digits that `run` shows beside a clue

Options:
  -F DIR            folder of the record files
  -I DIR            look for included files here too; may be repeated
  -M MACROS         define macros: \"YEAR=2024 DRAFT\"; may be repeated
      --no-preprocessor
                    leave lines out that begin with `#`
  -w                no warnings; a missing record file is an empty one
  -W NAMES, --wno NAMES
                    show these warnings, or do not: all, none (-W), the names of
                    the dialect (var-appears-once), codes (SY0380)
      --legacy      accept what older versions of the dialect did
      --param NAME=VALUE
                    the value of a parameter; given twice for one name, both
                    readings are evaluated and shown side by side
      --as-of DATE  the day as of which is judged: the parameter `as_of`
      --rejects FILE
                    collect rows that cannot be read in FILE and go on, as `run`
  -j N|auto         threads (default: auto); the answer does not depend on it
      --max-facts N --max-rounds N --max-memory SIZE
                    stop with exit code 4 at these limits, as `run`
      --all         every derivation from facts concluded earlier, numbered;
                    not only the first in order
      --depth N     conclusions N steps below are named without their premises;
                    of a fact that does not hold, missing premises are followed
                    N steps (default: 3)
      --near N      at most N near misses of a premise that fails (default: 3)
      --missing [MODEL]
                    what the candidates of the model (of all models) lack that
                    are no clues, grouped, those that lack one thing first
      --limit N     at most N answers, or groups (default: 10)
      --format text|json
                    json: schema syllogist/proof/1 (why-not/1, missing/1),
                    see docs/
      --lang zh|en  language of all messages
  -h, --help        this help",
    zh: "\
说明某个事实为何成立，直到所依据的记录。事实不成立时，逐条规则列出首个不成立的
前提（退出码 3）。

用法：syllogist why PROGRAM ATOM|CLUE-ID [选项]
      syllogist why PROGRAM --missing [MODEL] [选项]

  PROGRAM           规则文件（.dl）或项目（含有 syllogist.toml 的目录）
  ATOM              一个事实，例如 '租约(\"L-1\", _)'，任意值写 `_`；
                    也可只写列名和值，例如 '租约(编号: \"L-1\")'
  CLUE-ID           `run` 在线索旁显示的 16 位线索号

选项：
  -F DIR            记录文件所在目录
  -I DIR            也在此处查找被包含的文件，可重复
  -M MACROS         定义宏：\"YEAR=2024 DRAFT\"，可重复
      --no-preprocessor
                    略去以 `#` 开头的行
  -w                不显示警告；缺少的记录文件视为空
  -W NAMES, --wno NAMES
                    显示或不显示这些警告：all、none（-W）、语言原有名称
                    （var-appears-once）、代码（SY0380）
      --legacy      接受旧版语言接受的写法
      --param NAME=VALUE
                    设定参数的值；同一参数给出两次，则两种读法各推导一次并列显示
      --as-of DATE  以哪一日为准，即参数 `as_of`
      --rejects FILE
                    把无法读取的行收集到 FILE，继续运行，与 `run` 相同
  -j N|auto         线程数（默认 auto），不影响回答
      --max-facts N --max-rounds N --max-memory SIZE
                    达到上限即停止，退出码 4，与 `run` 相同
      --all         列出由先前得出的事实作出的全部推导并编号，而不只是第一个
      --depth N     往下第 N 步的结论只列名称，不列依据；事实不成立时，缺少的
                    前提往下追问 N 步（默认 3）
      --near N      每个不成立的前提至多列出 N 个最接近的事实（默认 3）
      --missing [MODEL]
                    该模型（或全部模型）未成为线索的候选对象各缺什么，分组列出，
                    只差一项的在先
      --limit N     至多回答 N 个，或列出 N 组（默认 10）
      --format text|json
                    json：格式 syllogist/proof/1（why-not/1、missing/1），
                    见 docs/
      --lang zh|en  所有消息的语言
  -h, --help        显示本帮助",
};

/// Columns of a line.
const WIDTH: usize = 80;

/// Answers the question, once for each reading.
pub fn why(app: &mut App, options: &WhyOptions) -> Result<Exit, Failure> {
    if options.engine == Engine::Reference {
        return Err(main_engine_only("why"));
    }
    let opened = reading::open(app, &options.reading)?;
    if opened.len() > 1 && options.format == Format::Json {
        return Err(one_reading_only("--format json", opened.len()));
    }
    let written = &opened[0].written;
    if let Some(name) = &options.missing {
        missing::models(Some(&name[..]).filter(|name| !name.is_empty()), written)?;
    }
    let asked = options.asked();
    let asked_fact = match options.missing.is_some() || is_clue_id(asked) {
        true => None,
        false => Some(question(asked, written, &mut app.files, app.lang)?),
    };
    options.effort.pool()?.install(|| {
        let mut exit = Exit::No;
        for (number, reading) in opened.iter().enumerate() {
            if opened.len() > 1 {
                let heading = Text { en: "reading {reading}", zh: "读法：{reading}" };
                let heading = prose::fill(heading, app.lang, &[("reading", &prose::safe(&reading.reading.label()))]);
                writeln!(app.out, "{}{heading}\n", if number > 0 { "\n" } else { "" })?;
            }
            if answer_from(app, options, reading, asked_fact.as_ref())? == Exit::Done {
                exit = Exit::Done;
            }
        }
        Ok(exit)
    })
}

fn answer_from(
    app: &mut App,
    options: &WhyOptions,
    opened: &Opened,
    asked_fact: Option<&Asked>,
) -> Result<Exit, Failure> {
    let (records, model) = reading::model(app, &options.reading, &options.effort, opened)?;
    app.watcher.interrupt.write(|written| {
        let mut staged = opened.staged(&options.reading);
        reading::stage_rejects(app, &options.reading, &records, &mut staged)?;
        reading::commit(app, staged, written)
    })?;
    if let Some(name) = &options.missing {
        let models = missing::models(Some(&name[..]).filter(|name| !name.is_empty()), &opened.written)?;
        missing::tell(app, options, &models, opened, &model, &Places(&records))?;
        return Ok(Exit::Done);
    }
    let asked = options.asked();
    let (question, asks_open) = match asked_fact {
        Some(asked) => (asked.fact.clone(), asked.open),
        None => {
            let clue = find_clue(asked, &model).ok_or_else(|| {
                let unknown = Diagnostic::unplaced(&catalogue::UNKNOWN_CLUE_ID).arg("id", asked);
                Failure::Found(Exit::No, vec![unknown])
            })?;
            (clue, false)
        }
    };
    let case = Case { opened, model: &model, places: &Places(&records), question: &question };
    match asks_open {
        true => case.answer_open(app, options),
        false => case.answer(app, options),
    }
}

/// A question about a model.
struct Case<'c> {
    opened: &'c Opened,
    model: &'c Model<'c>,
    places: &'c Places<'c>,
    question: &'c Question,
}

impl Case<'_> {
    /// Why the fact holds, why it is open, or why it does not hold.
    fn answer(&self, app: &mut App, options: &WhyOptions) -> Result<Exit, Failure> {
        let limits = Limits { all: options.all, depth: options.depth, answers: options.limit };
        let (model, question) = (self.model, self.question);
        let derivation = proof::explain(model, self.places, question, &limits);
        if derivation.answers.is_empty() && !derivation.more {
            // Whether something is open decides what is said, whatever the limit.
            let open = open_tuples(model, &self.opened.written, question, options.limit.max(1));
            self.refuse(app, options, &open)?;
            return Ok(Exit::No);
        }
        match options.format {
            Format::Json => {
                let proof = with_clues(prose::json(&derivation, model, &app.files), &derivation, model);
                write_json(app, &proof)?;
            }
            Format::Text => {
                let text = prose::text(&derivation, model, &app.files, app.lang, WIDTH);
                write!(app.out, "{}{text}", clue_lines(&derivation, model, app.lang))?;
            }
        }
        Ok(Exit::Done)
    }

    /// Why the fact is open; of one that is not, what it is instead.
    fn answer_open(&self, app: &mut App, options: &WhyOptions) -> Result<Exit, Failure> {
        let open = open_tuples(self.model, &self.opened.written, self.question, options.limit);
        if !open.is_empty() {
            self.refuse(app, options, &open)?;
            return Ok(Exit::Done);
        }
        if options.format == Format::Text {
            let text = Text { en: "{fact} is not open.", zh: "{fact} 并无待查事项。" };
            let fact = prose::pattern(self.question.relation, &self.question.args, self.model.program);
            let mut out = String::new();
            prose::wrap(&mut out, &prose::fill(text, app.lang, &[("fact", &fact)]), WIDTH, "", "  ");
            writeln!(app.out, "{out}")?;
        }
        self.answer(app, options)?;
        Ok(Exit::No)
    }

    /// Says that the fact does not hold: what is open about it, otherwise what fails; of a clue by the elements of its model.
    fn refuse(&self, app: &mut App, options: &WhyOptions, open: &[OpenTuple]) -> Result<(), Failure> {
        let (model, question, written) = (self.model, self.question, &self.opened.written);
        let reach = Reach { depth: options.depth.unwrap_or(Reach::default().depth), near: options.near };
        let lacking = proof::lacking(model, written, question, &reach);
        let elements = lacking.first().map(|asked| proof::elements(model, written, question, &asked.why_not));
        let elements = elements.unwrap_or_default();
        let telling = Telling { model, locators: self.places, files: &app.files, lang: app.lang, width: WIDTH };
        if options.format == Format::Json {
            let mut json = prose::lacking_json(&lacking, &telling);
            json["outcome"] = prose::outcome_name(open.iter().map(|open| open.kind)).into();
            json["open"] = open.iter().map(|open| prose::open_json(open, model, &app.files)).collect::<Vec<_>>().into();
            json["elements"] = prose::elements_json(&elements, written, &telling);
            return write_json(app, &json);
        }
        let elements = prose::elements_text(&elements, written, &telling);
        if open.is_empty() {
            return Ok(app.out.write_all(prose::lacking_text(&lacking, &elements, &telling).as_bytes())?);
        }
        let mut parts = open.iter().map(|open| prose::open_text(open, &telling)).collect::<Vec<_>>();
        parts.extend(Some(elements).filter(|text| !text.is_empty()));
        Ok(app.out.write_all(parts.join("\n").as_bytes())?)
    }
}

fn write_json(app: &mut App, value: &serde_json::Value) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut app.out, value).map_err(io::Error::from)?;
    Ok(writeln!(app.out)?)
}

/// The clue with this id, as a question.
fn find_clue(id: &str, model: &Model<'_>) -> Option<Question> {
    let program = model.program;
    let mut clues = program.relation_ids().filter(|relation| is_clue(program.relation(*relation)));
    clues.find_map(|relation| {
        let mut rows = model.facts_in_order(relation).map(|fact| model.decode(relation, &fact));
        let args = rows.find(|args| clue_id(relation, args, program) == id && clue(model, relation, args).is_some())?;
        Some(Question { relation, args: args.into_iter().map(Some).collect() })
    })
}

/// Adds id and grade to the facts that are clues.
fn with_clues(mut json: serde_json::Value, derivation: &Derivation, model: &Model<'_>) -> serde_json::Value {
    for (number, node) in derivation.nodes.iter().enumerate() {
        if let Some(Clue { id, grade }) = clue_at(node, model) {
            json["nodes"][number]["clue"] = json!({"id": id, "grade": grade.name()});
        }
    }
    json
}

fn clue_at(node: &Node, model: &Model<'_>) -> Option<Clue> {
    match node {
        Node::Fact { relation, args, .. } => clue(model, *relation, args),
        _ => None,
    }
}

/// The ids of the answers that are clues, one a line, with the facts unless there is one answer only.
fn clue_lines(derivation: &Derivation, model: &Model<'_>, lang: Lang) -> String {
    let text = match derivation.answers.len() {
        1 => Text { en: "clue {id}, grade {grade}", zh: "线索 {id}（{grade} 级）" },
        _ => Text { en: "clue {id}, grade {grade}: {fact}", zh: "线索 {id}（{grade} 级）：{fact}" },
    };
    let mut lines = Vec::new();
    for answer in &derivation.answers {
        let node = &derivation.nodes[*answer];
        let (Some(Clue { id, grade }), Node::Fact { relation, args, .. }) = (clue_at(node, model), node) else {
            continue;
        };
        let fact = prose::fact(*relation, args, model.program);
        lines.push(prose::fill(text, lang, &[("id", &id), ("grade", grade.name()), ("fact", &fact)]));
    }
    // With --all a fact has several answers.
    lines.dedup();
    let mut out = String::new();
    lines.iter().for_each(|line| prose::wrap(&mut out, line, WIDTH, "", "  "));
    let unverified = if lines.is_empty() { Vec::new() } else { unverified(derivation, model.program, lang) };
    if !unverified.is_empty() {
        let text = Text {
            en: "rests on norms that nobody compared with their source: {norms}",
            zh: "所依据的规范有条文未经核对：{norms}",
        };
        let norms = unverified.join(Text { en: "; ", zh: "；" }.get(lang));
        prose::wrap(&mut out, &prose::fill(text, lang, &[("norms", &norms)]), WIDTH, "", "  ");
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}
