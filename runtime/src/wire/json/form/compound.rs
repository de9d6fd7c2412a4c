//! Optional values, lists and nested records.

use std::marker::PhantomData;

use super::Form;
use crate::fail::Fail;
use crate::wire::json::scan::check_array;
use crate::wire::json::{Raw, write};

/// `T?`: absent and null are none; none is written as null.
pub struct Nullable<F>(PhantomData<F>);

impl<F: Form> Form for Nullable<F> {
    type Read<'a> = Option<F::Read<'a>>;
    type Owned = Option<F::Owned>;
    type Written = Option<F::Owned>;

    #[inline]
    fn read(raw: Raw<'_>) -> Result<Option<F::Read<'_>>, Fail> {
        if raw.is_none() { Ok(None) } else { F::read(raw).map(Some) }
    }

    #[inline]
    fn own(value: Option<F::Read<'_>>) -> Option<F::Owned> {
        value.map(F::own)
    }

    #[inline]
    fn borrow(value: &Option<F::Owned>) -> &Option<F::Owned> {
        value
    }

    #[inline]
    fn write(value: &Option<F::Owned>, out: &mut Vec<u8>) {
        match value {
            Some(value) => F::write(F::borrow(value), out),
            None => out.extend_from_slice(b"null"),
        }
    }
}

/// `list<T>`.
pub struct List<F>(PhantomData<F>);

impl<F: Form> Form for List<F> {
    type Read<'a> = Vec<F::Owned>;
    type Owned = Vec<F::Owned>;
    type Written = [F::Owned];

    fn read(raw: Raw<'_>) -> Result<Vec<F::Owned>, Fail> {
        let mut values = Vec::new();
        check_array(raw.required()?, &mut |element| {
            values.push(F::read_owned(element)?);
            Ok(())
        })?;
        Ok(values)
    }

    #[inline]
    fn own(value: Vec<F::Owned>) -> Vec<F::Owned> {
        value
    }

    #[inline]
    fn borrow(value: &Vec<F::Owned>) -> &[F::Owned] {
        value
    }

    fn write(values: &[F::Owned], out: &mut Vec<u8>) {
        write::list(values, out, |value, out| F::write(F::borrow(value), out));
    }
}

/// A declared record as a value: what `record!` implements.
pub trait Object: Sized {
    /// Reads every field: a nested record is one value, checked as a whole where it is first read.
    fn read(text: &str) -> Result<Self, Fail>;
    fn write(&self, out: &mut Vec<u8>);
}

/// A nested record.
pub struct Record<T>(PhantomData<T>);

impl<T: Object> Form for Record<T> {
    type Read<'a> = T;
    type Owned = T;
    type Written = T;

    fn read(raw: Raw<'_>) -> Result<T, Fail> {
        T::read(raw.required()?)
    }

    #[inline]
    fn own(value: T) -> T {
        value
    }

    #[inline]
    fn borrow(value: &T) -> &T {
        value
    }

    fn write(value: &T, out: &mut Vec<u8>) {
        value.write(out);
    }
}
