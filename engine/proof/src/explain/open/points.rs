//! What is open behind the open literals of a rule.

use eval::Solution;
use program::checked::{
    Absent, Aggregate, Atom, Body, Complete, Literal, LiteralKind, Program, Purpose, RelId, Rule, Term, VarId,
};
use values::Value;

use super::{Memo, OpenPoint, OpenReason};
use crate::Question;
use crate::completeness::{Extent, covers};
use crate::evaluate::evaluate;
use crate::explain::{Explainer, FactId};

type Bindings = [(VarId, Value)];

/// An open tuple that another one rests on, and what is known there of its columns: the tuple itself may know less.
pub(super) type Below = (FactId, Vec<Option<Value>>);

/// Open points as they are found.
pub(super) struct Points<'e, 'm> {
    explainer: &'e Explainer<'m>,
    /// The program before the law was compiled.
    written: &'e Program,
    memo: &'e Memo,
    pub(super) found: Vec<OpenPoint>,
}

impl<'e, 'm> Points<'e, 'm> {
    pub(super) fn new(explainer: &'e Explainer<'m>, written: &'e Program, memo: &'e Memo) -> Self {
        Self { explainer, written, memo, found: Vec::new() }
    }

    /// Adds what is open in the body of a clause; gives the open tuples that it rests on.
    pub(super) fn add(&mut self, clause: usize, solution: &Solution, bindings: &Bindings) -> Vec<Below> {
        let explainer = self.explainer;
        let literals = &explainer.model.clauses[clause].literals;
        let rule = self.rule(clause);
        let (mut below, mut told) = (Vec::new(), Vec::new());
        for (position, signed) in literals.iter().enumerate() {
            let is_open = explainer.is_open(clause, position);
            let matched = explainer.matched(clause, position, solution).filter(|_| is_open);
            if let Some(fact) = matched.filter(|(relation, _)| self.is_open_variant(*relation)) {
                let written = rule.and_then(|rule| literal_at(&rule.body, signed.literal)).unwrap_or(signed.literal);
                let known =
                    if let LiteralKind::Atom(atom) = &written.kind { self.pattern(atom, bindings) } else { Vec::new() };
                below.push((fact, known));
            }
            // Where data is missing, the compiled rule does not say which other absences are open besides: they are all looked at.
            let is_leaf = !signed.positive && is_open;
            let literal = rule.and_then(|rule| literal_at(&rule.body, signed.literal)).filter(|_| !is_leaf);
            let asks = literal.is_some_and(|literal| matches!(literal.kind, LiteralKind::Absent(_)));
            let asked = (is_open && matched.is_none_or(|(relation, _)| !self.is_open_variant(relation))) || asks;
            if asked && !told.contains(&signed.literal.index) {
                told.push(signed.literal.index);
                self.literal(literal.unwrap_or(signed.literal), bindings, &mut below);
            }
        }
        below
    }

