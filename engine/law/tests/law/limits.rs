//! How many premises of a rule may be open.

use crate::support::Case;

fn case(premises: usize) -> Case {
    let names = (0..premises).map(|number| format!("f{number}")).collect::<Vec<_>>();
    let declared = names
        .iter()
        .map(|name| format!(".decl {name}(x: number, v: symbol, by: symbol, on: date, basis: symbol)\n"))
        .collect::<String>();
    let read = names.iter().map(|name| format!(", {name}(x, \"yes\", _, _, _)")).collect::<String>();
    let text =
        format!("{declared} .decl a(x: number) .decl h(x: number) a(1). @[clue = A, name = wide] h(x) :- a(x){read}.");
    names.iter().fold(Case::new(&text), |case, name| case.finding(name, 1))
}

#[test]
fn eight_open_premises_pass_and_nine_are_refused() {
    // 2^8 - 1 alternatives.
    assert_eq!(case(8).run().of("h?"), ["1, 1"]);
    assert_eq!(case(9).refusal(), ["SY0360 rule `wide` can be open in more than 256 ways"]);
}

#[test]
fn absences_do_not_multiply() {
    let names = (0..30).map(|number| format!("b{number}")).collect::<Vec<_>>();
    let declared = names.iter().map(|name| format!(".decl {name}(x: number)\n")).collect::<String>();
    let read = names.iter().map(|name| format!(", not {name}(x)")).collect::<String>();
    let case = Case::new(&format!(
        "{declared} .decl a(x: number) .decl h(x: number) a(1). a(2). b3(2). @[clue = A] h(x) :- a(x){read}."
    ));
    let case = names.iter().fold(case, |case, name| case.input(name));
    assert_eq!(case.run().of("h?"), ["1, 2"]);
}
