//! Scalar functions and aggregates of the Riparian language: one definition for checker, interpreter and generated code.
//!
//! Everything here is pure: no IO, no clock, no randomness, no global state. Generated jobs call the plain Rust
//! functions; with feature `catalogue` each function also carries its definition (signature, effects, documentation,
//! `eval`), from which the checker, the interpreter, hover and the reference pages come.

pub mod fail;

#[cfg(feature = "catalogue")]
pub mod catalogue;

pub use fail::Fail;
