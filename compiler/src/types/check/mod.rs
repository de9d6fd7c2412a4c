//! Types of expressions: a written expression and what is in scope become a typed one, with every conversion explicit.
//!
//! One file per construct. A mistake is reported once, where it is; what depends on it has `Type::Error` and stays
//! silent. Nothing here knows operators or topics beyond the scope it is given.

mod advice;
mod aggregate;
mod arithmetic;
mod call;
mod coerce;
mod compare;
mod condition;
mod convert;
mod environment;
mod facts;
mod function;
mod group;
mod index;
mod is;
mod list;
mod literal;
mod logic;
mod matching;
mod membership;
mod name;
mod record;
mod token;
mod typer;
mod units;
mod unsupported;

pub use coerce::{Fit, fits};
pub use environment::{Environment, TypeNames, View};
pub use facts::{Facts, facts_of};
pub use function::{aggregate as aggregate_named, function as function_named};
pub use group::{Group, GroupCall, GroupKey};
pub use literal::value_of;
pub use typer::{Checker, Typer};
pub use units::Equalities;
