//! Reading rule files and project files.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use diagnostics::{Lang, Text};

/// People write rules; what is longer than this was not written by one.
const BYTES_MAX: u64 = 64 << 20;

/// Why there is no text.
#[derive(Debug)]
pub enum TextError {
    /// There is no such file.
    Missing,
    /// It is a folder, forbidden, or otherwise not readable.
    Unreadable(io::Error),
    /// It has more than 64 MiB.
    TooLarge,
    /// The bytes of this line are no UTF-8.
    Encoding(usize),
}

/// The text of a file, a byte order mark left out.
pub fn read_text(path: &Path) -> Result<String, TextError> {
    let mut bytes = Vec::new();
    let opened = File::open(path).and_then(|file| match file.metadata()?.is_dir() {
        true => Err(ErrorKind::IsADirectory.into()),
        false => file.take(BYTES_MAX + 1).read_to_end(&mut bytes),
    });
    match opened {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Err(TextError::Missing);
        }
        Err(error) => return Err(TextError::Unreadable(error)),
        Ok(count) if count as u64 > BYTES_MAX => return Err(TextError::TooLarge),
        Ok(_) => {}
    }
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        TextError::Encoding(1 + good.iter().filter(|byte| **byte == b'\n').count())
    })
}

impl TextError {
    /// The reason in words.
    pub fn reason(&self, lang: Lang) -> String {
        let (text, detail) = match self {
            Self::Missing => (Text { en: "it does not exist", zh: "文件不存在" }, String::new()),
            Self::TooLarge => (Text { en: "it has more than 64 MiB", zh: "超过 64 MiB" }, String::new()),
            Self::Encoding(line) => {
                (Text { en: "line {detail} is not UTF-8", zh: "第 {detail} 行不是 UTF-8 编码" }, line.to_string())
            }
            Self::Unreadable(error) => match error.kind() {
                ErrorKind::PermissionDenied => (Text { en: "permission denied", zh: "没有权限" }, String::new()),
                ErrorKind::IsADirectory => (Text { en: "it is a folder", zh: "它是一个目录" }, String::new()),
                _ => (Text { en: "{detail}", zh: "{detail}" }, error.to_string()),
            },
        };
        prose::fill(text, lang, &[("detail", &detail)])
    }
}

/// `a/b/../c` as `a/c`: for showing only, since behind a symbolic link `..` leads elsewhere.
pub fn shown_path(path: &Path) -> String {
    let mut short = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(short.components().next_back(), Some(Component::Normal(_))) => {
                short.pop();
            }
            other => short.push(other),
        }
    }
    if short.as_os_str().is_empty() { ".".to_string() } else { short.display().to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_short() {
        for (path, shown) in [("a/b/../../c.dl", "c.dl"), ("../a/./b", "../a/b"), ("a/..", "."), ("/a/../b", "/b")] {
            assert_eq!(shown_path(Path::new(path)), shown);
        }
    }
}
