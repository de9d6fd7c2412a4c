//! CSV (RFC 4180) in the place of a topic.

mod members;
pub(super) mod read;
pub(super) mod write;

pub(super) use read::{Header, RowEnd, without_newline};
pub(super) use write::{write_header, write_row};
