//! The definitions behind the language's functions: types, values, signatures, documentation, `eval`.
//!
//! Read by the checker, the reference interpreter, hover and the reference pages; never by generated code.

mod aggregate;
pub mod arithmetic;
pub mod comparison;
pub mod conversion;
pub mod definition;
pub mod evaluate;
mod function;
pub mod types;
pub mod value;

pub use aggregate::{AGGREGATES, aggregate};
pub use definition::{AggregateDefinition, At, Function, LabelBehaviour, Row, SignatureError};
pub use function::{FUNCTIONS, function};
pub use types::{Type, TypeId, Unit};
pub use value::Value;
