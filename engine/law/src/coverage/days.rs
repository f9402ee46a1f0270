//! Days that are declared, joined where declarations touch or overlap.

use diagnostics::Span;
use program::checked::{
    Aggregate, AggregateOp, Column, Comparison, Contribution, Functor, Program, RelId, Rule, Term, VarId,
};
use values::{Date, Primitive, Value};

use crate::make::{self, Maker};
use crate::piece::all;

/// Relations over the days of declarations. Their columns are the places, then from and to or one of them.
#[derive(Debug)]
pub(super) struct Days {
    /// What single declarations say, as far as they hold a day.
    pub(super) valid: RelId,
    /// First days in or right behind what an earlier declaration says.
    inside: RelId,
    /// Last days that another declaration goes beyond.
    goes_on: RelId,
    /// First days of spans.
    start: RelId,
    /// Last days of spans.
    end: RelId,
    /// Days declared without interruption, as many as possible.
    pub(super) spans: RelId,
    /// Days in front of, between and behind those of places of which something is declared.
    pub(super) gaps: RelId,
}

impl Days {
    /// Adds the relations, and their rules to `rules`:
    ///
    /// ```text
    /// valid(p, f, t)          :- declared(p, f, t, _, _), f <= t.
    /// inside(p, f)            :- valid(p, f, _), valid(p, g, t), g < f, f - 1 <= t.
    /// goes_on(p, t)           :- valid(p, _, t), valid(p, f, u), t < u, f <= t + 1.
    /// start(p, f)             :- valid(p, f, _), !inside(p, f).
    /// end(p, t)               :- valid(p, _, t), !goes_on(p, t).
    /// span(p, f, t)           :- start(p, f), t = min u : { end(p, u), u >= f }.
    /// gap(p, least, f - 1)    :- start(p, f), f = min g : { start(p, g) }, least < f.
    /// gap(p, t + 1, f - 1)    :- end(p, t), f = min g : { start(p, g), g > t }.
    /// gap(p, t + 1, greatest) :- end(p, t), t = max u : { end(p, u) }, t < greatest.
    /// ```
    ///
    /// Nothing here is recursive: a span ends at the first end behind its start.
    pub(super) fn add(
        base: &str,
        declared: RelId,
        places: &[Column],
        span: Span,
        program: &mut Program,
        rules: &mut Vec<Rule>,
    ) -> Days {
        let mut relation = |what: &str, days: &[&str]| {
            let mut columns = places.to_vec();
            columns.extend(days.iter().map(|name| make::column(name, Primitive::Date)));
            make::hidden(program, format!("{base} {what}"), columns, span)
        };
        let days = Days {
            valid: relation("declared complete", &["from", "to"]),
            inside: relation("declared already", &["from"]),
            goes_on: relation("declared further", &["to"]),
            start: relation("complete from", &["from"]),
            end: relation("complete until", &["to"]),
            spans: relation("complete", &["from", "to"]),
            gaps: relation("not complete", &["from", "to"]),
        };
        let writer = Writer::new(places, span, format!("{base} complete"));
        rules.extend(days.joined(declared, &writer));
        rules.extend(days.between(&writer));
        days
    }

    /// The rules of what is declared without interruption.
    fn joined(&self, declared: RelId, writer: &Writer) -> [Rule; 6] {
        use Comparison::{Equal, GreaterEqual, Less, LessEqual};
        let Days { valid, inside, goes_on, start, end, spans, .. } = *self;
        let [f, t, g, u] = &writer.days;
        let (w, any, day) = (writer, &Term::Wildcard, Primitive::Date);
        let first_end = w.extremum(AggregateOp::Min, end, u, Some((GreaterEqual, f)));
        [
            w.rule(declared, &[f, t, any, any]).compare(f, LessEqual, t, day).concludes(
                valid,
                w.row(&[f, t]),
                &w.label,
            ),
            w.rule(valid, &[f, any])
                .holds(valid, w.row(&[g, t]))
                .compare(g, Less, f, day)
                .compare(&w.before(f), LessEqual, t, day)
                .concludes(inside, w.row(&[f]), &w.label),
            w.rule(valid, &[any, t])
                .holds(valid, w.row(&[f, u]))
                .compare(t, Less, u, day)
                .compare(f, LessEqual, &w.behind(t), day)
                .concludes(goes_on, w.row(&[t]), &w.label),
            w.rule(valid, &[f, any]).lacks(inside, w.row(&[f])).concludes(start, w.row(&[f]), &w.label),
            w.rule(valid, &[any, t]).lacks(goes_on, w.row(&[t])).concludes(end, w.row(&[t]), &w.label),
            w.rule(start, &[f]).compare(t, Equal, &first_end, day).concludes(spans, w.row(&[f, t]), &w.label),
        ]
    }

