//! The catalogue of sources: what the program says of them, what rests on them, what became of every row.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use serde_json::Value as Json;

use crate::{Desk, leases};

/// Sources of several kinds: a pattern with conversions and a declaration of completeness, a JSON text, a relation on which nothing rests.
const DEALS: &str = r#".decl deal(id: symbol, on: date, price: decimal, source: symbol)
.input deal(filename="deal-*.csv", rfc4180=true, headers=true, map="id = 编号; on = 成交日期 as date; price = 成交价（万元） as ten_thousand_yuan; source = '交易中心'")
.complete deal by (source, on) from "complete.csv"
.decl seizure(id: symbol)
.input seizure(IO=jsonfile, filename="seizure.json", records="/data/rows", map="id = /deal/id")
.decl note(text: symbol)
.input note(filename="note.csv")
.decl cheap(id: symbol)
.output cheap
@[clue = B]
cheap(i) :- dear_enough(i), deal(i, _, p, _), p < 1000000.
.decl dear_enough(id: symbol)
dear_enough(i) :- deal(i, _, p, _), p > 0, !seizure(i).
"#;

fn deals() -> Desk {
    Desk::with(&[
        ("m.dl", DEALS),
        ("deal-1.csv", "编号,成交日期,成交价（万元）\nD-1,2023年5月1日,120\nD-2,20230502,80\n"),
        ("deal-2.csv", "编号,成交日期,成交价（万元）\nD-3,2023-05-03,约50\nD-2,2023/5/2,80.0\n"),
        ("complete.csv", "source,from,to,declared_by,on\n交易中心,2023-01-01,2023-12-31,李某,2024-01-05\n"),
        ("seizure.json", "{\"data\": {\"rows\": [{\"deal\": {\"id\": \"D-1\"}}]}}"),
        ("note.csv", ""),
    ])
}

