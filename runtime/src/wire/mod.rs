//! What records are made of on the wire: JSON in and out, Avro in, key encodings, and the macros that generated rows use.
//!
//! Precompiled and monomorphic; nothing is allocated per record unless a text has escapes or is kept. Knows no
//! operator, no time and no log.

mod accumulator;
pub mod avro;
pub mod evaluate;
pub mod group;
pub mod json;
pub mod kept;
pub mod key;
mod macros;
pub mod variants;

#[cfg(test)]
mod tests;
