//! Random constants and terms of a type.

use values::{Date, Decimal, Primitive, Value};

use super::composite::{COLOR, branches, composite};
use super::dice::Dice;
use super::program::Expr;

/// Variables that have a value, with their types.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    pub(super) variables: Vec<Known>,
    pub(super) next: u32,
}

/// A variable that has a value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub(super) id: u32,
    pub(super) primitive: Primitive,
    /// It only takes values that stand in relations or the text, so that a recursion over it ends.
    pub(super) finite: bool,
}

impl Scope {
    pub(super) fn fresh(&mut self, primitive: Primitive, finite: bool) -> Expr {
        self.next += 1;
        self.variables.push(Known { id: self.next, primitive, finite });
        Expr::Variable(self.next)
    }

    /// A variable of this type, if there is one.
    pub(super) fn variable(&self, primitive: Primitive, dice: &mut Dice<'_>) -> Option<Expr> {
        self.choose(dice, |known| known.primitive == primitive)
    }

    /// A finite variable of this type, if there is one.
    pub(super) fn finite(&self, primitive: Primitive, dice: &mut Dice<'_>) -> Option<Expr> {
        self.choose(dice, |known| known.primitive == primitive && known.finite)
    }

    /// A variable of this type, one with a computed value rather than another.
    pub(super) fn latest(&self, primitive: Primitive, dice: &mut Dice<'_>) -> Option<Expr> {
        let computed = self.choose(dice, |known| known.primitive == primitive && !known.finite);
        computed.filter(|_| !dice.once_in(3)).or_else(|| self.variable(primitive, dice))
    }

    fn choose(&self, dice: &mut Dice<'_>, fits: impl Fn(&Known) -> bool) -> Option<Expr> {
        let fitting = self.variables.iter().filter(|known| fits(known)).collect::<Vec<_>>();
        (!fitting.is_empty()).then(|| Expr::Variable(dice.pick(&fitting).id))
    }

    /// A type that some variable has.
    pub(super) fn some_type(&self, dice: &mut Dice<'_>) -> Option<Primitive> {
        (!self.variables.is_empty()).then(|| dice.pick(&self.variables).primitive)
    }
}

const SYMBOLS: [&str; 10] = ["a", "b", "ab", "", "长租", "a b", "12", "0x1F", "2024-02-29", "q\"\\,"];
const PATTERNS: [&str; 7] = ["[a-z]+", "a.*", ".{2}", "[0-9]+", "(", "长.", ""];
const DATES: [&str; 6] = ["2024-02-29", "2023-12-31", "2024-01-31", "2024-03-01", "0001-01-01", "9999-12-31"];
const DECIMALS: [&str; 8] = ["0", "1", "0.5", "-2.25", "12.5", "0.07", "0.333333333333", "100"];
const FLOATS: [f64; 6] = [0.0, 1.0, -2.5, 0.1, 3.25, 1e9];
const ROUNDINGS: [&str; 4] = ["half_up", "half_even", "down", "up"];

/// A constant of a small domain, so that joins meet; once in a while a value at the edge of its type.
pub(super) fn constant(primitive: Primitive, dice: &mut Dice<'_>) -> Value {
    match primitive {
        Primitive::Symbol => {
            let end = if dice.once_in(3) { SYMBOLS.len() } else { 4 };
            Value::symbol(SYMBOLS[dice.below(end)])
        }
        Primitive::Number if dice.once_in(60) => Value::Number(dice.pick(&[i64::MIN, i64::MAX, 1 << 40, -(1 << 33)])),
        Primitive::Number => Value::Number(dice.below(9) as i64 - 2),
        Primitive::Unsigned if dice.once_in(60) => Value::Unsigned(dice.pick(&[u64::MAX, 1 << 40, 1 << 31])),
        Primitive::Unsigned => Value::Unsigned(dice.below(6) as u64),
        Primitive::Float => Value::Float(dice.pick(&FLOATS)),
        Primitive::Date => {
            let text = DATES[if dice.once_in(20) { dice.below(6) } else { dice.below(4) }];
            Value::Date(Date::parse(text).expect("the dates above are days"))
        }
        Primitive::Decimal => {
            let text = DECIMALS[dice.below(DECIMALS.len())];
            Value::Decimal(Decimal::parse(text).expect("the decimals above are decimals"))
        }
        Primitive::Composite(shape) => composite(shape, dice),
    }
}

