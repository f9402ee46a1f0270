//! Records in databases.

use std::path::Path;

use rusqlite::Connection;
use values::{Code, Composite, Date, Decimal, Value};

use super::shapes::{LIST, PAIR};
use super::*;
use crate::{Place, Table, write_sqlite};

fn database(case: Case, sql: &str) -> Case {
    Connection::open(case.folder.path().join("r.sqlite")).unwrap().execute_batch(sql).unwrap();
    case
}

fn as_table(input: &mut Input) {
    (input.source, input.format) = (file("r.sqlite"), InputFormat::Sqlite { table: "r".to_owned() });
}

#[test]
fn a_table_is_read_by_position_and_its_rows_are_known_by_rowid() {
    let case = Case::new("a:symbol b:number c:decimal d:date e:float").input(as_table);
    let mut case = database(
        case,
        "CREATE TABLE r (x TEXT, y INTEGER, z, w TEXT, v REAL, more TEXT);
         INSERT INTO r (rowid, x, y, z, w, v) VALUES (7, '租', -1, 0.1, '2024-02-29', 0.5), (8, '租', -1, '0.10', '2024-02-29', 0.5),
            (-3, 12, '5', 3, '2024-01-01', 2);",
    );
    let records = case.load();
    let facts = [["12", "5", "3", "2024-01-01", "2"], ["租", "-1", "0.1", "2024-02-29", "0.5"]];
    assert_eq!(case.facts(&records, 0), facts);
    assert_eq!(account(&records.sources[0]), [3, 2, 1, 0, 0]);
    let places = |fact| {
        let locators = records.relations[0].locators(fact);
        locators.map(|locator| records.sources[0].place(locator.row).number()).collect::<Vec<_>>()
    };
    assert_eq!((places(0), places(1)), (vec![-3], vec![7, 8]));
    assert_eq!(records.sources[0].place(1), Place::Rowid { table: "r".to_owned(), id: -3 });
}

#[test]
fn views_and_tables_without_rowid_are_counted() {
    for sql in [
        "CREATE TABLE t (a, b); INSERT INTO t VALUES ('x', 1), ('y', 2); CREATE VIEW r AS SELECT b, a FROM t;",
        "CREATE TABLE r (b PRIMARY KEY, a) WITHOUT ROWID; INSERT INTO r VALUES (2, 'y'), (1, 'x');",
    ] {
        let case = Case::new("a:symbol b:number").input(|input| {
            as_table(input);
            input.columns = Some(vec![ColumnSource::Header("a".to_owned()), ColumnSource::Index(0)]);
        });
        let mut case = database(case, sql);
        let records = case.load();
        assert_eq!(case.facts(&records, 0), [["x", "1"], ["y", "2"]]);
        assert_eq!(records.sources[0].place(2), Place::TableRow { table: "r".to_owned(), row: 2 });
    }
}

#[test]
fn a_column_that_is_called_rowid_is_a_column() {
    let case = Case::new("a:number").input(as_table);
    let mut case = database(case, "CREATE TABLE r (RowId TEXT); INSERT INTO r (_rowid_, RowId) VALUES (5, 70);");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["70"]]);
    assert_eq!(records.sources[0].place(1).number(), 5);
}

#[test]
fn the_row_column_takes_the_rowid() {
    let case = Case::new("n:unsigned a:symbol").collecting().input(|input| {
        as_table(input);
        input.row = Some(0);
    });
    let mut case =
        database(case, "CREATE TABLE r (a); INSERT INTO r (rowid, a) VALUES (-1, 'x'), (9, 'x'), (12, 'x');");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["9", "x"], ["12", "x"]]);
    assert_eq!(records.rejects[0].diagnostic.code(), "SY0423");
}

#[test]
fn null_is_an_empty_cell() {
    let sql = "CREATE TABLE r (a, b); INSERT INTO r VALUES (NULL, 1), ('x', NULL), ('', 2);";
    let mut case = database(Case::new("a:symbol b:number").collecting().input(as_table), sql);
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["", "1"], ["", "2"]]);
    assert_eq!(records.rejects[0].diagnostic.code(), "SY0424");
    let case = Case::new("a:symbol b:number").input(|input| {
        as_table(input);
        input.skip_blank = vec![0, 1];
    });
    assert_eq!(account(&database(case, sql).load().sources[0]), [3, 0, 0, 3, 0]);
}

