//! A workbook, and the cells of one of its sheets in their order.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

use calamine::{
    Data, DataType, Dimensions, Ods, OdsError, Range, Reader, SheetType, Xls, XlsError, Xlsb, Xlsx, XlsxError,
};
use diagnostics::{Diagnostic, catalogue};
use sources::TableError;
use zip::ZipArchive;

use crate::cell::Cell;
use crate::faults::{Broken, damaged, encrypted, step};
use crate::size;

type Bytes = BufReader<File>;

/// An open workbook.
pub(crate) enum Book {
    Xlsx(Box<Xlsx<Bytes>>),
    Xlsb(Box<Xlsb<Bytes>>),
    Xls(Box<Xls<Bytes>>),
    Ods(Box<Ods<Bytes>>),
}

/// With these bytes begins what Excel wrote until 2003, and what it encrypts.
const OLE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

impl Book {
    /// The workbook in a file, whatever it is called.
    ///
    /// # Errors
    /// Where it is none, or encrypted, damaged or too large.
    pub(crate) fn open(mut file: File) -> Result<Self, TableError> {
        let mut start = Vec::new();
        (&mut file).take(OLE.len() as u64).read_to_end(&mut start).map_err(damaged)?;
        file.seek(SeekFrom::Start(0)).map_err(damaged)?;
        if start == OLE {
            return old(BufReader::new(file));
        }
        if !start.starts_with(b"PK") {
            return Err(Diagnostic::unplaced(&catalogue::NO_WORKBOOK).into());
        }
        size::check(BufReader::new(&file))?;
        let mut archive = ZipArchive::new(BufReader::new(&file)).map_err(damaged)?;
        let mut has = |part| archive.by_name(part).is_ok();
        let (is_xlsb, is_ods) = (has("xl/workbook.bin"), has("content.xml"));
        let is_workbook = is_xlsb || is_ods || has("[Content_Types].xml");
        file.seek(SeekFrom::Start(0)).map_err(damaged)?;
        let bytes = BufReader::new(file);
        match (is_xlsb, is_ods) {
            _ if !is_workbook => Err(Diagnostic::unplaced(&catalogue::NO_WORKBOOK).into()),
            (true, _) => Ok(Self::Xlsb(Box::new(step(|| Xlsb::new(bytes))?))),
            (_, true) => match step(|| Ods::new(bytes)) {
                Err(Broken::Refused(OdsError::Password)) => Err(encrypted()),
                book => Ok(Self::Ods(Box::new(book?))),
            },
            _ => Ok(Self::Xlsx(Box::new(step(|| Xlsx::new(bytes))?))),
        }
    }

    /// The names of its sheets with cells, in its order.
    pub(crate) fn sheets(&self) -> Vec<String> {
        let sheets = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xlsb(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
        };
        sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).map(|sheet| sheet.name.clone()).collect()
    }

    /// The merged regions of a sheet. Of `.xlsb` and `.ods` they are not known.
    pub(crate) fn merged(&mut self, sheet: &str) -> Result<Vec<Dimensions>, TableError> {
        Ok(match self {
            Self::Xlsx(book) => step(|| book.merge_cells_by_sheet_name(sheet))?,
            Self::Xls(book) => step(|| book.merge_cells_by_sheet_name(sheet))?,
            Self::Xlsb(_) | Self::Ods(_) => Vec::new(),
        })
    }

    /// The cells of a sheet.
    pub(crate) fn cells(&mut self, sheet: &str) -> Result<Cells<'_>, TableError> {
        Ok(match self {
            Self::Xlsx(book) => {
                let mut cells = step(|| book.worksheet_cells_reader(sheet))?;
                Cells::new(move |wanted| {
                    let next = step(|| cells.next_cell())?;
                    Ok(next.map_or(Next::End, |cell| found(cell.get_position(), cell.get_value(), wanted)))
                })
            }
            Self::Xlsb(book) => {
                let mut cells = step(|| book.worksheet_cells_reader(sheet))?;
                Cells::new(move |wanted| {
                    let next = step(|| cells.next_cell())?;
                    Ok(next.map_or(Next::End, |cell| found(cell.get_position(), cell.get_value(), wanted)))
                })
            }
            Self::Xls(book) => Cells::whole(step(|| book.worksheet_range(sheet))?),
            Self::Ods(book) => Cells::whole(step(|| book.worksheet_range(sheet))?),
        })
    }
}

/// What lies in the older container: a workbook, or something encrypted.
fn old(mut bytes: Bytes) -> Result<Book, TableError> {
    if let Err(Broken::Refused(XlsxError::Password)) = step(|| Xlsx::new(&mut bytes)) {
        return Err(encrypted());
    }
    bytes.seek(SeekFrom::Start(0)).map_err(damaged)?;
    match step(|| Xls::new(bytes)) {
        Err(Broken::Refused(XlsError::Password)) => Err(encrypted()),
        book => Ok(Book::Xls(Box::new(book?))),
    }
}

/// Gives the cells of a sheet one by one, by rows, each row from left to right.
pub(crate) struct Cells<'b> {
    /// `None` behind the last cell: the reader is not to be asked again then.
    next: Option<Box<NextCell<'b>>>,
}

type NextCell<'b> = dyn FnMut(Wanted<'_>) -> Result<Next, TableError> + 'b;

/// Which columns are wanted.
type Wanted<'w> = &'w dyn Fn(u32) -> bool;

enum Next {
    Cell(Found),
    Empty,
    End,
}

/// A cell with a content, which is left out where nobody wants it: its row and its column, both from 0.
pub(crate) type Found = (u32, u32, Option<Cell>);

impl<'b> Cells<'b> {
    fn new(next: impl FnMut(Wanted<'_>) -> Result<Next, TableError> + 'b) -> Self {
        Self { next: Some(Box::new(next)) }
    }

    fn whole(range: Range<Data>) -> Self {
        let (row, column) = range.start().unwrap_or_default();
        let mut at = 0;
        Self::new(move |wanted| {
            let (down, right) = (at / range.width().max(1), at % range.width().max(1));
            at += 1;
            let Some(cell) = range.get((down, right)) else { return Ok(Next::End) };
            Ok(found((row + down as u32, column + right as u32), cell, wanted))
        })
    }

    /// The next cell with a content, which is read where its column is `wanted`.
    pub(crate) fn next(&mut self, wanted: Wanted<'_>) -> Result<Option<Found>, TableError> {
        while let Some(next) = &mut self.next {
            match next(wanted)? {
                Next::Cell(found) => return Ok(Some(found)),
                Next::Empty => {}
                Next::End => self.next = None,
            }
        }
        Ok(None)
    }
}

fn found((row, column): (u32, u32), cell: &impl DataType, wanted: Wanted<'_>) -> Next {
    if cell.is_empty() {
        return Next::Empty;
    }
    match wanted(column).then(|| Cell::read(cell)) {
        None => Next::Cell((row, column, None)),
        Some(None) => Next::Empty,
        Some(cell) => Next::Cell((row, column, cell)),
    }
}
