//! Section 15 of the dialect reference: what looks alike and is not.

use super::*;
use crate::ast::{Literal, Term};

fn dotted(text: &str) -> Vec<String> {
    rules(&clean(text)).iter().map(|rule| rule.heads()[0].name().unwrap().dotted()).collect()
}

fn literals(text: &str) -> Vec<Literal> {
    rule(text).body().unwrap().conjunctions()[0].literals()
}

fn sides(literal: &Literal) -> (Term, &'static str, Term) {
    let Literal::Comparison(comparison) = literal else { panic!("{literal:?}") };
    let operator = comparison.operator().unwrap().kind().fixed_text().unwrap();
    (comparison.left().unwrap(), operator, comparison.right().unwrap())
}

#[test]
fn a_dot_directly_before_a_name_ends_a_fact() {
    assert_eq!(dotted("p(1).q(2)."), ["p", "q"]);
}

#[test]
fn a_directive_word_behind_a_dot_names_a_relation() {
    assert_eq!(dotted("c.input(1)."), ["c.input"]);
}

#[test]
fn blanks_and_line_breaks_may_surround_the_dot_of_a_name() {
    assert_eq!(dotted("c .\n  d(1)."), ["c.d"]);
}

#[test]
fn a_number_and_a_dot_end_a_rule() {
    let found = rules(&clean("a(x) :- x = 2.p(3)."));
    assert_eq!(found.iter().map(|rule| rule.text()).collect::<Vec<_>>(), ["a(x) :- x = 2.", "p(3)."]);
}

#[test]
fn a_variable_and_a_dot_end_a_rule() {
    let found = rules(&clean("a(y) :- y = b.f(x)."));
    assert_eq!(found.iter().map(|rule| rule.text()).collect::<Vec<_>>(), ["a(y) :- y = b.", "f(x)."]);
}

#[test]
fn a_word_operator_may_follow_a_number_directly() {
    let literals = literals("a(x) :- x = 12band 4.");
    let Term::Chain(chain) = sides(&literals[0]).2 else { panic!() };
    assert_eq!(chain.first().unwrap().text(), "12");
    let rest: Vec<_> = chain.rest().iter().map(|(op, term)| format!("{} {}", op.text(), term.text())).collect();
    assert_eq!(rest, ["band 4"]);
}

#[test]
fn not_with_parentheses_is_an_atom() {
    let found = literals("a(x) :- not (x).");
    let Literal::Atom(atom) = &found[0] else { panic!() };
    assert_eq!(atom.name().unwrap().dotted(), "not");
}

#[test]
fn less_than_minus_is_no_arrow() {
    let literals = literals("a(x) :- x <- y.");
    let (left, operator, right) = sides(&literals[0]);
    assert_eq!((left.text().as_str(), operator, right.text().as_str()), ("x", "<", "- y"));
}

#[test]
fn percent_is_a_remainder() {
    assert_eq!(sides(&literals("a(x) :- x = 12% 5.")[0]).2.text(), "12% 5");
}

#[test]
fn question_marks_belong_to_names() {
    assert_eq!(dotted("number?(?x) :- ?y(?x)."), ["number?"]);
}

#[test]
fn dates_with_dashes_are_subtractions() {
    let Term::Chain(chain) = sides(&literals("a(x) :- x = 2021-01-01.")[0]).2 else { panic!() };
    assert_eq!(chain.rest().len(), 2);
}

#[test]
fn a_fact_may_follow_a_declaration_directly() {
    let parse = clean(".decl z(x:number) key(1).");
    assert!(matches!(items(&parse)[..], [Item::Relation(_), Item::Rule(_)]));
}

#[test]
fn a_branch_may_be_called_like_a_type() {
    let parse = clean(".type T = number { unit: EUR }");
    let [Item::Type(declaration)] = &items(&parse)[..] else { panic!() };
    let Some(crate::ast::TypeDefinition::Adt(adt)) = declaration.definition() else { panic!() };
    assert_eq!(adt.branches()[0].name().unwrap().text(), "number");
}

