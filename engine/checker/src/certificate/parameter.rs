//! Parameters, and policies.

use program::checked::{MonthEnd, ParameterId, Policy, Term, WorkingDays};
use serde_json::{Value as Json, json};
use values::Value;

use super::node::Supply;
use super::scope::Scope;
use super::words::words;
use super::{Rejected, Verifier};
use crate::solve::lookup;

impl<'a> Verifier<'a> {
    /// The value that a parameter has for its keys on its day.
    pub(super) fn parameter(
        &mut self,
        parameter: ParameterId,
        keys: &'a [Term],
        on: Option<&'a Term>,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<Value, Rejected> {
        let parameter = self.program.parameter(parameter);
        let node = self.claim(supply.owner, supply.next()?)?;
        node.expect("parameter")?;
        let mut behind = node.supply()?;
        let keys = self.operands(keys, scope, &mut behind)?;
        let on = on.map(|on| self.operand(on, scope, &mut behind)).transpose()?;
        behind.end()?;
        let Some(found) = lookup(parameter, &keys, on.as_ref()) else {
            return node.reject(words!("it has no value", "算不出值"));
        };
        node.says("name", &parameter.name)?;
        node.says("type", parameter.primitive.name())?;
        node.says("value", &found.value.to_string())?;
        let keys = keys.iter().map(Value::to_string).collect::<Vec<_>>();
        if node.texts("keys")? != keys {
            return node.reject(words!("its keys are {keys:?}", "键应为 {keys:?}"));
        }
        let rest = [
            ("on", json!(on.map(|on| on.to_string()))),
            ("source", json!(found.source)),
            ("replaced", json!(parameter.replaced)),
        ];
        match rest.iter().find(|(name, expected)| node.optional(name) != Some(expected)) {
            Some((name, expected)) => {
                node.reject(words!("its {name} is not {expected}", "字段 `{name}` 应为 {expected}"))
            }
            None => Ok(found.value.clone()),
        }
    }
}

/// What a proof says of a policy.
pub fn policy_json(policy: &Policy) -> Json {
    let working_days = match policy.working_days {
        WorkingDays::None => json!("none"),
        WorkingDays::All => json!("all"),
        WorkingDays::UpTo(most) => json!(most),
        WorkingDays::These(set) => json!((0..64).filter(|days| set >> days & 1 == 1).collect::<Vec<u32>>()),
    };
    let pick = |holds: bool, yes, no| if holds { yes } else { no };
    json!({
        "first_day": pick(policy.first_day_included, "included", "excluded"),
        "month_end": pick(policy.month_end == MonthEnd::Clamp, "clamp", "overflow"),
        "roll": pick(policy.rolls_forward, "forward", "none"),
        "working_days": working_days,
    })
}
