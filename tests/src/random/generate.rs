//! Random programs, relation by relation, from the bottom up.

use values::{Primitive, Value};

use super::body::{Builder, Reader};
use super::composite::COMPOSITES;
use super::dice::Dice;
use super::expression::{Scope, Terms, constant};
use super::program::{Atom, Expr, Item, Law, Program, Relation, Rule};

const NAMES: [&str; 8] = ["edge", "租约", "r2", "node", "线索", "_r5", "r6?", "count_of"];

/// A program of 3 to 8 relations.
pub fn random_program(dice: &mut Dice<'_>) -> Program {
    let stored = dice.between(1, 4);
    let derived = dice.between(2, 4);
    let mut relations = Vec::new();
    let mut level = 0;
    for index in 0..stored + derived {
        if index >= stored && (index == stored || !dice.once_in(3)) {
            level += 1;
        }
        relations.push(relation(index, level, dice));
    }
    let facts = facts(&relations, dice);
    let mut sizes = relations.iter().map(|relation| relation.rows.len() as f64 + 1.0).collect::<Vec<_>>();
    for (size, relation) in sizes.iter_mut().zip(&relations).skip(stored) {
        *size = (8f64).powi(relation.columns.len() as i32).min(60.0);
    }
    let mut rules = Vec::new();
    for head in stored..relations.len() {
        for _ in 0..dice.between(1, 3) {
            rules.push(rule(head, &relations, &sizes, dice));
        }
        if relations[head].columns.contains(&Primitive::Number) && dice.once_in(6) {
            rules.push(counting_up(head, &relations, dice));
        }
    }
    Program { relations, facts, rules, prefix: if dice.once_in(3) { "变" } else { "x" } }
}

fn relation(index: usize, level: u32, dice: &mut Dice<'_>) -> Relation {
    use Primitive::{Date, Decimal, Float, Number, Symbol, Unsigned};
    let [pair, list, color, shape] = COMPOSITES;
    let types = [Symbol, Number, Unsigned, Float, Date, Decimal, pair, list, color, shape];
    let weights = if dice.once_in(2) { [6, 8, 3, 2, 3, 3, 0, 0, 0, 0] } else { [6, 8, 2, 1, 2, 2, 3, 3, 2, 3] };
    let arity = dice.weighted(&[1, 6, 9, 5, 2]);
    let mut columns = (0..arity).map(|_| types[dice.weighted(&weights)]).collect::<Vec<_>>();
    let law = if level == 0 { Law::Set } else { law(&mut columns, dice) };
    let observed = level > 0 && dice.once_in(8);
    let fewest = if dice.once_in(8) { 0 } else { 2 };
    let rows = if level == 0 { dice.between(fewest, 12) } else { dice.below(12) / 9 };
    let mut row = || columns.iter().map(|column| constant(*column, dice)).collect();
    let rows = (0..rows).map(|_| row()).collect();
    Relation { name: NAMES[index].to_string(), columns, level, rows, law, observed }
}

/// What a relation makes of its tuples; an equivalence needs two columns of one type.
fn law(columns: &mut Vec<Primitive>, dice: &mut Dice<'_>) -> Law {
    use Primitive::{Date, Decimal, Number, Symbol, Unsigned};
    let ordered = |column: &Primitive| [Symbol, Number, Unsigned, Date, Decimal].contains(column);
    match dice.below(8) {
        0 if columns.len() > 1 => {
            columns.truncate(2);
            columns[1] = columns[0];
            Law::Equivalence
        }
        1 if !columns.is_empty() => {
            let mut order = (0..columns.len()).collect::<Vec<_>>();
            dice.shuffle(&mut order);
            let keys = order.chunks(dice.between(1, 2)).take(dice.between(1, 2));
            Law::Choice(keys.map(<[usize]>::to_vec).collect())
        }
        2 => columns.iter().rposition(ordered).map_or(Law::Set, Law::Least),
        _ => Law::Set,
    }
}

