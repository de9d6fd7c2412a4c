//! Schema files of Avro (`.avsc`): read, checked by themselves, and laid out as tables of types.
//!
//! Knows nothing of topics and columns: `names` compares them. What the specification says to ignore (aliases, orders,
//! unknown logical types) is ignored.

mod canonical;
mod json;
mod read;
mod schema;

pub use canonical::canonical;
pub use read::read;
pub use schema::{Node, Schema};

#[cfg(test)]
mod tests;
