//! Aggregates: every member contributes, nothing else does, and the value is what comes of them.

use std::collections::BTreeSet;

use program::checked::{Aggregate, AggregateOp, Contribution, LiteralKind, VarId};
use serde_json::{Map, Value as Json, json};
use values::{Decimal, Primitive, Value};

use super::alternatives::{Conjunction, expand};
use super::bodies::Bodies;
use super::conclusion::{Groups, grouped};
use super::node::{Node, Supply};
use super::quantity::Quantity;
use super::scope::Scope;
use super::term::has_node;
use super::words::words;
use super::{Rejected, Verifier};
use crate::arithmetic::{Undefined, decimal_sum, integer_sum};

/// One contribution.
struct Member {
    value: Value,
    /// What tells it apart from others.
    key: Vec<Value>,
    witnesses: Vec<Value>,
}

impl<'a> Verifier<'a> {
    /// The value of an aggregate that the node shows.
    pub(super) fn aggregate(
        &mut self,
        aggregate: &'a Aggregate,
        scope: &mut Scope<'a>,
        node: &Node<'a>,
    ) -> Result<Quantity, Rejected> {
        node.expect("aggregate")?;
        node.says("op", aggregate.op.name())?;
        node.says("type", aggregate.operand.name())?;
        let group = aggregate.injected.iter().map(|id| scope.value(*id, node.id)).collect::<Result<Vec<_>, _>>()?;
        if *node.object("group")? != named(scope, &aggregate.injected, &group) {
            return node.reject(words!("its group is another one", "分组不符"));
        }
        // A disjunction in an aggregate is refused when the program is checked (SY0116, SY0322).
        let body = expand(&aggregate.body, true).pop().unwrap_or_default();
        let mut members = Vec::new();
        for member in node.list("members")? {
            members.push(self.member(node, aggregate, &body, scope, member)?);
        }
        let distinct = members.iter().map(|member| &member.key).collect::<BTreeSet<_>>();
        if distinct.len() < members.len() {
            return node.reject(words!("a member is counted twice", "同一分项计了两次"));
        }
        self.complete(node, aggregate, scope, &group, members.len())?;
        let mut values = members.iter().map(|member| &member.value).collect::<Vec<_>>();
        values.sort_unstable();
        let Ok(result) = folded(aggregate, &values) else {
            return node.reject(words!("it has no value", "算不出值"));
        };
        let told = node.text("value")?;
        if !result.is_shown_as(told) {
            return node.reject(words!("its value is {told}, not {}", "所载的值为 {told}，应为 {}", result.told()));
        }
        self.witnesses(node, aggregate, scope, &members, &result)?;
        Ok(result)
    }

    fn member(
        &mut self,
        node: &Node<'a>,
        aggregate: &'a Aggregate,
        body: &Conjunction<'a>,
        scope: &mut Scope<'a>,
        member: &'a Json,
    ) -> Result<Member, Rejected> {
        let Some(bindings) = member["bindings"].as_object() else {
            return node.reject(words!("a member binds nothing", "一个分项没有变量的值"));
        };
        let own = [&aggregate.local[..], &aggregate.witnesses].concat();
        let mut inner = scope.of_member(node, bindings, (&aggregate.injected, &own), &self.reader)?;
        let mut groups = grouped(node.premises(&member["premises"])?);
        let of_target = groups.remove(&None).unwrap_or_default();
        let tuple = self.tuple_counted(aggregate, body, &groups);
        self.body(node, body, &mut groups, &mut inner)?;
        let mut supply = Supply::new(node.id, of_target);
        let value = match &aggregate.target {
            None => Value::Number(1),
            Some(target) => {
                self.beside(target, true, &mut inner, &mut supply)?;
                match inner.support(target) {
                    Some((_, Quantity::Value(value))) if has_node(target) => value,
                    _ => self.operand(target, &mut inner, &mut supply)?,
                }
            }
        };
        supply.end()?;
        let round = (scope.round.0.clone(), inner.round.0.clone());
        if let (Some(outer), Some(inner)) = &round
            && outer != inner
        {
            return node.reject(words!("another round than elsewhere in the rule", "轮次与该规则别处的不同"));
        }
        scope.round.0 = round.0.or(round.1);
        if member["value"].as_str() != Some(&value.to_string()) {
            return node.reject(words!(
                "a member contributes {value}, not {}",
                "一个分项应计 {value}，而非 {}",
                member["value"]
            ));
        }
        let values = |ids: &[VarId]| ids.iter().filter_map(|id| inner.get(*id).cloned()).collect::<Vec<_>>();
        let key = tuple.unwrap_or_else(|| values(&own));
        Ok(Member { value, key, witnesses: values(&aggregate.witnesses) })
    }

