//! What cells give.

use std::ops::ControlFlow;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Xlsx};
use sources::{RowUnit, SourceTable};

use super::*;

#[test]
fn each_kind_of_cell() {
    let bytes = workbook(|sheet| {
        let header = ["no", "id", "price", "day", "at", "sold", "time", "sum"];
        sheet.write_row(0, 0, header).unwrap();
        sheet.write_number(1, 0, 7).unwrap();
        sheet.write_string(1, 1, "110101199003070011").unwrap();
        sheet.write_number(1, 2, 1234.56).unwrap();
        let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
        sheet.write_datetime_with_format(1, 3, ExcelDateTime::from_ymd(2023, 5, 1).unwrap(), &day).unwrap();
        let at = ExcelDateTime::from_ymd(2023, 5, 1).unwrap().and_hms(13, 45, 0).unwrap();
        sheet.write_datetime_with_format(1, 4, at, &Format::new().set_num_format("yyyy-mm-dd hh:mm:ss")).unwrap();
        sheet.write_boolean(1, 5, true).unwrap();
        sheet.write_number_with_format(1, 6, 1.5625, &Format::new().set_num_format("[h]:mm:ss")).unwrap();
        sheet.write_formula(1, 7, Formula::new("=0.1+0.2").set_result("0.30000000000000004")).unwrap();
        sheet.write_string(2, 0, "007").unwrap();
        sheet.write_number(2, 1, 110_101_199_003_070_011_i64 as f64).unwrap();
        sheet.write_formula(2, 2, Formula::new("=VLOOKUP(A3,Z:Z,1)").set_result("#N/A")).unwrap();
        sheet.write_formula(2, 7, Formula::new("=A3&\"号\"").set_result("007号")).unwrap();
    });
    let mut opened = open(&bytes);
    assert_eq!(opened.columns(), ["no", "id", "price", "day", "at", "sold", "time", "sum"]);
    assert_eq!(opened.unit(), RowUnit::SheetRow("Sheet1".to_owned()));
    let first =
        ["i7", "110101199003070011", "f1234.56", "2023-05-01", "2023-05-01 13:45:00", "true", "37:30:00", "f0.3"];
    let second = ["007", "LostDigits 110101199003070020", "Formula #N/A", "", "", "", "", "007号"];
    let found = rows(&mut opened);
    assert_eq!(found[0], row(2, &first));
    // The nearest double to that number, which is what the file holds.
    let mut second = second.map(str::to_owned);
    second[1] = format!("LostDigits {}", 110_101_199_003_070_011_i64 as f64);
    assert_eq!(found[1..], [(3, second.to_vec())]);
}

#[test]
fn rows_have_the_numbers_of_the_spreadsheet_and_gaps_are_rows() {
    let bytes = workbook(|sheet| {
        sheet.write_string(1, 2, "b").unwrap();
        sheet.write_string(3, 2, "x").unwrap();
        sheet.write_string(5, 3, "beside").unwrap();
    });
    let mut opened = Workbook::open(file(&bytes), &sheet(None, (2, 2))).unwrap();
    assert_eq!(opened.columns(), ["", "", "b"]);
    let found = rows_of(&mut opened, &[2, 0]);
    assert_eq!(found, [row(3, &["", ""]), row(4, &["x", ""]), row(5, &["", ""]), row(6, &["", ""])]);
    // A second time the same.
    assert_eq!(rows_of(&mut opened, &[2, 0]), found);
    assert_eq!(rows_of(&mut opened, &[]).len(), 4);
}

#[test]
fn reading_ends_when_nobody_wants_more() {
    let bytes = workbook(|sheet| {
        for row in 0..10 {
            sheet.write_number(row, 0, row).unwrap();
        }
    });
    let mut taken = 0;
    let read = open(&bytes).read(&[0], &mut |_, _| {
        taken += 1;
        if taken == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(read.is_ok());
    assert_eq!(taken, 3);
}

#[test]
fn sheets_are_found_by_name() {
    let mut workbook = Xlsx::new();
    for name in ["2022", "2023 "] {
        workbook.add_worksheet().set_name(name).unwrap().write_string(0, 0, name).unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let opened = Workbook::open(file(&bytes), &sheet(Some("2023 "), (1, 1))).unwrap();
    assert_eq!(opened.columns(), ["2023"]);
    assert_eq!(Workbook::sheets(file(&bytes)).unwrap(), ["2022", "2023 "]);
    let several = "SY0465 the workbook `{file}` has several sheets, and none of them is named | \
                   name it: `sheet=\"..\"`; the workbook has `2022`, `2023 `";
    assert_eq!(told(&bytes, None), several);
    let unknown = "SY0464 the workbook `{file}` has no sheet `2023` | name one of its sheets: `2022`, `2023 `";
    assert_eq!(told(&bytes, Some("2023")), unknown);
}

#[test]
fn an_empty_sheet_has_neither_columns_nor_rows() {
    let mut opened = open(&workbook(|_| {}));
    assert!(opened.columns().is_empty());
    assert!(rows(&mut opened).is_empty());
}

/// Written by other programs: xlwt, with a title merged above the header and one number for two rows; odfpy.
#[test]
fn older_and_other_forms() {
    let old = include_bytes!("files/old.xls");
    let mut opened = Workbook::open(file(old), &sheet(None, (2, 2))).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(opened.columns(), ["编号", "承租人证件", "起租日", "年租金", "备注"]);
    let lost = format!("LostDigits {}", 110_101_199_003_070_011_i64 as f64);
    let first = row(3, &["L-1", "110101199003070011", "2021-03-01", "f1200.5", "甲，乙"]);
    let second = row(4, &["L-2", "11010119900307003X", "2020-02-29", "f0.07", ""]);
    let found = rows(&mut opened);
    assert_eq!(found[..2], [first, second]);
    assert_eq!(found[2].1[1], lost);
    assert_eq!(
        found[3..],
        [row(6, &["L-4", "a", "2024-12-31", "i1", ""]), row(7, &["L-4", "b", "2024-12-31", "i2", ""])]
    );

    let mut opened = open(include_bytes!("files/open.ods"));
    assert_eq!(opened.columns(), ["编号", "承租人证件", "起租日", "年租金", "备注"]);
    let found = rows(&mut opened);
    let first = row(2, &["L-1", "110101199003070011", "2021-03-01", "f1200.5", "甲，乙"]);
    let second = row(3, &["L-2", "11010119900307003X", "2020-02-29", "f0.07", ""]);
    assert_eq!(found[..2], [first, second]);
    assert_eq!(found[2].1[1..3], [lost, "1899-12-31".to_owned()]);
}
