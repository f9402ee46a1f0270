//! Random programs for proptest.

use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::dice::Dice;
use super::generate::random_program;
use super::program::Program;
use super::smaller::smaller;

/// All random programs.
#[derive(Debug, Clone, Copy)]
pub struct Programs;

impl Strategy for Programs {
    type Tree = Shrinking;
    type Value = Program;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let program = random_program(&mut Dice::new(runner.rng()));
        Ok(Shrinking { failing: program.clone(), tried: program, edit: 0, first: 0, again: false })
    }
}

/// A failing program and the smaller one that is being tried.
#[derive(Debug)]
pub struct Shrinking {
    failing: Program,
    tried: Program,
    /// The next edit of `failing` to try.
    edit: usize,
    /// The edit tried first. Those before it did not help last time, so they come last.
    first: usize,
    /// The last edit has been tried, and those before `first` have their turn.
    again: bool,
}

impl Shrinking {
    /// The next smaller program; back to the failing one where there is none left to try.
    fn next(&mut self) -> bool {
        loop {
            let exhausted = self.again && self.edit >= self.first;
            match smaller(&self.failing, self.edit).filter(|_| !exhausted) {
                Some(program) => {
                    self.edit += 1;
                    self.tried = program;
                    return true;
                }
                None if self.again => {
                    self.tried = self.failing.clone();
                    return false;
                }
                None => (self.edit, self.again) = (0, true),
            }
        }
    }
}

impl ValueTree for Shrinking {
    type Value = Program;

    fn current(&self) -> Program {
        self.tried.clone()
    }

    /// The program tried last fails too.
    fn simplify(&mut self) -> bool {
        self.failing = self.tried.clone();
        self.edit = self.edit.saturating_sub(1);
        self.first = self.edit;
        self.again = false;
        self.next()
    }

    /// The program tried last does not fail: another edit.
    fn complicate(&mut self) -> bool {
        self.next()
    }
}
