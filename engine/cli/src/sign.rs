//! `syllogist sign DIR --key FILE --on DATE`

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use diagnostics::{Diagnostic, Text, catalogue};
use ledger::{SecretKey, Trusted};
use sources::Staged;
use values::Date;

use crate::app::App;
use crate::exit::{Exit, Failure};
use crate::keys::{day, not_valid, read_key};
use crate::reading::{commit, stage};
use crate::text_file::shown_path;
use crate::verify::refused;

/// Options of `sign`.
#[derive(Debug, Args)]
pub struct SignOptions {
    /// The folder of the sealed run.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The secret key.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// The day of the signature.
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Date,
}

/// `syllogist sign --help`
pub const HELP: Text = Text {
    en: "\
Signs a sealed run, after verifying it.

Usage: syllogist sign DIR --key FILE --on DATE [--lang zh|en]

  DIR               a folder that `syllogist run --seal DIR` made; several
                    people may sign it, each once

Options:
      --key FILE    the secret key, as `syllogist keygen` wrote it
      --on DATE     the day of the signature, YYYY-MM-DD: it is signed as well
      --lang zh|en  language
  -h, --help        this help",
    zh: "\
核验封存的运行后予以签署。

用法：syllogist sign DIR --key FILE --on DATE [--lang zh|en]

  DIR               由 `syllogist run --seal DIR` 生成的目录；可由数人各签署一次

选项：
      --key FILE    私钥，由 `syllogist keygen` 生成
      --on DATE     签署日期，YYYY-MM-DD，一并写入签名
      --lang zh|en  语言
  -h, --help        显示本帮助",
};

/// Adds a signature to a bundle that verifies.
pub fn sign(app: &mut App, options: &SignOptions) -> Result<Exit, Failure> {
    let SignOptions { folder, key, on } = options;
    let key = read_key(key, SecretKey::read, app.lang)?;
    if !key.holder.holds_on(*on) {
        return Err(Failure::usage(not_valid(&key.holder, *on, app.lang)));
    }
    let verified = ledger::verify(folder, &Trusted::default()).map_err(|broken| refused(&broken, app.lang))?;
    let id = key.public().id();
    if let Some(made) = verified.signatures.iter().find(|signature| signature.key == id) {
        let already = Diagnostic::unplaced(&catalogue::SIGNED_ALREADY);
        return Err(Failure::usage(already.arg("name", &made.name).arg("on", made.on)));
    }
    let (name, text) = ledger::sign(&verified.root, &key, *on);
    let mut staged = Staged::new(".");
    stage(app, &mut staged, &folder.join(name), |out| out.write_all(text.as_bytes()))?;
    app.watcher.interrupt.write(|written| commit(app, staged, written))?;
    let text = Text {
        en: "{folder}: signed by {name}, {on}\n  run  {root}\n  key  {id}\n",
        zh: "{folder}：已由{name}于 {on} 签署\n  运行  {root}\n  密钥  {id}\n",
    };
    let values = [
        ("folder", shown_path(folder)),
        ("name", prose::safe(&key.holder.name)),
        ("on", on.to_string()),
        ("root", verified.root.hex().to_owned()),
        ("id", id.hex()[..16].to_owned()),
    ];
    let told = prose::fill(text, app.lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    app.out.write_all(told.as_bytes())?;
    Ok(Exit::Done)
}
