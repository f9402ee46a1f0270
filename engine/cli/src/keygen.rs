//! `syllogist keygen FILE --name NAME`

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use diagnostics::{Diagnostic, Text, catalogue};
use ledger::{Holder, SecretKey};
use values::Date;

use crate::app::App;
use crate::exit::{Exit, Failure};
use crate::keys::{day, validity};
use crate::text_file::shown_path;

/// Options of `keygen`.
#[derive(Debug, Args)]
pub struct KeygenOptions {
    /// Where the keys are written: `.secret.json` and `.public.json` are appended.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Who signs with it.
    #[arg(long, value_name = "NAME")]
    name: String,
    /// The first day on which it signs.
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<Date>,
    /// The last one.
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<Date>,
}

/// `syllogist keygen --help`
pub const HELP: Text = Text {
    en: "\
Makes the keys of somebody who signs sealed runs.

Usage: syllogist keygen FILE --name NAME [options]

  FILE              writes FILE.secret.json, which nobody else may see, and
                    FILE.public.json, for all who verify

Options:
      --name NAME   who signs with it, as signatures show it
      --from DATE   the first day on which the key holds: YYYY-MM-DD
      --until DATE  the last one
      --lang zh|en  language
  -h, --help        this help",
    zh: "\
为签署封存运行的人生成密钥。

用法：syllogist keygen FILE --name NAME [选项]

  FILE              写出 FILE.secret.json（私钥，不得示人）和
                    FILE.public.json（公钥，供他人核验）

选项：
      --name NAME   签署人，签名中显示
      --from DATE   密钥有效期的第一天：YYYY-MM-DD
      --until DATE  最后一天
      --lang zh|en  语言
  -h, --help        显示本帮助",
};

/// Writes a new pair of keys. What is there already stays.
pub fn keygen(app: &mut App, options: &KeygenOptions) -> Result<Exit, Failure> {
    let KeygenOptions { file, name, from, until } = options;
    let holder = Holder { name: name.trim().to_owned(), from: *from, until: *until };
    if holder.name.is_empty() {
        return Err(Failure::usage(Diagnostic::unplaced(&catalogue::MISSING_ARGUMENT).arg("what", "`--name NAME`")));
    }
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|error| io::Error::other(error.to_string()))?;
    let key = SecretKey::new(holder, &seed);
    let [secret, public] = ["secret", "public"].map(|kind| with_suffix(file, kind));
    if let Some(taken) = [&secret, &public].into_iter().find(|place| place.symlink_metadata().is_ok()) {
        return Err(taken_already(taken));
    }
    written(&secret, &key.text(), true)?;
    written(&public, &key.public().text(), false).inspect_err(|_| _ = fs::remove_file(&secret))?;
    let text = Text {
        en: "\
{public}: for all who verify
{secret}: keep it to yourself; whoever has it signs as {name}
  key    {id}
  holds  {valid}
",
        zh: "\
{public}：供他人核验
{secret}：请妥善保管，持有者即可以“{name}”之名签署
  密钥    {id}
  有效期  {valid}
",
    };
    let values = [
        ("public", shown_path(&public)),
        ("secret", shown_path(&secret)),
        ("name", prose::safe(&key.holder.name)),
        ("id", key.public().id().hex()[..16].to_owned()),
        ("valid", validity(&key.holder, app.lang)),
    ];
    let told = prose::fill(text, app.lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    app.out.write_all(told.as_bytes())?;
    Ok(Exit::Done)
}

fn with_suffix(file: &Path, kind: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{kind}.json"));
    name.into()
}

fn taken_already(file: &Path) -> Failure {
    Failure::usage(Diagnostic::unplaced(&catalogue::KEY_TAKEN).arg("file", file.display()))
}

/// Writes a file that is not there yet; a secret one for its owner alone.
fn written(file: &Path, text: &str, is_secret: bool) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if is_secret {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    let unwritable = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => taken_already(file),
        _ => Failure::wrong(
            Diagnostic::unplaced(&catalogue::UNWRITABLE_OUTPUT).arg("file", file.display()).arg("reason", error),
        ),
    };
    let mut open = options.open(file).map_err(unwritable)?;
    let done = open.write_all(text.as_bytes()).and_then(|()| open.sync_all());
    done.inspect_err(|_| _ = fs::remove_file(file)).map_err(unwritable)
}
