//! The text of a source: found, measured, unpacked, and recognised as text.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use diagnostics::{Diagnostic, Text, catalogue};
use encoding_rs_io::DecodeReaderBytesBuilder;
use program::checked::{Encoding, Input, RecordSource};

use super::magic;
use super::unpack::{Damage, unpacked};
use crate::digest::{Digesting, Hashing};

/// Where texts come from.
pub(crate) struct Texts<'a> {
    stdin: &'a mut dyn Read,
    /// How many directives read standard input.
    stdin_readers: usize,
    /// What standard input held, kept where several directives read it.
    stdin_text: Option<Vec<u8>>,
    bytes_max: u64,
}

/// A text still to be read.
pub(crate) struct Opened<'a> {
    /// Its first bytes, byte order marks left out.
    pub(crate) head: Vec<u8>,
    /// The others.
    pub(crate) rest: Box<dyn Read + 'a>,
    /// How many the others may be.
    pub(crate) bytes_max: u64,
}

impl<'a> Texts<'a> {
    /// Texts may have `bytes_max` bytes.
    pub(crate) fn new(stdin: &'a mut dyn Read, inputs: &[Input], bytes_max: u64) -> Self {
        let stdin_readers = inputs.iter().filter(|input| input.source == RecordSource::Stdin).count();
        Self { stdin, stdin_readers, stdin_text: None, bytes_max }
    }

    /// The text of a file, or of standard input where there is none. What is read of a file is digested if that is wanted.
    pub(crate) fn open<'o>(
        &'o mut self,
        path: Option<&Path>,
        encoding: Encoding,
        digest: Option<&'o Hashing>,
    ) -> Result<Opened<'o>, Failure> {
        let bytes: Box<dyn Read> = match (path, digest) {
            (Some(path), Some(digest)) => Box::new(Digesting::new(open_file(path, self.bytes_max)?, digest)),
            (Some(path), None) => Box::new(open_file(path, self.bytes_max)?),
            (None, _) if self.stdin_readers < 2 => Box::new(&mut *self.stdin),
            (None, _) => {
                if self.stdin_text.is_none() {
                    let mut text = Vec::new();
                    (&mut *self.stdin).take(self.bytes_max.saturating_add(1)).read_to_end(&mut text)?;
                    self.stdin_text = Some(text);
                }
                Box::new(self.stdin_text.as_deref().unwrap_or_default())
            }
        };
        Opened::begin(decoded(unpacked(bytes)?, encoding), self.bytes_max)
    }
}

/// Text as UTF-8. What is no text of its encoding becomes U+FFFD.
fn decoded<'a>(bytes: Box<dyn Read + 'a>, encoding: Encoding) -> Box<dyn Read + 'a> {
    let encoding = match encoding {
        Encoding::Utf8 => return bytes,
        Encoding::Gb18030 => encoding_rs::GB18030,
        Encoding::Utf16 => encoding_rs::UTF_16LE,
    };
    let is_marked = encoding == encoding_rs::UTF_16LE;
    let mut decoder = DecodeReaderBytesBuilder::new();
    Box::new(decoder.encoding(Some(encoding)).bom_override(is_marked).bom_sniffing(is_marked).build(bytes))
}

impl<'a> Opened<'a> {
    /// Passes over byte order marks: a text put together from several may begin with several.
    fn begin(mut rest: Box<dyn Read + 'a>, bytes_max: u64) -> Result<Self, Failure> {
        let mark = b"\xef\xbb\xbf";
        let (mut head, mut bytes_read) = (Vec::new(), 0);
        loop {
            bytes_read += (&mut rest).take((MAGIC_MAX - head.len()) as u64).read_to_end(&mut head)? as u64;
            if !head.starts_with(mark) {
                break;
            }
            head.drain(..mark.len());
        }
        let bytes_max = bytes_max.checked_sub(bytes_read).ok_or(Failure::TooLarge)?;
        match foreign_format(&head) {
            Some(foreign) => Err(Failure::Foreign(Box::new(foreign))),
            None => Ok(Self { head, rest, bytes_max }),
        }
    }
}

/// Why a source cannot be read.
pub(crate) enum Failure {
    Io(io::Error),
    TooLarge,
    Foreign(Box<Diagnostic>),
    /// No file fits a pattern.
    NothingFits(Box<Diagnostic>),
    /// A table cannot be read: source and relation are still to be named.
    Table(Box<Diagnostic>),
    /// So it is, and another try may succeed.
    Lost(Box<Diagnostic>),
    /// What is said about it is complete.
    Told(Box<Diagnostic>),
}

