//! Tables that a driver reads.

use std::ops::ControlFlow;

use diagnostics::catalogue;
use program::checked::{DatabaseTable, Sheet};

use super::*;
use crate::{CellFault, Place, RowPlace, RowUnit, SourceTable, TableAt, TableCell, TableError, TakeRow};

/// A driver whose table breaks off a number of times, after so many rows.
struct Fake {
    breaks: u32,
    after: usize,
}

struct FakeTable {
    columns: Vec<String>,
    is_sheet: bool,
    breaks_after: Option<usize>,
}

const ROWS: [(i64, &str, [TableCell<'static>; 3]); 5] = [
    (4, "A, 1", [TableCell::Text("甲"), TableCell::Integer(7), TableCell::Text("2023/5/1")]),
    (5, "A, 2", [TableCell::Empty, TableCell::Empty, TableCell::Empty]),
    (6, "B, 1", [TableCell::Text("甲"), TableCell::Integer(7), TableCell::Text("2023-05-01")]),
    (9, "B, 2", [TableCell::Text("乙"), TableCell::Fault(CellFault::Formula, "#N/A"), TableCell::Empty]),
    (10, "B, 3", [TableCell::Text("丙"), TableCell::Integer(8), TableCell::Text("20230502")]),
];

impl Tables for Fake {
    fn open(&mut self, at: TableAt<'_>) -> Result<Box<dyn SourceTable + '_>, TableError> {
        let columns = ["no", "note", "who", "day"].map(str::to_owned).to_vec();
        let breaks_after = (self.breaks > 0).then_some(self.after);
        self.breaks = self.breaks.saturating_sub(1);
        Ok(Box::new(FakeTable { columns, is_sheet: matches!(at, TableAt::Workbook { .. }), breaks_after }))
    }
}

impl SourceTable for FakeTable {
    fn columns(&self) -> &[String] {
        &self.columns
    }

    fn unit(&self) -> RowUnit {
        if self.is_sheet { RowUnit::SheetRow("案件".to_owned()) } else { RowUnit::Key("land.deal".to_owned()) }
    }

    fn read(&mut self, wanted: &[usize], take: &mut TakeRow<'_>) -> Result<(), TableError> {
        assert_eq!(wanted, [2, 0, 3]);
        for (at, (number, key, cells)) in ROWS.iter().enumerate() {
            if self.breaks_after == Some(at) {
                return Err(TableError::Lost(Box::new(Diagnostic::unplaced(&catalogue::NO_DRIVER))));
            }
            let place = if self.is_sheet { RowPlace::Number(*number) } else { RowPlace::Key(key) };
            if let ControlFlow::Break(()) = take(place, cells) {
                break;
            }
        }
        Ok(())
    }
}

fn case(format: InputFormat, source: RecordSource, breaks: u32) -> Case {
    let mut case = Case::new("who:symbol no:number day:date").input(|input| {
        (input.format, input.source, input.columns) = (format, source, named(&["who", "no", "day"]));
        let date = program::checked::Conversion::named("date").unwrap();
        input.conversions = BTreeMap::from([(2, vec![date])]);
    });
    case.tables = Box::new(Fake { breaks, after: 3 });
    case.file("r.xlsx", "any bytes").collecting()
}

fn sheet() -> InputFormat {
    InputFormat::Workbook(Sheet { name: None, header: (3, 3) })
}

fn table() -> (InputFormat, RecordSource) {
    let table = DatabaseTable { name: vec!["land".to_owned(), "deal".to_owned()], filter: Vec::new() };
    (InputFormat::Database(table), RecordSource::Connection("registry".to_owned()))
}

#[test]
fn rows_of_a_sheet() {
    let mut case = case(sheet(), file("r.xlsx"), 0);
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["甲", "7", "2023-05-01"], ["丙", "8", "2023-05-02"]]);
    assert_eq!(account(&records.sources[0]), [5, 2, 1, 1, 1]);
    let place = |row| records.sources[0].place(row);
    let row = |row| Place::SheetRow { sheet: "案件".to_owned(), row };
    assert_eq!([place(1), place(3), place(4), place(5)], [row(4), row(6), row(9), row(10)]);
    let message = records.rejects[0].diagnostic.message(Lang::Zh);
    assert!(message.ends_with("工作表 `案件` 第 9 行，列 `no`：公式出错，结果为 `#N/A`"), "{message}");
}

#[test]
fn rows_of_a_database_have_keys_and_an_empty_row_is_no_blank_one() {
    let (format, source) = table();
    let mut case = case(format, source, 0);
    let records = case.load();
    assert_eq!(account(&records.sources[0]), [5, 2, 1, 0, 2]);
    let key = Place::Key { table: "land.deal".to_owned(), key: "B, 3".to_owned(), row: 5 };
    assert_eq!(records.sources[0].place(5), key);
    assert!(records.rejects[0].diagnostic.message(Lang::En).contains("table `land.deal`, key A, 2"));
    assert!(records.sources[0].digest.is_some());
}

#[test]
fn a_connection_that_breaks_once_is_read_again_from_the_beginning() {
    let (format, source) = table();
    let mut broken = case(format.clone(), source.clone(), 1);
    let records = broken.load();
    assert_eq!(account(&records.sources[0]), [5, 2, 1, 0, 2]);
    let whole = case(format, source, 0).load();
    assert_eq!(records.sources, whole.sources);
    assert_eq!(records.relations[0].columns, whole.relations[0].columns);
}

#[test]
fn a_connection_that_breaks_twice_gives_no_facts() {
    let (format, source) = table();
    assert_eq!(case(format, source, 2).errors(), ["SY0415 tables of this kind cannot be read here"]);
}

#[test]
fn columns_that_a_table_does_not_have() {
    let mut case = case(sheet(), file("r.xlsx"), 0);
    case.program.inputs[0].columns = named(&["whom", "no", "day"]);
    let findings = case.try_load().unwrap_err();
    assert_eq!(findings[0].code(), "SY0452");
    assert!(findings[0].help(Lang::En).ends_with("`who`"), "{}", findings[0].help(Lang::En));
}
