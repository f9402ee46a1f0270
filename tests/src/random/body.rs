//! Random bodies: first what binds variables, then conditions over them.

use values::{Primitive, Value};

use super::composite::branches;
use super::dice::Dice;
use super::expression::{Known, Scope, Terms, constant};
use super::program::{Aggregate, Atom, Expr, Item, Relation};

/// What a body may read.
pub(super) struct Reader<'a> {
    pub(super) relations: &'a [Relation],
    /// About how many tuples each relation has.
    pub(super) sizes: &'a [f64],
    /// Positive atoms: relations up to this level.
    pub(super) level: u32,
}

/// Builds one conjunction.
pub(super) struct Builder<'a, 'd> {
    pub(super) reader: &'a Reader<'a>,
    pub(super) dice: &'a mut Dice<'d>,
    pub(super) scope: Scope,
    pub(super) items: Vec<Item>,
    /// About how many matches the conjunction has so far.
    pub(super) matches: f64,
    /// It is an aggregate's body, where no disjunction may stand (nor a negated conjunction, which is one).
    inside_aggregate: bool,
}

/// More matches than this are avoided.
const MATCHES_MAX: f64 = 3000.0;
/// About how many values a column holds.
const DOMAIN: f64 = 5.0;

impl<'a, 'd> Builder<'a, 'd> {
    pub(super) fn new(reader: &'a Reader<'a>, dice: &'a mut Dice<'d>) -> Self {
        Self { reader, dice, scope: Scope::default(), items: Vec::new(), matches: 1.0, inside_aggregate: false }
    }

    /// A whole body.
    pub(super) fn fill(&mut self) {
        for _ in 0..self.dice.weighted(&[1, 8, 9, 4]) {
            self.positive_atom();
        }
        for _ in 0..self.dice.weighted(&[5, 4, 1]) {
            self.binding();
        }
        for _ in 0..self.dice.weighted(&[5, 5, 2]) {
            let condition = self.condition();
            self.items.push(condition);
        }
        if self.dice.once_in(6) {
            self.guarded();
        }
        self.dice.shuffle(&mut self.items);
    }

    /// Relations below `end`, if there are any.
    fn relation_below(&mut self, end: u32) -> Option<usize> {
        let all = self.reader.relations.iter().enumerate();
        let fitting = all.filter(|(_, relation)| relation.level < end).map(|(index, _)| index).collect::<Vec<_>>();
        (!fitting.is_empty()).then(|| self.dice.pick(&fitting))
    }

    fn positive_atom(&mut self) {
        let Some(relation) = self.relation_below(self.reader.level + 1) else { return };
        let atom = self.atom(relation);
        self.add_atom(atom);
    }

    fn add_atom(&mut self, (atom, matches, scope): (Atom, f64, Scope)) {
        if matches <= MATCHES_MAX {
            self.matches = matches;
            self.scope = scope;
            self.items.push(Item::Atom(atom));
        }
    }

    /// An atom that may bind variables, with the matches and the scope behind it.
    fn atom(&mut self, relation: usize) -> (Atom, f64, Scope) {
        let mut scope = self.scope.clone();
        let mut joined = 0;
        let mut args = Vec::new();
        for column in &self.reader.relations[relation].columns {
            let known = scope.variable(*column, self.dice).filter(|_| self.dice.once_in(2));
            let choice = self.dice.weighted(&[12, if self.inside_aggregate { 8 } else { 4 }, 1, 1]);
            let arg = match (known, choice) {
                (Some(known), _) => known,
                (None, _) if matches!(column, Primitive::Composite(_)) && self.dice.once_in(2) => {
                    self.pattern(*column, &mut scope)
                }
                (None, 0) => scope.fresh(*column, true),
                (None, 1) => Expr::Wild,
                (None, 2) => Expr::Constant(constant(*column, self.dice)),
                _ => Terms { scope: &self.scope, dice: self.dice, fallible: false }.term(*column, 1),
            };
            let is_new = |id: u32| self.scope.variables.iter().all(|known| known.id != id);
            let free =
                matches!(arg, Expr::Wild | Expr::Composite(..)) || matches!(&arg, Expr::Variable(id) if is_new(*id));
            joined += usize::from(!free);
            args.push(arg);
        }
        let named = args.len() > 1 && self.dice.once_in(5);
        let matches = self.matches * (self.reader.sizes[relation] / DOMAIN.powi(joined as i32)).max(0.3);
        (Atom { relation, args, named }, matches, scope)
    }

