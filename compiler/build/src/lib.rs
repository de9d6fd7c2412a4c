//! Riparian in a crate's build script, and the loader of a workspace from disk that every tool shares.
//!
//! Reads files; all analysis is the compiler's.

pub mod config;
pub mod load;

pub use config::{Config, ConfigError, Files, TokenKey};
pub use load::{LoadError, Loaded, load};
