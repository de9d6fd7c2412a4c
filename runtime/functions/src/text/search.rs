//! Whether a text occurs in another, letter case included.

/// Whether `part` occurs anywhere in the text.
#[inline]
pub fn contains(text: &str, part: &str) -> bool {
    text.contains(part)
}

/// How often `part` occurs, without overlap; an empty part never does.
#[inline]
pub fn occurrences(text: &str, part: &str) -> i64 {
    if part.is_empty() { 0 } else { text.matches(part).count() as i64 }
}

/// Whether the text begins with `part`.
#[inline]
pub fn starts_with(text: &str, part: &str) -> bool {
    text.starts_with(part)
}

/// Whether the text ends with `part`.
#[inline]
pub fn ends_with(text: &str, part: &str) -> bool {
    text.ends_with(part)
}
