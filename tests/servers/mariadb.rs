//! MariaDB.

use crate::Test;
use crate::desk::{Desk, PASSWORD};
use crate::mariadb_server::MariaDbServer;
use crate::proxy::Proxy;

/// All tests by name.
pub const TESTS: &[Test<MariaDbServer>] = &[
    ("types", types),
    ("every_row_is_accounted_for", every_row_is_accounted_for),
    ("one_snapshot", one_snapshot),
    ("server_chooses_rows_and_columns", server_chooses_rows_and_columns),
    ("passwords_are_not_shown", passwords_are_not_shown),
    ("broken_connections", broken_connections),
    ("names_are_names", names_are_names),
];

const DEAL: &str = "\
.decl deal(no: symbol, price: decimal)
.output deal
.input deal(IO=database, connection=\"land\", table=\"deal\")
";

const DEALS: &str = "CREATE TABLE deal (id int PRIMARY KEY, no varchar(100), price decimal(20, 4), day date);
    INSERT INTO deal SELECT seq, CONCAT('第', seq, '号'), seq / 4, '2023-01-01' + INTERVAL seq DAY FROM seq_1_to_1000;";

fn database(server: &MariaDbServer, name: &str, statements: &str) {
    server.sql(&format!("CREATE DATABASE {name} CHARACTER SET utf8mb4; USE {name}; {statements}"));
}

fn address(port: u16, database: &str) -> String {
    format!("mysql://reader@127.0.0.1:{port}/{database}")
}

fn types(server: &MariaDbServer) {
    database(
        server,
        "types",
        "CREATE TABLE t (a tinyint, b bigint, c decimal(40, 10), d float, e double, f text, g date, h datetime, i boolean,
            j char(5), k bigint unsigned, l enum('甲', '乙'), m datetime(3), n time, o blob, p year);
         INSERT INTO t VALUES (-128, 9223372036854775807, 123456789012345678901234567890.0123456789, 0.1, 1e-300, '𠮷 甲 ''q''',
            '2023-05-01', '2023-05-01 13:45:00', true, 'ab', 18446744073709551615, '乙', '2023-05-01 00:00:00.120', '-30:00:01', null,
            2023)",
    );
    let columns = "abcdefghijklmnop".split("").filter(|name| !name.is_empty());
    let columns = columns.map(|name| format!("{name}: symbol")).collect::<Vec<_>>().join(", ");
    let program = format!(".decl t({columns})\n.output t\n.input t(IO=database, connection=\"land\")\n");
    let desk = Desk::new(&program, address(server.port, "types"));
    desk.run("run", &["-D", "."]).well();
    let expected = "-128\t9223372036854775807\t123456789012345678901234567890.0123456789\t0.1\t1e-300\t𠮷 甲 'q'\t2023-05-01\t\
        2023-05-01 13:45:00\t1\tab\t18446744073709551615\t乙\t2023-05-01 00:00:00.12\t-30:00:01\t\t2023\n";
    assert_eq!(desk.file("t.csv").unwrap(), expected);
}

fn every_row_is_accounted_for(server: &MariaDbServer) {
    database(
        server,
        "counts",
        "CREATE TABLE deal (id int PRIMARY KEY, no text, price text);
         INSERT INTO deal VALUES (1, 'a', '1.5'), (2, 'b', 'much'), (3, 'a', '1.50'), (4, null, '2'), (5, 'x', '-3')",
    );
    let program = DEAL.replace("table=\"deal\"", "blank=\"skip\"");
    let desk = Desk::new(&program, address(server.port, "counts"));
    let done = desk.run("run", &["-D", ".", "--rejects", "bad.csv"]).well();
    assert!(done.told.contains("5 read = 2 facts + 1 repeat + 1 blank + 1 rejected"), "{}", done.told);
    let why = desk.run("why", &["deal(\"x\", -3)", "--rejects", "bad.csv"]).well();
    assert!(why.out.contains("table deal, key 5"), "{}", why.out);
}

