//! Warnings about the law in a program.

use crate::support::{checked, findings};
use diagnostics::Lang;

const LEASE: &str = ".decl lease(id: symbol, day: date, years: number)\n.input lease\n.complete lease\n\
                     .decl long(id: symbol)\n.output long\n";
const OLD: &str =
    ".norm CL_214 { law: \"Contract Law\" article: \"214\" in_force: d\"1999-10-01\" .. d\"2020-12-31\" }\n";
const NEW: &str = ".norm CC_705 { law: \"Civil Code\" article: \"705\" in_force: d\"2021-01-01\" .. \
                   checked: d\"2026-11-01\" against \"gazette\" }\n";

/// What is found in a text behind leases and both norms, which fill seven lines.
fn found(text: &str) -> Vec<String> {
    findings(&format!("{OLD}{NEW}{LEASE}{text}"))
}

/// The message of the only finding.
fn message(text: &str, lang: Lang) -> String {
    let (_, checked) = checked(&format!("{OLD}{NEW}{LEASE}{text}"));
    let [only] = &checked.diagnostics[..] else { panic!("{:?}", checked.diagnostics) };
    only.message(lang)
}

#[test]
fn a_norm_that_had_ended_or_not_begun() {
    let rule = |norm: &str, conditions: &str| {
        found(&format!("@[norm = {norm}, in_force_on = t]\nlong(l) :- lease(l, t, y), y > 20{conditions}.\n"))
    };
    assert_eq!(rule("CL_214", ", t >= d\"2021-01-01\""), ["SY0370 8:1"]);
    assert_eq!(rule("CL_214", ", t > d\"2020-12-30\""), Vec::<String>::new());
    assert_eq!(rule("CL_214", ", t > d\"2020-12-31\""), ["SY0370 8:1"]);
    assert_eq!(rule("CC_705", ", t < d\"2021-01-01\""), ["SY0370 8:1"]);
    assert_eq!(rule("CC_705", ", t <= d\"2021-01-01\""), Vec::<String>::new());
    // From one variable to the next.
    assert_eq!(rule("CL_214", ", t > u, u = d\"2020-12-31\""), ["SY0370 8:1"]);
    // In another alternative it may be in force.
    assert_eq!(rule("CL_214", ", (t > d\"2021-01-01\" ; t < d\"2010-01-01\")"), Vec::<String>::new());
}

#[test]
fn days_come_from_tables_parameters_and_other_norms() {
    let table = ".decl since(day: date)\nsince(d\"2022-01-01\").\nsince(d\"2023-01-01\").\n";
    let rule = "@[norm = CL_214, in_force_on = t]\nlong(l) :- lease(l, t, _), since(s), t >= s.\n";
    assert_eq!(found(&format!("{table}{rule}")), ["SY0370 11:1"]);
    let parameter = ".param since : date { d\"2022-01-01\" }\n";
    assert_eq!(found(&format!("{parameter}{rule}")), ["SY0370 9:1"]);
    let both = "@[norm = CL_214, norm = CC_705, in_force_on = t]\nlong(l) :- lease(l, t, _).\n";
    assert_eq!(found(both), ["SY0370 8:1"]);
    assert_eq!(
        message(both, Lang::En),
        "`long#1` uses `CC_705` for `t` (from 1999-10-01 to 2020-12-31), and it is in force on none of these days"
    );
}

#[test]
fn a_norm_that_has_ended_needs_a_day() {
    assert_eq!(found("@[norm = CL_214]\nlong(l) :- lease(l, _, _).\n"), ["SY0371 9:1"]);
    assert_eq!(found("@[norm = CC_705]\nlong(l) :- lease(l, _, _).\n"), Vec::<String>::new());
    assert_eq!(found("@[norm = CL_214, in_force_on = t]\nlong(l) :- lease(l, t, _).\n"), Vec::<String>::new());
}

