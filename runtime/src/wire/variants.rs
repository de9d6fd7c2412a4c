//! What `open_enum!` and `closed_enum!` implement.

use crate::fail::Fail;

/// A declared enum: its variants by their names on the wire.
pub trait Variants: Sized {
    /// [`Fail::UnknownVariant`] for a name that a closed enum does not have.
    fn from_name(name: &str) -> Result<Self, Fail>;
    fn name(&self) -> &str;
}