/// Builds terms over a scope.
pub(super) struct Terms<'a, 'd> {
    pub(super) scope: &'a Scope,
    pub(super) dice: &'a mut Dice<'d>,
    /// Operations that can fail for ordinary values are allowed.
    pub(super) fallible: bool,
}

impl Terms<'_, '_> {
    /// A term of this type, at most `depth` operations deep.
    pub(super) fn term(&mut self, primitive: Primitive, depth: usize) -> Expr {
        if depth == 0 || self.dice.once_in(3) {
            return self.leaf(primitive);
        }
        match primitive {
            Primitive::Symbol => self.symbol(depth - 1),
            Primitive::Number => self.number(depth - 1),
            Primitive::Unsigned => self.unsigned(depth - 1),
            Primitive::Float => self.float(depth - 1),
            Primitive::Date => self.date(depth - 1),
            Primitive::Decimal => self.decimal(depth - 1),
            Primitive::Composite(_) => self.composite(primitive, depth - 1),
        }
    }

    /// A term whose type follows from itself.
    pub(super) fn typed(&mut self, primitive: Primitive, depth: usize) -> Expr {
        let term = self.term(primitive, depth);
        if term.has_type() { term } else { term.anchored(primitive) }
    }

    /// A variable, mostly, or a constant.
    pub(super) fn leaf(&mut self, primitive: Primitive) -> Expr {
        let variable = self.scope.variable(primitive, self.dice);
        match variable {
            Some(variable) if !self.dice.once_in(4) => variable,
            _ => self.constant(primitive),
        }
    }

    fn constant(&mut self, primitive: Primitive) -> Expr {
        Expr::Constant(constant(primitive, self.dice))
    }

    fn small(&mut self, first: i64, last: i64) -> Expr {
        Expr::Constant(Value::Number(first + self.dice.below((last - first + 1) as usize) as i64))
    }

    fn infix(&mut self, op: &'static str, primitive: Primitive, depth: usize) -> Expr {
        let count = if matches!(op, "+" | "*" | "band") && self.dice.once_in(4) { 3 } else { 2 };
        Expr::Infix(op, (0..count).map(|_| self.term(primitive, depth)).collect())
    }

    fn composite(&mut self, primitive: Primitive, depth: usize) -> Expr {
        let (name, fields) = self.dice.pick(branches(primitive));
        Expr::Composite(name, fields.iter().map(|field| self.term(*field, depth)).collect())
    }

    fn least_or_greatest(&mut self, primitive: Primitive, depth: usize) -> Expr {
        let name = self.dice.pick(&["min", "max"]);
        let count = self.dice.between(2, 3);
        Expr::Call(name, (0..count).map(|_| self.term(primitive, depth)).collect())
    }

    fn symbol(&mut self, depth: usize) -> Expr {
        use Primitive::{Date, Decimal, Number, Symbol, Unsigned};
        match self.dice.below(9) {
            8 => self.comparable(depth),
            0 | 1 => Expr::Call("cat", vec![self.term(Symbol, depth), self.term(Symbol, depth)]),
            2 => Expr::Infix("+", vec![self.term(Symbol, depth), self.term(Symbol, depth)]),
            3 => Expr::Call("substr", vec![self.term(Symbol, depth), self.small(-1, 2), self.small(-1, 3)]),
            4 => {
                let from = self.dice.pick(&[Number, Unsigned, Date, Decimal]);
                Expr::Call("to_string", vec![self.typed(from, depth)])
            }
            5 => Expr::Call("upper", vec![self.term(Symbol, depth)]),
            6 => Expr::Call("words", vec![self.term(Symbol, depth), self.small(0, 2)]),
            _ => Expr::Call("keep", vec![Expr::Constant(Value::symbol("[a-b0-9]")), self.term(Symbol, depth)]),
        }
    }

