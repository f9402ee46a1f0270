//! What a peer prints: times, then one count a relation, as Syllogist's `.printsize` does.

use std::time::Instant;

/// A peer's run, told as it goes.
pub struct Run(Instant);

impl Run {
    /// Starts the clock for loading.
    pub fn loading() -> Self {
        Self(Instant::now())
    }

    /// Loading is over, the rules begin.
    pub fn loaded(&mut self) {
        self.lap("load");
    }

    /// The rules are done.
    pub fn done(&mut self) {
        self.lap("run");
    }

    /// How many rows a relation holds.
    pub fn count(&self, relation: &str, rows: usize) {
        println!("{relation}\t{rows}");
    }

    fn lap(&mut self, what: &str) {
        println!("{what} {:.3}", self.0.elapsed().as_secs_f64());
        self.0 = Instant::now();
    }
}
