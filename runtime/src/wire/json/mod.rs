//! JSON records: checked whole when they enter, read column by column, written without intermediate values.

mod block;
mod digits;
pub mod form;
mod in_order;
mod number;
mod object;
pub(super) mod scan;
mod skip;
mod string;
pub mod write;

pub use in_order::InOrder;
pub use object::Fields;
pub use scan::{Key, Raw, are_plain, check, index_of, keys, past_last, scan, wanted};
pub use string::unescape;

#[cfg(test)]
mod tests;
