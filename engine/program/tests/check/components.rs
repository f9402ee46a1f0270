//! Instances of components: what they declare, what names in them mean, how often something is told, and their limits.

use std::fmt::Write;

use crate::support::{checked, correct, findings, list, with_files};
use diagnostics::Lang;

fn names(text: &str) -> Vec<String> {
    correct(text).relations.iter().map(|relation| relation.name.clone()).collect()
}

/// The relation and arguments of each fact.
fn facts(text: &str) -> Vec<String> {
    let program = correct(text);
    let shown = |fact: &program::checked::Fact| {
        let args = fact.atom.args.iter().map(|arg| match arg {
            program::checked::Term::Constant(value) => value.to_string(),
            _ => "?".to_owned(),
        });
        format!("{}({})", program.relation(fact.atom.relation).name, args.collect::<Vec<_>>().join(","))
    };
    program.facts.iter().map(shown).collect()
}

#[test]
fn an_instance_stands_where_its_init_stands() {
    let text = ".comp A { .decl p(x: number) .output p p(2). }\n\
                .decl q(x: number)\n.output q\nq(1).\n.init i = A\n.init j = A\nq(3). i.p(4). j . p(5).";
    assert_eq!(names(text), ["q", "i.p", "j.p"]);
    assert_eq!(facts(text), ["q(1)", "i.p(2)", "j.p(2)", "q(3)", "i.p(4)", "j.p(5)"]);
}

#[test]
fn inherited_items_come_first() {
    let text = ".comp A { .decl p(x: number) .output p p(1). }\n.comp B { .decl q(x: number) .output q p(2). q(2). }\n\
                .comp C : A, B { p(3). q(3). }\n.init c = C\n";
    assert_eq!(facts(text), ["c.p(1)", "c.p(2)", "c.q(2)", "c.p(3)", "c.q(3)"]);
}

#[test]
fn files_are_named_by_the_full_name() {
    use program::checked::{OutputTarget, RecordSource};
    let program = correct(".comp A { .decl p(x: number) .input p .output p }\n.comp B { .init a = A }\n.init b = B\n");
    assert_eq!(program.inputs[0].source, RecordSource::File("b.a.p.facts".to_owned()));
    assert_eq!(program.outputs[0].target, OutputTarget::File("b.a.p.csv".to_owned()));
}

#[test]
fn rules_are_labelled_by_the_full_name() {
    let text = ".comp A { .decl p(x: number) .output p p(x) :- q(x). p(x) :- q(x), x > 1. }\n\
                .decl q(x: number)\nq(1).\n.init i = A\n.init j = A\n";
    let labels: Vec<String> = correct(text).rules.into_iter().map(|rule| rule.label).collect();
    assert_eq!(labels, ["i.p#1", "i.p#2", "j.p#1", "j.p#2"]);
}

#[test]
fn a_mistake_is_told_once_and_names_an_instance() {
    let text =
        ".comp A {\n  .decl p(x: number)\n  .output p\n  p(x) :- q(x).\n  p(\"a\").\n}\n.init i = A\n.init j = A\n";
    assert_eq!(findings(text), ["SY0201 4:11", "SY0302 5:5"]);
    let (files, checked) = checked(text);
    let related = &checked.diagnostics[0].related[0];
    assert_eq!(checked.diagnostics[0].fill(related.text, Lang::En), "in the instance `i`, made here");
    assert_eq!(files.place(related.span).line, 7);
}

#[test]
fn a_warning_about_every_instance_is_told_once_and_none_about_some() {
    let component =
        ".comp A {\n  .decl p(x: number)\n  .decl q(x: number)\n  q(x) :- p(x).\n}\n.init i = A\n.init j = A\n";
    assert_eq!(findings(&format!("{component}.output i.q\n.output j.q\n")), ["SY0393 2:9"]);
    assert_eq!(findings(&format!("{component}.output i.q\n.output j.q\ni.p(1).\n")), [""; 0]);
    assert_eq!(findings(&format!("{component}.output i.q\ni.p(1). j.p(1).\n")), [""; 0]);
}

#[test]
fn included_inside_a_component() {
    let main = ".comp A {\n  .include \"part\"\n  p(1).\n}\n.init i = A\n.init j = A\n";
    let part = ".decl p(x: number)\n.output p\np(x) :- r(x).\n";
    let (files, checked) = with_files(main, &[("part", part)]);
    assert_eq!(list(&files, &checked), ["SY0201 3:9"]);
    let twice = ".comp A { .include \"part\" }\n.comp B { .include \"part\" }\n.init a = A\n.init b = B\n";
    let (_, checked) = with_files(twice, &[("part", ".decl p()\n.output p\np().\n")]);
    let program = checked.program.expect("correct");
    assert_eq!(program.relations.iter().map(|relation| &relation.name[..]).collect::<Vec<_>>(), ["a.p", "b.p"]);
}

#[test]
fn once_ends_the_file_with_the_components_that_are_open_in_it() {
    let main = ".include \"part\"\n.include \"part\"\n.init a = A\n.output a.p\n";
    let part = ".once\n.decl q()\n.output q\nq().\n.comp A { .decl p() p(). }\n";
    let (files, checked) = with_files(main, &[("part", part)]);
    assert_eq!(list(&files, &checked), [""; 0]);
}

#[test]
fn a_failed_instance_excuses_its_names() {
    let text = ".init i = Nowhere\n.decl p(x: i.T)\n.output p\np(x) :- i.q(x), i.inner.r(x).\n.output i.q\n";
    assert_eq!(findings(text), ["SY0280 1:1"]);
}

#[test]
fn endless_instances_are_refused_where_they_begin_to_be_endless() {
    let deep = ".comp A {\n  .decl p(x: number)\n  .init a = A\n}\n.init a = A\n";
    assert_eq!(findings(deep), ["SY0287 3:3"]);
    let two = ".comp A {\n  .init a = B\n  .init b = B\n}\n.comp B {\n  .init a = A\n  .init b = A\n}\n.init a = A\n";
    assert_eq!(findings(two).len(), 1);
    let inherits = ".comp A<T> : T<T> {\n  .decl p(x: number)\n}\n.init a = A<A>\n";
    assert_eq!(findings(inherits), ["SY0284 1:1"]);
}

#[test]
fn a_hundred_levels_are_allowed() {
    let mut text = String::from(".comp C0 { .decl p() .output p p(). }\n");
    for level in 1..100 {
        writeln!(text, ".comp C{level} {{ .init i = C{} }}", level - 1).unwrap();
    }
    text.push_str(".init i = C99\n");
    assert_eq!(names(&text), [format!("{}p", "i.".repeat(100))]);
}

#[test]
fn doubling_instances_are_refused() {
    let mut text = String::from(".comp C0 { .decl p() p(). }\n");
    for level in 1..40 {
        writeln!(text, ".comp C{level} {{ .init i = C{0} .init j = C{0} }}", level - 1).unwrap();
    }
    text.push_str(".init i = C39\n");
    let found = findings(&text);
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("SY0288"), "{found:?}");
}

#[test]
fn many_instances() {
    let mut text = String::from(
        ".comp Graph<T> {\n  .decl edge(x: T, y: T)\n  .decl path(x: T, y: T)\n  .output path\n  edge(1, 2).\n  \
         path(x, y) :- edge(x, y).\n  path(x, z) :- path(x, y), edge(y, z).\n}\n",
    );
    (0..1000).for_each(|i| writeln!(text, ".init g{i} = Graph<number>").unwrap());
    assert_eq!(correct(&text).rules.len(), 2000);
}
