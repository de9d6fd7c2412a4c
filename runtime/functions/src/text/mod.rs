//! Functions on text. They take `&str`; what they return derefs to `&str` too (`&str` where the result is a part of the
//! argument, else `String`), so that calls nest: `text::upper(&text::trim(&t.name))`.

mod case;
mod mask;
mod part;
mod read;
mod search;

pub use case::{lower, trim, upper};
pub use mask::mask;
pub use part::{concat, length, replace, split_part, substring};
pub use read::{parse_decimal, parse_float, parse_int};
pub use search::{contains, ends_with, occurrences, starts_with};

/// `text(x)`: a number, date, instant or duration in its canonical text.
#[inline]
pub fn text(x: impl std::fmt::Display) -> String {
    x.to_string()
}