impl From<Box<Diagnostic>> for Failure {
    fn from(told: Box<Diagnostic>) -> Self {
        Self::Told(told)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Failure {
    /// Whether it is only that there is no such file.
    pub(crate) fn is_missing_file(&self) -> bool {
        match self {
            Self::Io(error) => is_missing(error),
            Self::NothingFits(_) => true,
            _ => false,
        }
    }

    /// What is said about it; the file may have `limit` bytes.
    pub(crate) fn diagnostic(self, input: &Input, relation: &str, file: &str, limit: u64) -> Diagnostic {
        let mut diagnostic = match self {
            Self::Told(told) => return *told,
            Self::TooLarge => Diagnostic::unplaced(&catalogue::FILE_TOO_LARGE).arg("limit", limit),
            Self::Foreign(told) | Self::NothingFits(told) | Self::Table(told) | Self::Lost(told) => *told,
            Self::Io(error) if is_missing(&error) => Diagnostic::unplaced(&catalogue::MISSING_FILE),
            Self::Io(error) if let Some(damage) = Damage::of(&error) => damaged(damage),
            Self::Io(error) => with_reason(Diagnostic::unplaced(&catalogue::UNREADABLE_FILE), &error),
        };
        diagnostic.span = Some(input.span);
        diagnostic.arg("file", file).arg("relation", relation)
    }
}

/// What is said about a packed file; it is still to be named.
pub(crate) fn damaged(damage: Damage) -> Diagnostic {
    let reason = match damage {
        Damage::Cut => Text { en: "it ends too early", zh: "文件过早结束" },
        Damage::Bytes => Text { en: "its bytes are not those that were packed", zh: "内容与压缩时不一致" },
    };
    Diagnostic::unplaced(&catalogue::DAMAGED_PACKED).words("reason", reason)
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

/// A file of at most so many bytes.
pub(crate) fn open_file(path: &Path, bytes_max: u64) -> Result<File, Failure> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(Failure::Io(ErrorKind::IsADirectory.into()));
    }
    // Not trusted further: pipes have no length, and files grow.
    if metadata.len() > bytes_max { Err(Failure::TooLarge) } else { Ok(file) }
}

/// By how many bytes a format is recognised.
const MAGIC_MAX: usize = 16;

/// Recognises by their first bytes the formats that are handed in for text most often.
fn foreign_format(bytes: &[u8]) -> Option<Diagnostic> {
    const SAVE_AS_UTF8: Text = Text {
        en: "write `encoding=\"utf-16\"`, or save it again and choose UTF-8",
        zh: "请写 `encoding=\"utf-16\"`，或另存为 UTF-8",
    };
    const SAVE_SHEET: Text = Text {
        en: "read the sheet with `IO=excel`, or save it as CSV UTF-8",
        zh: "请用 `IO=excel` 读取工作表，或另存为“CSV UTF-8”",
    };
    const PARQUET: Text = Text { en: "read it with `IO=parquet`", zh: "请用 `IO=parquet` 读取" };
    const UNPACK: Text =
        Text { en: "it is packed twice, unpack it once", zh: "该文件压缩了两次，请先解压一次" };
    const DATABASE: Text = Text {
        en: "export the table as CSV, or read the database with `IO=sqlite`",
        zh: "请把表导出为 CSV，或用 `IO=sqlite` 读取该数据库",
    };
    const UTF16: Text = Text { en: "text in UTF-16", zh: " UTF-16 编码的文本" };
    let formats: [(&[u8], Text, Text); 7] = [
        (b"\xff\xfe", UTF16, SAVE_AS_UTF8),
        (b"\xfe\xff", UTF16, SAVE_AS_UTF8),
        (magic::GZIP, Text { en: "a gzip file", zh: " gzip 压缩文件" }, UNPACK),
        (magic::SQLITE, Text { en: "an SQLite database", zh: " SQLite 数据库" }, DATABASE),
        (magic::PARQUET, Text { en: "a Parquet file", zh: " Parquet 文件" }, PARQUET),
        (magic::ZIP, Text { en: "an Excel workbook or a ZIP file", zh: " Excel 工作簿或 ZIP 压缩文件" }, SAVE_SHEET),
        (magic::OLE, Text { en: "an old Excel or Word file", zh: "旧式 Excel 或 Word 文件" }, SAVE_SHEET),
    ];
    let (_, kind, advice) = formats.into_iter().find(|(magic, _, _)| bytes.starts_with(magic))?;
    Some(Diagnostic::unplaced(&catalogue::NOT_PLAIN_TEXT).words("kind", kind).words("advice", advice))
}
