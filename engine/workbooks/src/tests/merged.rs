//! Merged cells, in headers and in records.

use rust_xlsxwriter::Format;
use sources::SourceTable;

use super::*;

#[test]
fn a_merged_cell_of_the_header_stands_above_all_its_columns() {
    let plain = Format::new();
    let bytes = workbook(|sheet| {
        sheet.merge_range(0, 0, 0, 3, "不动产交易 2023", &plain).unwrap();
        sheet.merge_range(1, 0, 2, 0, "案号", &plain).unwrap();
        sheet.merge_range(1, 1, 1, 2, "成交", &plain).unwrap();
        sheet.write_string(2, 1, "价格\n（万元）").unwrap();
        sheet.write_string(2, 2, "日期").unwrap();
        sheet.write_string(2, 3, "备注").unwrap();
        sheet.write_row(3, 0, ["a", "12", "2023-05-01", "x"]).unwrap();
    });
    let mut opened = Workbook::open(file(&bytes), &sheet(None, (2, 3))).unwrap();
    assert_eq!(opened.columns(), ["案号", "成交/价格 （万元）", "成交/日期", "备注"]);
    assert_eq!(rows(&mut opened), [row(4, &["a", "12", "2023-05-01", "x"])]);
}

#[test]
fn a_merged_cell_of_a_record_stands_in_every_row_and_column_it_covers() {
    let plain = Format::new();
    let bytes = workbook(|sheet| {
        sheet.write_row(0, 0, ["agency", "no", "from", "to"]).unwrap();
        sheet.merge_range(1, 0, 3, 0, "Land", &plain).unwrap();
        sheet.write_column(1, 1, ["a", "b"]).unwrap();
        sheet.merge_range(2, 2, 3, 3, "n", &plain).unwrap();
        sheet.write_row(4, 0, ["Court", "d"]).unwrap();
        sheet.merge_range(5, 0, 6, 0, "Tax", &plain).unwrap();
    });
    let mut opened = open(&bytes);
    let expected = [
        row(2, &["Land", "a", "", ""]),
        row(3, &["Land", "b", "n", "n"]),
        row(4, &["Land", "", "n", "n"]),
        row(5, &["Court", "d", "", ""]),
        row(6, &["Tax", "", "", ""]),
        row(7, &["Tax", "", "", ""]),
    ];
    assert_eq!(rows(&mut opened), expected);
    // Only the last of the columns that a region covers.
    let last = rows_of(&mut opened, &[3]).into_iter().map(|(_, cells)| cells.concat()).collect::<Vec<_>>();
    assert_eq!(last, ["", "n", "n", "", "", ""]);
}
