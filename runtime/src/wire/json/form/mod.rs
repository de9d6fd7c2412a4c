//! The forms in which values stand in JSON: how a field's text becomes a value, when it is asked for, and back.
//!
//! A value is checked where it is first read (spec: errors.value): type, range, variant. A field that is absent or null is
//! [`Fail::MissingField`] unless its form is [`Nullable`]. One file per kind of value.

mod compound;
mod enumeration;
mod number;
mod text;
mod time;

pub use compound::{List, Nullable, Object, Record};
pub use enumeration::Enum;
pub use number::{Bool, Exact, Float, Int, Money, Number};
pub use text::{Json, Text};
pub use time::{Date, Duration, EpochMicros, EpochMillis, Iso};

use super::Raw;
use crate::fail::Fail;

/// A form that can be read and written.
pub trait Form {
    /// What reading gives; text is borrowed from the record where it can be.
    type Read<'a>;
    /// What is kept.
    type Owned;
    /// What is written: `str` for text.
    type Written: ?Sized;

    fn read(raw: Raw<'_>) -> Result<Self::Read<'_>, Fail>;

    fn own(value: Self::Read<'_>) -> Self::Owned;

    /// A kept value as it is written.
    fn borrow(value: &Self::Owned) -> &Self::Written;

    /// Appends the JSON text.
    fn write(value: &Self::Written, out: &mut Vec<u8>);

    /// A value to keep.
    #[inline]
    fn read_owned(raw: Raw<'_>) -> Result<Self::Owned, Fail> {
        Self::read(raw).map(Self::own)
    }
}

/// A form whose values are the same read, kept and written.
macro_rules! plain_form {
    ($type:ty) => {
        type Read<'a> = $type;
        type Owned = $type;
        type Written = $type;

        #[inline]
        fn own(value: $type) -> $type {
            value
        }

        #[inline]
        fn borrow(value: &$type) -> &$type {
            value
        }
    };
}
use plain_form;
