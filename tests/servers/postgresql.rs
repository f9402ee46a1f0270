//! PostgreSQL.

use crate::Test;
use crate::desk::{Desk, PASSWORD};
use crate::postgresql_server::PostgreSqlServer;
use crate::proxy::Proxy;

/// All tests by name.
pub const TESTS: &[Test<PostgreSqlServer>] = &[
    ("three_agencies", crate::agencies::three_agencies),
    ("types", types),
    ("every_row_is_accounted_for", every_row_is_accounted_for),
    ("one_snapshot", one_snapshot),
    ("readings_share_a_snapshot", readings_share_a_snapshot),
    ("server_chooses_rows_and_columns", server_chooses_rows_and_columns),
    ("rows_without_a_key", rows_without_a_key),
    ("passwords_are_not_shown", passwords_are_not_shown),
    ("broken_once", broken_once),
    ("broken_twice", broken_twice),
    ("changed_table", changed_table),
    ("names_are_names", names_are_names),
    ("keys_in_derivations", keys_in_derivations),
    ("time_limit", time_limit),
    ("rights", rights),
    ("emptied_table", emptied_table),
    ("written_tables", written_tables),
    ("all_tables_or_none", all_tables_or_none),
    ("written_where_it_is_read", written_where_it_is_read),
];