    /// The rules of what is not declared.
    fn between(&self, writer: &Writer) -> [Rule; 3] {
        use Comparison::{Equal, Greater, Less};
        let Days { start, end, gaps, .. } = *self;
        let [f, t, g, u] = &writer.days;
        let (w, day) = (writer, Primitive::Date);
        let [least, greatest] = &[Date::FIRST, Date::LAST].map(|day| Term::Constant(Value::Date(day)));
        let first = w.extremum(AggregateOp::Min, start, g, None);
        let next = w.extremum(AggregateOp::Min, start, g, Some((Greater, t)));
        let last = w.extremum(AggregateOp::Max, end, u, None);
        [
            w.rule(start, &[f]).compare(f, Equal, &first, day).compare(least, Less, f, day).concludes(
                gaps,
                w.row(&[least, &w.before(f)]),
                &w.label,
            ),
            w.rule(end, &[t]).compare(f, Equal, &next, day).concludes(
                gaps,
                w.row(&[&w.behind(t), &w.before(f)]),
                &w.label,
            ),
            w.rule(end, &[t]).compare(t, Equal, &last, day).compare(t, Less, greatest, day).concludes(
                gaps,
                w.row(&[&w.behind(t), greatest]),
                &w.label,
            ),
        ]
    }
}

/// What the rules have in common.
struct Writer {
    maker: Maker,
    places: Vec<Term>,
    days: [Term; 4],
    span: Span,
    label: String,
}

impl Writer {
    fn new(places: &[Column], span: Span, label: String) -> Writer {
        let mut maker = Maker::new(span);
        let places = maker.variables(places);
        let days = ["from", "to", "other_from", "other_to"].map(|name| maker.variable(name, Primitive::Date));
        Writer { maker, places, days, span, label }
    }

    /// A rule whose first atom is this.
    fn rule(&self, relation: RelId, days: &[&Term]) -> Maker {
        self.maker.clone().holds(relation, self.row(days))
    }

    /// The places, then these.
    fn row(&self, days: &[&Term]) -> Vec<Term> {
        self.places.iter().chain(days.iter().copied()).cloned().collect()
    }

    fn before(&self, day: &Term) -> Term {
        Term::Call { functor: Functor::SubtractDays, args: vec![day.clone(), make::number(1)], span: self.span }
    }

    fn behind(&self, day: &Term) -> Term {
        Term::Call { functor: Functor::AddDays, args: vec![day.clone(), make::number(1)], span: self.span }
    }

    /// The extremum of the days of a relation, perhaps only of those that compare like this.
    fn extremum(&self, op: AggregateOp, of: RelId, local: &Term, compared: Option<(Comparison, &Term)>) -> Term {
        let mut body = self.rule(of, &[local]);
        if let Some((comparison, to)) = compared {
            body = body.compare(local, comparison, to, Primitive::Date);
        }
        let outside = self.places.iter().chain(compared.map(|(_, to)| to));
        let mut injected = outside.filter_map(variable).collect::<Vec<_>>();
        injected.sort_unstable();
        Term::Aggregate(Box::new(Aggregate {
            op,
            target: Some(local.clone()),
            operand: Primitive::Date,
            body: all(body.pieces),
            injected,
            local: variable(local).into_iter().collect(),
            witnesses: Vec::new(),
            contribution: Contribution::Assignment,
            span: self.span,
        }))
    }
}

fn variable(term: &Term) -> Option<VarId> {
    match term {
        Term::Variable(id) => Some(*id),
        _ => None,
    }
}
