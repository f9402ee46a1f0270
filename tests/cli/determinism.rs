//! The same rules and records give the same bytes, whatever the number of threads and the order of records.

use crate::{Desk, LEASES, POSSESSION};

/// Leases in some order; every fifth is long, every seventh in possession, many names repeat.
fn lease_table(rows: impl Iterator<Item = usize>) -> String {
    let row = |n: usize| format!("租-{:04},P-{},{},{}.{:02}\n", n, n % 40, 5 + n % 5 * 5, n, n % 100);
    format!("id,property,years,rent\n{}", rows.map(row).collect::<String>())
}

fn desk(lease: &str) -> Desk {
    let program = format!(
        "{LEASES}.decl twin(a: symbol, b: symbol, text: symbol, total: decimal)\n.output twin\n\
         twin(a, b, cat(a, \"+\", b), x + y) :- lease(a, p, n, x), lease(b, p, n, y), a < b.\n\
         .decl linked(a: symbol, b: symbol)\n.output linked\n\
         linked(a, b) :- twin(a, b, _, _) ; linked(b, a) ; linked(a, c), twin(c, b, _, _).\n\
         .decl mean_rent(property: symbol, n: number, x: decimal)\n.output mean_rent\n\
         mean_rent(p, n, round(s / to_decimal(n), 2, \"half_even\")) :- lease(_, p, _, _), n = count : lease(_, p, _, _), \
         s = sum r : lease(_, p, _, r).\n"
    );
    Desk::with(&[("m.dl", &program), ("lease.csv", lease), ("possession.csv", POSSESSION)])
}

#[test]
fn twice_the_same_and_with_any_number_of_threads() {
    let desk = desk(&lease_table(0..600));
    let once = desk.run(&["run", "m.dl", "-D", "-", "-j", "1"]);
    assert!(once.starts_with("exit 0"), "{once}");
    assert!(once.lines().count() > 3000, "enough to be worth comparing: {}", once.lines().count());
    for threads in ["1", "2", "7", "auto"] {
        assert!(once == desk.run(&["run", "m.dl", "-D", "-", "-j", threads]), "-j {threads} differs");
    }
}

#[test]
fn files_are_the_same_bytes_as_standard_output_says() {
    let desk = desk(&lease_table(0..300));
    for (folder, threads) in [("one", "1"), ("two", "2")] {
        assert!(desk.run(&["run", "m.dl", "-D", folder, "-j", threads]).starts_with("exit 0"));
    }
    for file in ["long_lease.csv", "twin.csv", "linked.csv", "mean_rent.csv"] {
        let (one, two) = (desk.read(&format!("one/{file}")), desk.read(&format!("two/{file}")));
        assert!(!one.is_empty() && one == two, "{file} differs");
    }
}

#[test]
fn the_order_of_records_changes_nothing_but_rows() {
    let forwards = desk(&lease_table(0..300));
    let backwards = desk(&lease_table((0..300).rev()));
    for args in [&["run", "m.dl", "-D", "-"][..], &["run", "m.dl", "--rows", "1000"]] {
        assert!(forwards.stdout(args) == backwards.stdout(args), "{args:?} differs");
    }
    let question = ["why", "m.dl", "linked(\"租-0001\", _)", "--limit", "1000", "--format", "json"];
    let proof = |desk: &Desk| {
        let mut proof: serde_json::Value = serde_json::from_str(&desk.stdout(&question)).unwrap();
        // Where a record stands is the one thing that may differ, and with it the file.
        proof.as_object_mut().unwrap().remove("sources");
        for node in proof["nodes"].as_array_mut().unwrap() {
            node.as_object_mut().unwrap().remove("sources");
        }
        proof
    };
    assert!(proof(&forwards) == proof(&backwards), "proofs differ");
}

#[test]
fn the_environment_is_not_read() {
    let desk = desk(&lease_table(0..50));
    let command = |variables: &[(&str, &str)]| {
        let mut command = std::process::Command::new(crate::binary());
        command.args(["run", "m.dl"]).current_dir(desk.folder.path()).env_clear().envs(variables.iter().copied());
        let output = command.output().unwrap();
        (output.status.code(), output.stdout, output.stderr)
    };
    let other =
        [("LANG", "zh_CN.UTF-8"), ("LC_ALL", "tr_TR"), ("TZ", "Asia/Shanghai"), ("COLUMNS", "40"), ("NO_COLOR", "1")];
    assert!(command(&[]) == command(&other));
    assert!(command(&[]) == command(&[("FORCE_COLOR", "1"), ("CLICOLOR_FORCE", "1"), ("TERM", "xterm-256color")]));
}

#[test]
fn the_examples_are_the_same_with_any_number_of_threads() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap();
    for example in std::fs::read_dir(root.join("examples")).unwrap() {
        let example = example.unwrap().path();
        if !example.join("syllogist.toml").is_file() {
            continue;
        }
        let told = |threads: &str| {
            let mut command = std::process::Command::new(crate::binary());
            let output =
                command.arg("run").arg(&example).args(["-D", "-", "-j", threads]).env_clear().output().unwrap();
            (output.status.code(), output.stdout, output.stderr)
        };
        let one = told("1");
        assert_eq!(one.0, Some(0), "{}", example.display());
        assert!(one.1.len() > 200, "{} prints enough to be worth comparing", example.display());
        for threads in ["2", "7"] {
            assert!(told(threads) == one, "{} differs with -j {threads}", example.display());
        }
    }
}
