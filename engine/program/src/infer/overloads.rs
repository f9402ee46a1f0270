//! Which signatures calls can still have.

use std::collections::VecDeque;

use diagnostics::{Diagnostic, catalogue};

use super::classes::{Class, Classes};
use super::collect::Called;
use super::conflict;
use super::literal;
use super::records::Records;
use super::sets::Set;
use crate::draft::Constant;
use crate::operations::Signature;
use crate::report::Report;
use crate::types::Types;

/// Calls and record literals waiting to be looked at.
pub(super) struct Waiting<'a> {
    calls: &'a [Called],
    records: Records<'a>,
    /// The calls that a class takes part in, and the record literals of this class behind them.
    of_class: Vec<Vec<usize>>,
    queue: VecDeque<usize>,
    is_queued: Vec<bool>,
}

impl<'a> Waiting<'a> {
    /// All calls wait. Classes must not be joined any more.
    pub(super) fn new(classes: &mut Classes<'_>, calls: &'a [Called], records: Records<'a>) -> Waiting<'a> {
        let mut of_class: Vec<Vec<usize>> = vec![Vec::new(); classes.rule.nodes as usize];
        for (number, call) in calls.iter().enumerate() {
            for node in nodes(call) {
                of_class[classes.find(node) as usize].push(number);
            }
        }
        for (number, record) in (calls.len()..).zip(records.all()) {
            of_class[classes.find(record.node) as usize].push(number);
        }
        let count = calls.len() + records.all().len();
        Waiting { calls, records, of_class, queue: (0..count).collect(), is_queued: vec![true; count] }
    }

    /// Nothing more is said about a class and what depends on it alone.
    pub(super) fn spoil(&mut self, class: Class, classes: &mut Classes<'_>, report: &mut Report) {
        classes.spoil(class);
        self.changed(class);
        self.resolve(classes, report);
    }

    /// A class has changed: its calls wait again.
    pub(super) fn changed(&mut self, class: Class) {
        for &call in &self.of_class[class as usize] {
            if !std::mem::replace(&mut self.is_queued[call], true) {
                self.queue.push_back(call);
            }
        }
    }

    /// Narrows classes by calls and calls by classes until nothing changes. A call without a signature is reported.
    pub(super) fn resolve(&mut self, classes: &mut Classes<'_>, report: &mut Report) {
        while let Some(call) = self.queue.pop_front() {
            self.is_queued[call] = false;
            let changed = match self.calls.get(call) {
                Some(call) => step(classes, call, report),
                None => self.records.settle(call - self.calls.len(), classes, report),
            };
            changed.into_iter().for_each(|class| self.changed(class));
        }
    }
}

fn nodes(call: &Called) -> impl Iterator<Item = u32> + '_ {
    call.args.iter().copied().chain(call.result)
}

/// Looks at one call; returns the classes that changed.
fn step(classes: &mut Classes<'_>, call: &Called, report: &mut Report) -> Vec<Class> {
    let args: Vec<Class> = call.args.iter().map(|node| classes.find(*node)).collect();
    let result = call.result.map(|node| classes.find(node));
    let all: Vec<Class> = args.iter().copied().chain(result).collect();
    if all.iter().any(|class| classes.is_spoilt(*class)) {
        // What depends on something reported and has no type of its own cannot be judged.
        return spoil_open(classes, &all);
    }
    let fits = |signature: &&Signature| {
        accepts(signature, classes, &args) && result.is_none_or(|class| classes.set(class).has(signature.result))
    };
    let possible: Vec<&Signature> = call.operation.signatures.iter().filter(fits).collect();
    if possible.is_empty() {
        report.push(refused(classes, call, &args, result));
        result.iter().for_each(|class| classes.spoil(*class));
        let open = spoil_open(classes, &args);
        return open.into_iter().chain(result).collect();
    }
    let mut changed = Vec::new();
    for (index, class) in args.iter().enumerate() {
        let params = possible.iter().filter_map(|signature| signature.param(index));
        let set = params.fold(Set::EMPTY, Set::or);
        changed.extend(classes.narrow(*class, set).then_some(*class));
    }
    if let Some(class) = result {
        let set = possible.iter().map(|signature| Set::one(signature.result)).fold(Set::EMPTY, Set::or);
        changed.extend(classes.narrow(class, set).then_some(class));
    }
    changed
}

fn spoil_open(classes: &mut Classes<'_>, all: &[Class]) -> Vec<Class> {
    let open: Vec<Class> = all.iter().copied().filter(|class| classes.is_open(*class)).collect();
    open.iter().for_each(|class| classes.spoil(*class));
    open
}

/// What keeps the call from having a type: a date that was written like a subtraction, a constant of another type that the
/// result is compared with, or the types of its arguments.
fn refused(classes: &Classes<'_>, call: &Called, args: &[Class], result: Option<Class>) -> Diagnostic {
    let inside = |constant: &&Constant| call.span.start <= constant.span.start && constant.span.end <= call.span.end;
    let constants: Vec<&Constant> = classes.constants.iter().copied().filter(inside).collect();
    if let ("-", Some(date)) = (call.operation.name, literal::date(&constants)) {
        return Diagnostic::new(&catalogue::UNQUOTED_DATE, call.span).arg("date", date);
    }
    let fits = |signature: &&Signature| accepts(signature, classes, args);
    let results = call.operation.signatures.iter().filter(fits).map(|signature| Set::one(signature.result));
    let possible = results.fold(Set::EMPTY, Set::or);
    let by_constant = result.filter(|_| !possible.is_empty());
    let by_constant = by_constant.and_then(|result| conflict::constant_result(classes, call, result, possible));
    by_constant.unwrap_or_else(|| no_signature(classes, call, args, result))
}

/// True where the arguments can have the types of the parameters.
fn accepts(signature: &Signature, classes: &Classes<'_>, args: &[Class]) -> bool {
    let fits = |param: Set, class: Class| !classes.set(class).and(param).is_empty();
    args.iter().enumerate().all(|(index, class)| signature.param(index).is_some_and(|param| fits(param, *class)))
}

fn no_signature(classes: &Classes<'_>, call: &Called, args: &[Class], result: Option<Class>) -> Diagnostic {
    let operands: Vec<String> = args.iter().map(|class| classes.shown(*class)).collect();
    let error = Diagnostic::new(&catalogue::NO_SIGNATURE, call.span).arg("name", call.operation.name);
    let wanted = result.map(|class| classes.set(class)).filter(|set| *set != Set::ALL);
    let operands = match wanted {
        Some(set) => format!("({}) -> {}", operands.join(", "), set.shown(classes.types)),
        None => format!("({})", operands.join(", ")),
    };
    let known: Vec<String> =
        call.operation.signatures.iter().map(|known| describe(known, args.len(), classes.types)).collect();
    error.arg("operands", operands).list("known", known)
}

fn describe(signature: &Signature, count: usize, types: &Types) -> String {
    let params = (0..count).filter_map(|index| signature.param(index));
    let params: Vec<String> = params.map(|param| param.shown(types)).collect();
    format!("({}) -> {}", params.join(", "), signature.result.name())
}
