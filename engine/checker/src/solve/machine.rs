//! Arithmetic on codes.

use program::checked::{Functor, Interval, Parameter, ParameterValue};
use values::{Decimal, Value};

use crate::arithmetic::{Computed, Fraction, Patterns, Undefined, compute};
use crate::clause::{Expr, Use, Var};
use crate::interner::{Code, Interner, POISON, UNKNOWN};

/// Everything that an expression needs besides the values of its variables.
#[derive(Default)]
pub struct Machine {
    /// The values of codes.
    pub interner: Interner,
    /// Regular expressions met so far.
    pub patterns: Patterns,
    /// The number of the round.
    pub round: u64,
    /// How many numbers the program's counter has given.
    pub counted: i64,
}

impl Machine {
    /// The code of `expr`, [`POISON`] where it has no value.
    pub fn code(&mut self, expr: &Expr<'_>, read: &dyn Fn(Var) -> Code) -> Code {
        match expr {
            Expr::Variable(var) | Expr::Generated(var) => return read(*var),
            Expr::Composite(shape, branch, fields) => {
                let fields: Vec<Code> = fields.iter().map(|field| self.code(field, read)).collect();
                return if fields.contains(&POISON) { POISON } else { self.interner.pack(*shape, *branch, fields) };
            }
            _ => {}
        }
        self.value(expr, read).map_or(POISON, |value| self.interner.code(&value))
    }

    /// The code of `expr`, [`UNKNOWN`] where that of a variable is.
    pub fn code_at_best(&mut self, expr: &Expr<'_>, read: &dyn Fn(Var) -> Code) -> Code {
        let mut unknown = false;
        expr.uses(Use::Needs, &mut |_, var| unknown |= read(var) == UNKNOWN);
        if unknown { UNKNOWN } else { self.code(expr, read) }
    }

    /// Whether the value of this code is one that `expr` describes, wildcards included.
    pub fn fits(&mut self, expr: &Expr<'_>, code: Code, read: &dyn Fn(Var) -> Code) -> Result<bool, Undefined> {
        let (branch, fields) = match expr {
            Expr::Any => return Ok(true),
            Expr::Composite(_, branch, fields) => (branch, fields),
            _ => match self.code(expr, read) {
                POISON => return Err(Undefined),
                known => return Ok(known == code),
            },
        };
        let Some((_, codes)) = self.interner.unpack(code).filter(|(of, _)| of == branch) else { return Ok(false) };
        let codes = codes.clone();
        let fits = fields.iter().zip(codes).map(|(field, code)| self.fits(field, code, read));
        fits.fold(Ok(true), both)
    }

    /// The value of `expr`, all arguments evaluated from left to right.
    pub fn value(&mut self, expr: &Expr<'_>, read: &dyn Fn(Var) -> Code) -> Computed {
        match expr {
            Expr::Any => Err(Undefined),
            Expr::Constant(value) => Ok((*value).clone()),
            Expr::Round => Ok(Value::Unsigned(self.round)),
            Expr::Variable(_) | Expr::Generated(_) | Expr::Composite(..) => match self.code(expr, read) {
                POISON => Err(Undefined),
                code => Ok(self.interner.value(code).clone()),
            },
            Expr::Call(Functor::Round(mode), args) => {
                let [amount, places] = &args[..] else { return Err(Undefined) };
                let (amount, places) = (self.fraction(amount, read), self.value(places, read));
                let (amount, Value::Number(places)) = (amount?, places?) else { return Err(Undefined) };
                amount.round(u32::try_from(places).map_err(|_| Undefined)?, *mode).map(Value::Decimal)
            }
            Expr::Call(functor, args) => {
                let args = args.iter().map(|arg| self.value(arg, read)).collect::<Result<Vec<_>, _>>()?;
                self.call(*functor, &args)
            }
            Expr::Parameter(parameter, keys, on) => {
                let keys = keys.iter().map(|key| self.value(key, read)).collect::<Result<Vec<_>, _>>()?;
                let on = on.as_ref().map(|on| self.value(on, read)).transpose()?;
                let found = lookup(parameter, &keys, on.as_ref());
                found.map(|value| value.value.clone()).ok_or(Undefined)
            }
            Expr::Chain(first, rest) => {
                let first = self.value(first, read)?;
                rest.iter().try_fold(first, |left, (functor, right)| {
                    let right = self.value(right, read)?;
                    self.call(*functor, &[left, right])
                })
            }
        }
    }

    /// The value of `expr`, whose arithmetic is that of fractions.
    pub fn fraction(&mut self, expr: &Expr<'_>, read: &dyn Fn(Var) -> Code) -> Result<Fraction, Undefined> {
        match expr {
            Expr::Chain(first, rest) => {
                let first = self.fraction(first, read)?;
                rest.iter().try_fold(first, |left, (functor, right)| {
                    let right = self.fraction(right, read)?;
                    match functor {
                        Functor::Add(_) => Ok(left.add(&right, false)),
                        Functor::Subtract(_) => Ok(left.add(&right, true)),
                        Functor::Multiply(_) => Ok(left.multiply(&right)),
                        Functor::Divide(_) => left.divide(&right),
                        _ => Err(Undefined),
                    }
                })
            }
            Expr::Call(Functor::Negate(_), args) => match &args[..] {
                [only] => self.fraction(only, read).map(Fraction::negate),
                _ => Err(Undefined),
            },
            _ => {
                let value = self.value(expr, read)?;
                self.decimal(value).map(Fraction::from)
            }
        }
    }

    /// `functor(args)`.
    pub fn call(&mut self, functor: Functor, args: &[Value]) -> Computed {
        compute(functor, args, &mut self.patterns)
    }

    /// The decimal that `value` is or, for whole numbers, equals.
    pub fn decimal(&mut self, value: Value) -> Result<Decimal, Undefined> {
        match self.call(Functor::ToDecimal(value.primitive()), &[value])? {
            Value::Decimal(decimal) => Ok(decimal),
            _ => Err(Undefined),
        }
    }
}

/// The value that is given for these keys, always or from a day to a day that `on` lies between. One that is replaced from outside
/// holds for all keys.
pub fn lookup<'p>(parameter: &'p Parameter, keys: &[Value], on: Option<&Value>) -> Option<&'p ParameterValue> {
    let applies = |value: &&ParameterValue| {
        let in_time = match (value.applies, on) {
            (None, _) => true,
            (Some(Interval { from, to }), Some(on)) => {
                Value::Date(from) <= *on && to.is_none_or(|to| *on <= Value::Date(to))
            }
            (Some(_), None) => false,
        };
        in_time && (parameter.replaced || value.keys == keys)
    };
    parameter.values.iter().find(applies)
}

/// Whether both hold: not where one does not, whatever the other is.
pub fn both(a: Result<bool, Undefined>, b: Result<bool, Undefined>) -> Result<bool, Undefined> {
    match (a, b) {
        (Ok(false), _) | (_, Ok(false)) => Ok(false),
        (a, b) => a.and(b),
    }
}
