//! Literals: which nodes fulfil them.

use diagnostics::Text;
use program::checked::{Comparison, LiteralKind, Term, TextTest};
use values::{Primitive, Value};

use super::alternatives::Signed;
use super::node::{Node, Supply};
use super::quantity::Quantity;
use super::scope::Scope;
use super::term::{has_node, transparent};
use super::words::words;
use super::{Rejected, Verifier};
use crate::arithmetic::{compare, holds};

const NAN: Text = Text {
    en: "a computation that gives no number gives its variable that value: whether a fact gives it too is not looked at",
    zh: "计算没有得出数的，变量以此为值；是否另有事实给出该值，未予核验",
};

impl<'a> Verifier<'a> {
    /// The premises in `supply` are what the literal asks for, and it holds.
    pub(super) fn literal(
        &mut self,
        node: &Node<'a>,
        signed: &Signed<'a>,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<(), Rejected> {
        match &signed.literal.kind {
            LiteralKind::Atom(atom) if signed.holds => self.present(node, atom, scope, supply).map(|_| ()),
            LiteralKind::Atom(atom) => self.absent(node, atom, scope, supply),
            LiteralKind::Compare { op, left, right, operand } => {
                let op = if signed.holds { *op } else { op.negated() };
                self.compares((op, *operand), (left, right), scope, supply)
            }
            LiteralKind::Text { test, pattern, text } => self.text(*test, signed.holds, (pattern, text), scope, supply),
            LiteralKind::Truth(truth) if *truth == signed.holds => Ok(()),
            LiteralKind::Truth(_) => {
                node.reject(words!("the alternative holds a literal that is false", "该情形含有不成立的条件"))
            }
            LiteralKind::Absent(absent) if signed.holds => self.known_absent(node, absent, scope, supply),
            LiteralKind::Absent(absent) => self.present(node, &absent.atom, scope, supply).map(|_| ()),
            LiteralKind::InForce { norm, day } => self.in_force(node, (*norm, *day), signed.holds, scope, supply),
        }
    }

