//! Riparian in a crate's build script, and the loader of a workspace from disk that every tool shares.
//!
//! ```no_run
//! // build.rs
//! riparian_build::compile("streams").unwrap_or_exit();
//! ```
//!
//! Reads and writes files; all analysis is the compiler's.

mod closure;
mod compile;
pub mod config;
mod generate;
pub mod load;
mod threads;

pub use compile::{Outcome, compile};
pub use config::{Config, ConfigError, Files, TokenKey};
pub use generate::generate;
pub use load::{LoadError, Loaded, load};
pub use riparian_compiler::rust::Place;
pub use threads::Threads;
