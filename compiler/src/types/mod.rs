//! Typed expressions over typed rows, and (in `check`) how expressions of the source become them.
//!
//! Knows no jobs and no operators: the plan above is built of these.

pub mod check;
mod expression;
mod row;

pub use expression::*;
pub use row::*;
