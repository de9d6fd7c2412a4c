//! Riparian's compiler core: text in, analysis and generated Rust out. No IO, no clock, no threads.
//!
//! > text → tree → model → types → **logical plan → governance** → optimise → Rust

pub mod avro;
pub mod base;
pub mod codes;
pub mod diag;
pub mod export;
pub mod fmt;
pub mod ide;
pub mod interpret;
pub mod lock;
pub mod model;
pub mod names;
pub mod optimise;
pub mod plan;
pub mod rules;
pub mod rust;
pub mod syntax;
pub mod types;
pub mod workspace;
