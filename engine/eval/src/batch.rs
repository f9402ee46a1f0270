//! Bindings of a clause's variables, many at a time, column by column.

use values::Code;

use crate::Arg;
use crate::hash::Column;
use crate::plan::Key;

/// How many bindings travel together: enough to spread the cost of a step, few enough to stay in the cache.
pub(crate) const BATCH: usize = 1024;

/// Bindings as one column per bound variable; columns of other variables are empty.
#[derive(Debug, Clone, Default)]
pub(crate) struct Batch {
    pub(crate) columns: Vec<Vec<Code>>,
    pub(crate) len: usize,
}

impl Batch {
    /// Forgets all bindings but keeps their memory.
    pub(crate) fn clear(&mut self) {
        self.columns.iter_mut().for_each(Vec::clear);
        self.len = 0;
    }

    pub(crate) fn code(&self, variable: u32, row: usize) -> Code {
        self.columns[variable as usize][row]
    }

    /// The codes of a bound argument.
    pub(crate) fn key(&self, key: Key) -> Column<'_> {
        match key {
            Key::Variable(variable) => Column::Codes(&self.columns[variable as usize]),
            Key::Constant(code) => Column::Constant(code),
        }
    }

    /// The codes of an argument of the head.
    pub(crate) fn argument(&self, arg: &Arg) -> Column<'_> {
        match arg {
            Arg::Variable(variable) => Column::Codes(&self.columns[*variable as usize]),
            Arg::Constant(_, code) => Column::Constant(*code),
            Arg::Any => unreachable!("a head holds no `_`"),
        }
    }

    /// Appends the bindings `rows` of `from`, restricted to `live`.
    pub(crate) fn gather(&mut self, from: &Batch, rows: &[u32], live: &[u32]) {
        for variable in live {
            let codes = &from.columns[*variable as usize];
            self.columns[*variable as usize].extend(rows.iter().map(|row| codes[*row as usize]));
        }
        self.len += rows.len();
    }

    /// Appends binding `row` of `from`, restricted to `live`, `times` times.
    pub(crate) fn repeat(&mut self, from: &Batch, row: usize, times: usize, live: &[u32]) {
        for variable in live {
            let code = from.code(*variable, row);
            self.columns[*variable as usize].extend(std::iter::repeat_n(code, times));
        }
        self.len += times;
    }

    /// The column of a variable that bindings just appended get values for.
    pub(crate) fn column(&mut self, variable: u32) -> &mut Vec<Code> {
        &mut self.columns[variable as usize]
    }
}
