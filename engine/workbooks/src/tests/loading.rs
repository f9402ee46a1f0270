//! Sheets through the loader: facts, rejects, and an account of every row.

use std::io;
use std::path::Path;

use diagnostics::Files;
use program::{LoadError, Loaded, Loader};
use rust_xlsxwriter::Formula;
use sources::{Options, Place, Records, TableAt, Tables, load};
use values::Dictionary;

use super::*;

struct NoIncludes;

impl Loader for NoIncludes {
    fn load(&mut self, _: Option<&str>, _: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Missing)
    }
}

/// Workbooks alone.
struct Books;

impl Tables for Books {
    fn open(&mut self, at: TableAt<'_>) -> Result<Box<dyn SourceTable + '_>, TableError> {
        let TableAt::Workbook { file, sheet } = at else { panic!("{at:?}") };
        Ok(Box::new(Workbook::open(file, sheet)?))
    }
}

/// The records of a program text, rejects collected; the facts of its first relation as text.
fn loaded(folder: &Path, text: &str) -> (Records, Vec<Vec<String>>) {
    let mut files = Files::default();
    let main = files.add("main.dl", text);
    let checked = program::check(&mut files, main, &mut NoIncludes);
    let program = checked.program.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    let mut dictionary = Dictionary::new(program.shapes.clone());
    let options =
        Options { folder, collect_rejects: true, missing_is_empty: false, follow_links: false, digests: true };
    let records = load(&program, &options, &mut io::empty(), &mut Books, &mut dictionary).unwrap();
    let columns = &program.relations[0].columns;
    let facts = &records.relations[0];
    let cell = |column: usize, fact: u32| {
        dictionary.decode(columns[column].primitive, facts.columns[column][fact as usize]).to_string()
    };
    let facts = (0..facts.len()).map(|fact| (0..columns.len()).map(|column| cell(column, fact)).collect()).collect();
    (records, facts)
}

#[test]
fn every_row_is_accounted_for() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = workbook(|sheet| {
        sheet.set_name("2023").unwrap();
        sheet.write_row(0, 0, ["案号", "成交价", "日期"]).unwrap();
        sheet.write_row(1, 0, ["a", "12.5", "2023年5月1日"]).unwrap();
        sheet.write_row(3, 0, ["a", "12.5", "20230501"]).unwrap();
        sheet.write_string(4, 0, "b").unwrap();
        sheet.write_formula(4, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        sheet.write_string(4, 2, "2023-05-02").unwrap();
        sheet.write_number(5, 0, 110_101_199_003_070_000_i64 as f64).unwrap();
        sheet.write_row(6, 0, ["c", "7", "2023-02-30"]).unwrap();
        sheet.write_row(7, 0, ["d", "0.1", "2023-05-03"]).unwrap();
    });
    std::fs::write(folder.path().join("deals.xlsx"), &bytes).unwrap();
    let program = ".decl deal(no: symbol, price: decimal, day: date)\n.output deal\n\
        .input deal(IO=excel, filename=\"deals.xlsx\", map=\"no = 案号; price = 成交价; day = 日期 as date\")\n";
    let (records, facts) = loaded(folder.path(), program);
    assert_eq!(facts, [["a", "12.5", "2023-05-01"], ["d", "0.1", "2023-05-03"]]);
    let report = &records.sources[0];
    assert_eq!([report.read, report.facts, report.repeats, report.blank, report.rejected], [7, 2, 1, 1, 3]);
    assert!(report.digest.is_some());
    let places = records.relations[0].locators(0).map(|locator| report.place(locator.row)).collect::<Vec<_>>();
    let at = |row| Place::SheetRow { sheet: "2023".to_owned(), row };
    assert_eq!(places, [at(2), at(4)]);
    let rejects = records.rejects.iter().map(|reject| {
        let message = reject.diagnostic.message(Lang::En).replace(&folder.path().display().to_string(), "facts");
        format!("{} {message}", reject.diagnostic.code())
    });
    let expected = [
        "SY0434 `facts/deals.xlsx` sheet `2023`, row 5, column `price`: its formula ended in the error `#DIV/0!`",
        "SY0435 `facts/deals.xlsx` sheet `2023`, row 6, column `no`: `110101199003070000` was saved as a number and has lost digits",
        "SY0421 `facts/deals.xlsx` sheet `2023`, row 7, column `day`: there is no day `2023-02-30`",
    ];
    assert_eq!(rejects.collect::<Vec<_>>(), expected);
}