#[test]
fn exceptions_whose_values_exclude_those_of_the_rule() {
    let short = |limit: &str| {
        found(&format!(
            ".decl short(id: symbol, y: number)\nshort(l, y) :- lease(l, _, y), y < {limit}.\n\
             long(l) :- lease(l, _, y), y > 20 unless short(l, y).\n"
        ))
    };
    assert_eq!(short("21"), ["SY0372 10:35"]);
    assert_eq!(short("22"), Vec::<String>::new());
    let by_not = ".decl short(id: symbol, y: number)\nshort(l, y) :- lease(l, _, y), y < 5.\n\
                  long(l) :- lease(l, _, y), y > 20, not short(l, y).\n";
    assert_eq!(found(by_not), ["SY0372 10:36"]);
    let proviso = ".decl short(id: symbol, y: number)\nshort(l, y) :- lease(l, _, y), y < 5.\n\
                   .decl term(id: symbol, n: number)\n.output term\n\
                   term(l, n) :- lease(l, _, y), y > 20, n = 10 but 5 when short(l, y).\n";
    assert_eq!(found(proviso).iter().filter(|found| found.starts_with("SY0372")).count(), 1);
    // Records and facts are data: whatever is not among them today may be tomorrow.
    let facts = ".decl short(id: symbol, y: number)\nshort(\"L-1\", 3).\nlong(l) :- lease(l, _, y), y > 20 unless short(l, y).\n";
    assert_eq!(found(facts), Vec::<String>::new());
}

#[test]
fn exceptions_that_nothing_can_conclude() {
    let circle = ".decl void(id: symbol)\nvoid(l) :- void(l), lease(l, _, _).\n\
                  long(l) :- lease(l, _, y), y > 20 unless void(l).\n";
    assert_eq!(found(circle), ["SY0372 10:35"]);
    let through = ".decl void(id: symbol)\n.decl gone(id: symbol)\ngone(l) :- lease(l, _, y), y > 5, y < 3.\nvoid(l) :- gone(l).\n\
                   long(l) :- lease(l, _, y), y > 20 unless void(l).\n";
    assert_eq!(found(through), ["SY0372 12:35"]);
}

#[test]
fn exceptions_that_a_condition_excludes() {
    let base = ".decl void(id: symbol)\nvoid(l) :- lease(l, _, y), y > 90.\n.decl exempt(id: symbol)\n\
                exempt(l) :- void(l), lease(l, _, y), y < 99.\n";
    let rule = |rest: &str| found(&format!("{base}long(l) :- lease(l, _, y), y > 20{rest}.\n"));
    assert_eq!(rule(", !void(l) unless void(l)"), ["SY0391 11:1", "SY0372 12:45"]);
    assert_eq!(rule(", not void(l) unless exempt(l)"), ["SY0372 12:48"]);
    assert_eq!(rule(", not void(_) unless exempt(l)"), ["SY0372 12:48"]);
    assert_eq!(rule(", not void(\"L-1\") unless exempt(l)"), Vec::<String>::new());
    assert_eq!(rule(" unless exempt(l)"), Vec::<String>::new());
}

#[test]
fn conditions_that_exclude_each_other() {
    let rule = |conditions: &str| found(&format!("@[norm = CC_705]\nlong(l) :- lease(l, _, y), {conditions}.\n"));
    assert_eq!(rule("y > 4, y < 5"), ["SY0373 9:35"]);
    assert_eq!(rule("y > 4, y < 6"), Vec::<String>::new());
    assert_eq!(rule("l = \"a\", y > 1, l = \"b\""), ["SY0373 9:44"]);
    assert_eq!(rule("y > 1, !lease(l, _, y)"), ["SY0373 9:36"]);
    assert_eq!(rule("y > 1, !lease(l, _, 3)"), Vec::<String>::new());
    // A rule outside of the law is its author's own affair.
    assert_eq!(found("long(l) :- lease(l, _, y), y > 4, y < 5.\n"), Vec::<String>::new());
}

#[test]
fn parameters_without_values_for_some_time() {
    let parameter = |values: &str| {
        let rule = "long(l) :- lease(l, t, y), limit(l, on: t, n), y > n.\n";
        found(&format!(".param limit(id: symbol) : number {{ {values} }}\n{rule}"))
    };
    let first = "(\"a\", d\"2013-01-01\" .. d\"2019-12-31\", 5)";
    assert_eq!(parameter(&format!("{first} (\"a\", d\"2020-01-01\" .., 6)")), Vec::<String>::new());
    assert_eq!(parameter(&format!("{first} (\"a\", d\"2020-01-03\" .., 6)")), ["SY0374 8:78"]);
    // The last value of "a" ends while that of "b" goes on.
    assert_eq!(parameter(&format!("{first} (\"b\", d\"2013-01-01\" .., 6)")), ["SY0374 8:37"]);
    assert_eq!(parameter(first), Vec::<String>::new());
}