    fn number(&mut self, depth: usize) -> Expr {
        use Primitive::{Number, Symbol};
        match self.dice.below(17) {
            16 => self.likeness(depth),
            0..=2 => self.infix("+", Number, depth),
            3 => self.infix("-", Number, depth),
            4 => self.infix("*", Number, depth),
            5 => {
                let op = self.dice.pick(&["/", "%"]);
                let divisor = if self.fallible { self.term(Number, depth) } else { self.small(1, 3) };
                Expr::Infix(op, vec![self.term(Number, depth), divisor])
            }
            6 => {
                let exponent = if self.fallible { self.leaf(Number) } else { self.small(0, 3) };
                Expr::Infix("^", vec![self.leaf(Number), exponent])
            }
            7 => Expr::Prefix("-", Box::new(self.term(Number, depth))),
            8 => Expr::Call("strlen", vec![self.term(Symbol, depth)]),
            9 => self.between_days(),
            10 => {
                let op = self.dice.pick(&["band", "bor", "bxor", "land", "lor", "lxor"]);
                self.infix(op, Number, depth)
            }
            11 => {
                let op = self.dice.pick(&["bshl", "bshr", "bshru"]);
                Expr::Infix(op, vec![self.term(Number, depth), self.small(0, 66)])
            }
            12 => {
                let op = self.dice.pick(&["bnot", "lnot"]);
                Expr::Prefix(op, Box::new(self.term(Number, depth)))
            }
            13 => self.least_or_greatest(Number, depth),
            14 => self.converted_number(depth),
            _ => Expr::Cast(Box::new(self.typed(Primitive::Unsigned, depth)), Number),
        }
    }

    /// A normal form.
    fn comparable(&mut self, depth: usize) -> Expr {
        let forms = [
            "fold_width",
            "to_simplified",
            "norm_person",
            "norm_org",
            "norm_address",
            "norm_document",
            "norm_resident_id",
        ];
        if self.dice.once_in(4) {
            return Expr::Call("gram", vec![self.term(Primitive::Symbol, depth), self.small(0, 3), self.small(-1, 3)]);
        }
        Expr::Call(self.dice.pick(&forms), vec![self.term(Primitive::Symbol, depth)])
    }

    /// How much two texts are alike, or whether one is a valid number.
    fn likeness(&mut self, depth: usize) -> Expr {
        use Primitive::Symbol;
        match self.dice.below(5) {
            0 => Expr::Call("edit_distance", vec![self.term(Symbol, depth), self.term(Symbol, depth)]),
            1 => {
                Expr::Call("edit_distance", vec![self.term(Symbol, depth), self.term(Symbol, depth), self.small(-1, 2)])
            }
            2 => Expr::Call(
                "gram_similarity",
                vec![self.term(Symbol, depth), self.term(Symbol, depth), self.small(0, 3)],
            ),
            3 => Expr::Call("word_similarity", vec![self.term(Symbol, depth), self.term(Symbol, depth)]),
            _ => {
                let test = self.dice.pick(&["is_resident_id", "is_credit_code", "is_mod_11_10"]);
                Expr::Call(test, vec![self.term(Symbol, depth)])
            }
        }
    }

    fn between_days(&mut self) -> Expr {
        use Primitive::Date;
        match self.dice.below(6) {
            0 => Expr::Call("months_between", vec![self.term(Date, 0), self.term(Date, 0)]),
            1 => Expr::Call("years_between", vec![self.term(Date, 0), self.term(Date, 0)]),
            2 if self.fallible => Expr::Call("working_days", vec![self.term(Date, 0), self.term(Date, 0)]),
            3 if self.fallible => Expr::Call("is_working_day", vec![self.term(Date, 0)]),
            _ => Expr::Infix("-", vec![self.typed(Date, 0), self.typed(Date, 0)]),
        }
    }

    fn converted_number(&mut self, depth: usize) -> Expr {
        use Primitive::{Date, Float, Symbol, Unsigned};
        match self.dice.below(5) {
            4 => Expr::Call("ord", vec![self.typed(COLOR, 0)]),
            0 => Expr::Call("ord", vec![self.typed(Date, 0)]),
            1 => Expr::Call("to_number", vec![self.typed(Unsigned, depth)]),
            2 if self.fallible => Expr::Call("to_number", vec![self.term(Symbol, 0)]),
            _ => Expr::Call("to_number", vec![self.typed(Float, depth.min(1))]),
        }
    }

    fn unsigned(&mut self, depth: usize) -> Expr {
        use Primitive::{Number, Unsigned};
        match self.dice.below(6) {
            0 | 1 => self.infix("+", Unsigned, depth),
            2 => self.infix("*", Unsigned, depth),
            3 if self.fallible => self.infix("-", Unsigned, depth),
            4 if self.fallible => Expr::Call("to_unsigned", vec![self.typed(Number, depth)]),
            3 => self.infix("bxor", Unsigned, depth),
            4 => Expr::Infix("bshr", vec![self.term(Unsigned, depth), Expr::Constant(Value::Unsigned(1))]),
            _ => self.least_or_greatest(Unsigned, depth),
        }
    }