#[test]
fn a_call_in_front_of_an_operator_starts_a_comparison() {
    for body in ["f(x) < y", "f(x) + 1 > y", "f(x) = y"] {
        assert!(matches!(literals(&format!("a(x) :- {body}."))[..], [Literal::Comparison(_)]), "{body}");
    }
    assert!(matches!(literals("a(x) :- f(x), y = 1.")[..], [Literal::Atom(_), Literal::Comparison(_)]));
}

#[test]
fn less_or_equal_between_heads_is_subsumption() {
    let parse = clean("f(x) <= f(y) :- x < y.");
    let [Item::Subsumption(found)] = &items(&parse)[..] else { panic!() };
    assert_eq!(found.dominated().unwrap().text(), "f(x)");
    assert_eq!(found.dominating().unwrap().text(), "f(y)");
    assert_eq!(found.body().unwrap().text(), "x < y");
}

#[test]
fn a_parenthesis_starts_a_term_or_a_body() {
    assert!(matches!(literals("a(x) :- (x + 1) * 2 > y.")[..], [Literal::Comparison(_)]));
    assert!(matches!(literals("a(x) :- ((x)) = y.")[..], [Literal::Comparison(_)]));
    assert!(matches!(literals("a(x) :- (x = 1; y(x)).")[..], [Literal::Paren(_)]));
}

#[test]
fn min_and_max_are_functors_or_aggregates() {
    let term = |text: &str| sides(&literals(&format!("a(x) :- x = {text}."))[0]).2;
    assert!(matches!(term("min(y, z)"), Term::Call(_)));
    assert!(matches!(term("min (y) : b(y)"), Term::Aggregate(_)));
    assert!(matches!(term("max y + 1 : b(y)"), Term::Aggregate(_)));
    assert!(matches!(term("max(min(y, z)) : b(y, z)"), Term::Aggregate(_)));
}

#[test]
fn an_aggregate_over_an_atom_ends_with_the_atom() {
    let found = literals("a(x) :- x = count : b(_) + 1, c(x).");
    let Term::Chain(chain) = sides(&found[0]).2 else { panic!() };
    assert!(matches!(chain.first(), Some(Term::Aggregate(_))));
    assert!(matches!(found[1], Literal::Atom(_)));
}

#[test]
fn a_dollar_alone_is_the_old_counter() {
    assert!(matches!(sides(&literals("a(x) :- x = $.")[0]).2, Term::OldCounter(_)));
    assert!(matches!(sides(&literals("a(x) :- x = $i.B().")[0]).2, Term::Branch(_)));
}

#[test]
fn signs_bind_less_than_powers_and_more_than_products() {
    let Term::Chain(product) = sides(&literals("a(x) :- x = -2^2 * 3.")[0]).2 else { panic!() };
    let Some(Term::Unary(unary)) = product.first() else { panic!() };
    assert_eq!((unary.operator().unwrap().text(), unary.operand().unwrap().text()), ("-", "2^2".to_owned()));
}

#[test]
fn each_level_of_precedence_groups_as_the_reference_says() {
    let text = "a(x) :- x = 1 lor 2 lxor 3 land 4 bor 5 bxor 6 band 7 bshl 8 + 9 * 10.";
    let mut term = sides(&literals(text)[0]).2;
    let mut operators = Vec::new();
    while let Term::Chain(chain) = &term {
        let mut rest = chain.rest();
        assert_eq!(rest.len(), 1);
        let (operator, right) = rest.remove(0);
        operators.push(operator.text().to_owned());
        term = right;
    }
    assert_eq!(operators, ["lor", "lxor", "land", "bor", "bxor", "band", "bshl", "+", "*"]);
}

#[test]
fn falling_precedence_groups_to_the_left() {
    let Term::Chain(sum) = sides(&literals("a(x) :- x = 1 * 2 * 3 + 4 - 5 * 6.")[0]).2 else { panic!() };
    assert_eq!(sum.first().unwrap().text(), "1 * 2 * 3");
    let rest: Vec<_> = sum.rest().iter().map(|(op, term)| format!("{} {}", op.text(), term.text())).collect();
    assert_eq!(rest, ["+ 4", "- 5 * 6"]);
}
