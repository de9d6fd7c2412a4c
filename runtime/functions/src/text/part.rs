//! Parts of a text and texts made of parts. Positions count characters from 0.

use crate::Fail;

/// How many characters (Unicode scalar values).
#[inline]
pub fn length(text: &str) -> i64 {
    text.chars().count() as i64
}

/// `a + b`.
#[inline]
pub fn concat(a: &str, b: &str) -> String {
    let mut out = String::with_capacity(a.len() + b.len());
    out.push_str(a);
    out.push_str(b);
    out
}

/// `length` characters from position `start`, fewer if the text ends before; [`Fail::IndexOutOfRange`] if `start` is
/// negative or behind the end, or `length` is negative.
pub fn substring(text: &str, start: i64, length: i64) -> Result<&str, Fail> {
    let (Ok(start), Ok(length)) = (usize::try_from(start), usize::try_from(length)) else {
        return Err(Fail::IndexOutOfRange);
    };
    let from = boundary(text, start).ok_or(Fail::IndexOutOfRange)?;
    let rest = text.get(from..).ok_or(Fail::IndexOutOfRange)?;
    Ok(boundary(rest, length).and_then(|end| rest.get(..end)).unwrap_or(rest))
}

/// The byte where a character begins, or the end; `None` behind it.
fn boundary(text: &str, characters: usize) -> Option<usize> {
    if text.is_ascii() {
        return (characters <= text.len()).then_some(characters);
    }
    text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(characters)
}

/// The part at `index`, from 0, of the text cut at every `separator`; [`Fail::IndexOutOfRange`] if there are fewer parts.
/// An empty separator cuts nowhere.
pub fn split_part<'a>(text: &'a str, separator: &str, index: i64) -> Result<&'a str, Fail> {
    let index = usize::try_from(index).map_err(|_| Fail::IndexOutOfRange)?;
    if separator.is_empty() {
        return if index == 0 { Ok(text) } else { Err(Fail::IndexOutOfRange) };
    }
    text.split(separator).nth(index).ok_or(Fail::IndexOutOfRange)
}

/// Every `from` replaced by `to`; an empty `from` replaces nothing.
pub fn replace(text: &str, from: &str, to: &str) -> String {
    if from.is_empty() { text.to_owned() } else { text.replace(from, to) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters() {
        assert_eq!(length("añb"), 3);
        assert_eq!(substring("añbc", 1, 2), Ok("ñb"));
        assert_eq!(substring("añbc", 3, 9), Ok("c"));
        assert_eq!(substring("añbc", 4, 1), Ok(""));
        assert_eq!(substring("añbc", 5, 1), Err(Fail::IndexOutOfRange));
        assert_eq!(substring("abc", 1, i64::MAX), Ok("bc"));
        assert_eq!(substring("abc", -1, 1), Err(Fail::IndexOutOfRange));
    }

    #[test]
    fn parts_count_from_zero() {
        assert_eq!(split_part("Die Hard::1988", "::", 1), Ok("1988"));
        assert_eq!(split_part("Die Hard", "::", 0), Ok("Die Hard"));
        assert_eq!(split_part("Die Hard", "::", 1), Err(Fail::IndexOutOfRange));
        assert_eq!(split_part("ab", "", 0), Ok("ab"));
    }
}