#[test]
fn rows_that_cannot_be_read_are_named_by_table_and_rowid() {
    let sql =
        "CREATE TABLE r (a, b); INSERT INTO r VALUES (x'ff', 1), ('x', 1.5), (CAST(x'ff' AS TEXT), 1), ('x', '2o');";
    let mut case = database(Case::new("a:symbol b:number").input(as_table), sql);
    let bytes = "bytes that are no UTF-8 text stands where a text or a number is needed";
    assert_eq!(
        case.errors(),
        [
            format!("SY0449 `facts/r.sqlite` table `r`, rowid 1, column `a`: {bytes}"),
            "SY0420 `facts/r.sqlite` table `r`, rowid 2, column `b`: `1.5` is not of type `number`".to_owned(),
            format!("SY0449 `facts/r.sqlite` table `r`, rowid 3, column `a`: {bytes}"),
            "SY0420 `facts/r.sqlite` table `r`, rowid 4, column `b`: `2o` is not of type `number`".to_owned(),
        ]
    );
}

#[test]
fn what_is_missing_is_named() {
    let mut case = Case::new("a:number").input(as_table);
    assert_eq!(case.errors(), ["SY0401 the record file `facts/r.sqlite` does not exist"]);

    let mut case = database(Case::new("a:number").input(as_table), "CREATE TABLE t (a); CREATE VIEW v AS SELECT 1;");
    assert_eq!(case.errors(), ["SY0451 the database `facts/r.sqlite` has no table or view `r`"]);
    let help = case.try_load().unwrap_err()[0].help(Lang::En);
    assert!(help.ends_with("the database has `t`, `v`"), "{help}");

    let columns = |columns, wanted: &str| {
        let case = Case::new("a:number b:number").input(|input| {
            as_table(input);
            input.columns = columns;
        });
        let errors = database(case, "CREATE TABLE r (x);").errors();
        assert_eq!(errors, [format!("SY0452 table `r` of `facts/r.sqlite` has no column {wanted} for column `b`")]);
    };
    columns(None, "1");
    columns(named(&["x", "y"]), "`y`");
}

#[test]
fn what_is_no_database_is_refused() {
    let mut case = Case::new("a:number").input(as_table).file("r.sqlite", "a,b\n".repeat(1000));
    let reason = "cannot be read as an SQLite database: file is not a database";
    assert_eq!(case.errors(), [format!("SY0450 the record file `facts/r.sqlite` {reason}")]);

    let rows = "WITH n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 10000) INSERT INTO r SELECT x FROM n;";
    let mut case = database(Case::new("a:number").input(as_table), &format!("CREATE TABLE r (a); {rows}"));
    let whole = fs::read(case.folder.path().join("r.sqlite")).unwrap();
    fs::write(case.folder.path().join("r.sqlite"), &whole[..whole.len() / 2]).unwrap();
    assert!(case.errors()[0].starts_with("SY0450"), "{:?}", case.errors());
}

#[test]
fn addresses() {
    let read = |name: &str| {
        let case = Case::new("a:number").input(|input| {
            as_table(input);
            input.source = file(&name.replace("DIR", "/nowhere"));
        });
        database(case, "CREATE TABLE r (a);").errors().remove(0)
    };
    assert_eq!(read(":memory:"), "SY0451 the database `:memory:` has no table or view `r`");
    assert_eq!(read("file:DIR/x?mode=ro"), "SY0401 the record file `file:/nowhere/x?mode=ro` does not exist");
}

fn table<'a>(name: &'a str, columns: &'a [Column], rows: Vec<Vec<Code>>) -> Table<'a> {
    Table { name, columns, rows: Box::new(rows.into_iter()) }
}

