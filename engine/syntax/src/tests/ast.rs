//! Typed views.

use super::*;
use crate::ast::{Literal, Term};

#[test]
fn named_and_positional_arguments() {
    let rule = rule("p(x) :- lease(x, property: y, from: _).");
    let Literal::Atom(atom) = &rule.body().unwrap().conjunctions()[0].literals()[0] else { panic!() };
    let named: Vec<_> = atom
        .arguments()
        .iter()
        .map(|a| (a.name().map(|name| name.text().to_owned()), a.term().unwrap().text()))
        .collect();
    let named: Vec<_> = named.iter().map(|(name, term)| (name.as_deref(), term.as_str())).collect();
    assert_eq!(named, [(None, "x"), (Some("property"), "y"), (Some("from"), "_")]);
}

#[test]
fn several_heads_and_disjuncts() {
    let rule = rule("a(x), b(x) :- c(x), d(x); !e(x).");
    assert_eq!(rule.heads().len(), 2);
    let conjunctions = rule.body().unwrap().conjunctions();
    assert_eq!(conjunctions.iter().map(|c| c.text()).collect::<Vec<_>>(), ["c(x), d(x)", "!e(x)"]);
}

#[test]
fn docs_are_merged_and_annotations_keep_their_tokens() {
    let parse =
        clean("/// one\n///two\n@[norm = CC_725] /// three\n@[norm(code = \"C C\", art = 1573)]\n@[old]\np(1).\n");
    let rule = &rules(&parse)[0];
    assert_eq!(rule.docs(), "one\ntwo\nthree");
    let annotations: Vec<_> =
        rule.annotations().iter().map(|a| (a.key().unwrap().text().to_owned(), a.value())).collect();
    assert_eq!(
        annotations,
        [
            ("norm".to_owned(), Some("CC_725".to_owned())),
            ("norm".to_owned(), Some("(code = \"C C\", art = 1573)".to_owned())),
            ("old".to_owned(), None),
        ]
    );
    let tokens: Vec<_> = rule.annotations()[1].value_tokens().iter().map(|t| t.text().to_owned()).collect();
    assert_eq!(tokens, ["(", "code", "=", "\"C C\"", ",", "art", "=", "1573", ")"]);
}

#[test]
fn inner_docs_and_annotations_belong_to_what_surrounds_them() {
    let parse = clean("//! file\n@![version = 2]\n/// rule\np(x) :- //! inner\n@![clue = B] q(x).\n");
    assert_eq!(parse.program().docs(), "file");
    assert_eq!(parse.program().annotations()[0].value().unwrap(), "2");
    let rule = &rules(&parse)[0];
    assert_eq!(rule.docs(), "rule\ninner");
    assert!(rule.annotations()[0].is_inner());
}

#[test]
fn an_annotation_may_hold_any_balanced_tokens() {
    clean("@[a = p(1). .decl x == :: -> d\"2021-01-01\" 12.50m]\np(1).\n");
    clean("@[count { [ ( ) ] }]\np(1).\n");
}

#[test]
fn attributes_and_branches_have_docs_and_annotations() {
    let parse = clean(".decl p(@[key] /// id\n x: symbol,\n /// when\n y: date)\n.type T = /// b\n B {} | @[c] C {}\n");
    let Item::Relation(relation) = &items(&parse)[0] else { panic!() };
    let docs: Vec<_> = relation.attributes().iter().map(|attribute| attribute.docs()).collect();
    assert_eq!(docs, ["id", "when"]);
    assert_eq!(relation.attributes()[0].annotations().len(), 1);
    let Item::Type(declaration) = &items(&parse)[1] else { panic!() };
    let Some(crate::ast::TypeDefinition::Adt(adt)) = declaration.definition() else { panic!() };
    assert_eq!(adt.branches()[0].docs(), "b");
    assert_eq!(adt.branches()[1].annotations().len(), 1);
}

#[test]
fn spans_leave_docs_and_annotations_out() {
    let text = "/// doc\n@[a] p(1). // end\n";
    let span = rules(&clean(text))[0].span(FileId(7));
    assert_eq!((span.file, &text[span.start as usize..span.end as usize]), (FileId(7), "p(1)."));
}

#[test]
fn qualifiers_and_choice_domains() {
    let parse = clean(".decl p, q(x: number, y: number) inline choice-domain x, (x, y) eqrel");
    let [Item::Relation(relation)] = &items(&parse)[..] else { panic!() };
    assert_eq!(relation.names().iter().map(|n| n.text().to_owned()).collect::<Vec<_>>(), ["p", "q"]);
    assert_eq!(relation.qualifiers().iter().map(|q| q.text().to_owned()).collect::<Vec<_>>(), ["inline", "eqrel"]);
    let keys: Vec<usize> = relation.choice_keys().iter().map(|key| key.columns().len()).collect();
    assert_eq!(keys, [1, 2]);
}

#[test]
fn aggregates_have_targets_and_bodies() {
    let rule = rule("p(x) :- x = sum y * 2 : { q(y), !r(y) }, x < (@@f y : 0, q(y)), x = count : q(_).");
    let literals = rule.body().unwrap().conjunctions()[0].literals();
    let right = |at: usize| {
        let Literal::Comparison(comparison) = &literals[at] else { panic!() };
        comparison.right().unwrap()
    };
    let Term::Aggregate(sum) = right(0) else { panic!() };
    assert_eq!(sum.word().unwrap().text(), "sum");
    assert_eq!(sum.target().unwrap().text(), "y * 2");
    assert_eq!(sum.body().unwrap().literals().len(), 2);
    let Term::Paren(paren) = right(1) else { panic!() };
    let Some(Term::UserAggregate(user)) = paren.term() else { panic!() };
    assert_eq!((user.target().unwrap().text(), user.initial().unwrap().text()), ("y".to_owned(), "0".to_owned()));
    let Term::Aggregate(count) = right(2) else { panic!() };
    assert!(count.target().is_none());
    assert!(matches!(count.body().unwrap().literals()[..], [Literal::Atom(_)]));
}

#[test]
fn casts_calls_and_branches() {
    let rule = rule("p(x) :- x = as(y + 1, a.T), x = f(1, 2), x = autoinc(), x = @g(), x = $i.B(z).");
    let literals = rule.body().unwrap().conjunctions()[0].literals();
    let right = |at: usize| {
        let Literal::Comparison(comparison) = &literals[at] else { panic!() };
        comparison.right().unwrap()
    };
    let Term::Cast(cast) = right(0) else { panic!() };
    assert_eq!((cast.operand().unwrap().text(), cast.type_name().unwrap().dotted()), ("y + 1".into(), "a.T".into()));
    let Term::Call(call) = right(1) else { panic!() };
    assert_eq!((call.name().unwrap().text(), call.arguments().len()), ("f", 2));
    let Term::Call(counter) = right(2) else { panic!() };
    assert_eq!((counter.name().unwrap().text(), counter.arguments().len()), ("autoinc", 0));
    let Term::UserCall(user) = right(3) else { panic!() };
    assert_eq!(user.name().unwrap().text(), "g");
    let Term::Branch(branch) = right(4) else { panic!() };
    assert_eq!((branch.name().unwrap().dotted(), branch.arguments().len()), ("i.B".to_owned(), 1));
}
