//! The declarations around the rules.

use values::{Date, Value};

use super::{Lawful, rules};

/// Relations that are filled, with a letter for the type of each column: number, date, symbol.
pub const RELATIONS: [(&str, &str); 7] =
    [("dom", "n"), ("b0", "nn"), ("b1", "nd"), ("t0", "nn"), ("f0", "nssds"), ("e0", "nn"), ("cs", "ndd")];

/// Those of them that say where they are complete, and by which columns they may.
pub const INPUTS: [(&str, &[&str]); 3] = [("b0", &["k"]), ("b1", &["k, d", "d", "k"]), ("e0", &["k"])];

/// Relations that rules conclude, from the bottom up.
pub const DERIVED: [(&str, &str); 9] = [
    ("p0", "nn"),
    ("p1", "n"),
    ("p2", "ns"),
    ("j", "nn"),
    ("p3", "nn"),
    ("w", "nn"),
    ("p4", "nd"),
    ("c0", "n"),
    ("c1", "nn"),
];

/// The value that a code stands for in a column of this type.
pub fn value(kind: char, code: u8) -> Value {
    match kind {
        'n' => Value::Number(i64::from(code % 4)),
        's' => Value::symbol(["y", "n"][code as usize % 2]),
        _ => Value::Date(Date::new(2024, 1, 1 + (code % 10) as i8).expect("a day of January")),
    }
}

/// How the relation of [`INPUTS`] with this number is complete: the columns; none: everywhere; nothing: nowhere.
pub fn completeness(lawful: &Lawful, input: usize) -> Option<Vec<&'static str>> {
    let by = INPUTS[input].1;
    match lawful.declared.complete[input] as usize % (2 + by.len()) {
        0 => None,
        1 => Some(vec![]),
        number => Some(by[number - 2].split(", ").collect()),
    }
}

/// The whole text.
pub fn program(lawful: &Lawful) -> String {
    let mut text = String::from(
        ".decl dom(k: number)\n.input dom\n.complete dom\n.decl b0(k: number, v: number)\n.input b0\n\
         .decl b1(k: number, d: date)\n.input b1\n.decl t0(k: number, v: number)\n.finding f0(k: number) : symbol\n.input f0\n\
         .decl e0(k: number, v: number)\n.input e0\n.expect e0(k)\n.decl cs(k: number, a: date, b: date)\n",
    );
    for (input, (name, _)) in INPUTS.iter().enumerate() {
        match completeness(lawful, input).as_deref() {
            None => {}
            Some([]) => text.push_str(&format!(".complete {name}\n")),
            Some(by) => {
                text.push_str(&format!(".complete {name} by ({}) from \"{name}_complete.csv\"\n", by.join(", ")))
            }
        }
    }
    text.push_str(
        ".decl p0(k: number, v: number)\n.decl p1(k: number)\n.decl p2(k: number, s: symbol)\n.decl j(k: number, m: number)\n\
         .decl p3(k: number, v: number)\n@[conflict = (k)]\n.decl w(k: number, v: number)\n.decl p4(k: number, d: date)\n\
         .decl c0(k: number)\n.decl c1(k: number, v: number)\n.model m \"m\" {\n  candidate dom(k)\n}\n",
    );
    text.push_str(&norms());
    text.push_str(&parameters(lawful.declared.gaps));
    text.push_str(&rules::rules(lawful));
    text
}

fn norms() -> String {
    let version = |article: &str, rest: &str| format!("  version {{ article: \"{article}\" in_force: {rest} }}\n");
    let law = "  law: \"L\" rank: law\n";
    let two = version("1", "d\"2024-01-01\" .. d\"2024-01-05\"") + &version("2", "d\"2024-01-07\" ..");
    format!(
        ".norm n0 {{\n{law}{two}}}\n.norm n1 {{\n  law: \"R\" rank: rule article: \"3\" in_force: d\"2024-01-03\" ..\n}}\n\
         .norm n2 {{\n{law}  article: \"4\" in_force: d\"2024-01-02\" ..\n}}\n"
    )
}

/// `lim` may lack values of some days, `klim` of some keys.
fn parameters(gaps: u8) -> String {
    let until = if gaps.is_multiple_of(4) { "03" } else { "05" };
    let keys = if gaps.is_multiple_of(3) { 3 } else { 4 };
    let keyed: String = (0..keys).map(|key| format!(" ({key}, {})", 3 - key)).collect();
    format!(
        ".param lim : number {{ (d\"2024-01-01\" .. d\"2024-01-{until}\", 2) (d\"2024-01-06\" .., 1) }}\n\
         .param klim(k: number) : number {{{keyed} }}\n"
    )
}