    /// The rule as written that a clause comes from.
    fn rule(&self, clause: usize) -> Option<&'e Rule> {
        let compiled = &self.explainer.model.program.rules[self.explainer.model.clauses[clause].rule];
        let comes_from = |rule: &&Rule| rule.span == compiled.span && rule.label == compiled.label;
        self.written.rules.iter().find(comes_from)
    }

    fn is_open_variant(&self, relation: RelId) -> bool {
        matches!(self.explainer.model.program.relation(relation).purpose, Purpose::Open { .. })
    }

    fn literal(&mut self, literal: &Literal, bindings: &Bindings, below: &mut Vec<Below>) {
        match &literal.kind {
            LiteralKind::Atom(atom) => self.atom(atom, bindings),
            LiteralKind::Absent(absent) => self.absent(absent, bindings, below),
            kind => {
                for term in kind.terms() {
                    term.aggregates(&mut |aggregate| self.aggregate(aggregate, bindings, below));
                }
            }
        }
    }

    /// A finding or an expected tuple that is not there, or of which there are two.
    fn atom(&mut self, atom: &Atom, bindings: &Bindings) {
        let program = self.explainer.model.program;
        let relation = match program.relation(atom.relation).purpose {
            Purpose::Settled(finding) => finding,
            _ => atom.relation,
        };
        let openness = &program.relation(relation).openness;
        let pattern = self.pattern(atom, bindings);
        if let Some(keys) = openness.finding {
            self.finding(relation, keys, &pattern);
        } else if let Some(key) = &openness.expected {
            let known = (0..pattern.len()).map(|column| pattern[column].clone().filter(|_| key.contains(&column)));
            self.push(relation, known.collect(), OpenReason::Expected);
        }
    }

    /// Whether the key has a finding, and none that differs from it.
    fn is_settled(&self, relation: RelId, keys: usize, pattern: &[Option<Value>]) -> bool {
        let made = self.made(relation, keys, pattern);
        !made.is_empty() && made.iter().all(|finding| finding[keys] == made[0][keys])
    }

    /// The findings of a key.
    fn made(&self, relation: RelId, keys: usize, pattern: &[Option<Value>]) -> Vec<Vec<Value>> {
        let mut args = pattern[..keys].to_vec();
        args.resize(pattern.len(), None);
        let rows = self.explainer.all_fitting(&Question { relation, args });
        rows.into_iter().map(|row| self.explainer.values((relation, row))).collect()
    }

    fn finding(&mut self, relation: RelId, keys: usize, pattern: &[Option<Value>]) {
        let mut args = pattern[..keys].to_vec();
        args.resize(pattern.len(), None);
        let made = self.made(relation, keys, pattern);
        let differ = made.iter().any(|finding| finding[keys] != made[0][keys]);
        let reason = if differ { OpenReason::Contradiction(made) } else { OpenReason::NoFinding };
        self.push(relation, args, reason);
    }

    /// What the absence of an atom's tuples would have to rest on.
    fn absent(&mut self, absent: &Absent, bindings: &Bindings, below: &mut Vec<Below>) {
        let atom = &absent.atom;
        let program = self.explainer.model.program;
        if let Some(keys) = program.relation(atom.relation).openness.finding {
            let pattern = self.pattern(atom, bindings);
            if !self.is_settled(atom.relation, keys, &pattern) {
                self.finding(atom.relation, keys, &pattern);
            }
            return;
        }
        let question = Question { relation: atom.relation, args: self.pattern(atom, bindings) };
        self.below(&question, below);
        let within = absent.within.iter().filter_map(|extent| {
            let to = extent.to.as_ref().map(|to| self.evaluate(to, bindings));
            Some((extent.column.clone(), self.evaluate(&extent.from, bindings)?, to.flatten()))
        });
        let within = within.collect::<Vec<_>>();
        for base in self.memo.bases(self.written, atom.relation) {
            if covers(self.explainer.model, &self.explainer.lookup, base, &extent_of(program, base, &within)) {
                continue;
            }
            let undeclared = program.relation(base).openness.complete.is_none();
            let reason = OpenReason::Incomplete { base, within: within.clone(), undeclared };
            self.push(atom.relation, self.pattern(atom, bindings), reason);
        }
    }

    /// What is open below a group: findings and expected tuples that are missing, and open tuples that would belong to it.
    fn aggregate(&mut self, aggregate: &Aggregate, bindings: &Bindings, below: &mut Vec<Below>) {
        let mut atoms = Vec::new();
        aggregate.body.literals(&mut |literal, _| {
            atoms.extend(if let LiteralKind::Atom(atom) = &literal.kind { Some(atom) } else { None });
        });
        for atom in atoms {
            self.atom(atom, bindings);
            let args = self.pattern(atom, bindings);
            let question = Question { relation: atom.relation, args };
            self.below(&question, below);
        }
    }

    fn below(&self, question: &Question, below: &mut Vec<Below>) {
        let rows = self.explainer.open_rows(question).into_iter();
        below.extend(rows.map(|(fact, ..)| (fact, question.args.clone())));
    }

    /// The values of a rule's variables, with those that are known of its conclusion from outside.
    pub(super) fn with_known(
        &self,
        clause: usize,
        mut bindings: Vec<(VarId, Value)>,
        known: &[Option<Value>],
    ) -> Vec<(VarId, Value)> {
        let Some(head) = self.rule(clause).and_then(|rule| rule.heads.first()) else { return bindings };
        for (term, value) in head.args.iter().zip(known) {
            if let (Term::Variable(id), Some(value)) = (term, value)
                && !bindings.iter().any(|(bound, _)| bound == id)
            {
                bindings.push((*id, value.clone()));
            }
        }
        bindings
    }

    fn pattern(&self, atom: &Atom, bindings: &Bindings) -> Vec<Option<Value>> {
        atom.args.iter().map(|term| self.evaluate(term, bindings)).collect()
    }

    fn evaluate(&self, term: &Term, bindings: &Bindings) -> Option<Value> {
        evaluate(term, bindings, self.explainer.model)
    }

    fn push(&mut self, relation: RelId, pattern: Vec<Option<Value>>, reason: OpenReason) {
        let asked = if let OpenReason::Incomplete { base, .. } = reason { base } else { relation };
        let (people, files) = self.memo.whom(asked, || self.ask(asked));
        let point = OpenPoint { relation, pattern, reason, people, files };
        if !self.found.contains(&point) {
            self.found.push(point);
        }
    }

    /// Who spoke about the relation before, and where its records come from.
    fn ask(&self, relation: RelId) -> (Vec<String>, Vec<String>) {
        let model = self.explainer.model;
        let openness = &model.program.relation(relation).openness;
        let declared = match &openness.complete {
            Some(Complete::Declared { declared, .. }) => Some(*declared),
            _ => None,
        };
        // By whom: of a finding behind its value, of a declaration before its last column.
        let by = match openness.finding {
            Some(keys) => Some((relation, keys + 1)),
            None => declared.map(|id| (id, model.program.relation(id).columns.len().saturating_sub(2))),
        };
        let mut people = Vec::new();
        if let Some((relation, column)) = by {
            let name = |row: u32| self.explainer.values((relation, row))[column].to_string();
            people.extend((0..model.relation(relation).len()).map(name));
        }
        people.sort_unstable();
        people.dedup();
        let inputs = model.program.inputs.iter();
        let inputs = inputs.filter(|input| input.relation == relation || Some(input.relation) == declared);
        (people, inputs.map(|input| input.source.name().to_owned()).collect())
    }
}

/// What a `within` says, by the columns of a relation.
fn extent_of(program: &Program, relation: RelId, within: &[(String, Value, Option<Value>)]) -> Extent {
    let Some(Complete::Declared { day, .. }) = &program.relation(relation).openness.complete else {
        return Extent::default();
    };
    let mut extent = Extent::default();
    for (name, from, to) in within {
        let columns = &program.relation(relation).columns;
        let Some(column) = columns.iter().position(|column| column.name == *name) else { continue };
        if Some(column) == *day {
            let last = to.as_ref().unwrap_or(from).date();
            extent.period = from.date().zip(last);
        } else {
            extent.place.push((column, from.clone()));
        }
    }
    extent
}

/// The literal that another one stands for.
fn literal_at<'b>(body: &'b Body, compiled: &Literal) -> Option<&'b Literal> {
    let mut found = None;
    body.literals(&mut |literal, _| {
        let is_it = (literal.index, literal.span) == (compiled.index, compiled.span);
        found = found.or(is_it.then_some(literal));
    });
    found
}
