//! The values of the rule language and their 32-bit codes.
//!
//! A [`Value`] is what people read and write; a [`Code`] is what relations hold. Equal values of one
//! [`Primitive`] have equal codes, so equality is code equality everywhere. Only this crate knows how a code decodes.

mod calendar;
mod code;
mod composite;
mod composites;
mod date;
mod decimal;
mod decoder;
mod dictionary;
mod half_width;
mod primitive;
mod ratio;
mod shape;
mod short;
mod simplified;
mod symbols;
mod value;
mod wide;

pub use calendar::{CN_WORKING_DAYS, Calendar, Holiday, OutsideCalendar};
pub use code::Code;
pub use composite::Composite;
pub use composites::NO_COMPOSITE;
pub use date::{Date, DateError};
pub use decimal::{Decimal, DecimalError, Rounding};
pub use decoder::Decoder;
pub use dictionary::Dictionary;
pub use half_width::half_width;
pub use primitive::Primitive;
pub use ratio::Ratio;
pub use shape::{Branch, Field, Shape, ShapeId, ShapeKind, Shapes};
pub use short::short;
pub use simplified::CN_SIMPLIFIED;
pub use symbols::{SymbolBatch, TooManySymbols};
pub use value::{Value, write_float};
