//! Terms: computed from the values of variables, while the nodes that show the computations are taken from the premises.

use diagnostics::Text;
use program::checked::{ChainLink, Functor, Policy, Term};
use serde_json::Value as Json;
use values::{Primitive, Value};

use super::node::{Node, Supply};
use super::parameter::policy_json;
use super::quantity::Quantity;
use super::scope::Scope;
use super::words::words;
use super::{Rejected, Verifier};
use crate::arithmetic::{compute, in_range};

const COUNTED: Text = Text {
    en: "numbers of `autoinc()` are taken as they are told: which one comes when is not recomputed",
    zh: "`autoinc()` 的编号以所载为准，先后未重新计算；同一编号没有给予两处",
};
const ROUND: Text = Text { en: "numbers of rounds are taken as they are told", zh: "轮次以所载为准" };
const ORDINAL: Text = Text {
    en: "`ord` of texts and records is taken as it is told: it depends on what was read before",
    zh: "文本和记录的 `ord` 以所载为准，它取决于此前读入的内容；同一证明中一值一号",
};

/// Whether the proof shows a computation for this term.
pub fn has_node(term: &Term) -> bool {
    !matches!(transparent(term), Term::Variable(_) | Term::Constant(_) | Term::Wildcard | Term::Composite { .. })
}

/// The term behind a conversion of a composite to its own type, which is not shown.
pub fn transparent(mut term: &Term) -> &Term {
    while let Term::Call { functor: Functor::Reinterpret(_, Primitive::Composite(_)), args, .. } = term
        && let [same] = &args[..]
    {
        term = same;
    }
    term
}

impl<'a> Verifier<'a> {
    /// The value of a term. The nodes of its computations are the next of `supply`.
    pub(super) fn operand(
        &mut self,
        term: &'a Term,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<Value, Rejected> {
        match self.quantity(term, scope, supply)? {
            Quantity::Value(value) => Ok(value),
            _ => Err(Rejected {
                node: Some(supply.owner),
                what: words!("an exact number stands for a value", "此处应为值，却是精确分数"),
            }),
        }
    }

    /// The same of a mean of decimals as well, which is no value.
    pub(super) fn quantity(
        &mut self,
        term: &'a Term,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<Quantity, Rejected> {
        if let Some((node, value)) = scope.support(term) {
            let told = supply.next()?;
            let what = words!("its premise is {told}, where {node} is due", "此处的前提为 {told}，应为 {node}");
            return if told == node { Ok(value) } else { Err(Rejected { node: Some(supply.owner), what }) };
        }
        Ok(Quantity::Value(match transparent(term) {
            Term::Variable(id) => scope.value(*id, supply.owner)?,
            Term::Constant(value) => value.clone(),
            Term::Wildcard | Term::Ratio(_) => {
                return Err(Rejected { node: Some(supply.owner), what: words!("`_` has no value", "`_` 没有值") });
            }
            Term::Composite { shape, branch, fields, .. } => {
                let fields = fields.iter().map(|field| self.operand(field, scope, supply)).collect::<Result<_, _>>()?;
                self.made(*shape, *branch, fields)
            }
            Term::RoundNumber { .. } => self.round(scope, supply)?,
            Term::Counter { operand, .. } => {
                let node = supply.peek()?;
                let value = self.told("autoinc", *operand, COUNTED, supply)?;
                let place = (std::ptr::from_ref(term) as usize, scope.bound());
                let known = self.counted.entry(value.clone()).or_insert_with(|| place.clone());
                if *known != place {
                    let what = words!("another binding has its number", "另一处已有这一编号");
                    return Err(Rejected { node: Some(node), what });
                }
                value
            }
            Term::Aggregate(aggregate) => {
                let node = self.claim(supply.owner, supply.next()?)?;
                return self.aggregate(aggregate, scope, &node);
            }
            Term::Range { args, operand, .. } => self.in_range(args, *operand, scope, supply)?,
            Term::Call { functor, args, .. } => self.call(*functor, args, scope, supply)?,
            Term::Chain { first, rest } => self.chain(first, rest, scope, supply)?,
            Term::Parameter { parameter, keys, on, .. } => {
                self.parameter(*parameter, keys, on.as_deref(), scope, supply)?
            }
        }))
    }

