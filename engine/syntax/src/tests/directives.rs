//! When a dot and a word make a directive.

use super::*;

#[test]
fn a_directive_needs_a_blank_on_its_line() {
    assert_eq!(marked(".decl\nlease(id: symbol)\n"), [("SY0114", ".decl")]);
    assert_eq!(marked(".input(lease)\n"), [("SY0114", ".input")]);
}

#[test]
fn a_carriage_return_or_form_feed_is_a_blank() {
    assert!(matches!(items(&clean(".decl\r\nlease(id: symbol)"))[..], [Item::Relation(_)]));
    assert!(matches!(items(&clean(".decl\u{c}lease(id: symbol)"))[..], [Item::Relation(_)]));
}

#[test]
fn a_directive_may_stand_anywhere_on_a_line() {
    let parse = clean("p(1). .output p .printsize p");
    assert!(matches!(items(&parse)[..], [Item::Rule(_), Item::Io(_), Item::Io(_)]));
}

#[test]
fn once_needs_no_blank() {
    assert!(matches!(items(&clean(".once\np(1)."))[..], [Item::Once(_), Item::Rule(_)]));
}

#[test]
fn an_unknown_directive_is_reported_and_ends_what_stands_before() {
    let text = ".type A = number\n.norms x {\n  law: \"a\"\n}\np(1).\n";
    assert_eq!(marked(text), [("SY0111", ".norms")]);
    assert!(matches!(items(&parsed(text))[..], [Item::Type(_), Item::Rule(_)]));
    assert_eq!(marked(".foo\n"), [("SY0111", ".foo")]);
}

#[test]
fn an_unknown_word_behind_a_dot_within_a_line_is_part_of_a_name() {
    assert!(matches!(items(&clean(".type A = b .norm"))[..], [Item::Type(_)]));
}

#[test]
fn the_parameters_of_a_directive_apply_to_all_its_relations() {
    let parse = clean(".input a, c.b(IO=file, delimiter=\",\", headers=true, n=3)");
    let [Item::Io(directive)] = &items(&parse)[..] else { panic!() };
    assert_eq!(directive.directive().unwrap().text(), ".input");
    assert_eq!(directive.relations().iter().map(|r| r.dotted()).collect::<Vec<_>>(), ["a", "c.b"]);
    let pairs: Vec<_> = directive
        .parameters()
        .iter()
        .map(|p| (p.key().unwrap().text().to_owned(), p.value().unwrap().text().to_owned()))
        .collect();
    let expected = [("IO", "file"), ("delimiter", "\",\""), ("headers", "true"), ("n", "3")];
    assert_eq!(pairs, expected.map(|(key, value)| (key.to_owned(), value.to_owned())));
}

#[test]
fn a_plan_belongs_to_the_rule_before_it() {
    let parse = clean("a(x) :- b(x), c(x).\n.plan 0:(2,1), 1:(1,2)\n");
    let plan = rules(&parse)[0].plan().unwrap();
    let orders: Vec<Vec<String>> =
        plan.versions().iter().map(|v| v.order().iter().map(|n| n.text().to_owned()).collect()).collect();
    assert_eq!(orders, [["2", "1"], ["1", "2"]]);
    assert_eq!(plan.versions()[1].version().unwrap().text(), "1");
    assert_eq!(marked(".plan 0:(1)\n"), [("SY0101", ".plan")]);
}

#[test]
fn preprocessor_lines_are_kept_wherever_they_stand() {
    let parse = clean("#define A(x) \\\n  b(x)\np(1, # dropped )\n2).\n");
    let tokens = parse.tree().descendants_with_tokens().filter_map(|part| part.into_token());
    let lines = tokens.filter(|token| token.kind() == crate::SyntaxKind::PREPROCESSOR);
    let lines = lines.map(|line| line.text().to_owned()).collect::<Vec<_>>();
    assert_eq!(lines, ["#define A(x) \\\n  b(x)", "# dropped )"]);
    assert_eq!(rules(&parse)[0].heads()[0].arguments().len(), 2);
}

#[test]
fn every_declaration_of_the_dialect_is_read() {
    let text = ".type A <: number\n.type B = A\n.type C = A | B\n.type D = [x: A, y: D]\n.type E = []\n.type F = G {x: A} | H {}\n\
                .type I\n.number_type J\n.symbol_type K\n.lattice L<> { Bottom -> 0, Lub -> @lub(_, _) }\n\
                .functor lub(x: A, A): A stateful\n.decl p, q()\n.decl r(x: A<>) brie\n.decl d = debug_delta(r)\n\
                .pragma \"a\" \"b\"\n.pragma \"c\"\n.include \"x.dl\"\n.limitsize r(n=3)\n\
                .comp M<T, U> : N<T>, O { .override r\n .decl s(x: T) overridable\n s(1). .comp P {} .init p = P }\n\
                .init m = M<A, c.B>\n";
    assert_eq!(items(&clean(text)).len(), 20);
}

#[test]
fn the_parts_of_a_component_are_its_own() {
    let parse = clean(".comp M<T> : N<T>, O {\n//! inner\n .decl s(x: T)\n s(1).\n}\n");
    let [Item::Component(component)] = &items(&parse)[..] else { panic!() };
    assert_eq!(component.header().unwrap().text(), "M<T>");
    assert_eq!(component.bases().iter().map(|base| base.text()).collect::<Vec<_>>(), ["N<T>", "O"]);
    assert_eq!(component.items().len(), 2);
    assert_eq!(component.docs(), "inner");
}