fn one_snapshot(server: &MariaDbServer) {
    database(
        server,
        "snapshot",
        "CREATE TABLE first (v int PRIMARY KEY); CREATE TABLE second (v int PRIMARY KEY);
         INSERT INTO first VALUES (1); INSERT INTO second VALUES (1)",
    );
    let mut client = server.client("mariadb");
    client.args(["snapshot", "-e", "UPDATE second SET v = 2; INSERT INTO second VALUES (3)"]);
    let change = Box::new(move || assert!(client.status().unwrap().success()));
    let proxy = Proxy::interrupted(server.port, "second", change);
    let program = "\
.decl first(v: number)
.input first(IO=database, connection=\"land\")
.decl second(v: number)
.input second(IO=database, connection=\"land\")
.output first
.output second
";
    let desk = Desk::new(program, address(proxy.port, "snapshot"));
    desk.run("run", &["-D", "."]).well();
    assert_eq!((desk.file("first.csv").as_deref(), desk.file("second.csv").as_deref()), (Some("1\n"), Some("1\n")));
    assert_eq!(server.sql("SELECT v FROM snapshot.second ORDER BY v"), "2\n3\n");
}

fn server_chooses_rows_and_columns(server: &MariaDbServer) {
    database(server, "chosen", DEALS);
    let filter = "table=\"chosen.deal\", where=\"day >= 2023-01-11 and id <= 1000 and no <> 'it''s'\"";
    let desk = Desk::new(&DEAL.replace("table=\"deal\"", filter), address(server.port, "chosen"));
    let done = desk.run("run", &[]).well();
    assert!(done.told.contains("991 read = 991 facts"), "{}", done.told);
    let asked = "SELECT `id`, `no`, `price` FROM `chosen`.`deal` WHERE `day` >= '2023-01-11' AND `id` <= 1000 AND `no` <> 'it\\'s' ORDER BY `id`";
    assert!(server.log().contains(asked), "{}", server.log());
    for filter in ["day > soon", "id = many", "dya = 1"] {
        let program = DEAL.replace("table=\"deal\"", &format!("where=\"{filter}\""));
        Desk::new(&program, address(server.port, "chosen")).run("run", &[]).wrong("SY0479");
    }
}

fn passwords_are_not_shown(server: &MariaDbServer) {
    database(server, "guarded", DEALS);
    let desk = Desk::new(DEAL, address(server.port, "guarded"));
    let wrong = "another-s3cret";
    let done = desk.run_with(wrong, "run", &[]).wrong("SY0471");
    assert!(!done.told.contains(wrong), "{}", done.told);
    Desk::new(DEAL, address(server.port, "nowhere")).run("run", &[]).wrong("SY0472");
    Desk::new(DEAL, address(crate::desk::free_port(), "guarded")).run("run", &[]).wrong("SY0470");
    Desk::new(DEAL, format!("mysql://reader:{PASSWORD}@127.0.0.1/guarded")).run("run", &[]).wrong("SY0477");
}

fn broken_connections(server: &MariaDbServer) {
    database(server, "broken", DEALS);
    let proxy = Proxy::breaking(server.port, &[20_000]);
    let desk = Desk::new(DEAL, address(proxy.port, "broken"));
    let done = desk.run("run", &["-D", "."]).well();
    assert!(done.told.contains("1000 read = 1000 facts"), "{}", done.told);
    assert_eq!(proxy.connections(), 2);
    let proxy = Proxy::breaking(server.port, &[20_000, 20_000]);
    let desk = Desk::new(DEAL, address(proxy.port, "broken"));
    desk.run("run", &["-D", "."]).wrong("SY0475");
    assert_eq!((proxy.connections(), desk.file("deal.csv")), (2, None));
}

fn names_are_names(server: &MariaDbServer) {
    database(server, "names", DEALS);
    let hostile = DEAL.replace("table=\"deal\"", "table=\"`deal; DROP TABLE deal; --`\"");
    Desk::new(&hostile, address(server.port, "names")).run("run", &[]).wrong("SY0473");
    let hostile = DEAL.replace("table=\"deal\"", "where=\"no = '''; DROP TABLE deal; -- \\\\'\"");
    Desk::new(&hostile, address(server.port, "names")).run("run", &[]).well();
    assert_eq!(server.sql("SELECT count(*) FROM names.deal"), "1000\n");
}
