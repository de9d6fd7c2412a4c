//! Procedural macros of the Riparian runtime.
//!
//! Empty so far, on purpose: generated jobs need only `macro_rules!`, which cost no user a build of `syn`. Derives for
//! hand-written events and keys, and the attribute that checks a Rust function against its `extern fn`, belong here.
