//! The names in the reason for an outcome: what may stand behind `because`.

use std::collections::BTreeSet;

use eval::{Model, Signed};
use program::checked::{Atom, ElementId, LiteralKind, ModelId, Program, Purpose, RelId, Role, Rule};
use proof::{
    Attempt, Derivation, Limits, Node, NodeId, Nowhere, Obstacle, OpenKind, Question, Refer, evaluate, explain,
    open_tuples, refers, why_not,
};

use crate::verdict::Found;

/// The names that one reason holds.
type Names = BTreeSet<String>;

/// Derivations that are looked at. Nobody names the reason of more facts than that in one case.
const ANSWERS_MAX: usize = 100;

/// For each derivation, open tuple or conflict that an outcome rests on, the names in it. What is not there has one reason: all that its
/// rules fail at.
pub(crate) fn reasons(model: &Model<'_>, written: &Program, question: &Question, found: Found) -> Vec<Names> {
    let reader = Reader { model, written };
    let open = |kind: OpenKind| {
        let tuples = open_tuples(model, written, question, usize::MAX).into_iter().filter(|open| open.kind == kind);
        let points = tuples.map(|open| open.case.points);
        points.map(|points| points.iter().map(|point| reader.relation(point.relation)).collect()).collect()
    };
    match found {
        Found::Clue | Found::Fact => {
            let limits = Limits { all: true, depth: None, answers: ANSWERS_MAX };
            let derivation = explain(model, &Nowhere, question, &limits);
            derivation.answers.iter().map(|answer| reader.derivation(&derivation, *answer)).collect()
        }
        Found::Refer => {
            let about = refers(model).into_iter().filter(|refer| is_about(refer, question));
            about.map(|refer| reader.labelled(&refer.rules)).collect()
        }
        Found::Conditional => open(OpenKind::Findings),
        Found::Undetermined => open(OpenKind::Data),
        Found::Nothing => vec![reader.failures(question)],
    }
}

/// Whether a conflict that nothing decides may be about such a tuple.
pub(crate) fn is_about(refer: &Refer, question: &Question) -> bool {
    let fits =
        |(column, value): &(usize, values::Value)| question.args[*column].as_ref().is_none_or(|arg| arg == value);
    refer.relation == question.relation && refer.key.iter().all(fits)
}

struct Reader<'m> {
    model: &'m Model<'m>,
    written: &'m Program,
}

impl Reader<'_> {
    /// The name of a relation; of findings that count, that of the findings.
    fn relation(&self, id: RelId) -> String {
        match self.model.program.relation(id).purpose {
            Purpose::Settled(of) => self.model.program.relation(of).name.clone(),
            _ => self.model.program.relation(id).name.clone(),
        }
    }

    /// Label, norms and elements of a rule.
    fn rule(&self, rule: &Rule, names: &mut Names) {
        names.insert(rule.label.clone());
        names.extend(rule.norms.iter().cloned());
        for (number, model) in (0..).zip(&self.written.models) {
            for (place, element) in (0..).zip(&model.elements) {
                let own = ElementId { model: ModelId(number), element: place };
                if rule.elements.contains(&element.shared.unwrap_or(own)) {
                    names.insert(format!("{}.{}", model.name, element.key));
                }
            }
        }
    }

    fn labelled(&self, labels: &[String]) -> Names {
        let mut names = Names::new();
        let rules = self.written.rules.iter().filter(|rule| labels.contains(&rule.label));
        rules.for_each(|rule| self.rule(rule, &mut names));
        names
    }

    /// Everything that an answer rests on.
    fn derivation(&self, derivation: &Derivation, answer: NodeId) -> Names {
        let (mut names, mut seen, mut open) = (Names::new(), BTreeSet::from([answer]), vec![answer]);
        while let Some(node) = open.pop() {
            let node = &derivation.nodes[node];
            self.node(node, &mut names);
            open.extend(node.premises().filter(|premise| seen.insert(*premise)));
        }
        names
    }

    fn node(&self, node: &Node, names: &mut Names) {
        match node {
            Node::Fact { relation, rule, .. } => {
                names.insert(self.relation(*relation));
                self.rule(&self.model.program.rules[*rule], names);
            }
            Node::Record { relation, .. }
            | Node::Given { relation, .. }
            | Node::Implied { relation, .. }
            | Node::Repeated { relation, .. }
            | Node::Absence { relation, .. } => {
                names.insert(self.relation(*relation));
            }
            Node::Precedence { beaten, .. } => {
                beaten.iter().for_each(|beaten| self.rule(&self.model.program.rules[beaten.rule], names));
            }
            Node::Parameter { parameter, .. } => {
                names.insert(parameter.name.clone());
            }
            Node::InForce { norm, .. } => {
                names.insert(self.written.norm(*norm).name.clone());
            }
            Node::Comparison { .. } | Node::Computation { .. } | Node::Aggregate { .. } => {}
        }
    }

    /// What stands in the way of the rules.
    fn failures(&self, question: &Question) -> Names {
        let mut names = Names::new();
        for attempt in why_not(self.model, question).attempts {
            let Obstacle::Literal(position) = attempt.obstacle else { continue };
            if let Some(failing) = literals(self.model, &attempt).get(position) {
                self.failure(&attempt, failing, &mut names);
            }
        }
        names
    }

    fn failure(&self, attempt: &Attempt, failing: &Signed<'_>, names: &mut Names) {
        let rule = &self.model.program.rules[attempt.rule];
        if let Role::InForce(norm) = failing.literal.role {
            names.insert(self.written.norm(norm).name.clone());
            return;
        }
        match &failing.literal.kind {
            LiteralKind::Atom(atom) => self.atom(attempt, atom, failing.positive, names),
            // A comparison has no name of its own.
            _ => {
                self.rule(rule, names);
                let read = rule.parameters().into_keys();
                names.extend(read.map(|id| self.model.program.parameter(id).name.clone()));
            }
        }
    }

    /// The relation looked in. Where a tuple is missing, the rules that could have given it; where one is in the way, what it rests on.
    fn atom(&self, attempt: &Attempt, atom: &Atom, is_wanted: bool, names: &mut Names) {
        names.insert(self.relation(atom.relation));
        if is_wanted {
            let gives = |rule: &&Rule| rule.heads.iter().any(|head| head.relation == atom.relation);
            self.written.rules.iter().filter(gives).for_each(|rule| self.rule(rule, names));
            return;
        }
        let args = atom.args.iter().map(|arg| evaluate(arg, &attempt.bindings, self.model)).collect();
        let limits = Limits { all: false, depth: None, answers: ANSWERS_MAX };
        let met = explain(self.model, &Nowhere, &Question { relation: atom.relation, args }, &limits);
        met.answers.iter().for_each(|answer| names.extend(self.derivation(&met, *answer)));
    }
}

/// The literals of the disjunct that was tried.
pub(crate) fn literals<'m>(model: &'m Model<'m>, attempt: &Attempt) -> &'m [Signed<'m>] {
    let is_it = |clause: &&eval::Clause<'_>| (clause.rule, clause.alternative) == (attempt.rule, attempt.alternative);
    model.clauses.iter().find(is_it).map(|clause| &clause.literals[..]).unwrap_or_default()
}
