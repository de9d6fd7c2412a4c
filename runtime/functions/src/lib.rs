//! Scalar functions and aggregates of the Riparian language: one definition for checker, interpreter and generated code.
//!
//! Everything here is pure: no IO, no clock, no randomness, no global state. Generated jobs call the plain Rust
//! functions; with feature `catalogue` each function also carries its definition (signature, effects, documentation,
//! `eval`), from which the checker, the interpreter, hover and the reference pages come.
//!
//! Conventions of the plain functions: numbers and times by value, text and JSON as `&str`; a function that may fail
//! returns `Result<_, Fail>`; a function whose result type depends on its arguments takes it as its first type
//! parameter: `decimal::add::<Decimal<i64, 2>>(a, b)?`.

pub mod aggregate;
pub mod decimal;
pub mod fail;
pub mod float;
pub mod hash;
pub mod int;
pub mod json;
pub mod math;
pub mod money;
pub mod text;
pub mod time;

#[cfg(feature = "catalogue")]
pub mod catalogue;

pub use fail::Fail;
