//! The reference interpreter: the meaning of a plan, in code simple enough to be obviously right.
//!
//! A push machine over the *unoptimised* plan of one job with one partition per topic. It keeps rows and recomputes
//! results from them; it shares scalar functions with generated code and nothing else, so that it can be its oracle.
//! It runs `test` blocks and the fences of the spec, and never reads a clock, a file or a log.

mod clock;
mod counts;
mod dead_letter;
mod evaluate;
mod lane;
mod machine;
mod operators;
mod row;
pub mod test;
mod window;

pub use counts::Counts;
pub use evaluate::evaluate;
pub use machine::{Machine, Stopped};
pub use row::{Bounds, Cell, Emission, Input, Payload, Row};

#[cfg(test)]
mod tests;
