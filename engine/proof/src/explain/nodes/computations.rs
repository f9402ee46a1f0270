//! The computations behind premises.

use std::sync::Arc;

use eval::{Arg, Expression, Fault, GoalKind, Quantity, Side, apply, link};
use program::checked::{Functor, PeriodUnit, Policy};
use values::{Decimal, Primitive, Ratio, Value};

use super::BodyNodes;
use crate::{Node, NodeId};

impl BodyNodes<'_, '_> {
    /// The nodes of the computations behind arguments, also inside composites.
    pub(super) fn behind_all(&mut self, args: &[Arg]) -> Vec<NodeId> {
        let mut nodes = Vec::new();
        for arg in args {
            let Arg::Variable(variable) = arg else { continue };
            nodes.extend(self.supported(*variable));
            let inner = self.goals.goals.iter().find_map(|goal| match &goal.kind {
                GoalKind::Composite { variable: whole, parts } if whole == variable && *whole >= self.goals.named => {
                    Some(parts)
                }
                _ => None,
            });
            nodes.extend(inner.map(|parts| self.behind_all(&parts.fields)).unwrap_or_default());
        }
        nodes
    }

    /// A call whose value is a temporary's.
    pub(super) fn called(&mut self, op: &'static str, variable: u32, args: &[u32]) -> NodeId {
        let premises = self.behind_all(&args.iter().map(|arg| Arg::Variable(*arg)).collect::<Vec<_>>());
        let args = args.iter().map(|arg| self.bound(*arg).into()).collect();
        let value = self.bound(variable).into();
        let result = self.goals.types[variable as usize];
        self.derivation.push(Node::Computation { op, result, args, policy: None, value, premises })
    }

    /// `x = f(y)` is the computation itself; anything else a comparison of two values.
    pub(super) fn equality(&mut self, left: &Expression, right: &Expression, operand: Primitive) -> Option<NodeId> {
        let named = self.goals.named;
        let lone = |side: &Expression| matches!(side, Expression::Variable(variable) if *variable < named);
        for (side, other) in [(left, right), (right, left)] {
            if lone(side) && !matches!(other, Expression::Constant(..)) {
                let node = match other {
                    Expression::Variable(variable) => self.supported(*variable),
                    computed => self.computation(computed),
                };
                if node.is_some() {
                    return node;
                }
            }
        }
        let mut premises = Vec::new();
        let (left, right) = (self.shown(left, &mut premises), self.shown(right, &mut premises));
        Some(self.derivation.push(Node::Comparison { op: "=".to_string(), operand, left, right, premises }))
    }

    pub(super) fn side(&mut self, side: &Side, premises: &mut Vec<NodeId>) -> Quantity {
        match side {
            Side::Value(value) => self.shown(value, premises),
            Side::Ratio(ratio) => self.ratio(ratio, premises),
        }
    }

    /// The value of an operand; the computation behind it joins `premises`.
    pub(super) fn shown(&mut self, expression: &Expression, premises: &mut Vec<NodeId>) -> Quantity {
        premises.extend(self.operands_behind(expression));
        self.evaluate(expression).into()
    }

    /// The exact value of an operand; a quotient that is all of it speaks for itself.
    fn ratio(&mut self, expression: &Expression, premises: &mut Vec<NodeId>) -> Quantity {
        if let Expression::Chain(first, rest) = expression
            && let [(Functor::Divide(_), right, _)] = &rest[..]
            && !is_arithmetic(first)
            && !is_arithmetic(right)
        {
            premises.extend([&**first, right].into_iter().filter_map(|part| self.behind(part)));
            return Quantity::Quotient(self.decimal(first), self.decimal(right));
        }
        self.exact(expression, premises)
    }

    /// The exact value of an operand, with a node for each step; the last one joins `premises`.
    fn exact(&mut self, expression: &Expression, premises: &mut Vec<NodeId>) -> Quantity {
        match expression {
            Expression::Chain(first, rest) => {
                let (mut behind, mut ratio) = (Vec::new(), self.fraction(first));
                let mut left = self.exact(first, &mut behind);
                for (functor, right, span) in rest {
                    let args = vec![left, self.exact(right, &mut behind)];
                    ratio = link(*functor, &ratio, &self.fraction(right), *span).unwrap_or_else(impossible);
                    left = Quantity::Ratio(ratio.clone());
                    behind = vec![self.exactly(*functor, args, left.clone(), behind)];
                }
                premises.extend(behind);
                left
            }
            Expression::Call(functor @ Functor::Negate(_), args, _) => {
                let mut behind = Vec::new();
                let args = vec![self.exact(&args[0], &mut behind)];
                let value = Quantity::Ratio(self.fraction(expression));
                premises.push(self.exactly(*functor, args, value.clone(), behind));
                value
            }
            leaf => self.shown(leaf, premises),
        }
    }

    fn fraction(&self, expression: &Expression) -> Ratio {
        let ratio = expression.ratio(&|variable| self.bound(variable), self.explainer.lookup.dictionary());
        ratio.unwrap_or_else(impossible)
    }

    fn decimal(&self, expression: &Expression) -> Decimal {
        match self.evaluate(expression) {
            Value::Decimal(decimal) => decimal,
            other => unreachable!("{other:?} is no decimal"),
        }
    }