    /// A composite that is taken apart; its fields may give new variables of `scope` their values.
    fn pattern(&mut self, primitive: Primitive, scope: &mut Scope) -> Expr {
        let (name, fields) = self.dice.pick(branches(primitive));
        let mut parts = Vec::new();
        for field in fields {
            parts.push(match (self.dice.weighted(&[6, 3, 3, 2, 1]), field) {
                (0, Primitive::Composite(_)) if self.dice.once_in(2) => self.pattern(*field, scope),
                (0, _) => scope.fresh(*field, true),
                (1, _) => Expr::Wild,
                (2, _) => scope.variable(*field, self.dice).unwrap_or(Expr::Wild),
                (3, _) => Expr::Constant(constant(*field, self.dice)),
                _ => Terms { scope: &self.scope, dice: self.dice, fallible: false }.term(*field, 1),
            });
        }
        Expr::Composite(name, parts)
    }

    /// `x = [y, _]` for a composite that is known.
    fn apart(&mut self) {
        let known = self.scope.variables.iter().filter(|known| matches!(known.primitive, Primitive::Composite(_)));
        let known = known.copied().collect::<Vec<Known>>();
        if known.is_empty() {
            return;
        }
        let whole = self.dice.pick(&known);
        let mut scope = self.scope.clone();
        let pattern = self.pattern(whole.primitive, &mut scope);
        self.scope = scope;
        self.equate(Expr::Variable(whole.id), pattern);
    }

    /// A literal that gives a new variable its value.
    fn binding(&mut self) {
        match self.dice.weighted(&[5, 2, 4, 2, 4]) {
            4 => self.apart(),
            0 => {
                let primitive = self.some_type();
                let fallible = self.dice.once_in(12);
                let value = self.terms(fallible).typed(primitive, 2);
                let variable = self.scope.fresh(primitive, false);
                self.equate(variable, value);
            }
            1 => self.range(),
            2 => self.aggregate_binding(),
            _ => self.disjunction(),
        }
    }

    fn equate(&mut self, left: Expr, right: Expr) {
        let (left, right) = if self.dice.once_in(3) { (right, left) } else { (left, right) };
        self.items.push(Item::Compare("=", left, right));
    }

    fn range(&mut self) {
        let from = self.terms(false).typed(Primitive::Number, 0);
        let from = if self.dice.once_in(2) { from } else { Expr::Cast(Box::new(number(-1)), Primitive::Number) };
        let to = number(self.dice.below(5) as i64);
        // From a value at the edge of the type up to a small one is too long a way.
        let near = Expr::Call("max", vec![Expr::Call("min", vec![from, number(6)]), number(-6)]);
        let mut args = vec![near, to];
        if self.dice.once_in(3) {
            args.push(number(self.dice.below(5) as i64 - 2));
        }
        let variable = self.scope.fresh(Primitive::Number, false);
        self.matches *= DOMAIN;
        self.equate(variable, Expr::Call("range", args));
    }

    fn aggregate_binding(&mut self) {
        if let Some((value, primitive, locals)) = self.aggregate(1) {
            let variable = self.scope.fresh(primitive, false);
            self.equate(variable, value);
            if !locals.is_empty() && !self.inside_aggregate && self.dice.once_in(2) {
                // Used outside, it is a witness.
                self.scope.variables.push(Known { finite: false, ..self.dice.pick(&locals) });
            }
        }
    }