#[test]
fn what_the_program_says() {
    assert_snapshot!(deals().run(&["sources", "m.dl", "-W", "none", "--no-load"]), @r#"
    exit 0
    --- stdout
    deal-*.csv -> deal (m.dl:2)
      format: CSV, fields between commas, with a header, UTF-8
      id (symbol) <- 编号
      on (date) <- 成交日期, converted: date
      price (decimal) <- 成交价（万元）, converted: ten_thousand_yuan
      source (symbol) <- always '交易中心'
      declared complete by source, on (m.dl:3)
      rules: cheap#1, dear_enough#1
      clues: cheap

    complete.csv -> complete deal (m.dl:3)
      format: CSV, fields between commas, with a header, UTF-8
      source (symbol) <- source
      from (date) <- from
      to (date) <- to
      declared_by (symbol) <- declared_by
      on (date) <- on
      says where deal is complete
      rules: cheap#1, dear_enough#1
      clues: cheap

    seizure.json -> seizure (m.dl:5)
      format: JSON list at `/data/rows`
      id (symbol) <- /deal/id
      nowhere declared complete
      rules: cheap#1, dear_enough#1
      clues: cheap

    note.csv -> note (m.dl:7)
      format: text, fields between tabs, without a header, UTF-8
      columns, in the order of the fields: text (symbol)
      nowhere declared complete
      no rule rests on it
    "#);
    assert_snapshot!(deals().run(&["sources", "m.dl", "-W", "none", "--no-load", "--lang", "zh"]), @r#"
    exit 0
    --- stdout
    deal-*.csv → deal（m.dl:2）
      格式：CSV，字段以逗号分隔，有表头，UTF-8
      id（symbol）← 编号
      on（date）← 成交日期，转换：date
      price（decimal）← 成交价（万元），转换：ten_thousand_yuan
      source（symbol）← 恒为 '交易中心'
      按 source、on 声明完整（m.dl:3）
      规则：cheap#1、dear_enough#1
      线索：cheap

    complete.csv → complete deal（m.dl:3）
      格式：CSV，字段以逗号分隔，有表头，UTF-8
      source（symbol）← source
      from（date）← from
      to（date）← to
      declared_by（symbol）← declared_by
      on（date）← on
      说明 deal 何处完整
      规则：cheap#1、dear_enough#1
      线索：cheap

    seizure.json → seizure（m.dl:5）
      格式：`/data/rows` 处的 JSON 列表
      id（symbol）← /deal/id
      未声明完整
      规则：cheap#1、dear_enough#1
      线索：cheap

    note.csv → note（m.dl:7）
      格式：文本，字段以制表符分隔，无表头，UTF-8
      各列，按字段顺序：text（symbol）
      未声明完整
      没有规则以其为依据
    "#);
}

/// Of the four rows of the two files one cannot be read, and one gives a fact again: 4 = 2 + 1 + 0 + 1.
#[test]
fn what_became_of_every_row() {
    let desk = deals();
    let told = desk.run(&["sources", "m.dl", "-W", "none"]);
    assert_snapshot!(told[told.find(" source  ").unwrap()..], @r#"
     source         relation        read   facts   repeats   blank   rejected
    ──────────────────────────────────────────────────────────────────────────
     deal-1.csv     deal               2       2         0       0          0
     deal-2.csv     deal               2       0         1       0          1
     complete.csv   complete deal      1       1         0       0          0
     seizure.json   seizure            1       1         0       0          0
     note.csv       note               0       0         0       0          0

    deal-1.csv
      SHA-256 df08eddbf1255039e2db0b03d50e4a5820d6f7e61a43716721eb140b0a7f5ae3
    deal-2.csv
      SHA-256 85add7ecb4e6ae55755dc3f5e3b2b935ca511b13476a84df17019208efd888ac
    complete.csv
      SHA-256 0dd0a410a0154d38bf5ad790018f2d17c98a40bcfe673b4fcec489ce0a2f3205
    seizure.json
      SHA-256 43df95047065e35f645449c6af40888af6cd8e7cfb782d515e80bc118d24575c
    note.csv
      SHA-256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855

    1 row rejected:
      SY0432 `deal-2.csv` row 2, column `price`: `约50` cannot be converted as
        `ten_thousand_yuan`
    "#);
    let told = desk.run(&["sources", "m.dl", "-W", "none", "--lang", "zh", "--rejects", "r.csv"]);
    assert_snapshot!(told[told.find(" 来源  ").unwrap()..], @r#"
     来源           关系            读取   事实   重复   空白   拒收
    ─────────────────────────────────────────────────────────────────
     deal-1.csv     deal               2      2      0      0      0
     deal-2.csv     deal               2      0      1      0      1
     complete.csv   complete deal      1      1      0      0      0
     seizure.json   seizure            1      1      0      0      0
     note.csv       note               0      0      0      0      0

    deal-1.csv
      SHA-256 df08eddbf1255039e2db0b03d50e4a5820d6f7e61a43716721eb140b0a7f5ae3
    deal-2.csv
      SHA-256 85add7ecb4e6ae55755dc3f5e3b2b935ca511b13476a84df17019208efd888ac
    complete.csv
      SHA-256 0dd0a410a0154d38bf5ad790018f2d17c98a40bcfe673b4fcec489ce0a2f3205
    seizure.json
      SHA-256 43df95047065e35f645449c6af40888af6cd8e7cfb782d515e80bc118d24575c
    note.csv
      SHA-256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855

    拒收 1 行：
      SY0432 `deal-2.csv` 第 2 行，列 `price`：`约50` 不能按 `ten_thousand_yuan` 转
        换
    "#);
    assert!(desk.read("r.csv").contains("约50"));
    let told = leases().run(&["sources", "m.dl", "-W", "none", "-F", "nowhere"]);
    assert!(told.starts_with("exit 1") && told.contains("SY0401"), "{told}");
    let told = leases().run(&["sources", "m.dl", "-W", "none", "-F", "nowhere", "-w"]);
    assert!(told.starts_with("exit 0") && told.contains("lease.csv (missing)"), "{told}");
}

#[test]
fn lines_are_not_wider_than_a_terminal() {
    let desk = deals();
    for lang in ["en", "zh"] {
        let told = desk.stdout(&["sources", "m.dl", "-W", "none", "--lang", lang]);
        told.lines().for_each(|line| assert!(prose::width_of(line) <= 80, "{line}"));
    }
}

#[test]
fn nothing_to_read() {
    let desk = Desk::with(&[("m.dl", ".decl a(x: number)\n.output a\na(1).\n")]);
    assert_snapshot!(desk.run(&["sources", "m.dl", "-W", "none"]), @r#"
    exit 0
    --- stdout
    the program reads no records
    "#);
}

/// A name or a cell with an escape sequence does not reach the terminal.
#[test]
fn records_do_not_steer_the_terminal() {
    let desk = Desk::with(&[("m.dl", ".decl a(x: number)\n.input a(filename=\"a\\x1b[2J.csv\")\n")]);
    desk.write("a\u{1b}[2J.csv", "\u{1b}[31mred\n".as_bytes());
    let told = desk.run(&["sources", "m.dl", "-W", "none", "-w"]);
    assert!(!told.contains('\u{1b}'), "{told}");
}

#[test]
fn json_has_its_schema() {
    let desk = deals();
    let schema: Json = serde_json::from_str(include_str!("../../docs/sources-1.schema.json")).unwrap();
    let json: Json =
        serde_json::from_str(&desk.stdout(&["sources", "m.dl", "-W", "none", "--format", "json"])).unwrap();
    let part = |name: &str| &schema["$defs"][name];
    let deal = &json["sources"][0];
    let in_schema = [
        (&json, &schema),
        (deal, part("source")),
        (&deal["format"], part("format")),
        (&deal["columns"][2], part("column")),
        (&deal["complete"], part("complete")),
        (&deal["resting"], part("resting")),
        (&deal["read"][0], part("read")),
        (&deal["rejects"][0], part("reject")),
    ];
    for (one, part) in in_schema {
        let keys = |object: &Json| object.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
        let required = part["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned());
        assert!(keys(one).is_superset(&required.collect()), "{one}");
        assert!(keys(one).is_subset(&keys(&part["properties"])), "{one}");
    }
    assert_eq!(deal["columns"][2]["field"], "成交价（万元）");
    assert_eq!(deal["columns"][2]["conversions"], serde_json::json!(["ten_thousand_yuan"]));
    assert_eq!(deal["columns"][3]["constant"], "交易中心");
    let counts =
        ["read", "facts", "repeats", "blank", "rejected"].map(|count| deal["read"][1][count].as_u64().unwrap());
    assert_eq!(counts, [2, 0, 1, 0, 1]);
    // `printf '' | sha256sum`
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let note = json["sources"].as_array().unwrap().iter().find(|source| source["relation"] == "note").unwrap();
    assert_eq!(note["read"][0]["sha256"], empty);
    assert_eq!(deal["resting"]["clues"], serde_json::json!(["cheap"]));
    assert_eq!(deal["resting"]["rules"][1]["name"], "dear_enough#1");
    assert_eq!(note["resting"]["rules"], serde_json::json!([]));
    let unloaded: Json =
        serde_json::from_str(&desk.stdout(&["sources", "m.dl", "-W", "none", "--no-load", "--format", "json"]))
            .unwrap();
    assert_eq!(unloaded["sources"][0].get("read"), None);
}

/// Beside a record stands what was done with its cells; the data have the hash of its file, which `sha256sum` shows too.
#[test]
fn derivations_show_conversions_and_hashes() {
    let desk = deals();
    desk.write("deal-2.csv", "编号,成交日期,成交价（万元）\n".as_bytes());
    let question = ["why", "m.dl", "dear_enough(\"D-2\")", "-W", "none"];
    let told = desk.stdout(&question);
    let told = told.split_whitespace().collect::<String>().replace('│', "");
    let record = "record:deal-1.csv,row3(onfrom成交日期asdate;pricefrom成交价（万元）asten_thousand_yuan)";
    assert!(told.contains(record), "{told}");
    let json: Json = serde_json::from_str(&desk.stdout(&[&question[..], &["--format", "json"]].concat())).unwrap();
    let source = &json["sources"][0];
    assert_eq!((&source["file"], json["sources"].as_array().unwrap().len()), (&Json::from("deal-1.csv"), 1));
    let hash = source["sha256"].as_str().unwrap();
    let listed: Json =
        serde_json::from_str(&desk.stdout(&["sources", "m.dl", "-W", "none", "--format", "json"])).unwrap();
    assert_eq!(listed["sources"][0]["read"][0]["sha256"], hash);
    let price = serde_json::json!({"column": "price", "field": "成交价（万元）", "conversions": ["ten_thousand_yuan"]});
    assert_eq!(source["relations"][0]["columns"][2], price);
}

/// Of the files of a pattern each has a line; of many of them one line tells the sums.
/// The page says by which bytes its records can be found again; a record that stands in two files names both.
#[test]
fn pages_show_the_hashes_of_their_records() {
    let desk = deals();
    let page =
        desk.stdout(&["why", "m.dl", "dear_enough(\"D-2\")", "-W", "none", "--rejects", "r.csv", "--format", "html"]);
    let data = page.split_once("id=\"proof\">").unwrap().1.split_once("</script>").unwrap().0;
    let data: Json = serde_json::from_str(data).unwrap();
    let record = data["nodes"].as_array().unwrap().iter().find(|node| node["k"] == "record").unwrap();
    assert_eq!(record["in"], serde_json::json!(["deal-1.csv", "deal-2.csv"]));
    let digest = "df08eddbf1255039e2db0b03d50e4a5820d6f7e61a43716721eb140b0a7f5ae3";
    assert_eq!(data["digests"]["deal-1.csv"], digest);
}

#[test]
fn a_run_tells_many_files_in_one_line() {
    let desk = Desk::with(&[("m.dl", ".decl p(n: number, m: number)\n.input p(filename=\"p-*.csv\")\n.output p\n")]);
    for number in 10..20 {
        desk.write(&format!("p-{number}.csv"), format!("{number}\t1\n\n").as_bytes());
    }
    let told = desk.run(&["run", "m.dl", "-D", "out"]);
    assert!(told.contains("p-19.csv -> p: 2 read = 1 fact + 0 repeats + 1 blank + 0 rejected"), "{told}");
    desk.write("p-20.csv", b"10\t1\n");
    let told = desk.run(&["run", "m.dl", "-D", "out"]);
    assert!(told.contains("p-*.csv (11 files) -> p: 21 read = 10 facts + 1 repeat + 10 blank + 0 rejected"), "{told}");
    assert!(!told.contains("p-19.csv"), "{told}");
}

/// What is wrong with a connection is told before anybody is connected, and nothing of an address that may hold a password.
#[test]
fn connections_that_cannot_be() {
    let program =
        ".decl deal(no: symbol)\n.output deal\n.input deal(IO=database, connection=\"land\", table=\"deal\")\n";
    let desk = Desk::with(&[("m.dl", program)]);
    let told = desk.run(&["run", "m.dl", "--connection", "court=postgres://reader@127.0.0.1/x"]);
    assert!(told.starts_with("exit 1") && told.contains("SY0416") && told.contains("`court`"), "{told}");
    for address in ["postgres://reader:s3cret@127.0.0.1/x", "postgres://reader@127.0.0.1/x?password=s3cret", "s3cret"] {
        let told = desk.run(&["run", "m.dl", "--connection", &format!("land={address}")]);
        assert!(told.starts_with("exit 1") && told.contains("SY0477") && !told.contains("s3cret"), "{told}");
    }
    desk.write("m.dl", b".decl deal(no: symbol)\ndeal(\"1\").\n.output deal(IO=database, connection=\"land\")\n");
    let told = desk.run(&["run", "m.dl", "-D", "out"]);
    assert!(told.starts_with("exit 1") && told.contains("SY0416"), "{told}");
    let told = desk.run(&["run", "m.dl", "-D", "out", "--connection", "land=mysql://writer@127.0.0.1/x"]);
    assert!(told.starts_with("exit 1") && told.contains("SY0485"), "{told}");
    desk.write("m.dl", b".decl deal(no: symbol)\ndeal(\"1\").\n.output deal(IO=database)\n");
    let told = desk.run(&["check", "m.dl"]);
    assert!(told.starts_with("exit 1") && told.contains("SY0457"), "{told}");
}

/// What the project says of a relation's records stands in place of what the rules say of them.
#[test]
fn a_source_of_the_project() {
    let program =
        ".decl p(n: number)\n.input p(filename=\"p.csv\")\n.output p\n.decl q(n: number)\n.input q\n.output q\n";
    let project = "program = \"m.dl\"\n[[source]]\nrelation = \"p\"\nfilename = \"a.csv\"\n\
        [[source]]\nrelation = \"p\"\nfilename = \"b.csv\"\n";
    let files = [("m.dl", program), ("syllogist.toml", project), ("a.csv", "1\n"), ("b.csv", "2\n"), ("p.csv", "3\n")];
    let desk = Desk::with(&files);
    desk.write("q.facts", b"7\n");
    let told = desk.run(&["run", ".", "-D", "out"]);
    assert!(told.starts_with("exit 0") && !told.contains("p.csv ->"), "{told}");
    assert_eq!((desk.read("out/p.csv").as_str(), desk.read("out/q.csv").as_str()), ("1\n2\n", "7\n"));
}