    /// The computations in an argument of an atom, or of a head, stand beside it: inner ones before outer ones.
    pub(super) fn beside(
        &mut self,
        term: &'a Term,
        is_argument: bool,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<(), Rejected> {
        let term = transparent(term);
        let of_fields = match term {
            Term::Variable(_) | Term::Constant(_) | Term::Wildcard | Term::RoundNumber { .. } => return Ok(()),
            Term::Composite { .. } | Term::Call { functor: Functor::Ordinal(Primitive::Symbol), .. } => true,
            _ => false,
        };
        for child in term.children() {
            self.beside(child, of_fields, scope, supply)?;
        }
        let gives_value = match term {
            Term::Composite { .. } => false,
            Term::Range { .. } | Term::Aggregate(_) | Term::Counter { .. } => true,
            Term::Call { functor: Functor::Ordinal(Primitive::Composite(_)), .. } => true,
            _ => is_argument,
        };
        if gives_value {
            let node = supply.peek()?;
            let value = self.quantity(term, scope, supply)?;
            scope.supports(term, node, value);
        }
        Ok(())
    }

    /// A node that computes: what it is called, its type, arguments and value as shown.
    pub(super) fn computes(
        &self,
        node: &Node<'_>,
        (op, kind): (&str, Primitive),
        args: &[Quantity],
        policy: &Json,
        value: &Quantity,
    ) -> Result<(), Rejected> {
        node.expect("computation")?;
        node.says("op", op)?;
        node.says("type", kind.name())?;
        if node.field("policy")? != policy {
            return node.reject(words!("its policy is another one", "期间的算法不符"));
        }
        let told = node.texts("args")?;
        if told.len() != args.len() {
            return node.reject(words!(
                "it has {} arguments, not {}",
                "有 {} 个参数，应有 {} 个",
                told.len(),
                args.len()
            ));
        }
        for (told, arg) in told.iter().zip(args) {
            if !arg.is_shown_as(told) {
                return node.reject(words!("an argument is {told}, not {}", "一个参数为 {told}，应为 {}", arg.told()));
            }
        }
        let told = node.text("value")?;
        if !value.is_shown_as(told) {
            return node.reject(words!("its value is {told}, not {}", "所载的值为 {told}，应为 {}", value.told()));
        }
        Ok(())
    }

    /// A value that only the proof knows.
    fn told(&mut self, op: &str, kind: Primitive, note: Text, supply: &mut Supply) -> Result<Value, Rejected> {
        let node = self.claim(supply.owner, supply.next()?)?;
        let value = self.parsed(&node, kind)?;
        self.computes(&node, (op, kind), &[], &Json::Null, &Quantity::Value(value.clone()))?;
        node.supply()?.end()?;
        self.notes.insert(note.into());
        Ok(value)
    }

    pub(super) fn parsed(&self, node: &Node<'_>, kind: Primitive) -> Result<Value, Rejected> {
        let value = self.reader.read(kind, node.text("value")?);
        value.map_or_else(|| node.reject(words!("its value is no {}", "所载的值不是 {} 类型", kind.name())), Ok)
    }

    /// One node says the number of the round for a whole body.
    fn round(&mut self, scope: &mut Scope<'a>, supply: &mut Supply) -> Result<Value, Rejected> {
        if let (Some(value), Some(node)) = &scope.round {
            let told = supply.next()?;
            let what = words!("its premise is {told}, where {node} is due", "此处的前提为 {told}，应为 {node}");
            return if told == *node { Ok(value.clone()) } else { Err(Rejected { node: Some(supply.owner), what }) };
        }
        let node = supply.peek()?;
        let value = self.told("recursive_iteration_cnt", Primitive::Unsigned, ROUND, supply)?;
        if scope.round.0.as_ref().is_some_and(|known| *known != value) {
            return Err(Rejected {
                node: Some(node),
                what: words!("another round than elsewhere in the rule", "轮次与该规则别处的不同"),
            });
        }
        scope.round = (Some(value.clone()), Some(node));
        Ok(value)
    }

    /// Where the round's number stands in arguments alone, its node comes last.
    pub(super) fn last_round(&mut self, scope: &mut Scope<'a>, supply: &mut Supply) -> Result<(), Rejected> {
        if let (Some(_), None) = scope.round { self.round(scope, supply).map(|_| ()) } else { Ok(()) }
    }

    fn in_range(
        &mut self,
        args: &'a [Term],
        kind: Primitive,
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<Value, Rejected> {
        let node = self.claim(supply.owner, supply.next()?)?;
        let mut behind = node.supply()?;
        let args = self.operands(args, scope, &mut behind)?;
        behind.end()?;
        let value = self.parsed(&node, kind)?;
        let shown = args.iter().cloned().map(Quantity::Value).collect::<Vec<_>>();
        self.computes(&node, ("range", kind), &shown, &Json::Null, &Quantity::Value(value.clone()))?;
        if in_range(&args, &value) {
            Ok(value)
        } else {
            node.reject(words!("the range does not hold it", "范围内没有该值"))
        }
    }

    pub(super) fn operands(
        &mut self,
        terms: &'a [Term],
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<Vec<Value>, Rejected> {
        terms.iter().map(|term| self.operand(term, scope, supply)).collect()
    }

    fn call(
        &mut self,
        functor: Functor,
        args: &'a [Term],
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<Value, Rejected> {
        let node = self.claim(supply.owner, supply.next()?)?;
        let mut behind = node.supply()?;
        if let Functor::Round(mode) = functor {
            return self.rounded(mode, args, scope, &node, behind);
        }
        let values = self.operands(args, scope, &mut behind)?;
        let value = match functor {
            Functor::Ordinal(of) if !self.is_plain_ordinal(of) => {
                self.notes.insert(ORDINAL.into());
                let number = self.parsed(&node, Primitive::Number)?;
                let known = self.ordinals.entry((of, number.clone())).or_insert_with(|| values[0].clone());
                let other = self.ordered.entry((of, values[0].clone())).or_insert_with(|| number.clone());
                if *known != values[0] || *other != number {
                    return node.reject(words!("elsewhere the number is another one", "别处所载的编号与此不同"));
                }
                number
            }
            _ => self.computed(functor, &values, &node)?,
        };
        self.shown(functor, values, value.clone(), &node, &mut behind)?;
        behind.end()?;
        Ok(value)
    }

    fn computed(&mut self, functor: Functor, args: &[Value], node: &Node<'_>) -> Result<Value, Rejected> {
        let value = compute(functor, args, &mut self.patterns);
        value.map_or_else(|_| node.reject(words!("it has no value", "算不出值")), Ok)
    }

    /// The node of a functor, as somebody wrote it: the base of a power first, the unit of a period last.
    fn shown(
        &mut self,
        functor: Functor,
        args: Vec<Value>,
        value: Value,
        node: &Node<'a>,
        behind: &mut Supply,
    ) -> Result<(), Rejected> {
        let mut shown = args.iter().cloned().map(Quantity::Value).collect::<Vec<_>>();
        let mut policy = Json::Null;
        match functor {
            Functor::PowerOf(_) => shown.reverse(),
            Functor::Deadline(how, unit) => {
                shown.push(Quantity::Value(Value::symbol(unit.name())));
                policy = policy_json(&how);
                let day = Functor::Deadline(Policy { rolls_forward: false, ..how }, unit);
                if let Ok(day) = compute(day, &args, &mut self.patterns)
                    && day != value
                {
                    let roll = self.claim(node.id, behind.next()?)?;
                    roll.supply()?.end()?;
                    let (day, end) = (Quantity::Value(day), Quantity::Value(value.clone()));
                    self.computes(&roll, (Functor::Roll.name(), Primitive::Date), &[day], &Json::Null, &end)?;
                }
            }
            _ => {}
        }
        self.computes(node, (functor.name(), functor.result()), &shown, &policy, &Quantity::Value(value))
    }

    /// One node for each operator; each but the first rests on the one before.
    fn chain(
        &mut self,
        first: &'a Term,
        rest: &'a [ChainLink],
        scope: &mut Scope<'a>,
        supply: &mut Supply,
    ) -> Result<Value, Rejected> {
        let mut links = self.links(rest.len(), supply)?;
        let Some((_, behind)) = links.last_mut() else { return self.operand(first, scope, supply) };
        let mut left = self.operand(first, scope, behind)?;
        for link in rest {
            let Some((node, mut behind)) = links.pop() else { break };
            let args = vec![left, self.operand(&link.right, scope, &mut behind)?];
            left = self.computed(link.functor, &args, &node)?;
            self.shown(link.functor, args, left.clone(), &node, &mut behind)?;
            behind.end()?;
        }
        Ok(left)
    }

    /// The nodes of a chain of so many operators, last one first, each with the premises that are left.
    pub(super) fn links(&mut self, count: usize, supply: &mut Supply) -> Result<Vec<(Node<'a>, Supply)>, Rejected> {
        let mut links: Vec<(Node<'a>, Supply)> = Vec::new();
        for _ in 0..count {
            let from = links.last_mut().map_or(&mut *supply, |(_, behind)| behind);
            let node = self.claim(from.owner, from.next()?)?;
            let behind = node.supply()?;
            links.push((node, behind));
        }
        Ok(links)
    }
}