#[test]
fn parameters_read_for_the_same_keys_have_the_same_keys() {
    let parameters = ".param most(id: symbol) : number { (\"a\", 5) (\"b\", 6) }\n.param least(id: symbol) : number { (\"a\", 1) }\n";
    let together = "long(l) :- lease(l, _, y), least(l, n), most(l, m), y > n, y < m.\n";
    assert_eq!(found(&format!("{parameters}{together}")), ["SY0375 9:8"]);
    let apart = "long(l) :- lease(l, _, y), least(l, n), y > n.\nlong(l) :- lease(l, _, y), most(l, n), y > n.\n";
    assert_eq!(found(&format!("{parameters}{apart}")), Vec::<String>::new());
}

#[test]
fn inputs_matter_also_through_negation() {
    let idle = ".decl void(id: symbol)\n.input void\n.decl gone(id: symbol)\ngone(l) :- void(l).\nlong(l) :- lease(l, _, _).\n";
    assert_eq!(found(idle), ["SY0376 9:8", "SY0391 11:1"]);
    let negated = ".decl void(id: symbol)\n.input void\nlong(l) :- lease(l, _, _), !void(l).\n";
    assert_eq!(found(negated), Vec::<String>::new());
}

#[test]
fn clues_cite_verified_norms() {
    assert_eq!(found("@[clue = A]\nlong(l) :- lease(l, _, _).\n"), ["SY0377 9:1"]);
    assert_eq!(found("@[clue = C]\nlong(l) :- lease(l, _, _).\n"), Vec::<String>::new());
    let unverified = ".norm CC_721 { law: \"Civil Code\" article: \"721\" in_force: d\"2021-01-01\" .. }\n\
                      .decl paid(id: symbol)\n@[norm = CC_721]\npaid(l) :- lease(l, _, y), y > 3.\n";
    let clues = "@[clue = A, norm = CC_705]\nlong(l) :- paid(l).\n.decl other(id: symbol)\n@[clue = B, norm = CC_721]\nother(l) :- paid(l).\n";
    assert_eq!(found(&format!("{unverified}{clues}")), ["SY0378 8:7"]);
    assert_eq!(message(&format!("{unverified}{clues}"), Lang::Zh), "`CC_721` 未经核对，却是 `long`、`other` 的依据");
    assert_eq!(found(&format!("{unverified}long(l) :- paid(l).\n")), Vec::<String>::new());
}

#[test]
fn floats_in_the_law() {
    let rule = |marks: &str| {
        found(&format!(
            ".decl rent(id: symbol, r: float)\n.input rent\n{marks}long(l) :- lease(l, _, _), rent(l, r), r < 0.7.\n"
        ))
    };
    assert_eq!(rule("@[norm = CC_705]\n"), ["SY0379 11:36"]);
    assert_eq!(rule("@[clue = C]\n"), ["SY0379 11:36"]);
    assert_eq!(rule(""), Vec::<String>::new());
}

#[test]
fn closed_worlds_behind_clues() {
    let base = ".decl paid(id: symbol)\n.input paid\n.decl settled(id: symbol)\nsettled(l) :- paid(l).\n\
                .decl owed(id: symbol)\nowed(l) :- lease(l, _, _), !settled(l).\n";
    let clue = "@[clue = A, norm = CC_705]\nlong(l) :- owed(l).\n";
    assert_eq!(found(&format!("{base}{clue}")), ["SY0384 13:29"]);
    assert_eq!(found(&format!("{base}long(l) :- owed(l).\n")), Vec::<String>::new());
    assert_eq!(found(&format!("{base}.complete paid\n{clue}")), Vec::<String>::new());
    // Without anything of the law the closed world is the dialect's.
    let plain = ".decl due(id: symbol)\n.input due\n.decl paid(id: symbol)\n.input paid\n.decl owed(id: symbol)\n\
                 @[clue = A]\nowed(x) :- due(x), !paid(x).\n";
    assert_eq!(findings(plain), Vec::<String>::new());
}