fn facts(relations: &[Relation], dice: &mut Dice<'_>) -> Vec<Atom> {
    let mut facts = Vec::new();
    let nothing = Scope::default();
    for (index, relation) in relations.iter().enumerate() {
        let count = if relation.level == 0 { dice.below(6) } else { dice.below(8) / 7 };
        for _ in 0..count {
            let depth = usize::from(dice.once_in(6));
            let mut terms = Terms { scope: &nothing, dice, fallible: false };
            let args = relation.columns.iter().map(|column| terms.term(*column, depth)).collect();
            let named = relation.columns.len() > 1 && dice.once_in(5);
            facts.push(Atom { relation: index, args, named });
        }
    }
    facts
}

fn rule(head: usize, relations: &[Relation], sizes: &[f64], dice: &mut Dice<'_>) -> Rule {
    let reader = Reader { relations, sizes, level: relations[head].level };
    let mut builder = Builder::new(&reader, dice);
    builder.fill();
    let Builder { scope, items: mut body, .. } = builder;
    let recursive = body.iter().any(|item| reads(item, relations, reader.level));
    if recursive && dice.once_in(6) {
        let rounds = Expr::Constant(Value::Unsigned(dice.below(4) as u64));
        body.push(Item::Compare("<=", Expr::Call("recursive_iteration_cnt", vec![]), rounds));
    }
    let mut heads = vec![head_atom(head, relations, &scope, recursive, dice)];
    if dice.once_in(5) {
        let level = relations[head].level;
        let fitting = (0..relations.len()).filter(|other| relations[*other].level >= level).collect::<Vec<_>>();
        let other = dice.pick(&fitting);
        heads.push(head_atom(other, relations, &scope, recursive, dice));
    } else if let Some(at) = relations[head].columns.iter().position(|column| *column == Primitive::Number)
        && !recursive
        && dice.once_in(8)
    {
        heads[0].args[at] = Expr::Call("autoinc", vec![]);
    }
    Rule { heads, body, whole: false }
}

/// In a recursive rule only values that are there already, so that the rule ends.
fn head_atom(head: usize, relations: &[Relation], scope: &Scope, recursive: bool, dice: &mut Dice<'_>) -> Atom {
    let mut arg = |column: &Primitive| {
        let known = if recursive { scope.finite(*column, dice) } else { scope.latest(*column, dice) };
        match known.filter(|_| recursive || !dice.once_in(5)) {
            Some(variable) => variable,
            None if recursive => Expr::Constant(constant(*column, dice)),
            None => {
                let fallible = dice.once_in(20);
                let depth = dice.weighted(&[3, 2, 1]);
                Terms { scope, dice, fallible }.term(*column, depth)
            }
        }
    };
    let args = relations[head].columns.iter().map(&mut arg).collect::<Vec<_>>();
    Atom { relation: head, named: args.len() > 1 && dice.once_in(6), args }
}

/// True where the item reads a relation of this level or above.
fn reads(item: &Item, relations: &[Relation], level: u32) -> bool {
    match item {
        Item::Atom(atom) => relations[atom.relation].level >= level,
        Item::Not(inner) => reads(inner, relations, level),
        Item::All(items) | Item::Any(items) => items.iter().any(|item| reads(item, relations, level)),
        Item::Compare(..) | Item::Test(..) | Item::Truth(_) => false,
    }
}

/// `p(x + 1, y) :- p(x, y), x < 7.`, once in a while without the bound but with a factor, which overflows soon.
fn counting_up(head: usize, relations: &[Relation], dice: &mut Dice<'_>) -> Rule {
    let columns = &relations[head].columns;
    let at = columns.iter().position(|column| *column == Primitive::Number).unwrap_or(0);
    let mut scope = Scope::default();
    let args = columns.iter().map(|column| scope.fresh(*column, true)).collect::<Vec<_>>();
    let number = |n: i64| Expr::Constant(Value::Number(n));
    let mut next = args.clone();
    let mut body = vec![Item::Atom(Atom { relation: head, args: args.clone(), named: false })];
    if dice.once_in(5) {
        next[at] = Expr::Infix("*", vec![args[at].clone(), number(3)]);
    } else {
        next[at] = Expr::Infix("+", vec![args[at].clone(), number(1)]);
        body.push(Item::Compare("<", args[at].clone(), number(dice.below(8) as i64)));
        body.push(Item::Compare(">", args[at].clone(), number(-4)));
    }
    dice.shuffle(&mut body);
    Rule { heads: vec![Atom { relation: head, args: next, named: false }], body, whole: true }
}
