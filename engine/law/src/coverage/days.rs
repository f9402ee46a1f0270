//! Days that are declared, joined where declarations touch or overlap.

use diagnostics::Span;
use program::checked::{
    Aggregate, AggregateOp, Column, Comparison, Contribution, Functor, Program, RelId, Rule, Term, VarId,
};
use values::{Date, Primitive, Value};

use crate::make::{self, Maker};

/// Relations over the days of declarations. Their columns are the places, from and to.
#[derive(Debug)]
pub(super) struct Days {
    /// What single declarations say, as far as they hold a day.
    pub(super) valid: RelId,
    /// Days declared without interruption, as many as possible.
    pub(super) spans: RelId,
    /// Days in front of, between and behind those of places of which something is declared.
    pub(super) gaps: RelId,
}

impl Days {
    /// Adds the relations with their rules:
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
        use Comparison::{Equal, Greater, GreaterEqual, Less, LessEqual};
        use Primitive::Date as Day;
        let mut relation = |what: &str, days: &[&str]| {
            let mut columns = places.to_vec();
            columns.extend(days.iter().map(|name| make::column(name, Day)));
            make::hidden(program, format!("{base} {what}"), columns, span)
        };
        let valid = relation("declared complete", &["from", "to"]);
        let [inside, goes_on] = [relation("declared already", &["from"]), relation("declared further", &["to"])];
        let [start, end] = [relation("complete from", &["from"]), relation("complete until", &["to"])];
        let [spans, gaps] = [relation("complete", &["from", "to"]), relation("not complete", &["from", "to"])];

        let mut maker = Maker::new(span);
        let places = maker.variables(places);
        let [f, t, g, u] = ["from", "to", "other_from", "other_to"].map(|name| maker.variable(name, Day));
        let least = Term::Constant(Value::Date(Date::FIRST));
        let greatest = Term::Constant(Value::Date(Date::LAST));
        let (rule, any) = (|| maker.clone(), Term::Wildcard);
        let row = |days: &[&Term]| places.iter().chain(days.iter().copied()).cloned().collect::<Vec<_>>();
        let by_day = |functor, day: &Term| {
            let args = vec![day.clone(), make::number(1)];
            Term::Call { functor, args, span }
        };
        let (before, behind) =
            (|day: &Term| by_day(Functor::SubtractDays, day), |day: &Term| by_day(Functor::AddDays, day));
        // The extremum of the days of `of`, perhaps only of those that compare with `to` like this.
        let extremum = |op, of: RelId, local: &Term, compared: Option<(Comparison, &Term)>| {
            let maker = rule().holds(of, row(&[local]));
            let maker = match compared {
                Some((op, to)) => maker.compare(local, op, to, Day),
                None => maker,
            };
            let mut injected = places.iter().chain(compared.map(|(_, to)| to)).filter_map(id).collect::<Vec<_>>();
            injected.sort_unstable();
            Term::Aggregate(Box::new(Aggregate {
                op,
                target: Some(local.clone()),
                operand: Day,
                body: crate::piece::all(maker.pieces),
                injected,
                local: id(local).into_iter().collect(),
                witnesses: Vec::new(),
                contribution: Contribution::Assignment,
                span,
            }))
        };
        let label = format!("{base} complete");
        let (min, max) = (AggregateOp::Min, AggregateOp::Max);
        rules.extend([
            rule().holds(declared, row(&[&f, &t, &any, &any])).compare(&f, LessEqual, &t, Day).concludes(
                valid,
                row(&[&f, &t]),
                &label,
            ),
            rule()
                .holds(valid, row(&[&f, &any]))
                .holds(valid, row(&[&g, &t]))
                .compare(&g, Less, &f, Day)
                .compare(&before(&f), LessEqual, &t, Day)
                .concludes(inside, row(&[&f]), &label),
            rule()
                .holds(valid, row(&[&any, &t]))
                .holds(valid, row(&[&f, &u]))
                .compare(&t, Less, &u, Day)
                .compare(&f, LessEqual, &behind(&t), Day)
                .concludes(goes_on, row(&[&t]), &label),
            rule().holds(valid, row(&[&f, &any])).lacks(inside, row(&[&f])).concludes(start, row(&[&f]), &label),
            rule().holds(valid, row(&[&any, &t])).lacks(goes_on, row(&[&t])).concludes(end, row(&[&t]), &label),
            rule()
                .holds(start, row(&[&f]))
                .compare(&t, Equal, &extremum(min, end, &u, Some((GreaterEqual, &f))), Day)
                .concludes(spans, row(&[&f, &t]), &label),
            rule()
                .holds(start, row(&[&f]))
                .compare(&f, Equal, &extremum(min, start, &g, None), Day)
                .compare(&least, Less, &f, Day)
                .concludes(gaps, row(&[&least, &before(&f)]), &label),
            rule()
                .holds(end, row(&[&t]))
                .compare(&f, Equal, &extremum(min, start, &g, Some((Greater, &t))), Day)
                .concludes(gaps, row(&[&behind(&t), &before(&f)]), &label),
            rule()
                .holds(end, row(&[&t]))
                .compare(&t, Equal, &extremum(max, end, &u, None), Day)
                .compare(&t, Less, &greatest, Day)
                .concludes(gaps, row(&[&behind(&t), &greatest]), &label),
        ]);
        Days { valid, spans, gaps }
    }
}

fn id(term: &Term) -> Option<VarId> {
    match term {
        Term::Variable(id) => Some(*id),
        _ => None,
    }
}
