//! The text of a source: found, measured, read, and recognised as text.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::rc::Rc;

use diagnostics::{Diagnostic, Text, catalogue};
use program::checked::{Input, RecordSource};

/// Where texts come from.
pub(crate) struct Texts<'a> {
    folder: &'a Path,
    stdin: &'a mut dyn Read,
    /// What standard input held, kept for the next directive that reads it.
    stdin_text: Option<Rc<Vec<u8>>>,
    bytes_max: u64,
}

impl<'a> Texts<'a> {
    /// Files are looked up in `folder` and may have `bytes_max` bytes.
    pub(crate) fn new(folder: &'a Path, stdin: &'a mut dyn Read, bytes_max: u64) -> Self {
        Self { folder, stdin, stdin_text: None, bytes_max }
    }

    /// The name messages show: the path as it is opened.
    pub(crate) fn shown_name(&self, source: &RecordSource) -> String {
        match source {
            RecordSource::File(name) => self.folder.join(name).display().to_string(),
            RecordSource::Stdin => "stdin".to_owned(),
        }
    }

    /// The text of `input` without byte order marks; `None` where the file does not exist and `missing_is_empty`.
    pub(crate) fn text(
        &mut self,
        input: &Input,
        relation: &str,
        missing_is_empty: bool,
    ) -> Result<Option<Rc<Vec<u8>>>, Box<Diagnostic>> {
        let bytes = match &input.source {
            RecordSource::File(name) => match read_file(&self.folder.join(name), self.bytes_max) {
                Err(Failure::Io(error)) if missing_is_empty && is_missing(&error) => return Ok(None),
                bytes => bytes,
            },
            RecordSource::Stdin => self.read_stdin(),
        };
        let file = self.shown_name(&input.source);
        let placed = |mut diagnostic: Diagnostic| {
            diagnostic.span = Some(input.span);
            Box::new(diagnostic.arg("file", &file).arg("relation", relation))
        };
        let bytes = bytes.map_err(|failure| placed(failure.diagnostic(self.bytes_max)))?;
        match foreign_format(&bytes) {
            Some(foreign) => Err(placed(foreign)),
            None => Ok(Some(bytes)),
        }
    }

    fn read_stdin(&mut self) -> Result<Rc<Vec<u8>>, Failure> {
        if let Some(text) = &self.stdin_text {
            return Ok(text.clone());
        }
        let text = read_up_to(self.bytes_max, &mut *self.stdin)?;
        self.stdin_text = Some(text.clone());
        Ok(text)
    }
}

/// Why there is no text.
enum Failure {
    Io(io::Error),
    TooLarge,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Failure {
    fn diagnostic(self, bytes_max: u64) -> Diagnostic {
        match self {
            Self::TooLarge => Diagnostic::unplaced(&catalogue::FILE_TOO_LARGE).arg("limit", bytes_max),
            Self::Io(error) if is_missing(&error) => Diagnostic::unplaced(&catalogue::MISSING_FILE),
            Self::Io(error) => with_reason(Diagnostic::unplaced(&catalogue::UNREADABLE_FILE), &error),
        }
    }
}

/// A path through something that is no folder leads to no file either.
fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Fills `{reason}`.
pub(crate) fn with_reason(diagnostic: Diagnostic, error: &io::Error) -> Diagnostic {
    let words = match error.kind() {
        ErrorKind::PermissionDenied => Text { en: "permission denied", zh: "没有权限" },
        ErrorKind::IsADirectory => Text { en: "it is a folder", zh: "它是一个目录" },
        ErrorKind::NotADirectory => {
            Text { en: "a part of the path is not a folder", zh: "路径中有一部分不是目录" }
        }
        ErrorKind::StorageFull => Text { en: "no space is left", zh: "存储空间已满" },
        _ => return diagnostic.arg("reason", error),
    };
    diagnostic.words("reason", words)
}

fn read_file(path: &Path, bytes_max: u64) -> Result<Rc<Vec<u8>>, Failure> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(Failure::Io(ErrorKind::IsADirectory.into()));
    }
    if metadata.len() > bytes_max {
        return Err(Failure::TooLarge);
    }
    read_up_to(bytes_max, file)
}

/// Reads to the end, without trust in a length: pipes have none, and files grow.
fn read_up_to(bytes_max: u64, source: impl Read) -> Result<Rc<Vec<u8>>, Failure> {
    let mut bytes = Vec::new();
    source.take(bytes_max + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > bytes_max {
        return Err(Failure::TooLarge);
    }
    // A text put together from several may begin with several; the `csv` crate would pass over one more by itself.
    let mark = b"\xef\xbb\xbf".as_slice();
    let marks = bytes.chunks(mark.len()).take_while(|chunk| *chunk == mark).count();
    bytes.drain(..marks * mark.len());
    Ok(Rc::new(bytes))
}

/// Recognises by their first bytes the formats that are handed in for text most often.
fn foreign_format(bytes: &[u8]) -> Option<Diagnostic> {
    const SAVE_AS_UTF8: Text = Text {
        en: "save it again and choose UTF-8 (in Excel: CSV UTF-8)",
        zh: "请另存为 UTF-8（Excel 中选“CSV UTF-8”）",
    };
    const SAVE_SHEET: Text =
        Text { en: "open it and save the sheet as CSV UTF-8", zh: "请打开并把工作表另存为“CSV UTF-8”" };
    const UNPACK: Text =
        Text { en: "unpack it; gzip is not supported yet", zh: "请先解压；目前尚不支持 gzip" };
    const UTF16: Text = Text { en: "text in UTF-16", zh: " UTF-16 编码的文本" };
    let formats: [(&[u8], Text, Text); 5] = [
        (b"\xff\xfe", UTF16, SAVE_AS_UTF8),
        (b"\xfe\xff", UTF16, SAVE_AS_UTF8),
        (b"\x1f\x8b", Text { en: "a gzip file", zh: " gzip 压缩文件" }, UNPACK),
        (b"PK\x03\x04", Text { en: "an Excel workbook or a ZIP file", zh: " Excel 工作簿或 ZIP 压缩文件" }, SAVE_SHEET),
        (b"\xd0\xcf\x11\xe0", Text { en: "an old Excel or Word file", zh: "旧式 Excel 或 Word 文件" }, SAVE_SHEET),
    ];
    let (_, kind, advice) = formats.into_iter().find(|(magic, _, _)| bytes.starts_with(magic))?;
    Some(Diagnostic::unplaced(&catalogue::NOT_PLAIN_TEXT).words("kind", kind).words("advice", advice))
}