    /// An aggregate over lower relations, with its type, and the variables of `min` and `max` that may be witnesses. Variables of
    /// this scope become its group.
    fn aggregate(&mut self, nested: usize) -> Option<(Expr, Primitive, Vec<Known>)> {
        let below = Reader { level: self.reader.level.checked_sub(1)?, ..*self.reader };
        let outside = self.scope.clone();
        let mut inner = Builder::new(&below, self.dice);
        inner.scope = outside.clone();
        inner.inside_aggregate = true;
        for _ in 0..inner.dice.between(1, 2) {
            inner.positive_atom();
        }
        if nested > 0 && inner.dice.once_in(6) {
            if let Some((value, primitive, _)) = inner.aggregate(nested - 1) {
                let variable = inner.scope.fresh(primitive, false);
                inner.equate(variable, value);
            }
        } else if inner.dice.once_in(4) {
            let condition = inner.condition();
            inner.items.push(condition);
        }
        let Builder { mut scope, items: body, .. } = inner;
        self.scope.next = scope.next;
        if !body.iter().any(|item| matches!(item, Item::Atom(_))) {
            return None;
        }
        let is_local = |id: u32| outside.variables.iter().all(|known| known.id != id);
        scope.variables.retain(|known| is_local(known.id));
        let (op, primitive) = self.dice.pick(&AGGREGATES);
        if op == "count" {
            return Some((Expr::Aggregate(Box::new(Aggregate { op, target: None, body })), primitive, vec![]));
        }
        // Variables of the target are local, so it must not name one of the group.
        let one = || Expr::Cast(Box::new(number(1)), primitive);
        let target = match scope.variable(primitive, self.dice) {
            Some(_) => Terms { scope: &scope, dice: self.dice, fallible: false }.typed(primitive, 1),
            None if primitive == Primitive::Number => one(),
            None => Expr::Constant(constant(primitive, self.dice)),
        };
        let locals = if matches!(op, "min" | "max") { scope.variables } else { vec![] };
        let mut value = Expr::Aggregate(Box::new(Aggregate { op, target: Some(target), body }));
        if (op, primitive) == ("mean", Primitive::Decimal) {
            value = self.terms(false).rounded(value, 3);
        }
        Some((value, primitive, locals))
    }

    /// `(a(x) ; x = e)`: every branch binds the same variable.
    fn disjunction(&mut self) {
        let primitive = self.some_type();
        let mut inside = self.scope.clone();
        let variable = inside.fresh(primitive, true);
        self.scope.next = inside.next;
        let mut branches = Vec::new();
        let mut finite = true;
        for _ in 0..self.dice.between(2, 3) {
            let mut branch = Vec::new();
            match self.atom_with(primitive, &variable) {
                Some(atom) if !self.dice.once_in(3) => branch.push(Item::Atom(atom)),
                _ => {
                    finite = false;
                    let value = self.terms(false).typed(primitive, 1);
                    branch.push(Item::Compare("=", variable.clone(), value));
                }
            }
            if self.dice.once_in(3) {
                branch.push(self.condition());
            }
            branches.push(if branch.len() == 1 { branch.remove(0) } else { Item::All(branch) });
        }
        self.matches *= DOMAIN;
        inside.next = self.scope.next;
        self.scope = inside;
        if let Some(known) = self.scope.variables.last_mut() {
            known.finite = finite;
        }
        self.items.push(Item::Any(branches));
    }

    /// An atom that holds `variable` in one column and known values or wildcards in the others.
    fn atom_with(&mut self, primitive: Primitive, variable: &Expr) -> Option<Atom> {
        let relation = self.relation_below(self.reader.level + 1)?;
        let columns = &self.reader.relations[relation].columns;
        let at = columns.iter().position(|column| *column == primitive)?;
        let mut args = self.known_args(relation);
        args[at] = variable.clone();
        Some(Atom { relation, args, named: self.dice.once_in(5) && columns.len() > 1 })
    }

    /// Arguments that bind nothing.
    fn known_args(&mut self, relation: usize) -> Vec<Expr> {
        let columns = &self.reader.relations[relation].columns;
        let mut arg = |column: &Primitive| match self.dice.weighted(&[5, 3]) {
            0 if matches!(column, Primitive::Composite(_)) && self.dice.once_in(2) => {
                let (name, fields) = self.dice.pick(branches(*column));
                let wild = self.dice.below(4);
                let field = |(at, field): (usize, &Primitive)| match at == wild {
                    true => Expr::Wild,
                    false => Terms { scope: &self.scope, dice: self.dice, fallible: false }.term(*field, 1),
                };
                Expr::Composite(name, fields.iter().enumerate().map(field).collect())
            }
            0 => Terms { scope: &self.scope, dice: self.dice, fallible: false }.term(*column, 1),
            _ => Expr::Wild,
        };
        columns.iter().map(&mut arg).collect()
    }

    /// A literal or group that only decides.
    fn condition(&mut self) -> Item {
        let groups = if self.inside_aggregate { 0 } else { 2 };
        match self.dice.weighted(&[6, 5, 2, groups, groups, 1]) {
            0 => self.comparison(),
            1 => self.negated_atom(),
            2 => self.text_test(),
            3 => {
                let parts = self.conditions(2);
                Item::Not(Box::new(Item::All(parts)))
            }
            4 => {
                let parts = self.conditions(2);
                let any = Item::Any(parts);
                if self.dice.once_in(2) { Item::Not(Box::new(any)) } else { any }
            }
            _ => Item::Truth(!self.dice.once_in(6)),
        }
    }

