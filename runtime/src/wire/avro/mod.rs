//! Avro records: checked whole when they enter by the schema of their writer, read column by column.
//!
//! A schema is a table of nodes that the compiler has made of a schema file; nothing is resolved or allocated at run time.
//! The forms of columns are those of JSON, read from bytes instead of text; values that hold others (lists, records,
//! `json`) are read by way of their JSON text. Knows no registry: the ids of the Confluent frame are those of the contract.

mod check;
mod form;
mod frame;
mod from_json;
mod input;
mod macros;
mod schema;
mod to_json;
mod view;

pub use form::Binary;
pub use frame::schema_id;
pub use from_json::{Absent, encode, encode_line};
pub use schema::{Contract, Node, Writer};
pub use view::{Found, Order, Value, orders, scan};

/// How many values may stand inside each other, the record included.
const DEPTH: u32 = 128;

#[cfg(test)]
mod tests;
