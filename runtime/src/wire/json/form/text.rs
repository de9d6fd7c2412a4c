//! Texts, and values kept as their JSON.

use std::borrow::Cow;

use super::Form;
use crate::fail::Fail;
use crate::wire::json::{Raw, unescape, write};

/// `string`: borrowed from the record unless it has escapes.
pub struct Text;

impl Form for Text {
    type Read<'a> = Cow<'a, str>;
    type Owned = String;
    type Written = str;

    #[inline]
    fn read(raw: Raw<'_>) -> Result<Cow<'_, str>, Fail> {
        match raw.plain_string() {
            Some(content) => Ok(Cow::Borrowed(content)),
            None => unescape(raw.string()?),
        }
    }

    #[inline]
    fn own(value: Cow<'_, str>) -> String {
        value.into_owned()
    }

    #[inline]
    fn borrow(value: &String) -> &str {
        value
    }

    #[inline]
    fn write(value: &str, out: &mut Vec<u8>) {
        write::string(value, out);
    }
}

/// `json`: the value's text as it came.
pub struct Json;

impl Form for Json {
    type Read<'a> = Cow<'a, str>;
    type Owned = String;
    type Written = str;

    #[inline]
    fn read(raw: Raw<'_>) -> Result<Cow<'_, str>, Fail> {
        raw.required().map(Cow::Borrowed)
    }

    #[inline]
    fn own(value: Cow<'_, str>) -> String {
        value.into_owned()
    }

    #[inline]
    fn borrow(value: &String) -> &str {
        value
    }

    #[inline]
    fn write(value: &str, out: &mut Vec<u8>) {
        out.extend_from_slice(value.as_bytes());
    }
}