#[test]
fn absences_that_nothing_settles() {
    let base = ".decl paid(id: symbol)\n.input paid\n.decl settled(id: symbol)\nsettled(l) :- paid(l).\n";
    let rule = "long(l) :- lease(l, _, _) unless settled(l).\n";
    assert_eq!(found(&format!("{base}{rule}")), ["SY0385 12:27"]);
    assert_eq!(
        message(&format!("{base}{rule}"), Lang::En),
        "the absence of `settled` is never known: no `.complete` declares `paid`"
    );
    assert_eq!(found(&format!("{base}.complete paid\n{rule}")), Vec::<String>::new());
    // A finding is open in its own way, a table in the rules is complete.
    let finding = ".finding excused(id: symbol) : symbol\n.input excused\nlong(l) :- lease(l, _, _) unless excused(id: l, value: \"yes\").\n";
    assert_eq!(found(finding), Vec::<String>::new());
    let table = ".decl exempt(id: symbol)\nexempt(\"L-1\").\nlong(l) :- lease(l, _, _) unless exempt(l).\n";
    assert_eq!(found(table), Vec::<String>::new());
}

#[test]
fn precedence_over_a_rule_that_is_never_there() {
    let rules = |general: &str, special: &str| {
        found(&format!(
            "@[conflict = id]\n.decl term(id: symbol, n: number)\n.output term\n@[name = general]\n\
             term(l, 10) :- lease(l, _, y), y > 1{general}.\n@[overrides = general]\n\
             term(l, 20) :- lease(l, _, y), y > 5{special}.\nlong(l) :- lease(l, _, _).\n",
        ))
    };
    assert_eq!(rules("", ""), Vec::<String>::new());
    assert_eq!(rules(", y < 1", ""), ["SY0389 13:1"]);
    assert_eq!(rules("", ", y < 5"), ["SY0389 13:1"]);
    assert_eq!(rules(", l = \"a\"", ", l = \"b\""), ["SY0389 13:1"]);
    assert_eq!(rules(", l = \"a\"", ", l != \"b\""), Vec::<String>::new());
}

#[test]
fn models_and_their_elements() {
    let model =
        "long(l) :- lease(l, _, _).\n.model leases \"long leases\" { candidate lease(id) element a \"long\" }\n";
    let element =
        ".decl is_long(id: symbol)\n.output is_long\n@[element = leases.a]\nis_long(l) :- lease(l, _, y), y > 20.\n";
    let clue = |column: &str, body: &str| {
        format!(".decl clue({column}: symbol)\n@[clue = A, norm = CC_705, model = leases]\nclue(l) :- {body}.\n")
    };
    let good = clue("id", "is_long(l)");
    assert_eq!(found(&format!("{model}{element}{good}")), Vec::<String>::new());
    assert_eq!(found(&format!("{model}{}", clue("id", "lease(l, _, _)"))), ["SY0386 9:51"]);
    assert_eq!(found(&format!("{model}{element}{}", clue("id", "lease(l, _, _)"))), ["SY0387 16:1"]);
    assert_eq!(found(&format!("{model}{element}{}", clue("lease", "is_long(l)"))), ["SY0388 16:1"]);
}

#[test]
fn circles_of_exceptions_are_shown_with_their_articles() {
    let text = ".decl void(id: symbol)\n.output void\n\
                @[norm = CC_705]\nlong(l) :- lease(l, _, y), y > 20 unless void(l).\n\
                @[name = 无效, norm = CL_214]\nvoid(l) :- lease(l, _, _), not long(l).\n";
    let circle = "long (long#1, CC_705) -> void (无效, CL_214) -> long";
    assert_eq!(message(text, Lang::En), format!("`long` depends on itself through negation: {circle}"));
    let circle = "long（long#1、CC_705） -> void（无效、CL_214） -> long";
    assert_eq!(message(text, Lang::Zh), format!("`long` 通过否定依赖于自身：{circle}"));
}
