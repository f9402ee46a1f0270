//! The model of long leases with its records where three agencies have them: the auctions in the court's PostgreSQL, leases and appraisals in a workbook
//! with a title above its header and rents in units of ten thousand, everything else as GB 18030 text.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use encoding_rs::GB18030;
use tests::sheet::workbook;

use crate::desk::Desk;
use crate::postgresql::address;
use crate::postgresql_server::PostgreSqlServer;

const COURT: &str = "CREATE SCHEMA court;
    CREATE TABLE court.auction (拍卖编号 text PRIMARY KEY, 案号 text, 法院 text, 标的编号 text, 轮次 text, 前次拍卖 text, 评估编号 text,
        一拍公告日 date, 开拍日 date, 起拍价 numeric, 保证金 numeric(20, 2), 竞买人数 smallint, 结果 text, 成交价 numeric, 买受人编号 text, 买受人 text)";

/// Columns of the auction table for each relation that the court's records give.
const AUCTIONS: [(&str, &str); 5] = [
    ("拍卖", "编号 = 拍卖编号; 标的 = 标的编号"),
    ("轮次", "拍卖 = 拍卖编号"),
    ("前次", "拍卖 = 拍卖编号; 前次 = 前次拍卖"),
    ("采用评估", "拍卖 = 拍卖编号; 评估 = 评估编号"),
    ("成交", "拍卖 = 拍卖编号; 买受人 = 买受人编号"),
];

/// Columns of the texts, by relation and file.
const TEXTS: [(&str, &str, &str); 6] = [
    ("标的", "标的", "编号 = 标的编号"),
    ("参考租金", "标的", "标的 = 标的编号; 年租金 = 参考年租金"),
    ("查封", "查封", "编号 = 查封编号; 标的 = 标的编号"),
    ("占有", "占有", "编号 = 记录编号; 标的 = 标的编号; 用户 = 用户编号"),
    ("租金流水", "租金流水", "租约 = 租约编号"),
    ("关系", "关系", "甲 = 甲方编号; 乙 = 乙方编号"),
];

pub fn three_agencies(server: &PostgreSqlServer) {
    let desk = Desk::new("", address(server.port, "court"));
    lay_out(&desk, server);
    let done = desk.run_program(".", "run", &["-D", "out"]).well();
    let account = |line: &str| assert!(done.told.contains(line), "no `{line}`:\n{}", done.told);
    // Rows as counted in the files.
    let rows = |name: &str| records(name).len() - 1;
    let (auctions, leases) = (rows("拍卖"), rows("租约"));
    account(&format!("land -> 拍卖: {auctions} read = {auctions} facts + 0 repeats + 0 blank + 0 rejected"));
    account(&format!("登记.xlsx -> 租约: {leases} read = {leases} facts + 0 repeats + 0 blank + 0 rejected"));
    let blank = records("拍卖").iter().filter(|row| row[5].is_empty()).count();
    account(&format!("land -> 前次: {auctions} read = {} facts + 0 repeats + {blank} blank", auctions - blank));

    // From wherever they come: the same conclusions, byte for byte.
    let plain = root().join("examples/long_lease_auction");
    desk.run_program(plain.to_str().unwrap(), "run", &["-D", "plain"]).well();
    let (found, expected) = (files(&desk.path("out")), files(&desk.path("plain")));
    assert!(expected.len() > 5 && expected["线索.csv"].lines().count() == 63, "{:?}", expected.keys());
    assert_eq!(found, expected);

    // Signed on the day of the first seizure, 2023-02-20.
    let why = desk.run_program(".", "why", &["强化(\"P0045\", \"Z0018\", _)"]).well();
    for place in [
        "land, table court.auction, key P",
        "登记.xlsx, sheet 租约, row",
        "(年租金 from 年租金（万元）",
        "查封.csv, row",
    ] {
        assert!(why.out.contains(place), "no `{place}`:\n{}", why.out);
    }
}

/// The project, its workbook, its texts, and the court's table.
fn lay_out(desk: &Desk, server: &PostgreSqlServer) {
    let program = root().join("rules/models/long_lease.dl");
    let mut project = format!("program = {program:?}\nfacts = \".\"\n");
    let mut source = |relation: &str, parameters: &str, map: &str| {
        project.push_str(&format!("\n[[source]]\nrelation = \"{relation}\"\n{parameters}\nmap = \"{map}\"\n"));
    };
    for (relation, map) in AUCTIONS {
        let blank = if relation == "拍卖" { "" } else { "\nblank = \"skip\"" };
        source(relation, &format!("IO = \"database\"\nconnection = \"land\"\ntable = \"court.auction\"{blank}"), map);
    }
    for (relation, file, map) in TEXTS {
        let blank = if relation == "参考租金" { "\nblank = \"skip\"" } else { "" };
        let text = "rfc4180 = true\nheaders = true\nencoding = \"gb18030\"";
        source(relation, &format!("filename = \"{file}.csv\"\n{text}{blank}"), map);
        let utf8 = std::fs::read_to_string(facts().join(format!("{file}.csv"))).unwrap();
        std::fs::write(desk.path(&format!("{file}.csv")), GB18030.encode(&utf8).0).unwrap();
    }
    let book = |file: &str, sheet: &str| {
        format!("IO = \"excel\"\nfilename = \"{file}.xlsx\"\nsheet = \"{sheet}\"\nheader = \"2\"")
    };
    source(
        "租约",
        &book("登记", "租约"),
        "编号 = 租约编号; 标的 = 标的编号; 承租人 = 承租人编号; 年租金 = `年租金（万元）` as 万元",
    );
    source("评估", &book("评估", "评估"), "编号 = 评估编号; 带租 = 带租评估");
    std::fs::write(desk.path("syllogist.toml"), project).unwrap();
    std::fs::write(desk.path("登记.xlsx"), book_of("租约", "年租金")).unwrap();
    std::fs::write(desk.path("评估.xlsx"), book_of("评估", "")).unwrap();
    server.database("court", COURT);
    let file = facts().join("拍卖.csv");
    server.sql("court", &format!("\\copy court.auction FROM '{}' (FORMAT csv, HEADER)", file.display()));
}

/// A workbook of a record file: a title above all columns, days as days, numbers as numbers, the amounts of one column in ten thousands.
fn book_of(name: &str, amount: &str) -> Vec<u8> {
    let mut rows = records(name);
    let is_number = |cell: &str| cell.parse::<f64>().is_ok();
    if let Some(column) = rows[0].iter().position(|cell| cell == amount) {
        rows[0][column] = format!("{amount}（万元）");
        for row in rows[1..].iter_mut().filter(|row| is_number(&row[column])) {
            row[column] = (row[column].parse::<f64>().unwrap() / 10_000.0).to_string();
        }
    }
    let title = std::iter::once(format!("{name}登记表")).chain(vec!["<".to_owned(); rows[0].len() - 1]);
    let lines = std::iter::once(title.collect::<Vec<_>>()).chain(rows).map(|row| row.join("|"));
    workbook(name, &lines.collect::<Vec<_>>().join("\n")).unwrap()
}

fn records(name: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(facts().join(format!("{name}.csv"))).unwrap();
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entry = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.unwrap().path();
        (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read_to_string(&path).unwrap())
    };
    std::fs::read_dir(folder).unwrap().map(entry).collect()
}

fn facts() -> PathBuf {
    root().join("facts/long_lease")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}