    /// Where every tuple of the only atom counts, the tuple.
    fn tuple_counted(&self, aggregate: &Aggregate, body: &Conjunction<'a>, groups: &Groups) -> Option<Vec<Value>> {
        if aggregate.contribution != Contribution::Tuple {
            return None;
        }
        let atom = body.iter().find(|signed| signed.holds && matches!(signed.literal.kind, LiteralKind::Atom(_)))?;
        let fact = groups.get(&Some(atom.literal.index))?.last()?;
        Some(self.said.get(*fact)?.as_ref()?.args.clone())
    }

    /// The whole relations give as many contributions: distinct ones that hold are then all there are.
    fn complete(
        &mut self,
        node: &Node<'a>,
        aggregate: &'a Aggregate,
        scope: &Scope<'a>,
        group: &[Value],
        members: usize,
    ) -> Result<(), Rejected> {
        let program = self.program;
        let bodies = self.bodies.get_or_insert_with(|| Bodies::new(program, self.whole));
        match bodies.contributions(scope.rule, aggregate, group, scope.round.0.as_ref()) {
            Some(all) if all == members => Ok(()),
            Some(all) => node.reject(words!("{all} contribute, not {members}", "应有 {all} 个分项，而非 {members} 个")),
            None => {
                let label = &scope.rule.label;
                self.notes.insert(words!(
                    "an aggregate of {label} is beyond the second opinion: whether all contribute is not known",
                    "{label} 的一处汇总超出核验能力：分项是否齐全不得而知"
                ));
                Ok(())
            }
        }
    }

    /// Variables used outside have the values of a member that attains the result.
    fn witnesses(
        &self,
        node: &Node<'a>,
        aggregate: &Aggregate,
        scope: &Scope<'a>,
        members: &[Member],
        result: &Quantity,
    ) -> Result<(), Rejected> {
        let ids = &aggregate.witnesses;
        let values = ids.iter().map(|id| scope.value(*id, node.id)).collect::<Result<Vec<_>, _>>()?;
        let told = node.optional("witnesses").and_then(Json::as_object).cloned().unwrap_or_default();
        if told != named(scope, ids, &values) {
            return node.reject(words!("its witnesses are others", "见证的值不符"));
        }
        let attains = |member: &Member| {
            member.witnesses == values && matches!(result, Quantity::Value(result) if *result == member.value)
        };
        match ids.is_empty() || members.iter().any(attains) {
            true => Ok(()),
            false => {
                node.reject(words!("no member with these witnesses attains the result", "没有分项以这些见证达到结果"))
            }
        }
    }
}

/// Variables by name with their values as shown.
fn named(scope: &Scope<'_>, ids: &[VarId], values: &[Value]) -> Map<String, Json> {
    let name = |id: &VarId| scope.names[id.0 as usize].clone();
    ids.iter().zip(values).map(|(id, value)| (name(id), json!(value.to_string()))).collect()
}

/// What comes of the contributions, which ascend.
fn folded(aggregate: &Aggregate, values: &[&Value]) -> Result<Quantity, Undefined> {
    let count = values.len();
    let sum = || match aggregate.operand {
        Primitive::Float => Ok(Value::Float(float_sum(values))),
        Primitive::Decimal => decimal_sum(values.iter().copied()),
        kind => integer_sum(kind, values.iter().copied()),
    };
    Ok(Quantity::Value(match aggregate.op {
        AggregateOp::Count => Value::Number(count as i64),
        AggregateOp::Sum => sum()?,
        AggregateOp::Min => (*values.first().ok_or(Undefined)?).clone(),
        AggregateOp::Max => (*values.last().ok_or(Undefined)?).clone(),
        AggregateOp::Mean if count == 0 => return Err(Undefined),
        AggregateOp::Mean => match sum()? {
            Value::Decimal(total) => return Ok(Quantity::Quotient(total, Decimal::from(count as u64))),
            _ => Value::Float(float_sum(values) / count as f64),
        },
    }))
}

fn float_sum(ascending: &[&Value]) -> f64 {
    ascending.iter().fold(0.0, |sum, value| if let Value::Float(x) = value { sum + x } else { sum })
}
