//! Writing tables of records.

use std::fmt::Arguments;
use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::Path;

/// A text file under construction, one record a line.
pub struct Table(BufWriter<File>);

impl Table {
    /// A tab-separated file `NAME.facts` without a header.
    ///
    /// # Errors
    /// The file cannot be created.
    pub fn facts(folder: &Path, name: &str) -> Result<Self> {
        Self::create(folder, &format!("{name}.facts"))
    }

    /// A comma-separated file `NAME.csv` that begins with its column names.
    ///
    /// # Errors
    /// The file cannot be created or written.
    pub fn csv(folder: &Path, name: &str, header: &str) -> Result<Self> {
        let mut table = Self::create(folder, &format!("{name}.csv"))?;
        table.row(format_args!("{header}"))?;
        Ok(table)
    }

    /// Appends one line.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn row(&mut self, cells: Arguments) -> Result<()> {
        self.0.write_fmt(cells)?;
        self.0.write_all(b"\n")
    }

    /// Writes what is still buffered.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn finish(mut self) -> Result<()> {
        self.0.flush()
    }

    fn create(folder: &Path, file: &str) -> Result<Self> {
        Ok(Self(BufWriter::with_capacity(1 << 20, File::create(folder.join(file))?)))
    }
}
