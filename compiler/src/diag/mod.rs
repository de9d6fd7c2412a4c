//! The one diagnostic type of the toolchain, and its renderers.
//!
//! Every layer returns its value *and* its diagnostics. Nothing outside [`render`] draws.

mod diagnostic;
mod fix;
pub mod render;

pub use diagnostic::{Code, Diagnostic, Label, Severity};
pub use fix::{Applicability, Edit, Fix};