    fn float(&mut self, depth: usize) -> Expr {
        use Primitive::{Float, Number};
        match self.dice.below(5) {
            0 => Expr::Call("to_float", vec![self.typed(Number, depth)]),
            1 => self.least_or_greatest(Float, depth),
            _ => {
                let op = self.dice.pick(&["+", "-", "*", "/"]);
                self.infix(op, Float, depth)
            }
        }
    }

    fn date(&mut self, depth: usize) -> Expr {
        use Primitive::{Date, Symbol};
        let days = if self.fallible { self.term(Primitive::Number, 1) } else { self.small(-2, 2) };
        match self.dice.below(9) {
            0 => Expr::Infix("+", vec![self.typed(Date, depth), days]),
            1 => Expr::Infix("-", vec![self.typed(Date, depth), days]),
            2 => Expr::Call("add_months", vec![self.term(Date, depth), days]),
            3 => Expr::Call("add_years", vec![self.term(Date, depth), days]),
            4 if self.fallible => Expr::Call("to_date", vec![self.term(Symbol, 0)]),
            5 if self.fallible => Expr::Call("wd_add", vec![self.term(Date, depth), self.small(-1, 12)]),
            6 if self.fallible => Expr::Call("roll", vec![self.term(Date, depth)]),
            7 => Expr::Call("add_days", vec![self.term(Date, depth), days]),
            _ => self.least_or_greatest(Date, depth),
        }
    }

    fn decimal(&mut self, depth: usize) -> Expr {
        use Primitive::{Decimal, Number, Symbol};
        match self.dice.below(8) {
            0 | 1 => self.infix("+", Decimal, depth),
            2 => self.infix("-", Decimal, depth),
            3 => Expr::Infix("*", vec![self.leaf(Decimal), self.small(-1, 3)]),
            4 => self.rounded_ratio(),
            5 if self.fallible => Expr::Call("to_decimal", vec![self.term(Symbol, 0)]),
            6 => Expr::Call("to_decimal", vec![self.typed(Number, depth)]),
            7 => Expr::Prefix("-", Box::new(self.term(Decimal, depth))),
            _ => {
                let value = self.typed(Decimal, depth);
                self.rounded(value, 2)
            }
        }
    }

    fn rounded_ratio(&mut self) -> Expr {
        let ratio = self.ratio(1);
        self.rounded(ratio, 3)
    }

    /// `round(ratio, places, mode)`
    pub(super) fn rounded(&mut self, ratio: Expr, places: i64) -> Expr {
        let mode = Expr::Constant(Value::symbol(self.dice.pick(&ROUNDINGS)));
        Expr::Call("round", vec![ratio, self.small(0, places), mode])
    }

    /// Arithmetic on decimals that divides, for a whole side of a comparison.
    pub(super) fn ratio(&mut self, depth: usize) -> Expr {
        let divisor = if self.fallible { self.leaf(Primitive::Decimal) } else { three() };
        let quotient = Expr::Infix("/", vec![self.typed(Primitive::Decimal, depth.min(1)), divisor]);
        if depth == 0 || self.dice.once_in(2) {
            return quotient;
        }
        let other = if self.dice.once_in(2) { self.ratio(depth - 1) } else { self.typed(Primitive::Decimal, 1) };
        match self.dice.below(6) {
            0 => Expr::Prefix("-", Box::new(quotient)),
            1 if self.fallible => Expr::Infix("/", vec![other, quotient]),
            place => {
                let op = self.dice.pick(&["+", "-", "*"]);
                let mut parts = vec![quotient, other];
                parts.rotate_left(place % 2);
                Expr::Infix(op, parts)
            }
        }
    }

    /// A regular expression, now and then an ill-formed or computed one.
    pub(super) fn pattern(&mut self) -> Expr {
        if self.dice.once_in(6) {
            return self.term(Primitive::Symbol, 1);
        }
        Expr::Constant(Value::symbol(self.dice.pick(&PATTERNS)))
    }
}

fn three() -> Expr {
    Expr::Constant(Value::Decimal(Decimal::from(3i64)))
}