    /// The nodes behind an operand: more than one of a composite whose fields are computed.
    fn operands_behind(&mut self, expression: &Expression) -> Vec<NodeId> {
        match expression {
            Expression::Variable(variable) => self.behind_all(&[Arg::Variable(*variable)]),
            computed => self.computation(computed).into_iter().collect(),
        }
    }

    /// The node of the computation, aggregate or range that gives an operand its value.
    pub(super) fn behind(&mut self, expression: &Expression) -> Option<NodeId> {
        match expression {
            Expression::Variable(variable) => self.supported(*variable),
            computed => self.computation(computed),
        }
    }

    pub(super) fn supported(&mut self, variable: u32) -> Option<NodeId> {
        if let Some((_, node)) = self.supports.iter().find(|(known, _)| *known == variable) {
            return Some(*node);
        }
        let node =
            (self.goals.round == Some(variable)).then(|| self.called("recursive_iteration_cnt", variable, &[]))?;
        self.supports.push((variable, node));
        Some(node)
    }

    /// A node for each call of an expression, operands first; the last one is the result.
    fn computation(&mut self, expression: &Expression) -> Option<NodeId> {
        match expression {
            Expression::Variable(_) | Expression::Constant(..) => None,
            Expression::Call(Functor::Round(mode), args, _) => {
                let mut premises = Vec::new();
                let (ratio, places) = (self.ratio(&args[0], &mut premises), self.shown(&args[1], &mut premises));
                let args = vec![ratio, places, Value::symbol(mode.name()).into()];
                let value = self.evaluate(expression).into();
                Some(self.exactly(Functor::Round(*mode), args, value, premises))
            }
            Expression::Call(functor, args, _) => {
                let premises = args.iter().flat_map(|arg| self.operands_behind(arg)).collect();
                let values = args.iter().map(|arg| self.evaluate(arg)).collect();
                let value = self.evaluate(expression);
                Some(self.computed(*functor, values, value, premises))
            }
            Expression::Parameter(parameter, args, _) => {
                let premises = args.iter().filter_map(|arg| self.behind(arg)).collect();
                let mut keys = args.iter().map(|arg| self.evaluate(arg)).collect::<Vec<_>>();
                let on = keys.split_off(parameter.keys.len()).pop();
                let (value, parameter) = (self.evaluate(expression), Arc::clone(parameter));
                Some(self.derivation.push(Node::Parameter { parameter, keys, on, value, premises }))
            }
            Expression::Chain(first, rest) => {
                let mut node = self.behind(first);
                let mut value = self.evaluate(first);
                for (functor, right, _) in rest {
                    let premises = node.into_iter().chain(self.behind(right)).collect();
                    let args = vec![value.clone(), self.evaluate(right)];
                    value = apply(*functor, &args, self.explainer.lookup.dictionary())
                        .unwrap_or_else(|kind| unreachable!("a solution has no failures: {kind:?}"));
                    node = Some(self.computed(*functor, args, value.clone(), premises));
                }
                node
            }
        }
    }

    fn computed(&mut self, functor: Functor, mut args: Vec<Value>, value: Value, mut premises: Vec<NodeId>) -> NodeId {
        let mut policy = None;
        // Shown as written: the base of a power first, the unit of a period last.
        match functor {
            Functor::PowerOf(_) => args.reverse(),
            Functor::Deadline(how, unit) => {
                premises.extend(self.rolled(how, unit, &args, &value));
                args.push(Value::symbol(unit.name()));
                policy = Some(how);
            }
            _ => {}
        }
        let args = args.into_iter().map(Quantity::Value).collect();
        let (op, result, value) = (functor.name(), functor.result(), value.into());
        self.derivation.push(Node::Computation { op, result, args, policy, value, premises })
    }

    /// A step of exact arithmetic, or the rounding behind it.
    fn exactly(&mut self, functor: Functor, args: Vec<Quantity>, value: Quantity, premises: Vec<NodeId>) -> NodeId {
        let (op, result) = (functor.name(), functor.result());
        self.derivation.push(Node::Computation { op, result, args, policy: None, value, premises })
    }

    /// The step from the day on which a period would end to its end, where they differ.
    fn rolled(&mut self, policy: Policy, unit: PeriodUnit, args: &[Value], end: &Value) -> Option<NodeId> {
        let nominal = Functor::Deadline(Policy { rolls_forward: false, ..policy }, unit);
        let nominal = apply(nominal, args, self.explainer.lookup.dictionary()).ok()?;
        (nominal != *end).then(|| self.computed(Functor::Roll, vec![nominal], end.clone(), Vec::new()))
    }

    pub(super) fn range(&mut self, variable: u32, args: &[Expression], operand: Primitive) -> NodeId {
        let mut premises = Vec::new();
        let args = args.iter().map(|arg| self.shown(arg, &mut premises)).collect();
        let value = self.bound(variable).into();
        self.derivation.push(Node::Computation { op: "range", result: operand, args, policy: None, value, premises })
    }
}

/// True for what is computed in a ratio, step by step.
fn is_arithmetic(expression: &Expression) -> bool {
    matches!(expression, Expression::Chain(..) | Expression::Call(Functor::Negate(_), ..))
}

fn impossible(fault: Fault) -> Ratio {
    unreachable!("a solution has no failures: {fault:?}")
}
