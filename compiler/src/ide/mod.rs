//! What an editor asks about a workspace: plain data in, plain data out. Byte offsets; no protocol, no rendering.
//!
//! Works on any analysis, also of broken text: what cannot be resolved has no answer.

mod definition;
mod describe;
mod entity;
mod expressions;
mod hover;
mod references;
mod resolve;

pub use definition::{Target, definition};
pub use hover::{Hover, hover};

#[cfg(test)]
mod tests;
