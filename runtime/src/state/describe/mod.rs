//! Stored state as people read it, decoded by nothing but its layout: no job, no generated code.
//!
//! Owns the reading of layouts. What the layouts say is the stores' own ([`super::codec::State::layout`]).

mod shown;
mod store;
mod types;

pub use shown::Shown;
pub use store::{Layout, Row};
