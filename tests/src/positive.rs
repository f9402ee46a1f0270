//! Small random programs without absences and aggregates, in which everything can be tried out.

use values::Value;

use crate::engine::Rows;
use crate::random::Dice;

/// A program text and its records, by the numbers of the relations.
#[derive(Debug)]
pub struct Positive {
    /// The text.
    pub text: String,
    /// Its records: those of `r0` and `r1`.
    pub rows: Rows,
}

/// Relations `r0`, `r1` with records and now and then a fact of the text, `d0` to `d2` with rules; all of two columns over three constants.
/// One in four has an equivalence for `d1`.
pub fn positive(dice: &mut Dice<'_>) -> Positive {
    let eqrel = dice.once_in(4);
    let mut text = String::from(".decl r0(x: number, y: number)\n.decl r1(x: number, y: number)\n");
    for relation in 0..3 {
        let kind = if eqrel && relation == 1 { " eqrel" } else { "" };
        text += &format!(".decl d{relation}(x: number, y: number){kind}\n.output d{relation}\n");
    }
    if dice.once_in(4) {
        text += &format!("r{}({}, {}).\n", dice.below(2), dice.below(3), dice.below(3));
    }
    for relation in 0..3 {
        for _ in 0..dice.between(1, 2) {
            text += &rule(relation, dice);
        }
    }
    let mut rows = vec![Vec::new(); 5];
    for _ in 0..dice.between(2, 7) {
        let row = vec![Value::Number(dice.below(3) as i64), Value::Number(dice.below(3) as i64)];
        let relation: &mut Vec<Vec<Value>> = &mut rows[dice.below(2)];
        if !relation.contains(&row) {
            relation.push(row);
        }
    }
    Positive { text, rows }
}

fn rule(head: usize, dice: &mut Dice<'_>) -> String {
    let names = ["x", "y", "z"];
    let atoms = (0..dice.between(1, 3)).map(|_| {
        let relation = dice.pick(&["r0", "r1", "r0", "r1", "d0", "d1", "d2"]);
        let arg = |dice: &mut Dice<'_>| {
            if dice.once_in(8) { dice.below(3).to_string() } else { dice.pick(&names).to_string() }
        };
        (relation, [arg(dice), arg(dice)])
    });
    let atoms = atoms.collect::<Vec<_>>();
    let bound = atoms.iter().flat_map(|(_, args)| args).filter(|arg| names.contains(&arg.as_str())).collect::<Vec<_>>();
    let arg = |dice: &mut Dice<'_>| match bound.len() {
        0 => dice.below(3).to_string(),
        len => bound[dice.below(len)].clone(),
    };
    let body = atoms.iter().map(|(relation, [a, b])| format!("{relation}({a}, {b})")).collect::<Vec<_>>().join(", ");
    format!("d{head}({}, {}) :- {body}.\n", arg(dice), arg(dice))
}
