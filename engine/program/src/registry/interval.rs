//! Days and intervals of days as declarations give them.

use diagnostics::{Diagnostic, FileId, catalogue};
use syntax::ast::{self, Token};
use values::{Date, Primitive, Value};

use super::constant;
use crate::checked::Interval;
use crate::constants;
use crate::report::Report;

/// The interval; `None` where there is no such day, or where it ends before it begins, which is reported.
pub(super) fn read(written: &ast::Interval, file: FileId, report: &mut Report) -> Option<Interval> {
    let from = date(&written.from()?, file, report);
    let to = match written.to() {
        Some(to) => Some(date(&to, file, report)?),
        None => None,
    };
    let interval = Interval { from: from?, to };
    if interval.to.is_some_and(|to| to < interval.from) {
        let error = Diagnostic::new(&catalogue::EMPTY_INTERVAL, written.span(file)).arg("from", interval.from);
        report.push(error.arg("to", interval.to.map_or_else(String::new, |to| to.to_string())));
        return None;
    }
    Some(interval)
}

/// The day; `None` where there is none, which is reported.
pub(super) fn date(token: &Token, file: FileId, report: &mut Report) -> Option<Date> {
    match constants::value(&constant::of_token(token, false, file)?, Primitive::Date) {
        Ok(Value::Date(date)) => Some(date),
        Ok(_) => None,
        Err(error) => {
            report.push(*error);
            None
        }
    }
}
