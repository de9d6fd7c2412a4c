//! `riparian.lock`: what a package has published, as it was when it was committed.
//!
//! Text in, values out, and the text with one entry more. Knows of contracts only the schemas that values are written with.

mod read;
mod write;

pub use read::{Writer, writers};
pub use write::with_writer;

/// The file's name, in the folder of the texts that it is about.
pub const FILE: &str = "riparian.lock";

#[cfg(test)]
mod tests;