    /// `x = f(y)` is shown by the computation, anything else by a node that compares.
    fn compares(
        &mut self,
        (op, operand): (Comparison, Primitive),
        (left, right): (&'a Term, &'a Term),
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<(), Rejected> {
        if let (Comparison::Equal, Primitive::Composite(_)) = (op, operand) {
            match (left, right) {
                (Term::Composite { fields, .. }, Term::Composite { .. }) if !fields.is_empty() => {
                    return self.field_by_field(left, right, scope, supply);
                }
                (Term::Composite { .. }, Term::Composite { .. }) => {}
                (parts @ Term::Composite { .. }, whole) | (whole, parts @ Term::Composite { .. }) => {
                    return self.taken_apart(whole, parts, scope, supply);
                }
                _ => {}
            }
        }
        // Composites differ or do not; the one that is written out is shown first.
        let is_written = |side: &Term| matches!(side, Term::Composite { .. });
        let turned = matches!(operand, Primitive::Composite(_)) && is_written(right) && !is_written(left);
        let (left, right) = if turned { (right, left) } else { (left, right) };
        let is_exact = [left, right].iter().any(|side| matches!(side, Term::Ratio(_)));
        let lone = |side: &Term| matches!(transparent(side), Term::Variable(_));
        if op == Comparison::Equal && !is_exact {
            for (side, other) in [(left, right), (right, left)] {
                if lone(side) && has_node(other) {
                    let owner = supply.owner;
                    let value = self.operand(other, scope, supply)?;
                    let side = self.operand(side, scope, &mut Supply::new(owner, vec![]))?;
                    let what = words!("{side} is not {value}", "{side} 不等于 {value}");
                    let is_nan = matches!(value, Value::Float(x) if x.is_nan()) && side == value;
                    if is_nan {
                        self.notes.insert(NAN.into());
                    }
                    let is_so = is_nan || compare(op, &side, &value);
                    return if is_so { Ok(()) } else { Err(Rejected { node: Some(owner), what }) };
                }
            }
        }
        let node = self.claim(supply.owner, supply.next()?)?;
        let mut behind = node.supply()?;
        let (left, right) = (self.side(left, scope, &mut behind)?, self.side(right, scope, &mut behind)?);
        behind.end()?;
        self.shows(&node, (op.symbol(), operand), &left, &right)?;
        let is_so = match (&left, &right) {
            (Quantity::Value(left), Quantity::Value(right)) if !is_exact => match operand {
                Primitive::Composite(_) => (left == right) == (op == Comparison::Equal),
                _ => compare(op, left, right),
            },
            (left, right) => match (left.fraction(), right.fraction()) {
                (Ok(left), Ok(right)) => holds(op, Some(left.compare(&right))),
                _ => return node.reject(words!("a side has no value", "一侧算不出值")),
            },
        };
        if is_so { Ok(()) } else { node.reject(words!("the comparison does not hold", "比较不成立")) }
    }

    fn side(&mut self, term: &'a Term, scope: &mut Scope<'a>, supply: &mut Supply) -> Result<Quantity, Rejected> {
        match term {
            Term::Ratio(ratio) => self.ratio(ratio, scope, supply),
            term => self.quantity(term, scope, supply),
        }
    }

    /// A node that compares shows this.
    pub(super) fn shows(
        &self,
        node: &Node<'_>,
        (op, operand): (&str, Primitive),
        left: &Quantity,
        right: &Quantity,
    ) -> Result<(), Rejected> {
        node.expect("comparison")?;
        node.says("op", op)?;
        node.says("type", operand.name())?;
        for (name, side) in [("left", left), ("right", right)] {
            let told = node.text(name)?;
            if !side.is_shown_as(told) {
                return node.reject(words!(
                    "its {name} is {told}, not {}",
                    "字段 `{name}` 为 {told}，应为 {}",
                    side.told()
                ));
            }
        }
        Ok(())
    }

    fn text(
        &mut self,
        test: TextTest,
        expected: bool,
        (pattern, text): (&'a Term, &'a Term),
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<(), Rejected> {
        let node = self.claim(supply.owner, supply.next()?)?;
        let mut behind = node.supply()?;
        let (pattern, text) = (self.operand(pattern, scope, &mut behind)?, self.operand(text, scope, &mut behind)?);
        behind.end()?;
        let op = format!("{}{}", if expected { "" } else { "!" }, test.symbol());
        let (left, right) = (Quantity::Value(pattern.clone()), Quantity::Value(text.clone()));
        self.shows(&node, (&op, Primitive::Symbol), &left, &right)?;
        match (pattern, text) {
            (Value::Symbol(pattern), Value::Symbol(text)) if self.patterns.test(test, &pattern, &text, expected) => {
                Ok(())
            }
            _ => node.reject(words!("the test does not come out so", "文本检验的结果并非如此")),
        }
    }

    /// `x = [a, _]`: the value has these parts.
    fn taken_apart(
        &mut self,
        whole: &'a Term,
        parts: &'a Term,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<(), Rejected> {
        let node = self.claim(supply.owner, supply.next()?)?;
        let mut behind = node.supply()?;
        let value = self.operand(whole, scope, &mut behind)?;
        if !self.fits(parts, &value, scope, &mut behind)? {
            return node.reject(words!("{value} has other parts", "{value} 的组成部分不符"));
        }
        behind.end()?;
        let value = Quantity::Value(value);
        let Term::Composite { shape, .. } = parts else {
            return node.reject(words!("it has no parts", "它没有组成部分"));
        };
        self.shows(&node, ("=", Primitive::Composite(*shape)), &value, &value)
    }

    /// Whether a term describes the value; computations in it come from `supply`.
    pub(super) fn fits(
        &mut self,
        term: &'a Term,
        value: &Value,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<bool, Rejected> {
        let (branch, fields) = match transparent(term) {
            Term::Wildcard => return Ok(true),
            Term::Composite { branch, fields, .. } => (branch, fields),
            other => return Ok(self.operand(other, scope, supply)? == *value),
        };
        let Value::Composite(composite) = value else { return Ok(false) };
        let Some(parts) = composite.fields().filter(|_| composite.branch_number() == *branch) else { return Ok(false) };
        for (field, part) in fields.iter().zip(parts) {
            if !self.fits(field, part, scope, supply)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// `[a, b] = [c, d]`: the node of the last pair is shown.
    fn field_by_field(
        &mut self,
        left: &'a Term,
        right: &'a Term,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<(), Rejected> {
        let (mut pairs, mut open) = (Vec::new(), vec![(left, right, None)]);
        while let Some((left, right, kind)) = open.pop() {
            match (left, right) {
                (Term::Wildcard, _) | (_, Term::Wildcard) => {}
                (
                    Term::Composite { shape, branch, fields, .. },
                    Term::Composite { branch: other, fields: others, .. },
                ) if !fields.is_empty() => {
                    if branch != other {
                        return Err(Rejected {
                            node: Some(supply.owner),
                            what: words!("the branches differ", "分支不同"),
                        });
                    }
                    let kinds =
                        self.program.shapes.get(*shape).fields(*branch).iter().map(|field| Some(field.primitive));
                    let inner = fields.iter().zip(others).zip(kinds).map(|((left, right), kind)| (left, right, kind));
                    open.extend(inner.collect::<Vec<_>>().into_iter().rev());
                }
                _ => pairs.extend(kind.map(|kind| (left, right, kind))),
            }
        }
        let Some((left, right, kind)) = pairs.pop() else { return Ok(()) };
        for (left, right, _) in pairs {
            let sides = [left, right].map(|side| self.silently(side, Some(scope)));
            if sides[0].is_none() || sides[0] != sides[1] {
                return Err(Rejected {
                    node: Some(supply.owner), what: words!("two fields differ", "两个字段不同")
                });
            }
        }
        self.compares((Comparison::Equal, kind), (left, right), scope, supply)
    }
}
