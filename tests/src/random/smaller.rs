//! Programs that are smaller by one edit.

use super::program::{Expr, Item, Law, Program};

/// The program after its `number`-th possible edit; `None` where there are fewer.
pub(super) fn smaller(program: &Program, number: usize) -> Option<Program> {
    let mut program = program.clone();
    let mut editor = Editor { left: number, done: false };
    editor.program(&mut program);
    editor.done.then_some(program)
}

/// Walks over a program and makes one edit, the one before which `left` others were possible.
struct Editor {
    left: usize,
    done: bool,
}

impl Editor {
    /// True where it is this edit's turn.
    fn now(&mut self) -> bool {
        if self.done {
            return false;
        }
        self.done = self.left == 0;
        self.left = self.left.saturating_sub(1);
        self.done
    }

    fn program(&mut self, program: &mut Program) {
        self.drop_one(&mut program.rules, 0);
        self.drop_one(&mut program.facts, 0);
        for relation in &mut program.relations {
            if !relation.rows.is_empty() && self.now() {
                relation.rows.clear();
            }
            self.drop_one(&mut relation.rows, 0);
        }
        for rule in program.rules.iter_mut().filter(|rule| !rule.whole) {
            self.drop_one(&mut rule.heads, 1);
            self.items(&mut rule.body, 0);
            for head in &mut rule.heads {
                self.exprs(&mut head.args);
            }
        }
        for relation in &mut program.relations {
            if relation.observed && self.now() {
                relation.observed = false;
            }
            if relation.law != Law::Set && self.now() {
                relation.law = Law::Set;
            }
        }
        self.drop_relation(program);
    }

    fn drop_one<T>(&mut self, list: &mut Vec<T>, keep: usize) {
        if list.len() <= keep {
            return;
        }
        if let Some(index) = (0..list.len()).find(|_| self.now()) {
            list.remove(index);
        }
    }

    fn items(&mut self, items: &mut Vec<Item>, keep: usize) {
        self.drop_one(items, keep);
        for item in items {
            self.item(item);
        }
    }

    fn item(&mut self, item: &mut Item) {
        match item {
            Item::Atom(atom) => {
                for arg in &mut atom.args {
                    if !matches!(arg, Expr::Wild) && self.now() {
                        *arg = Expr::Wild;
                    }
                    self.expr(arg);
                }
            }
            Item::Not(inner) => {
                if matches!(**inner, Item::All(_) | Item::Any(_) | Item::Not(_)) && self.now() {
                    *item = (**inner).clone();
                } else {
                    self.item(inner);
                }
            }
            Item::All(items) | Item::Any(items) => {
                let only = (0..items.len()).find(|_| self.now());
                if let Some(only) = only {
                    *item = items.swap_remove(only);
                } else {
                    self.items(items, 1);
                }
            }
            Item::Compare(_, left, right) => {
                self.expr(left);
                self.expr(right);
            }
            Item::Test(_, pattern, text) => {
                self.expr(pattern);
                self.expr(text);
            }
            Item::Truth(_) => {}
        }
    }

    fn exprs(&mut self, exprs: &mut [Expr]) {
        exprs.iter_mut().for_each(|expr| self.expr(expr));
    }

    /// Replaces an operation by one of its operands; the checks refuse what does not fit.
    fn expr(&mut self, expr: &mut Expr) {
        let operands = match expr {
            Expr::Infix(_, parts) | Expr::Call(_, parts) | Expr::Composite(_, parts) => &mut parts[..],
            Expr::Prefix(_, inner) | Expr::Cast(inner, _) => std::slice::from_mut(&mut **inner),
            Expr::Aggregate(aggregate) => {
                self.items(&mut aggregate.body, 1);
                aggregate.target.iter_mut().for_each(|target| self.expr(target));
                return;
            }
            Expr::Wild | Expr::Variable(_) | Expr::Constant(_) => return,
        };
        if let Some(only) = (0..operands.len()).find(|_| self.now()) {
            *expr = operands[only].clone();
        } else {
            self.exprs(operands);
        }
    }

    /// The last relation, if nothing names it.
    fn drop_relation(&mut self, program: &mut Program) {
        let last = program.relations.len() - 1;
        let text = program.text();
        let named =
            text.matches(&format!("{}(", program.relations[last].name)).count() > 1 || program.relations[last].observed;
        if last > 0 && !named && self.now() {
            program.relations.pop();
        }
    }
}
