//! The computations behind premises.

use std::sync::Arc;

use eval::{Arg, Expression, GoalKind, Side, apply};
use program::checked::{Functor, PeriodUnit, Policy};
use values::{Primitive, Value};

use super::BodyNodes;
use crate::{Node, NodeId, Side as Shown};

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
        let premises = args.iter().filter_map(|arg| self.supported(*arg)).collect();
        let (args, value) = (args.iter().map(|arg| self.bound(*arg)).collect(), self.bound(variable));
        let result = self.goals.types[variable as usize];
        self.derivation.push(Node::Computation { op, result, args, policy: None, value, premises })
    }

    /// `x = f(y)` is the computation itself; anything else a comparison of two values.
    pub(super) fn equality(&mut self, left: &Expression, right: &Expression, operand: Primitive) -> Option<NodeId> {
        let lone = |side: &Expression| matches!(side, Expression::Variable(_));
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

    pub(super) fn side(&mut self, side: &Side, premises: &mut Vec<NodeId>) -> Shown {
        match side {
            Side::Value(value) => self.shown(value, premises),
            Side::Quotient(dividend, divisor, _) => {
                premises.extend([dividend, divisor].into_iter().filter_map(|part| self.behind(part)));
                Shown::Quotient(self.evaluate(dividend), self.evaluate(divisor))
            }
        }
    }

    /// The value of an operand; the computation behind it joins `premises`.
    pub(super) fn shown(&mut self, expression: &Expression, premises: &mut Vec<NodeId>) -> Shown {
        premises.extend(self.behind(expression));
        Shown::Value(self.evaluate(expression))
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
            Expression::Call(functor, args, _) => {
                let premises = args.iter().filter_map(|arg| self.behind(arg)).collect();
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
        let (op, result) = (functor.name(), functor.result());
        self.derivation.push(Node::Computation { op, result, args, policy, value, premises })
    }

    /// The step from the day on which a period would end to its end, where they differ.
    fn rolled(&mut self, policy: Policy, unit: PeriodUnit, args: &[Value], end: &Value) -> Option<NodeId> {
        let nominal = Functor::Deadline(Policy { rolls_forward: false, ..policy }, unit);
        let nominal = apply(nominal, args, self.explainer.lookup.dictionary()).ok()?;
        (nominal != *end).then(|| self.computed(Functor::Roll, vec![nominal], end.clone(), Vec::new()))
    }

    pub(super) fn range(&mut self, variable: u32, args: &[Expression], operand: Primitive) -> NodeId {
        let premises = args.iter().filter_map(|arg| self.behind(arg)).collect();
        let args = args.iter().map(|arg| self.evaluate(arg)).collect();
        let value = self.bound(variable);
        let op = "range";
        self.derivation.push(Node::Computation { op, result: operand, args, policy: None, value, premises })
    }
}
