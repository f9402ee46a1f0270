//! `syllogist verify DIR`

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use diagnostics::{Diagnostic, Lang, Text, catalogue};
use ledger::{Broken, Digest, Fault, Malformed, PublicKey, Signature, Trusted, Verified};

use crate::app::App;
use crate::exit::{Exit, Failure};
use crate::keys::{not_valid, read_key};
use crate::text_file::shown_path;

/// Options of `verify`.
#[derive(Debug, Args)]
pub struct VerifyOptions {
    /// The folder of the sealed run.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The digest that the run has to have.
    #[arg(long, value_name = "HEX")]
    root: Option<String>,
    /// Keys with which the run has to be signed.
    #[arg(long = "key", value_name = "FILE")]
    keys: Vec<PathBuf>,
}

/// `syllogist verify --help`
pub const HELP: Text = Text {
    en: "\
Verifies a sealed run: that nothing was changed, and that every clue follows.

Usage: syllogist verify DIR [options]

  DIR               a folder that `syllogist run --seal DIR` made

No records are needed, and the evaluator has no part in it: files are compared
with their digests, and every step of every proof is matched with its rule.

Options:
      --root HEX    the digest of the run, as it was printed or written down
                    when the run was sealed
      --key FILE    a public key with which the run has to be signed; may be
                    repeated
      --lang zh|en  language
  -h, --help        this help",
    zh: "\
核验封存的运行：内容未被改动，且每条线索都推得出来。

用法：syllogist verify DIR [选项]

  DIR               由 `syllogist run --seal DIR` 生成的目录

核验无需原始记录，也不经过求值器：逐一比对文件摘要，并将推导的每一步与其规则
对照。

选项：
      --root HEX    运行的摘要，即封存时显示或另行记下的摘要
      --key FILE    公钥，运行须经其签署；可重复
      --lang zh|en  语言
  -h, --help        显示本帮助",
};

/// Verifies a bundle, and says what was looked at and what was taken as told.
pub fn verify(app: &mut App, options: &VerifyOptions) -> Result<Exit, Failure> {
    let root = options.root.as_deref().map(|text| {
        let none = || Failure::usage(Diagnostic::unplaced(&catalogue::BAD_ROOT).arg("text", text));
        Digest::parse(text).ok_or_else(none)
    });
    let root = root.transpose()?;
    let keys = options.keys.iter().map(|file| read_key(file, PublicKey::read, app.lang)).collect::<Result<_, _>>()?;
    let trusted = Trusted { root, keys };
    match ledger::verify(&options.folder, &trusted) {
        Ok(verified) => {
            let text = told(&verified, &shown_path(&options.folder), trusted.root.is_some(), app.lang);
            app.out.write_all(text.as_bytes())?;
            Ok(Exit::Done)
        }
        Err(broken) => Err(refused(&broken, app.lang)),
    }
}

/// Why a bundle does not verify, as an answer.
pub fn refused(broken: &Broken, lang: Lang) -> Failure {
    Failure::Found(Exit::No, vec![diagnostic(broken, lang)])
}