const DEAL: &str = "\
.decl deal(no: symbol, price: decimal)
.output deal
.input deal(IO=database, connection=\"land\", table=\"deal\")
";

const DEALS: &str = "CREATE TABLE deal (id int PRIMARY KEY, no text, price numeric, day date);
    INSERT INTO deal SELECT n, '第' || n || '号', n / 4.0, date '2023-01-01' + n FROM generate_series(1, 1000) n";

pub fn address(port: u16, database: &str) -> String {
    format!("postgres://owner@127.0.0.1:{port}/{database}")
}

fn types(server: &PostgreSqlServer) {
    server.database(
        "types",
        "CREATE DOMAIN score AS bigint; CREATE TYPE kind AS ENUM ('甲', '乙');
         CREATE TABLE t (a smallint, b score, c numeric(40, 10), d real, e double precision, f text, g date, h timestamp,
            i boolean, j char(5), k uuid, l kind, m jsonb, n text[], o bytea, p timestamptz);
         INSERT INTO t VALUES (-32768, 9223372036854775807, 123456789012345678901234567890.0123456789, 0.1, 1e-300, '𠮷 甲 ''q''',
            '2023-05-01', '2023-05-01 13:45:00', true, 'ab', '5c8d3a4e-0f0f-4a4a-8b8b-001122334455', '乙', '{\"a\": 1}', '{x,y}', null,
            '2023-05-01 13:45:00+00');
         ALTER ROLE owner IN DATABASE types SET TimeZone = 'Asia/Shanghai'",
    );
    let columns = "abcdefghijklmnop".split("").filter(|name| !name.is_empty());
    let columns = columns.map(|name| format!("{name}: symbol")).collect::<Vec<_>>().join(", ");
    let program = format!(".decl t({columns})\n.output t\n.input t(IO=database, connection=\"land\")\n");
    let desk = Desk::new(&program, address(server.port, "types"));
    desk.run("run", &["-D", "."]).well();
    let expected = "-32768\t9223372036854775807\t123456789012345678901234567890.0123456789\t0.1\t1e-300\t𠮷 甲 'q'\t2023-05-01\t\
        2023-05-01 13:45:00\ttrue\tab\t5c8d3a4e-0f0f-4a4a-8b8b-001122334455\t乙\t{\"a\": 1}\t{x,y}\t\t2023-05-01 21:45:00+08\n";
    assert_eq!(desk.file("t.csv").unwrap(), expected);
}

fn every_row_is_accounted_for(server: &PostgreSqlServer) {
    server.database(
        "counts",
        "CREATE TABLE deal (id int PRIMARY KEY, no text, price text);
         INSERT INTO deal VALUES (1, 'a', '1.5'), (2, 'b', 'much'), (3, 'a', '1.50'), (4, null, '2'), (5, E'x\\t\\\\y', '-3')",
    );
    let program = DEAL.replace("table=\"deal\"", "blank=\"skip\"");
    let desk = Desk::new(&program, address(server.port, "counts"));
    let done = desk.run("run", &["-D", ".", "--rejects", "bad.csv"]).well();
    assert!(done.told.contains("5 read = 2 facts + 1 repeat + 1 blank + 1 rejected"), "{}", done.told);
    let bad = desk.file("bad.csv").unwrap();
    assert!(bad.contains("land,2,price") && bad.contains("key 2") && bad.contains("much"), "{bad}");
    // Without a file for them the first bad row ends the run.
    let done = desk.run("run", &[]).wrong("SY04");
    assert!(done.told.contains("key 2"), "{}", done.told);
}

/// The second table is changed after the first was read: both are seen as they were.
fn one_snapshot(server: &PostgreSqlServer) {
    let tables = "CREATE TABLE first (v int PRIMARY KEY); CREATE TABLE second (v int PRIMARY KEY);
        INSERT INTO first VALUES (1); INSERT INTO second VALUES (1)";
    server.database("snapshot", tables);
    let change = change(server, "snapshot", "UPDATE second SET v = 2; INSERT INTO second VALUES (3)");
    let proxy = Proxy::interrupted(server.port, "\"second\"", change);
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
    assert_eq!(server.sql("snapshot", "SELECT v FROM second ORDER BY v"), "2\n3\n");
    assert_eq!(proxy.connections(), 1);
}

/// Statements that somebody else runs meanwhile.
fn change(server: &PostgreSqlServer, database: &'static str, statements: &'static str) -> crate::proxy::Event {
    let mut psql = server.psql(database, statements);
    Box::new(move || assert!(psql.status().unwrap().success()))
}

fn readings_share_a_snapshot(server: &PostgreSqlServer) {
    server.database("readings", DEALS);
    let program = "\
.param least : decimal { 200 }
.decl deal(no: symbol, price: decimal)
.input deal(IO=database, connection=\"land\")
.decl dear(no: symbol)
.output dear
dear(n) :- deal(n, p), least(l), p >= l.
";
    let proxy = Proxy::breaking(server.port, &[]);
    let desk = Desk::new(program, address(proxy.port, "readings"));
    desk.run("run", &["--param", "least=100", "--param", "least=240"]).well();
    assert_eq!(proxy.connections(), 1);
}

fn server_chooses_rows_and_columns(server: &PostgreSqlServer) {
    server.database("chosen", DEALS);
    let program =
        DEAL.replace("table=\"deal\"", "table=\"public.deal\", where=\"day >= 2023-01-11 and no <> 'it''s'\"");
    let desk = Desk::new(&program, address(server.port, "chosen"));
    let done = desk.run("run", &["-D", "."]).well();
    assert!(done.told.contains("991 read = 991 facts"), "{}", done.told);
    assert!(desk.file("deal.csv").unwrap().starts_with("第1000号\t250\n"), "{:?}", desk.file("deal.csv"));
    let copied = "COPY (SELECT \"id\", \"no\", \"price\" FROM \"public\".\"deal\" \
        WHERE \"day\" >= '2023-01-11' AND \"no\" <> 'it''s' ORDER BY \"id\") TO STDOUT";
    assert_eq!(server.log().matches(copied).count(), 1, "{}", server.log());
    let other = Desk::new(&DEAL.replace("table=\"deal\"", "where=\"dya > 1\""), address(server.port, "chosen"));
    let done = other.run("run", &[]).wrong("SY0479");
    assert!(done.told.contains("`day`"), "{}", done.told);
    let other = Desk::new(&DEAL.replace("table=\"deal\"", "where=\"day > soon\""), address(server.port, "chosen"));
    other.run("run", &[]).wrong("SY0476");
}

/// They are numbered in an order of their own, whatever the order in which they lie there.
fn rows_without_a_key(server: &PostgreSqlServer) {
    server.database(
        "bare",
        "CREATE TABLE deal (no text, price numeric); INSERT INTO deal VALUES ('b', 1), ('a', 2), (null, 3)",
    );
    let program = ".decl deal(n: number, no: symbol, price: decimal)\n.output deal\n\
        .input deal(IO=database, connection=\"land\", row=\"n\")\n";
    let desk = Desk::new(program, address(server.port, "bare"));
    desk.run("run", &["-D", "."]).well();
    assert_eq!(desk.file("deal.csv").unwrap(), "1\ta\t2\n2\tb\t1\n3\t\t3\n");
    let why = desk.run("why", &["deal(2, \"b\", 1)"]).well();
    assert!(why.out.contains("table deal, row 2"), "{}", why.out);
}

fn passwords_are_not_shown(server: &PostgreSqlServer) {
    server.database("guarded", DEALS);
    let desk = Desk::new(DEAL, address(server.port, "guarded"));
    let wrong = "another-s3cret";
    let done = desk.run_with(wrong, "run", &[]).wrong("SY0471");
    assert!(!done.told.contains(wrong), "{}", done.told);
    assert!(!server.log().contains(wrong) && !server.log().contains(PASSWORD));
    Desk::new(DEAL, address(server.port, "nowhere")).run("run", &[]).wrong("SY0472");
    Desk::new(DEAL, address(crate::desk::free_port(), "guarded")).run("run", &[]).wrong("SY0470");
    Desk::new(DEAL, format!("postgres://owner:{PASSWORD}@127.0.0.1/guarded")).run("run", &[]).wrong("SY0477");
    // From the first line of a file, and from nowhere.
    std::fs::write(desk.path("password"), format!("{PASSWORD}\r\nnot this\n")).unwrap();
    let from = |place: &str| format!("land={}?{place}", address(server.port, "guarded"));
    desk.run("run", &["--connection", &from("password_file=password")]).well();
    for place in ["password_file=none", "password_env=SYLLOGIST_HAS_NO_SUCH_VARIABLE"] {
        desk.run("run", &["--connection", &from(place)]).wrong("SY0478");
    }
    // The name was forgotten: the address is taken for nothing else.
    let forgotten = format!("postgres://owner:{PASSWORD}@127.0.0.1/guarded?x=y");
    let done = desk.run("run", &["--connection", &forgotten]);
    assert_eq!(done.code, Some(2), "{}", done.told);
    assert!(!done.told.contains(PASSWORD), "{}", done.told);
}

fn broken_once(server: &PostgreSqlServer) {
    server.database("once", DEALS);
    let proxy = Proxy::breaking(server.port, &[20_000]);
    let desk = Desk::new(DEAL, address(proxy.port, "once"));
    let done = desk.run("run", &["-D", "."]).well();
    assert!(done.told.contains("1000 read = 1000 facts"), "{}", done.told);
    assert_eq!((proxy.connections(), desk.file("deal.csv").unwrap().lines().count()), (2, 1000));
}

fn broken_twice(server: &PostgreSqlServer) {
    server.database("twice", DEALS);
    let proxy = Proxy::breaking(server.port, &[20_000, 20_000]);
    let desk = Desk::new(DEAL, address(proxy.port, "twice"));
    let done = desk.run("run", &["-D", "."]).wrong("SY0475");
    assert_eq!((proxy.connections(), desk.file("deal.csv")), (2, None), "{}", done.told);
}

fn changed_table(server: &PostgreSqlServer) {
    server.database("changed", DEALS);
    let desk = Desk::new(DEAL, address(server.port, "changed"));
    desk.run("run", &[]).well();
    server.sql("changed", "ALTER TABLE deal RENAME COLUMN price TO prices");
    let done = desk.run("run", &[]).wrong("SY0452");
    assert!(done.told.contains("`prices`"), "{}", done.told);
    server.sql("changed", "ALTER TABLE deal RENAME TO deals");
    let done = desk.run("run", &[]).wrong("SY0473");
    assert!(done.told.contains("`deals`"), "{}", done.told);
}

fn names_are_names(server: &PostgreSqlServer) {
    server.database("names", "CREATE TABLE \"x\"\"; DROP TABLE deal; --\" (no text, price numeric)");
    server.sql("names", DEALS);
    let hostile = DEAL.replace("table=\"deal\"", "table=\"`deal; DROP TABLE deal; --`\"");
    Desk::new(&hostile, address(server.port, "names")).run("run", &[]).wrong("SY0473");
    // Read from a project file, where a quote can be written.
    let known = DEAL.replace("table=\"deal\"", "table=\"`x\\\"; DROP TABLE deal; --`\"");
    Desk::new(&known, address(server.port, "names")).run("run", &[]).well();
    let hostile = DEAL.replace("table=\"deal\"", "where=\"no = '''; DROP TABLE deal; --'\"");
    Desk::new(&hostile, address(server.port, "names")).run("run", &[]).well();
    assert_eq!(server.sql("names", "SELECT count(*) FROM deal"), "1000\n");
}

fn keys_in_derivations(server: &PostgreSqlServer) {
    server.database(
        "keys",
        "CREATE TABLE deal (no text, district text, price numeric, PRIMARY KEY (district, no));
         INSERT INTO deal VALUES ('7', '甲区', 1), ('7', '乙区', 2)",
    );
    let desk = Desk::new(DEAL, address(server.port, "keys"));
    let why = desk.run("why", &["deal(\"7\", 2)"]).well();
    assert!(why.out.contains("table deal, key 乙区, 7"), "{}", why.out);
}

fn time_limit(server: &PostgreSqlServer) {
    server.database(
        "slow",
        "CREATE VIEW deal AS SELECT 'a' AS no, 1.5 AS price, pg_sleep(20)::text AS pause; ALTER ROLE owner IN DATABASE slow SET statement_timeout = 200",
    );
    let program = DEAL.replace("table=\"deal\"", "table=\"deal\", where=\"pause <> x\"");
    let done = Desk::new(&program, address(server.port, "slow")).run("run", &[]).wrong("SY0476");
    assert!(done.told.contains("statement timeout"), "{}", done.told);
}

fn rights(server: &PostgreSqlServer) {
    server.database("rights", DEALS);
    server.sql("rights", &format!("CREATE ROLE guest LOGIN PASSWORD '{PASSWORD}'"));
    let address = address(server.port, "rights").replace("owner@", "guest@");
    Desk::new(DEAL, address.clone()).run("run", &[]).wrong("SY0474");
    server.sql("rights", "GRANT SELECT (id, no, price) ON deal TO guest");
    Desk::new(DEAL, address).run("run", &[]).well();
}

const CLUES: &str = "\
.type Area = [a: symbol, b: number]
.decl clue(no: symbol, price: decimal, day: date, n: number, u: unsigned, x: float, area: Area)
.decl no_clue()
.output clue(IO=database, connection=\"land\", table=\"reports.`clue; DROP`\")
.output no_clue(IO=database, connection=\"land\")
clue(\"第\\t1\\\\号\\n\", 1.50m, d\"2023-05-01\", -7, 18446744073709551615, 0.1, [\"甲, 乙\", 3]).
clue(\"\", 0.0000000001m, d\"0001-01-01\", 9223372036854775807, 0, 0.5, nil).
no_clue().
";

fn written_tables(server: &PostgreSqlServer) {
    server.database("written", "CREATE SCHEMA reports");
    let desk = Desk::new(CLUES, address(server.port, "written"));
    // Once into a new table, once into one that has rows.
    for _ in 0..2 {
        let done = desk.run("run", &["-D", "."]).well();
        assert!(done.told.contains("land: reports.clue; DROP: 2 rows written"), "{}", done.told);
        let found = server.sql(
            "written",
            "SELECT no = E'第\\t1\\\\号\\n', price, day, n, u, x, area FROM reports.\"clue; DROP\" ORDER BY n",
        );
        assert_eq!(
            found,
            "t|1.5|2023-05-01|-7|18446744073709551615|0.1|[\"甲, 乙\", 3]\n\
             f|0.0000000001|0001-01-01|9223372036854775807|0|0.5|nil\n"
        );
        assert_eq!(server.sql("written", "SELECT count(*) FROM no_clue"), "1\n");
    }
    let types = "SELECT string_agg(format_type(atttypid, atttypmod), ', ' ORDER BY attnum) FROM pg_attribute
        WHERE attrelid = 'reports.\"clue; DROP\"'::regclass AND attnum > 0";
    assert_eq!(server.sql("written", types), "text, numeric, date, bigint, numeric(20,0), double precision, text\n");
    // Without `-D` nothing is written.
    server.sql("written", "DROP TABLE no_clue");
    desk.run("run", &[]).well();
    assert_eq!(server.sql("written", "SELECT to_regclass('no_clue') IS NULL"), "t\n");
}

/// The second of two tables cannot be written: the first keeps what it had, and no file appears.
fn all_tables_or_none(server: &PostgreSqlServer) {
    server.database("none", "CREATE TABLE a (v bigint); INSERT INTO a VALUES (7); CREATE TABLE b (v integer, w text)");
    let program = "\
.decl a(v: number)
.decl b(v: number)
.output a(IO=database, connection=\"land\")
.output a
.output b(IO=database, connection=\"land\")
a(1).
b(1).
";
    let desk = Desk::new(program, address(server.port, "none"));
    let done = desk.run("run", &["-D", "."]).wrong("SY0484");
    assert!(
        done.told.contains("missing: `v bigint`; not") && done.told.contains("`v integer`, `w text`"),
        "{}",
        done.told
    );
    assert_eq!((server.sql("none", "SELECT v FROM a").as_str(), desk.file("a.csv")), ("7\n", None));
    server.sql("none", "DROP TABLE b; CREATE TABLE b (v bigint CHECK (v > 1))");
    desk.run("run", &["-D", "."]).wrong("SY0476");
    assert_eq!((server.sql("none", "SELECT v FROM a").as_str(), desk.file("a.csv")), ("7\n", None));
    server.sql("none", "DROP TABLE b; CREATE TABLE b (v bigint)");
    desk.run("run", &["-D", "."]).well();
    assert_eq!((server.sql("none", "SELECT v FROM a").as_str(), desk.file("a.csv").as_deref()), ("1\n", Some("1\n")));
    // Nobody else sees a half of it: whoever reads meanwhile sees the old rows.
    server.sql("none", &format!("CREATE ROLE visitor LOGIN PASSWORD '{PASSWORD}'; GRANT SELECT ON a, b TO visitor"));
    let visitor = address(server.port, "none").replace("owner@", "visitor@");
    Desk::new(program, visitor).run("run", &["-D", "."]).wrong("SY0474");
}

fn written_where_it_is_read(server: &PostgreSqlServer) {
    server.database("two_ways", DEALS);
    let to = |table: &str| format!(".output deal(IO=database, connection=\"land\", table=\"{table}\")\n");
    let run = |outputs: String| {
        let desk = Desk::new(&DEAL.replace(".output deal\n", &outputs), address(server.port, "two_ways"));
        desk.run("run", &["-D", "."])
    };
    run(to("deal")).wrong("SY0443");
    run(to("public.deal")).wrong("SY0443");
    run(to("x").repeat(2)).wrong("SY0441");
    assert_eq!(server.sql("two_ways", "SELECT count(*) FROM deal"), "1000\n");
}

/// `TRUNCATE` leaves nothing to a transaction that began before: everything is read once more.
fn emptied_table(server: &PostgreSqlServer) {
    let tables =
        "CREATE TABLE first (v int PRIMARY KEY); CREATE TABLE second (v int PRIMARY KEY) PARTITION BY RANGE (v);
        CREATE TABLE low PARTITION OF second FOR VALUES FROM (0) TO (10);
        INSERT INTO first VALUES (1); INSERT INTO second VALUES (1)";
    let program = "\
.decl first(v: number)
.input first(IO=database, connection=\"land\")
.decl second(v: number)
.input second(IO=database, connection=\"land\")
.output first
.output second
";
    for (database, change_it) in [
        ("truncated", "TRUNCATE second; INSERT INTO second VALUES (5)"),
        ("rewritten", "ALTER TABLE second ADD w float8 DEFAULT random(); UPDATE second SET v = 5"),
        (
            "dropped",
            "DROP TABLE low; CREATE TABLE low PARTITION OF second FOR VALUES FROM (0) TO (10); INSERT INTO second VALUES (5)",
        ),
    ] {
        server.database(database, tables);
        let proxy = Proxy::interrupted(server.port, "\"second\"", change(server, database, change_it));
        let desk = Desk::new(program, address(proxy.port, database));
        desk.run("run", &["-D", "."]).well();
        assert_eq!((proxy.connections(), desk.file("second.csv").as_deref()), (2, Some("5\n")), "{database}");
    }
}
