//! Which facts are clues, and how strong.

use std::collections::BTreeMap;

use eval::Model;
use ledger::clue_id;
use program::checked::{Grade, Purpose, RelId, Relation};
use proof::{Derivation, Node, NodeId, Question};
use rayon::prelude::*;
use values::{Code, Value};

/// A clue as outputs show it.
#[derive(Clone)]
pub struct Clue {
    /// Its id.
    pub id: String,
    /// Its grade.
    pub grade: Grade,
}

/// Whether facts of a relation may be clues that people see.
pub fn is_clue(relation: &Relation) -> bool {
    relation.clue.is_some() && relation.purpose == Purpose::Declared
}

/// The clue that a fact is; `None` where none of its rules that hold is graded.
pub fn clue(model: &Model<'_>, relation: RelId, args: &[Value]) -> Option<Clue> {
    let row = model.relation(relation).find(&model.codes(args)?).filter(|row| model.relation(relation).holds(*row))?;
    let grade = proof::grades(model, relation, &[row]).pop().flatten()?;
    Some(Clue { id: clue_id(relation, args, model.program), grade })
}

/// The grades of all facts of a relation, in output order. What others imply has none.
pub fn grades(model: &Model<'_>, relation: RelId) -> Vec<Option<Grade>> {
    grades_of(model, relation, &model.facts_in_order(relation).collect::<Vec<_>>())
}

fn grades_of(model: &Model<'_>, relation: RelId, facts: &[Vec<Code>]) -> Vec<Option<Grade>> {
    let table = model.relation(relation);
    let rows = facts.par_iter().map(|fact| table.find(fact)).collect::<Vec<_>>();
    let given = rows.iter().flatten().copied().collect::<Vec<_>>();
    let mut grades = proof::grades(model, relation, &given).into_iter();
    rows.into_iter().map(|row| row.and_then(|_| grades.next().flatten())).collect()
}

/// All clues with what they say: by relation in the order of declaration, in output order.
pub fn clues(model: &Model<'_>) -> impl Iterator<Item = (Question, Clue)> {
    let program = model.program;
    program.relation_ids().filter(|relation| is_clue(program.relation(*relation))).flat_map(move |relation| {
        let facts = model.facts_in_order(relation).collect::<Vec<_>>();
        let clue = |(fact, grade): (&Vec<Code>, Option<Grade>)| {
            let args = model.decode(relation, fact);
            let clue = Clue { id: clue_id(relation, &args, program), grade: grade? };
            Some((Question { relation, args: args.into_iter().map(Some).collect() }, clue))
        };
        facts.par_iter().zip(grades_of(model, relation, &facts)).filter_map(clue).collect::<Vec<_>>()
    })
}

/// The nodes of a derivation that are clues.
pub fn clues_among(derivation: &Derivation, model: &Model<'_>) -> BTreeMap<NodeId, Clue> {
    let fact = |(id, node): (NodeId, &Node)| {
        let Node::Fact { relation, args, .. } = node else { return None };
        if !is_clue(model.program.relation(*relation)) {
            return None;
        }
        let table = model.relation(*relation);
        let row = table.find(&model.codes(args)?).filter(|row| table.holds(*row))?;
        Some((*relation, id, row))
    };
    let mut facts = derivation.nodes.par_iter().enumerate().filter_map(fact).collect::<Vec<_>>();
    facts.par_sort_unstable();
    // The rows of a relation are graded together: what that takes is made ready once.
    let of_relation = |facts: &[(RelId, NodeId, u32)]| {
        let relation = facts[0].0;
        let rows = facts.iter().map(|(.., row)| *row).collect::<Vec<_>>();
        let clue = |((_, node, row), grade): (&(RelId, NodeId, u32), Option<Grade>)| {
            let id = clue_id(relation, &model.values(relation, *row), model.program);
            Some((*node, Clue { id, grade: grade? }))
        };
        facts.par_iter().zip(proof::grades(model, relation, &rows)).filter_map(clue).collect::<Vec<_>>()
    };
    facts.chunk_by(|a, b| a.0 == b.0).flat_map(of_relation).collect()
}

#[cfg(test)]
mod tests {
    use program::{LoadError, Loaded, Loader, check};
    use values::Dictionary;

    use super::*;

    struct NoFiles;

    impl Loader for NoFiles {
        fn load(&mut self, _: Option<&str>, _: &str) -> Result<Loaded, LoadError> {
            Err(LoadError::Missing)
        }
    }

    #[test]
    fn a_fact_has_the_best_grade_of_its_own_rules() {
        let mut files = diagnostics::Files::default();
        let main = files.add(
            "m.dl",
            ".decl q(x: symbol)\nq(\"1\").\n.decl r(k: symbol)\n.output r\n@[clue = B] r(\"a\") :- q(_).\n\
             @[clue = A] r(\"b\") :- q(_).\n@[clue = C] r(\"b\") :- q(_).\nr(\"c\") :- q(_).\n\
             .decl s(k: symbol)\n.output s\n@[clue = C] s(x) :- q(x).\n",
        );
        let program = check(&mut files, main, &mut NoFiles).program.unwrap();
        let records = program.relations.iter().map(|relation| eval::Records::empty(relation.columns.len())).collect();
        let model =
            eval::evaluate(&program, Dictionary::default(), records, &eval::Limits::default(), &eval::Unwatched)
                .unwrap();
        let relation = program.find("r").unwrap();
        let grade = |key: &str| clue(&model, relation, &[Value::symbol(key)]).map(|clue| clue.grade);
        assert_eq!(["a", "b", "c", "d"].map(grade), [Some(Grade::B), Some(Grade::A), None, None]);
        let mut all = grades(&model, relation);
        all.sort();
        assert_eq!(all, [None, Some(Grade::A), Some(Grade::B)]);
        assert_eq!(grades(&model, program.find("s").unwrap()), [Some(Grade::C)]);
        assert_eq!(grades(&model, program.find("q").unwrap()), [None]);
    }
}
