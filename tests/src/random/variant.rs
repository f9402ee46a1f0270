//! Programs written otherwise that mean the same.

use super::dice::Dice;
use super::program::{Expr, Item, Program};

/// What is written otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// The literals of every conjunction in another order.
    Reordered,
    /// `true` added to every body.
    Padded,
    /// A rule written twice.
    Repeated,
    /// Other names for variables.
    Renamed,
    /// Literals under two negations.
    TwiceNegated,
}

impl Variant {
    /// All of them.
    pub const ALL: [Variant; 5] = [Self::Reordered, Self::Padded, Self::Repeated, Self::Renamed, Self::TwiceNegated];
}

/// The program written otherwise.
pub fn variant(program: &Program, variant: Variant, dice: &mut Dice<'_>) -> Program {
    let mut program = program.clone();
    match variant {
        Variant::Reordered => {
            program.rules.iter_mut().for_each(|rule| reorder(&mut rule.body, dice));
        }
        Variant::Padded => {
            for rule in &mut program.rules {
                let at = dice.below(rule.body.len() + 1);
                rule.body.insert(at, Item::Truth(true));
            }
        }
        Variant::Repeated => {
            if !program.rules.is_empty() {
                let again = program.rules[dice.below(program.rules.len())].clone();
                let at = dice.below(program.rules.len() + 1);
                program.rules.insert(at, again);
            }
        }
        Variant::Renamed => program.prefix = "_v",
        Variant::TwiceNegated => {
            for rule in &mut program.rules {
                rule.body = rule.body.drain(..).map(|item| twice_negated(item, dice)).collect();
            }
        }
    }
    program
}

fn reorder(items: &mut [Item], dice: &mut Dice<'_>) {
    dice.shuffle(items);
    items.iter_mut().for_each(|item| reorder_inside(item, dice));
}

fn reorder_inside(item: &mut Item, dice: &mut Dice<'_>) {
    match item {
        Item::All(items) | Item::Any(items) => reorder(items, dice),
        Item::Not(inner) => reorder_inside(inner, dice),
        Item::Compare(_, left, right) => [left, right].into_iter().for_each(|side| reorder_aggregate(side, dice)),
        Item::Atom(_) | Item::Test(..) | Item::Truth(_) => {}
    }
}

fn reorder_aggregate(side: &mut Expr, dice: &mut Dice<'_>) {
    match side {
        Expr::Aggregate(aggregate) => reorder(&mut aggregate.body, dice),
        Expr::Infix(_, parts) => parts.iter_mut().for_each(|part| reorder_aggregate(part, dice)),
        _ => {}
    }
}

fn twice_negated(item: Item, dice: &mut Dice<'_>) -> Item {
    match dice.below(3) {
        0 => Item::Not(Box::new(Item::Not(Box::new(item)))),
        _ => item,
    }
}
