//! 从旧兼从轻: a rule's results under the law of two days, and the lighter of both.

use program::checked::{Body, Functor, Lighter, LiteralKind, Rule};
use serde_json::{Map, Value as Json, json};
use values::Value;

use super::conclusion::Groups;
use super::node::{Node, Supply};
use super::quantity::Quantity;
use super::statement::Statement;
use super::words::words;
use super::{Rejected, Verifier};

impl<'a> Verifier<'a> {
    /// The result under the law of one of the two days; `None` where the node is not about one.
    pub(super) fn under_a_law(
        &mut self,
        node: &Node<'a>,
        rule: usize,
        lighter: &'a Lighter,
        groups: &Groups,
    ) -> Result<Option<Statement>, Rejected> {
        let program = self.program;
        let written = &program.rules[rule];
        if node.text("relation")? != by_day(written) {
            return Ok(None);
        }
        let head = &written.heads[0];
        let texts = node.texts("args")?;
        let Some((texts, [which, day])) = texts.split_last_chunk() else {
            return node.reject(words!("it has too few values", "值的个数不足"));
        };
        let args = self.values(node, head.relation, texts)?;
        let chosen = chosen_days(written).into_iter().position(|literal| groups.contains_key(&Some(literal)));
        let Some(chosen) = chosen.filter(|chosen| *which == chosen.to_string()) else {
            return node.reject(words!(
                "it is not the result under the law of the day {which}",
                "它不是依第 {which} 日的法律得出的结果"
            ));
        };
        let scope = self.by_rule(node, rule, head, &args, groups.clone())?;
        let value = scope.value(lighter.day, node.id)?;
        if *day != value.to_string() {
            return node.reject(words!("the day that decides is {value}", "起决定作用的日期是 {value}"));
        }
        self.in_force.insert(node.id, scope.in_force);
        Ok(Some(Statement { relation: head.relation, args, version: Some((rule, chosen, value)) }))
    }

    /// The lighter of both results.
    pub(super) fn lighter(
        &mut self,
        node: &Node<'a>,
        rule: usize,
        lighter: &'a Lighter,
        mut groups: Groups,
    ) -> Result<Statement, Rejected> {
        let program = self.program;
        let written = &program.rules[rule];
        let statement = self.tuple(node)?;
        let precedence = self.precedence_of(&mut groups);
        let (mut results, mut days, mut in_force) = (Vec::new(), Vec::new(), Vec::new());
        for which in 0..2usize {
            let [id] = groups.remove(&Some(which as u32)).unwrap_or_default()[..] else {
                return node.reject(words!(
                    "it does not rest on the result under the law of each day",
                    "它没有分别以依两日法律得出的结果为前提"
                ));
            };
            let result = self.said.get(id).filter(|_| id < node.id).and_then(Option::as_ref);
            let Some((args, day)) = result.and_then(|result| match &result.version {
                Some((of, day, value)) if (*of, *day) == (rule, which) => Some((result.args.clone(), value.clone())),
                _ => None,
            }) else {
                return node.reject(words!(
                    "its premise {id} is not the result under the law of the day {which}",
                    "前提 {id} 不是依第 {which} 日的法律得出的结果"
                ));
            };
            let same = |column: usize| column == lighter.by || args[column] == statement.args[column];
            if statement.relation != written.heads[0].relation || !(0..args.len()).all(same) {
                return node.reject(words!("its premise {id} is about something else", "前提 {id} 说的是另一事"));
            }
            in_force.extend(self.in_force.get(&id).into_iter().flatten().copied());
            results.push(args[lighter.by].clone());
            days.push(day);
        }
        let Some(least) = results.iter().min() else {
            return node.reject(words!("it has no results", "没有结果可比"));
        };
        if *least != statement.args[lighter.by] {
            return node.reject(words!("the lighter result is {least}", "较轻的结果是 {least}"));
        }
        let mut supply = Supply::new(node.id, groups.remove(&None).unwrap_or_default());
        let part = self.claim(node.id, supply.next()?)?;
        part.supply()?.end()?;
        let kind = least.primitive();
        let shown = results.iter().cloned().map(Quantity::Value).collect::<Vec<_>>();
        let name = Functor::Min(kind).name();
        self.computes(&part, (name, kind), &shown, &Json::Null, &Quantity::Value(least.clone()))?;
        supply.end()?;
        if !groups.is_empty() {
            return node.reject(words!(
                "it rests on more than the results under the law of both days",
                "除依两日法律得出的结果外，它还有别的前提"
            ));
        }
        if *node.object("bindings")? != self.bindings(written, lighter, &statement, (&results, &days)) {
            return node.reject(words!("its bindings are not those of the results", "变量的值与两个结果不符"));
        }
        in_force.dedup();
        self.citations(node, written, &in_force)?;
        self.prevails(node, rule, &statement.args, &in_force, precedence)?;
        Ok(statement)
    }

    /// The columns, the two results and the two days, by name.
    fn bindings(
        &self,
        rule: &Rule,
        lighter: &Lighter,
        statement: &Statement,
        (results, days): (&[Value], &[Value]),
    ) -> Map<String, Json> {
        let columns = &self.program.relation(statement.relation).columns;
        let of_date = lighter.dates.map(|date| rule.variables[date.0 as usize].name.as_str());
        let by = &columns[lighter.by].name;
        let mut named = Vec::new();
        let key = columns.iter().zip(&statement.args).enumerate().filter(|(column, _)| *column != lighter.by);
        named.extend(key.map(|(_, (column, value))| (column.name.clone(), value)));
        for ((date, result), day) in of_date.iter().zip(results).zip(days) {
            named.extend([(format!("{by} ({date})"), result), ((*date).to_owned(), day)]);
        }
        let mut bindings = Map::new();
        for (name, value) in named {
            let binding = json!({"type": value.primitive().name(), "value": value.to_string()});
            bindings.entry(name).or_insert(binding);
        }
        bindings
    }
}

/// The relation of a rule's results under the law of each day.
pub fn by_day(rule: &Rule) -> String {
    format!("{} by day", rule.label)
}

/// The literals that choose one of the two days: the last part of the body.
fn chosen_days(rule: &Rule) -> Vec<u32> {
    let Body::All(parts) = &rule.body else { return vec![] };
    let Some(Body::Any(days)) = parts.last() else { return vec![] };
    let literal = |part: &Body| match part {
        Body::Literal(literal) if matches!(literal.kind, LiteralKind::Compare { .. }) => Some(literal.index),
        _ => None,
    };
    days.iter().filter_map(literal).collect()
}
