//! JSON records: checked whole when they enter, read column by column, written without intermediate values.

mod any_order;
mod block;
mod digits;
pub mod form;
mod in_order;
mod keys;
mod marks;
mod number;
mod object;
mod raw;
pub(super) mod scan;
mod skip;
mod string;
pub mod write;

pub use in_order::InOrder;
pub use keys::{Key, Keys, index_of, keys, wanted};
pub use marks::{Ahead, Alone, Marks, Text};
pub use object::Fields;
pub use raw::{Found, Raw};
pub use scan::{check, scan};
pub use string::unescape;

#[cfg(test)]
mod tests;