#[test]
fn relations_are_tables_views_and_symbols_and_are_read_back() {
    let text = "a:symbol b:number c:unsigned d:float e:date f:decimal g:Pair h:List i:symbol";
    let mut case = Case::new(text).input(as_table);
    let pair = vec![Value::symbol("a, \"b\""), Value::Decimal(Decimal::parse("1.5").unwrap())];
    let row = |unsigned, float| {
        vec![
            Value::symbol("租\0\n"),
            Value::Number(i64::MIN),
            Value::Unsigned(unsigned),
            Value::Float(float),
            Value::Date(Date::new(2024, 2, 29).unwrap()),
            Value::Decimal(Decimal::parse("99999999999999999999.123456789012").unwrap()),
            Value::Composite(Composite::record(PAIR, pair.clone())),
            Value::Composite(Composite::nil(LIST)),
            Value::symbol(""),
        ]
    };
    let rows = [row(u64::MAX, f64::NAN), row(1, f64::NEG_INFINITY), row(2, 0.1)];
    let codes: Vec<Vec<Code>> =
        rows.iter().map(|row| row.iter().map(|value| case.dictionary.encode(value)).collect()).collect();
    let columns: Vec<Column> = text.split_whitespace().map(column).collect();
    let path = case.folder.path().join("r.sqlite");
    fs::write(&path, "").unwrap();
    let nullary = table("q", &[], vec![vec![]]);
    let counts = write_sqlite(&path, None, vec![table("r", &columns, codes), nullary], &case.dictionary).unwrap();
    assert_eq!(counts, [3, 1]);

    let shown = |sql: &str| {
        let connection = Connection::open(&path).unwrap();
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        rows.map(Result::unwrap).collect::<Vec<_>>()
    };
    assert_eq!(shown("SELECT typeof(\"0\") FROM _r"), ["integer"; 3]);
    assert_eq!(shown("SELECT id || symbol FROM __SymbolTable ORDER BY id"), ["1租\0\n", "2"]);
    assert_eq!(shown("SELECT g FROM r LIMIT 1"), ["[\"a, \\\"b\\\"\", 1.5]"]);
    assert_eq!(
        shown("SELECT name FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1"),
        ["__SymbolTable", "_q", "_r", "q", "r"]
    );

    let records = case.load();
    let expected: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(Value::to_string).collect()).collect();
    assert_eq!(case.facts(&records, 0), expected);
}

#[test]
fn what_a_database_holds_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mut dictionary = Dictionary::default();
    let columns = [column("a:symbol")];
    let mut write = |to: &Path, existing: Option<&Path>, name: &str, symbol: &str| {
        let rows = vec![vec![dictionary.symbol(symbol)]];
        fs::write(to, "").unwrap();
        write_sqlite(to, existing, vec![table(name, &columns, rows)], &dictionary)
    };
    write(&path("1"), None, "p", "x").unwrap();
    Connection::open(path("1"))
        .unwrap()
        .execute_batch("CREATE TABLE mine (a); INSERT INTO mine VALUES ('m');")
        .unwrap();
    write(&path("2"), Some(&path("1")), "q", "y").unwrap();
    write(&path("3"), Some(&path("2")), "p", "z").unwrap();
    let connection = Connection::open(path("3")).unwrap();
    let all = "SELECT (SELECT group_concat(a) FROM p) || (SELECT a FROM q) || (SELECT a FROM mine)";
    assert_eq!(connection.query_row(all, [], |row| row.get::<_, String>(0)).unwrap(), "zym");

    let error = write(&path("4"), Some(&path("3")), "mine", "z").unwrap_err();
    assert!(error.to_string().contains("DROP TABLE"), "{error}");
    fs::write(path("5"), "no database".repeat(100)).unwrap();
    let error = write(&path("6"), Some(&path("5")), "p", "z").unwrap_err();
    assert!(error.to_string().contains("not a database"), "{error}");
    fs::write(path("3-wal"), "").unwrap();
    let error = write(&path("7"), Some(&path("3")), "p", "z").unwrap_err();
    assert!(error.to_string().contains("in use"), "{error}");
}

#[test]
fn equal_relations_give_equal_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let mut dictionary = Dictionary::default();
    let rows: Vec<Vec<Code>> = ["b", "a"].map(|symbol| vec![dictionary.symbol(symbol)]).to_vec();
    let bytes = ["1", "2"].map(|name| {
        let path = folder.path().join(name);
        fs::write(&path, "").unwrap();
        write_sqlite(&path, None, vec![table("p", &[column("a:symbol")], rows.clone())], &dictionary).unwrap();
        fs::read(path).unwrap()
    });
    assert_eq!(bytes[0], bytes[1]);
}

#[test]
fn a_finding_names_its_author() {
    let sql = "create table r(c, value, who, day, basis); insert into r values ('A', 'yes', 'Li', '2024-01-01', 'x');
               insert into r values ('B', 'yes', null, '2024-01-01', 'x'); insert into r values ('C', 'yes', ' ', '2024-01-01', 'x');";
    let mut case = Case::new("case:symbol value:symbol by:symbol on:date basis:symbol").collecting().input(as_table);
    case.program.relations[0].openness.finding = Some(1);
    let mut case = database(case, sql);
    let records = case.load();
    assert_eq!(account(&records.sources[0]), [3, 1, 0, 0, 2]);
    assert!(records.rejects.iter().all(|reject| reject.diagnostic.code() == "SY0431"));
}
