//! `.decl` and `.type`.

use crate::support::{correct, findings};
use values::Primitive;

#[test]
fn relations_and_columns_have_one_declaration() {
    assert_eq!(findings(".decl a(x: number)\n.decl b()\n.decl a(x: number)\na(1).\nb()."), ["SY0202 3:7"]);
    assert_eq!(findings(".decl a(x: number, x: symbol)\n.output a\na(1, \"\")."), ["SY0209 1:23"]);
}

#[test]
fn several_names_share_their_columns() {
    let program = correct(".decl a, b(x: number)\n.output a, b\na(1).\nb(2).");
    assert_eq!(program.relations.len(), 2);
    assert_eq!(program.outputs.len(), 2);
    assert_eq!(findings(".decl a, b(x: nubmer)\n.output a, b\na(1).\nb(2)."), ["SY0205 1:15"]);
}

#[test]
fn types_have_one_declaration() {
    assert_eq!(findings(".type T <: symbol\n.type T <: number\n.decl a(x: T)\n.output a\na(\"\")."), ["SY0203 2:1"]);
    assert_eq!(findings(".type float <: symbol\n.decl a(x: float)\n.output a\na(1.5)."), ["SY0204 1:1"]);
}

#[test]
fn a_type_of_the_users_own_may_be_called_date() {
    let program = correct(".type date <: symbol\n.decl a(x: date)\n.output a\na(\"2021\").");
    assert_eq!(program.relations[0].columns[0].primitive, Primitive::Symbol);
    assert_eq!(findings(".type decimal = number\n.decl a(x: decimal)\n.output a\na(1.5m)."), ["SY0302 4:3"]);
}

#[test]
fn types_rest_on_something() {
    assert_eq!(findings(".decl a(x: T)\n.output a\na(1)."), ["SY0205 1:12"]);
    assert_eq!(findings(".type T <: U\n.decl a(x: T)\n.output a\na(1)."), ["SY0205 1:12"]);
    assert_eq!(findings(".type T = T\n.decl a(x: T)\n.output a\na(1)."), ["SY0206 1:1"]);
    let circle = ".type A = B\n.type B = C | D\n.type C <: A\n.type D <: symbol\n.decl a(x: B)\n.output a\na(\"\").";
    assert_eq!(findings(circle), ["SY0206 1:1"]);
    let union = ".type A <: number\n.type B <: number\n.type U = A | B\n.type S <: U\n.decl a(x: S)\n.output a\na(1).";
    assert_eq!(findings(union), ["SY0207 4:1"]);
    assert_eq!(findings(".type U = number | symbol\n.decl a(x: U)\n.output a\na(1)."), ["SY0208 1:1"]);
}

#[test]
fn the_order_of_types_does_not_matter() {
    let program = correct(".decl a(x: T)\n.type T = U\n.type U <: V\n.type V <: unsigned\n.output a\na(1).");
    let column = &program.relations[0].columns[0];
    assert_eq!((column.type_name.as_str(), column.primitive), ("T", Primitive::Unsigned));
}

#[test]
fn old_forms_are_understood() {
    assert_eq!(
        findings(".type T\n.number_type N\n.symbol_type S\n.decl a(x: T, y: N, z: S)\n.output a\na(\"\", 1, \"\")."),
        ["SY0217 1:1", "SY0217 2:1", "SY0217 3:1"]
    );
    let (_, checked) = crate::support::checked(".decl a(x: number) input output printsize\n");
    let program = checked.program.unwrap();
    assert_eq!((program.inputs.len(), program.outputs.len(), program.print_sizes.len()), (1, 1, 1));
    assert_eq!(findings(".decl a(x: number) input output\n"), ["SY0218 1:20", "SY0218 1:26"]);
}

#[test]
fn qualifiers_that_change_nothing_are_accepted() {
    correct(
        ".decl a(x: number) brie magic no_inline overridable\n.decl b(x: number) inline btree no_magic\n.output a\nb(1).\na(x) :- b(x).\n.pragma \"legacy\"\n",
    );
    assert_eq!(findings(".decl a(x: number) btree brie\n.output a\na(1)."), ["SY0210 1:26"]);
    assert_eq!(
        findings(".decl a(x: number) inline inline\n.decl b(x: number)\n.output b\na(1).\nb(x) :- a(x)."),
        ["SY0210 1:27"]
    );
}
