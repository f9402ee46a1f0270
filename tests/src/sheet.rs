//! Workbooks drawn as text.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// The bytes of a workbook with one sheet of this name, which `text` draws: a line for each row, `|` between cells.
///
/// A cell in quotes is a text, `2023-05-01` a day, other digits are a number, `#N/A` is a formula that failed; whatever else is a text. `<` belongs to the cell on its left,
/// `^` to the one above: they are merged. Blanks around cells are left out.
///
/// # Errors
/// Where merged cells are no rectangle.
pub fn workbook(name: &str, text: &str) -> Result<Vec<u8>, XlsxError> {
    let rows = text.lines().map(|line| line.split('|').map(str::trim).collect()).collect::<Vec<Vec<&str>>>();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    let at = |row: usize, column: usize| rows.get(row).and_then(|row| row.get(column)).copied().unwrap_or("");
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !["<", "^", ""].contains(cell)) {
            let right = (column + 1..).take_while(|right| at(row, *right) == "<").count();
            let down = (row + 1..).take_while(|down| at(*down, column) == "^").count();
            let (row, column) = (row as u32, column as u16);
            if right + down > 0 {
                sheet.merge_range(row, column, row + down as u32, column + right as u16, "", &Format::new())?;
            }
            write(sheet, row, column, cell)?;
        }
    }
    workbook.save_to_buffer()
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &str) -> Result<(), XlsxError> {
    if let Some(text) = cell.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        sheet.write_string(row, column, text)?;
    } else if let Some(day) = day(cell) {
        sheet.write_datetime_with_format(row, column, day?, &Format::new().set_num_format("yyyy-mm-dd"))?;
    } else if let Ok(number) = cell.parse::<f64>() {
        sheet.write_number(row, column, number)?;
    } else if cell.starts_with('#') {
        sheet.write_formula(row, column, rust_xlsxwriter::Formula::new("=NA()").set_result(cell))?;
    } else {
        sheet.write_string(row, column, cell)?;
    }
    Ok(())
}

fn day(cell: &str) -> Option<Result<ExcelDateTime, XlsxError>> {
    let mut parts = cell.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Some(ExcelDateTime::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}
