//! File ids, spans, names and line indexes. Uses nothing else of the compiler.
//!
//! Byte offsets everywhere; UTF-16 exists only in the language server.

mod lines;
mod name;
mod nearest;
mod span;

pub use lines::LineIndex;
pub use name::Name;
pub use nearest::nearest;
pub use span::{FileId, Span};
