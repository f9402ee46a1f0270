//! Bindings of a clause's variables, many at a time, column by column.

use values::Code;

/// How many bindings travel together: enough to spread the cost of a step, few enough to stay in the cache.
pub(crate) const BATCH: usize = 1024;

/// Bindings as one column per bound variable; columns of other variables are empty.
#[derive(Debug, Clone)]
pub(crate) struct Batch {
    pub(crate) columns: Vec<Vec<Code>>,
    pub(crate) len: usize,
}

impl Batch {
    /// No bindings over this many variables.
    pub(crate) fn empty(variables: usize) -> Batch {
        Batch { columns: vec![Vec::new(); variables], len: 0 }
    }

    /// One binding with the given variables bound.
    pub(crate) fn single(variables: usize, bound: &[u32], codes: &[Code]) -> Batch {
        let mut batch = Batch { len: 1, ..Batch::empty(variables) };
        for (variable, code) in bound.iter().zip(codes) {
            batch.columns[*variable as usize].push(*code);
        }
        batch
    }

    pub(crate) fn code(&self, variable: u32, row: usize) -> Code {
        self.columns[variable as usize][row]
    }

    /// Appends binding `row` of `from`, restricted to `live`.
    pub(crate) fn copy(&mut self, from: &Batch, row: usize, live: &[u32]) {
        for variable in live {
            self.columns[*variable as usize].push(from.columns[*variable as usize][row]);
        }
        self.len += 1;
    }

    /// Appends a value of a variable to a binding just copied.
    pub(crate) fn push(&mut self, variable: u32, code: Code) {
        self.columns[variable as usize].push(code);
    }
}
