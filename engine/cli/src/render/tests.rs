use diagnostics::{FileId, catalogue};

use super::*;

const PLAIN: Look = Look { lang: Lang::Zh, coloured: false };

fn span(files: &Files, file: FileId, what: &str) -> Span {
    let start = files.get(file).text.find(what).unwrap();
    Span { file, start: start as u32, end: (start + what.len()) as u32 }
}

#[test]
fn marks_stand_under_chinese_text() {
    let mut files = Files::default();
    let file = files.add("模型.dl", ".decl 租约(编号: symbol)\r\n线索(租) :- 租越(租), 占有(租).\r\n");
    let related = Text { en: "`{name}` is declared here", zh: "`{name}` 之外，此处声明了 `租约`" };
    let found = Diagnostic::new(&catalogue::UNDECLARED_RELATION, span(&files, file, "租越(租)"))
        .arg("name", "租越")
        .related(span(&files, file, "租约"), related);
    let expected = "  × SY0201 关系 `租越` 没有声明
   ╭─[模型.dl:2:10]
 1 │ .decl 租约(编号: symbol)
   ·       ──┬─
   ·         ╰── `租越` 之外，此处声明了 `租约`
 2 │ 线索(租) :- 租越(租), 占有(租).
   ·             ────┬───
   ·                 ╰── 在此使用
   ╰────
  办法：请用 `.decl 租越(列名: 类型, ...)` 声明，或改正名称

";
    assert_eq!(render(&[found], &files, PLAIN), expected);
}

#[test]
fn a_place_in_another_file_is_shown_with_its_own_lines() {
    let mut files = Files::default();
    let main = files.add("m.dl", "lease(x) :- leese(x).\n");
    let other = files.add("decl.dl", ".decl lease(id: symbol)\n");
    let found = Diagnostic::new(&catalogue::UNDECLARED_RELATION, span(&files, main, "leese(x)"))
        .arg("name", "leese")
        .related(span(&files, other, "lease"), Text { en: "`lease` is declared here", zh: "`lease` 在此声明" });
    let shown = render(&[found], &files, Look { lang: Lang::En, coloured: false });
    assert!(shown.contains("[m.dl:1:13]") && shown.contains("`lease` is declared here\n   ╭─[decl.dl:1:7]"), "{shown}");
}

#[test]
fn long_lines_are_cut_around_the_mark() {
    let mut files = Files::default();
    let text = format!("{} 租越(x) {}\n", "a".repeat(1_000_000), "租".repeat(300_000));
    let file = files.add("m.dl", text);
    let found = Diagnostic::new(&catalogue::UNDECLARED_RELATION, span(&files, file, "租越(x)")).arg("name", "租越");
    let shown = render(&[found], &files, PLAIN);
    assert!(shown.contains("[m.dl:1:1000002]"), "{shown}");
    for line in shown.lines() {
        assert!(prose::width_of(line) <= WIDTH, "{line}");
    }
}

#[test]
fn nothing_steers_the_terminal() {
    let mut files = Files::default();
    let file = files.add("m.dl", "p(\u{1b}[31m).\n");
    let found = Diagnostic::new(&catalogue::UNDECLARED_RELATION, span(&files, file, "p")).arg("name", "\u{1b}[2J");
    assert!(!render(&[found], &files, PLAIN).contains('\u{1b}'));
}

#[test]
fn of_many_messages_the_first_fifty_are_shown_in_the_order_of_the_text() {
    let mut files = Files::default();
    let file = files.add("m.dl", "p\n".repeat(60));
    let at = |line: u32| Span { file, start: 2 * line, end: 2 * line + 1 };
    let found = (0..60).rev().map(|line| Diagnostic::new(&catalogue::UNDECLARED_RELATION, at(line)).arg("name", "p"));
    let shown = render(&found.collect::<Vec<_>>(), &files, PLAIN);
    let places = shown.lines().filter(|line| line.contains("[m.dl:")).collect::<Vec<_>>();
    assert_eq!(places.len(), 50);
    assert!(places[0].contains("[m.dl:1:1]") && places[49].contains("[m.dl:50:1]"));
    assert!(shown.ends_with("……另有 10 条消息\n\n"));
}

#[test]
fn the_end_of_a_text_can_be_marked() {
    let mut files = Files::default();
    let file = files.add("m.dl", "p(x)");
    let end = Span { file, start: 4, end: 4 };
    let shown = render(&[Diagnostic::new(&catalogue::UNDECLARED_RELATION, end).arg("name", "p")], &files, PLAIN);
    assert!(shown.contains(" 1 │ p(x)") && shown.contains("   ·     ▲\n   ·     ╰── 在此使用\n"), "{shown}");
}