    fn conditions(&mut self, count: usize) -> Vec<Item> {
        let mut one = || match self.dice.weighted(&[4, 4, 1]) {
            0 => self.comparison(),
            1 => self.negated_atom(),
            _ => self.text_test(),
        };
        let mut parts = vec![one()];
        parts.extend((1..count).map(|_| one()));
        // Under a `!` a negated atom becomes a positive one and the other way round; both are of lower relations.
        parts
    }

    fn comparison(&mut self) -> Item {
        let primitive = self.some_type();
        let op = match primitive {
            Primitive::Composite(_) => self.dice.pick(&["=", "!="]),
            _ => self.dice.pick(&["=", "!=", "<", "<=", ">", ">="]),
        };
        let fallible = self.dice.once_in(12);
        let mut terms = self.terms(fallible);
        if primitive == Primitive::Decimal && terms.dice.once_in(2) {
            let left = terms.ratio(2);
            let right = if terms.dice.once_in(2) { terms.ratio(2) } else { terms.leaf(primitive) };
            return Item::Compare(op, left, right);
        }
        let left = terms.typed(primitive, 2);
        let right = terms.term(primitive, 1);
        if primitive == Primitive::Number
            && self.dice.once_in(4)
            && let Some((aggregate, Primitive::Number, _)) = self.aggregate(0)
        {
            return Item::Compare(op, left, Expr::Infix("+", vec![aggregate, number(1)]));
        }
        if primitive == Primitive::Decimal
            && self.dice.once_in(3)
            && let Some((Expr::Call("round", mut mean), Primitive::Decimal, _)) = self.aggregate(0)
        {
            return Item::Compare(op, left, mean.swap_remove(0));
        }
        Item::Compare(op, left, right)
    }

    fn negated_atom(&mut self) -> Item {
        match self.relation_below(self.reader.level) {
            Some(relation) => {
                let args = self.known_args(relation);
                let named = args.len() > 1 && self.dice.once_in(5);
                Item::Not(Box::new(Item::Atom(Atom { relation, args, named })))
            }
            None => self.comparison(),
        }
    }

    fn text_test(&mut self) -> Item {
        let mut terms = self.terms(false);
        let text = terms.leaf(Primitive::Symbol);
        let test = if terms.dice.once_in(2) {
            Item::Test("match", terms.pattern(), text)
        } else {
            Item::Test("contains", terms.leaf(Primitive::Symbol), text)
        };
        if self.dice.once_in(3) { Item::Not(Box::new(test)) } else { test }
    }

    /// A computation that fails for some values, beside a guard that excludes them (or most of them).
    fn guarded(&mut self) {
        let Some(divisor) = self.scope.variable(Primitive::Number, self.dice) else { return };
        let guard = match self.dice.below(3) {
            0 => Item::Compare("!=", divisor.clone(), number(0)),
            1 => Item::Compare(">", divisor.clone(), number(0)),
            _ => self.comparison(),
        };
        let dividend = self.terms(false).leaf(Primitive::Number);
        let op = self.dice.pick(&["/", "%"]);
        let quotient = self.scope.fresh(Primitive::Number, false);
        self.items.push(guard);
        self.equate(quotient, Expr::Infix(op, vec![dividend, divisor]));
    }

    /// A type: mostly one of which there is a variable.
    fn some_type(&mut self) -> Primitive {
        let known = self.scope.some_type(self.dice).filter(|_| !self.dice.once_in(5));
        known.unwrap_or_else(|| self.dice.pick(&Primitive::ALL))
    }

    pub(super) fn terms(&mut self, fallible: bool) -> Terms<'_, 'd> {
        Terms { scope: &self.scope, dice: self.dice, fallible }
    }
}

const AGGREGATES: [(&str, Primitive); 15] = [
    ("count", Primitive::Number),
    ("count", Primitive::Number),
    ("count", Primitive::Number),
    ("sum", Primitive::Number),
    ("sum", Primitive::Number),
    ("sum", Primitive::Unsigned),
    ("sum", Primitive::Decimal),
    ("sum", Primitive::Float),
    ("min", Primitive::Number),
    ("min", Primitive::Date),
    ("max", Primitive::Decimal),
    ("max", Primitive::Number),
    ("max", Primitive::Float),
    ("mean", Primitive::Float),
    ("mean", Primitive::Decimal),
];

fn number(n: i64) -> Expr {
    Expr::Constant(Value::Number(n))
}
