//! Enums, by the name of the variant.

use std::marker::PhantomData;

use super::Form;
use crate::fail::Fail;
use crate::wire::json::{Raw, unescape, write};
use crate::wire::variants::Variants;

/// A declared enum; what an unknown name means is the enum's own affair (spec: types.enum.open).
pub struct Enum<E>(PhantomData<E>);

impl<E: Variants> Form for Enum<E> {
    type Read<'a> = E;
    type Owned = E;
    type Written = E;

    #[inline]
    fn read(raw: Raw<'_>) -> Result<E, Fail> {
        E::from_name(&unescape(raw.string()?)?)
    }

    #[inline]
    fn own(value: E) -> E {
        value
    }

    #[inline]
    fn borrow(value: &E) -> &E {
        value
    }

    #[inline]
    fn write(value: &E, out: &mut Vec<u8>) {
        write::string(value.name(), out);
    }
}
