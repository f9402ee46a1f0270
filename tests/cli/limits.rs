//! Threads, and the limits of a run: exit code 4, and a message that names the rule that grows.

use insta::assert_snapshot;

use crate::Desk;

const COUNT: &str = ".decl n(x: number)\n.output n\nn(0).\nn(x + 1) :- n(x), x < 1000000000.\n";

const CROSS: &str = "\
.decl p(x: number)
p(x) :- x = range(0, 20000).
.decl pair(x: number, y: number)
.output pair
@[norm = cc_725]
pair(x, y) :- p(x), p(y).
";

#[test]
fn a_recursion_that_grows_stops_at_the_limit_of_facts() {
    let desk = Desk::with(&[("n.dl", COUNT)]);
    assert_snapshot!(desk.run(&["run", "n.dl", "-D", "out", "--max-facts", "1000"]), @r#"
    exit 4
    --- stderr
      × SY0508 the rules derive more than 1000 facts; up to round 1002 rule `n#1`
      │ has given most of them: 1001
       ╭─[n.dl:4:1]
     3 │ n(0).
     4 │ n(x + 1) :- n(x), x < 1000000000.
       · ────────────────┬────────────────
       ·                 ╰── this rule grows
       ╰────
      help: if so many facts are meant, raise `--max-facts`; otherwise look for
            atoms that share no variable, or restrict the rule
    "#);
    assert_snapshot!(desk.run(&["run", "n.dl", "--max-facts", "1000", "--lang", "zh"]), @r#"
    exit 4
    --- stderr
      × SY0508 规则推出的事实超过 1000 条；至第 1002 轮，规则 `n#1` 得出最多，共
      │ 1001 条
       ╭─[n.dl:4:1]
     3 │ n(0).
     4 │ n(x + 1) :- n(x), x < 1000000000.
       · ────────────────┬────────────────
       ·                 ╰── 此规则不断增长
       ╰────
      办法：如确需如此多的事实，请调高 `--max-facts`；否则请检查是否有原子之间没有公
            共变量，或限制该规则
    "#);
    assert_eq!(desk.files(), ["n.dl"]);
}

#[test]
fn a_recursion_that_grows_stops_at_the_limit_of_rounds() {
    let desk = Desk::with(&[("n.dl", COUNT)]);
    assert_snapshot!(desk.run(&["run", "n.dl", "--max-rounds", "1000"]), @r#"
    exit 4
    --- stderr
      × SY0509 1000 rounds were not enough to find all facts; rule `n#1` has given
      │ most of them: 999
       ╭─[n.dl:4:1]
     3 │ n(0).
     4 │ n(x + 1) :- n(x), x < 1000000000.
       · ────────────────┬────────────────
       ·                 ╰── this rule grows
       ╰────
      help: if the chain is meant to be so long, raise `--max-rounds`; otherwise
            bound what the rule computes, e.g. `n < 100`
    "#);
    assert_snapshot!(desk.run(&["why", "n.dl", "n(3)", "--max-rounds", "1000", "--lang", "zh"]), @r#"
    exit 4
    --- stderr
      × SY0509 经过 1000 轮仍有新事实；规则 `n#1` 得出最多，共 999 条
       ╭─[n.dl:4:1]
     3 │ n(0).
     4 │ n(x + 1) :- n(x), x < 1000000000.
       · ────────────────┬────────────────
       ·                 ╰── 此规则不断增长
       ╰────
      办法：如链条确有如此之长，请调高 `--max-rounds`；否则请为规则计算的值设定界
            限，如 `n < 100`
    "#);
}

#[test]
fn a_cross_product_stops_in_the_middle_of_its_firing() {
    let desk = Desk::with(&[("p.dl", CROSS)]);
    let told = desk.run(&["run", "p.dl", "--max-facts", "1000000", "--profile", "p"]);
    let expected = "SY0508 the rules derive more than 1000000 facts; up to round 1 rule `pair#1`";
    assert!(told.starts_with("exit 4") && told.replace("\n  │ ", " ").contains(expected), "{told}");
    assert_eq!(desk.files(), ["p.dl"]);
}

#[test]
fn limits_that_are_not_reached_change_nothing() {
    let desk = Desk::with(&[("n.dl", &COUNT.replace("1000000000", "10"))]);
    let free = desk.run(&["run", "n.dl"]);
    // Ten facts are added to the one of the text: the round of that one, ten more, and one in which nothing is new.
    let bound = desk.run(&["run", "n.dl", "--max-facts", "10", "--max-rounds", "12", "--max-memory", "10G"]);
    assert!(free.starts_with("exit 0"));
    assert_eq!(free, bound);
    assert!(desk.run(&["run", "n.dl", "--max-facts", "9"]).starts_with("exit 4"));
    assert!(desk.run(&["run", "n.dl", "--max-rounds", "11"]).starts_with("exit 4"));
}

const TIED: &str = "\
.decl lease(id: number, tenant: number)
.input lease
.decl firm(name: number, owner: number)
.input firm
.decl tied(id: number, name: number)
.output tied
@[name = \"leases tied to firms\"]
tied(i, n) :- lease(i, t), firm(n, o), t <= o.
";

#[test]
fn a_cross_product_of_two_large_tables_is_told_before_and_stopped_within_seconds() {
    let table = (0..50_000).map(|row| format!("{row}\t{row}\n")).collect::<String>();
    let desk = Desk::with(&[("tied.dl", TIED), ("lease.facts", &table), ("firm.facts", &table)]);
    assert_snapshot!(desk.run(&["check", "tied.dl"]), @r#"
    exit 0
    --- stderr
      ⚠ SY0396 `lease(i, t)` and `firm(n, o)` share no variable, so each row of
      │ one meets every row of the other
       ╭─[tied.dl:8:28]
     7 │ @[name = "leases tied to firms"]
     8 │ tied(i, n) :- lease(i, t), firm(n, o), t <= o.
       ·               ─────┬─────  ─────┬────
       ·                    │            ╰── nothing ties it to `lease(i, t)`
       ·                    ╰── the other one
       ╰────
      help: tie them by a common variable or an `=`, or restrict each with a
            comparison; `--max-facts N` stops a run that grows too far

    1 file: no errors, 1 warning
    "#);
    assert_snapshot!(desk.run(&["check", "tied.dl", "--lang", "zh"]), @r#"
    exit 0
    --- stderr
      ⚠ SY0396 `lease(i, t)` 与 `firm(n, o)` 没有公共变量，一方的每一行都要与另一
      │ 方的每一行相配
       ╭─[tied.dl:8:28]
     7 │ @[name = "leases tied to firms"]
     8 │ tied(i, n) :- lease(i, t), firm(n, o), t <= o.
       ·               ─────┬─────  ─────┬────
       ·                    │            ╰── 与 `lease(i, t)` 没有关联
       ·                    ╰── 另一个原子
       ╰────
      办法：请用公共变量或 `=` 把它们关联起来，或用比较分别加以限制；`--max-facts N`
            可中止增长过大的运行

    1 个文件：没有错误，1 条警告
    "#);
    let start = std::time::Instant::now();
    let told = ["en", "zh"].map(|lang| {
        let told = desk.run(&["run", "tied.dl", "-D", "out", "--max-facts", "1000000", "--lang", lang]);
        told.replace("\n  │ ", " ")
    });
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
    let grown = [
        "× SY0508 the rules derive more than 1000000 facts; up to round 1 rule `leases tied to firms` has given most",
        "× SY0508 规则推出的事实超过 1000000 条；至第 1 轮，规则 `leases tied to firms` 得出最多",
    ];
    for (told, grown) in told.iter().zip(grown) {
        assert!(told.starts_with("exit 4") && told.contains("⚠ SY0396 ") && told.contains(grown), "{told}");
    }
    assert_eq!(desk.files(), ["firm.facts", "lease.facts", "tied.dl"]);
}

/// A message on one line, with what depends on the machine left out.
fn memory_message(told: &str) -> String {
    let line = told.lines().skip(2).take_while(|line| !line.contains("help:") && !line.contains("办法："));
    let text = line.map(|line| line.trim_start_matches(['×', '│', ' '])).collect::<Vec<_>>().join(" ");
    let words = text.split(' ').collect::<Vec<_>>();
    words.iter().map(|word| if word.parse::<f64>().is_ok() { "…" } else { word }).collect::<Vec<_>>().join(" ")
}

#[test]
fn memory_is_bounded_while_rules_grow() {
    let desk = Desk::with(&[("p.dl", CROSS)]);
    let told = desk.run(&["run", "p.dl", "-D", "out", "--max-memory", "150M", "-w"]);
    assert!(told.starts_with("exit 4"), "{told}");
    let message = memory_message(&told).replace("- memory", "-memory");
    assert!(message.contains("SY0510 the run holds … MiB of memory, more than the … MiB of `--max-memory`"), "{told}");
    assert!(message.contains("rule `pair#1` has given most facts"), "{told}");
    assert!(told.contains("this rule grows"), "{told}");
    assert_eq!(desk.files(), ["p.dl"]);
    let told = desk.run(&["why", "p.dl", "pair(1, 2)", "--max-memory", "150M", "-w", "--lang", "zh"]);
    assert!(told.starts_with("exit 4") && told.contains("SY0510 运行已占用内存 "), "{told}");
    assert!(told.contains("150 MiB") && told.contains("此规则不断增长"), "{told}");
}

#[test]
fn memory_is_bounded_after_loading() {
    let desk = Desk::with(&[("n.dl", COUNT)]);
    let told = desk.run(&["run", "n.dl", "--max-memory", "100K"]);
    assert!(told.starts_with("exit 4"), "{told}");
    let message = memory_message(&told);
    assert!(
        message.contains("SY0511 with the records loaded the run holds … MiB of memory, more than the … KiB of"),
        "{told}"
    );
    let told = desk.run(&["run", "n.dl", "--max-memory", "100K", "--lang", "zh"]);
    assert!(told.contains("SY0511 仅载入记录后，运行就已占用内存 ") && told.contains("100 KiB"), "{told}");
}

#[test]
fn sizes_and_counts_that_are_none() {
    let desk = Desk::new();
    assert_snapshot!(desk.run(&["run", "n.dl", "--max-memory", "1.5GB"]), @r#"
    exit 2
    --- stderr
      × SY0609 `1.5GB` is no size for `--max-memory SIZE`
      help: write a number of bytes, or a whole number with `K`, `M` or `G` right
            behind it: `512M`, `4G`
    "#);
    assert_snapshot!(desk.run(&["run", "n.dl", "--max-memory", "1.5GB", "--lang", "zh"]), @r#"
    exit 2
    --- stderr
      × SY0609 `1.5GB` 不能用作 `--max-memory SIZE` 的大小
      办法：请写字节数，或在整数后紧接 `K`、`M` 或 `G`：`512M`、`4G`
    "#);
    assert_snapshot!(desk.run(&["run", "n.dl", "--max-facts", "1e6"]), @r#"
    exit 2
    --- stderr
      × SY0603 `1e6` is no value for `--max-facts N`
      help: see `syllogist --help` for the values that are possible
    "#);
    assert_snapshot!(desk.run(&["run", "n.dl", "--max-rounds", "0", "--lang", "zh"]), @r#"
    exit 2
    --- stderr
      × SY0603 `0` 不能用作 `--max-rounds N` 的值
      办法：可用的值请看 `syllogist --help`
    "#);
    assert_snapshot!(desk.run(&["why", "n.dl", "n(3)", "-j", "5000"]), @r#"
    exit 2
    --- stderr
      × SY0603 `5000` is no value for `-j N|auto`
      help: see `syllogist --help` for the values that are possible
    "#);
}