fn told(verified: &Verified, folder: &str, is_known: bool, lang: Lang) -> String {
    let Verified { manifest, root, signatures, clues, steps, notes } = verified;
    let read = manifest.sources.iter().map(|source| source.rows.read).sum::<u64>();
    let rejected = manifest.sources.iter().map(|source| source.rows.rejected).sum::<u64>();
    let text = Text {
        en: "\
{folder}: consistent
  run      {root}
  program  {program} (engine {engine})
  sources  {sources}, {read} rows read, {rejected} rejected
  clues    {clues}, all proved in {steps} steps
",
        zh: "\
{folder}：前后一致
  运行  {root}
  程序  {program}（引擎 {engine}）
  来源  {sources} 个，读取 {read} 行，拒收 {rejected} 行
  线索  {clues} 条，全部得到证明，共 {steps} 步
",
    };
    let values = [
        ("folder", folder.to_owned()),
        ("root", root.hex().to_owned()),
        ("program", prose::safe(&manifest.rules[0])),
        ("engine", prose::safe(&manifest.engine)),
        ("sources", manifest.sources.len().to_string()),
        ("read", read.to_string()),
        ("rejected", rejected.to_string()),
        ("clues", clues.len().to_string()),
        ("steps", steps.to_string()),
    ];
    let mut told = prose::fill(text, lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    signatures.iter().for_each(|signature| told.push_str(&signed(signature, lang)));
    let is_signed = signatures.iter().any(|signature| signature.is_proven);
    let origin = match (is_known, is_signed) {
        (false, true) => Text { en: "", zh: "" },
        (true, _) => Text { en: "The run has the digest asked for.\n", zh: "运行的摘要与所给的一致。\n" },
        (false, false) => Text {
            en: "Origin not proven: compare the digest with the one printed when the run was\nsealed.\n",
            zh: "来源未经证明：请将摘要与封存时所显示的核对。\n",
        },
    };
    told.push_str(origin.get(lang));
    let records = Text {
        en: "Taken as told: that the evidence is what the records say, and all they say.\n",
        zh: "以所载为准：证据即记录的内容，且无遗漏。\n",
    };
    told.push_str(records.get(lang));
    for note in notes {
        let text = Text { en: "Taken as told: {note}.\n", zh: "以所载为准：{note}。\n" };
        told.push_str(&prose::fill(text, lang, &[("note", &prose::safe(note.get(lang)))]));
    }
    told
}

fn signed(signature: &Signature, lang: Lang) -> String {
    let Signature { key, name, on, is_proven } = signature;
    let text = match is_proven {
        true => Text { en: "  signed   by {name}, {on}, key {key}\n", zh: "  签署  {name}，{on}，密钥 {key}\n" },
        false => Text {
            en: "  signed   by {name}, {on}, key {key}: not given, not proven\n",
            zh: "  签署  据称 {name}，{on}，密钥 {key}：未提供，未经证明\n",
        },
    };
    let values = [("name", prose::safe(name)), ("on", on.to_string()), ("key", key.hex()[..16].to_owned())];
    prose::fill(text, lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

fn diagnostic(broken: &Broken, lang: Lang) -> Diagnostic {
    let Broken { file, fault } = broken;
    let of = |entry| Diagnostic::unplaced(entry).arg("file", file);
    match fault {
        Fault::Unreadable(reason) => of(&catalogue::SEALED_UNREADABLE).arg("reason", reason),
        Fault::Missing => of(&catalogue::SEALED_FILE_MISSING),
        Fault::Extra => of(&catalogue::SEALED_FILE_EXTRA),
        Fault::NoFile => of(&catalogue::SEALED_NO_FILE),
        Fault::Changed { sealed, found } => {
            of(&catalogue::SEALED_FILE_CHANGED).arg("sealed", sealed.hex()).arg("found", found.hex())
        }
        Fault::Malformed(line, malformed) => {
            of(&catalogue::SEALED_MALFORMED).arg("reason", reason(*line, malformed, lang))
        }
        Fault::Schema(schema) => Diagnostic::unplaced(&catalogue::SEALED_SCHEMA).arg("schema", schema),
        Fault::Algorithm(algorithm) => of(&catalogue::SEALED_ALGORITHM).arg("algorithm", algorithm),
        Fault::Field(field) => of(&catalogue::SEALED_FIELD).arg("field", field),
        Fault::Root { expected, found } => {
            let other = Diagnostic::unplaced(&catalogue::SEALED_ROOT);
            other.arg("expected", expected.hex()).arg("found", found.hex())
        }
        Fault::Rules(code) => Diagnostic::unplaced(&catalogue::SEALED_RULES).arg("code", code),
        Fault::Proof(rejected) => Diagnostic::unplaced(&catalogue::SEALED_PROOF).arg("reason", rejected.message(lang)),
        Fault::Signature(name) => of(&catalogue::SIGNATURE_BROKEN).arg("name", name),
        Fault::OtherRun { signed, root } => {
            of(&catalogue::SIGNATURE_OF_ANOTHER).arg("signed", signed.hex()).arg("root", root.hex())
        }
        Fault::NotValid(holder, on) => not_valid(holder, *on, lang),
        Fault::Unsigned(name, key) => {
            Diagnostic::unplaced(&catalogue::UNSIGNED).arg("name", name).arg("key", &key.hex()[..16])
        }
        Fault::Unproven(id) => Diagnostic::unplaced(&catalogue::SEALED_UNPROVEN).arg("id", id),
    }
}

/// Why a text, or a line of it, is no JSON of ours.
pub fn reason(line: Option<usize>, malformed: &Malformed, lang: Lang) -> String {
    let (text, what) = match malformed {
        Malformed::NoJson(reason) => (Text { en: "no JSON ({what})", zh: "不是 JSON（{what}）" }, reason.as_str()),
        Malformed::Repeated(key) => (Text { en: "the key `{what}` is repeated", zh: "键 `{what}` 重复" }, key.as_str()),
        Malformed::NotCanonical => (Text { en: "not canonical JSON", zh: "不是规范 JSON" }, ""),
    };
    let reason = prose::fill(text, lang, &[("what", what)]);
    let Some(line) = line else { return reason };
    let text = Text { en: "line {line}: {reason}", zh: "第 {line} 行：{reason}" };
    prose::fill(text, lang, &[("line", &line.to_string()), ("reason", &reason)])
}
