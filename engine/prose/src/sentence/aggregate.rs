//! Aggregates in words.

use diagnostics::Text;
use program::checked::{Aggregate, AggregateOp, Term};
use proof::{Node, NodeId};

use super::term::{Scope, shown};
use super::{Sentences, template, worded};
use crate::phrase::fill_spaced as fill;
use crate::plural;
use crate::why_not::aggregate_in;

const COUNT: Text = Text { en: "the number of {body}", zh: "{body} 的项数" };
const SUM: Text = Text { en: "the sum of {target} over {body}", zh: "{body} 中{target}的合计" };
const MIN: Text = Text { en: "the least {target} over {body}", zh: "{body} 中{target}的最小值" };
const MAX: Text = Text { en: "the greatest {target} over {body}", zh: "{body} 中{target}的最大值" };
const MEAN: Text = Text { en: "the mean of {target} over {body}", zh: "{body} 中{target}的平均值" };

const VALUE: Text = Text { en: "{what}{group} is {value}", zh: "{what}{group}为 {value}" };
const ITEMS: Text = Text { en: "{told}, {count} item{s}", zh: "{told}，共 {count} 项" };
const FOR: Text = Text { en: ", for {values},", zh: "（{values}）" };
const WITH: Text = Text { en: "{told}, with {values}", zh: "{told}，此时 {values}" };
const NAMED: Text = Text { en: "{name}: {told}", zh: "{name}：{told}" };

impl Sentences<'_> {
    /// `次数：付租日(租, _) 的项数（租 “L-1”）为 4`
    pub(super) fn aggregate(&self, id: NodeId) -> String {
        let Node::Aggregate { op, members, .. } = &self.steps.derivation.nodes[id] else { return String::new() };
        let written = self.compared(id).and_then(|([left, right], scope)| {
            let (name, other) = match (left, right) {
                (Term::Variable(name), other) | (other, Term::Variable(name)) => (Some(*name), other),
                _ => (None, left),
            };
            let found = [other, left, right].into_iter().find_map(aggregate_in)?;
            let name = name.map(|name| scope.name(name).to_owned());
            Some((name, self.counted(found, &scope, members.len()), self.aggregate_term(found, &scope)))
        });
        let (name, counted, what) = written.unwrap_or_else(|| (None, None, (*op).to_owned()));
        let told = counted.unwrap_or_else(|| self.told(id, &what));
        match name {
            Some(name) => fill(NAMED, self.lang(), &[("name", &name), ("told", &told)]),
            None => told,
        }
    }

    /// How many facts there are, in the words of their relation.
    fn counted(&self, aggregate: &Aggregate, scope: &Scope<'_>, count: usize) -> Option<String> {
        let atom = aggregate.only_atom().filter(|_| aggregate.op == AggregateOp::Count)?;
        let template = self.program().relation(atom.relation).templates.counted.get(self.lang())?;
        let value = |column: u32| match atom.args.get(column as usize)? {
            Term::Variable(id) => scope.value(*id),
            Term::Constant(value) => Some(value),
            _ => None,
        };
        Some(template::filled(template, value, Some(count), self.lang()))
    }

    /// The value of `what`, for which group, of how many contributions, and what goes with it.
    fn told(&self, id: NodeId, what: &str) -> String {
        let Node::Aggregate { op, value, group, witnesses, members, .. } = &self.steps.derivation.nodes[id] else {
            return String::new();
        };
        let group = match self.steps.assigned(id, group).as_str() {
            "" => String::new(),
            values => fill(FOR, self.lang(), &[("values", values)]),
        };
        let mut told = fill(VALUE, self.lang(), &[("what", what), ("group", &group), ("value", &shown(value))]);
        if *op != "count" {
            let (count, s) = (members.len().to_string(), plural(members.len() as u64));
            told = fill(ITEMS, self.lang(), &[("told", &told), ("count", &count), ("s", s)]);
        }
        if !witnesses.is_empty() {
            let values = self.steps.assigned(id, witnesses);
            told = fill(WITH, self.lang(), &[("told", &told), ("values", &values)]);
        }
        told
    }

    /// What is added up or counted: its body as written.
    pub(super) fn aggregate_term(&self, aggregate: &Aggregate, scope: &Scope<'_>) -> String {
        let text = match aggregate.op {
            AggregateOp::Count => COUNT,
            AggregateOp::Sum => SUM,
            AggregateOp::Min => MIN,
            AggregateOp::Max => MAX,
            AggregateOp::Mean => MEAN,
        };
        let body = self.steps.rules.source(aggregate.span);
        let body = body.split_once(':').map_or(body.as_str(), |(_, body)| body.trim());
        let body = body.strip_prefix('{').and_then(|body| body.strip_suffix('}')).map_or(body, str::trim);
        let target = match &aggregate.target {
            Some(Term::Variable(name)) => scope.name(*name).to_owned(),
            Some(Term::Constant(value)) => worded(value),
            Some(term) => self.term(term, scope),
            None => String::new(),
        };
        fill(text, self.lang(), &[("body", &crate::fact::safe(body)), ("target", &target)])
    }
}
