//! `syllogist replay`: the same records give the same bytes, others an account of what differs.

use insta::assert_snapshot;

use crate::seal::sealed;

#[test]
fn the_same_records_give_the_same_bytes() {
    let desk = sealed();
    assert_snapshot!(desk.run(&["replay", "run"]), @r#"
    exit 0
    --- stdout
    run: replayed, the same bytes
      run       f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
    "#);
    assert_snapshot!(desk.run(&["replay", "run", "-j", "1", "--lang", "zh"]), @r#"
    exit 0
    --- stdout
    run：重新运行，逐字节相同
      运行  f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
    "#);
}

/// The rules are those of the bundle, whatever has become of the files they came from.
#[test]
fn the_rules_of_the_run_count() {
    let desk = sealed();
    desk.write("limits.dl", b".decl limit(x: decimal)\nlimit(1m).\n");
    desk.write("m.dl", b"nothing that could be read");
    let told = desk.run(&["replay", "run"]);
    assert!(told.starts_with("exit 0"), "{told}");
}

#[test]
fn changed_records_show_with_what_came_of_them() {
    let desk = sealed();
    let text = desk.read("lease.csv").replace("L-1,P-1,300", "L-1,P-1,1300") + "L-5,P-9,100,2021-01-01\n,,,\n";
    desk.write("lease.csv", text.as_bytes());
    assert_snapshot!(desk.run(&["replay", "run"]), @r#"
    exit 3
    --- stdout
    run: replayed, with differences
      sealed    f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
      replayed  d6d0592b0450c9666b0acbeed3ccb3d244fdf44586f45a80ce4371b4e46c8e04
      source    lease.csv (lease): contents changed, rows 5 → 7, facts 4 → 5, rejected 0 → 1
      relation  lease: 4 → 5
      lost      suspect(L-1, 2) B
      gained    suspect(L-5, 1) B
    "#);
    assert_snapshot!(desk.run(&["replay", "run", "--lang", "zh"]), @r#"
    exit 3
    --- stdout
    run：重新运行，存在差异
      封存  f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
      重运行  d6d0592b0450c9666b0acbeed3ccb3d244fdf44586f45a80ce4371b4e46c8e04
      来源  lease.csv (lease): 内容改变，行数 5 → 7，事实 4 → 5，拒收 0 → 1
      关系  lease: 4 → 5
      消失  suspect(L-1, 2) B
      新增  suspect(L-5, 1) B
    "#);
}

/// Nobody is in possession any more, so that one absence more holds.
#[test]
fn a_source_that_is_gone_shows() {
    let desk = sealed();
    std::fs::remove_file(desk.path("possession.csv")).unwrap();
    assert_snapshot!(desk.run(&["replay", "run"]), @r#"
    exit 3
    --- stdout
    run: replayed, with differences
      sealed    f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
      replayed  5cfdbfaeeb9043bbd644a7280e18fb42bd02291bb5f1d5688004b66108f1cfe5
      source    possession.csv (possession): not there, rows 1 → 0, facts 1 → 0
      relation  possession: 1 → 0
      relation  suspect: 1 → 2
      gained    suspect(L-3, 1) B
    "#);
}

/// The order of rows is part of where records stand, and so of the bytes.
#[test]
fn rows_in_another_order_show_though_all_clues_stay() {
    let desk = sealed();
    desk.write(
        "lease.csv",
        b"id,property,rent,signed\nL-2,P-1,5000,2020-02-01\nL-1,P-1,300,2020-01-05\nL-3,P-2,200,2020-03-01\n\
          L-4,P-3,250.50,2018-01-01\nL-1,P-1,300,2020-01-05\n",
    );
    assert_snapshot!(desk.run(&["replay", "run"]), @r#"
    exit 3
    --- stdout
    run: replayed, with differences
      sealed    f7b28479be110290af0c962658239fa182883105c9d658611428c30ea1608e86
      replayed  aa775c4f330e54e5cf478177bca3af2f8c2f34a54c0c87074de8f607aefe7083
      source    lease.csv (lease): contents changed
    "#);
}

#[test]
fn records_of_another_folder_are_named() {
    let desk = sealed();
    for name in ["lease.csv", "possession.csv"] {
        desk.write(&format!("archive/{name}"), desk.read(name).as_bytes());
        std::fs::remove_file(desk.path(name)).unwrap();
    }
    let told = desk.run(&["replay", "run", "--facts", "archive"]);
    assert!(told.starts_with("exit 0"), "{told}");
}

#[test]
fn a_changed_bundle_is_not_run() {
    let desk = sealed();
    desk.write("run/rules/0.dl", b".decl other(x: symbol)\n");
    let told = desk.run(&["replay", "run"]);
    assert!(told.starts_with("exit 3") && told.contains("SY0705"), "{told}");
}
