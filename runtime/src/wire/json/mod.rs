//! JSON records: checked whole when they enter, read column by column, written without intermediate values.

pub mod form;
mod number;
mod object;
pub(super) mod scan;
mod skip;
mod string;
pub mod write;

pub use object::Fields;
pub use scan::{Key, Raw, check, index_of, keys, scan};
pub use string::unescape;

#[cfg(test)]
mod tests;
