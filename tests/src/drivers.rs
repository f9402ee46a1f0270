//! What reads workbooks and Parquet files, as the command line has it; there are no servers.

use columnar::ParquetFile;
use diagnostics::{Diagnostic, catalogue};
use sources::{SourceTable, TableAt, TableError, Tables};
use workbooks::Workbook;

/// Tables of files.
#[derive(Debug)]
pub struct FileTables;

impl Tables for FileTables {
    fn open(&mut self, at: TableAt<'_>) -> Result<Box<dyn SourceTable + '_>, TableError> {
        match at {
            TableAt::Workbook { file, sheet } => Ok(Box::new(Workbook::open(file, sheet)?)),
            TableAt::Parquet(file) => Ok(Box::new(ParquetFile::open(file)?)),
            TableAt::Database { .. } => Err(Diagnostic::unplaced(&catalogue::NO_DRIVER).into()),
        }
    }
}
