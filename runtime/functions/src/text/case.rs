//! Letter case and white space, by Unicode.

/// All letters in upper case.
#[inline]
pub fn upper(text: &str) -> String {
    text.to_uppercase()
}

/// All letters in lower case.
#[inline]
pub fn lower(text: &str) -> String {
    text.to_lowercase()
}

/// Without white space at both ends.
#[inline]
pub fn trim(text: &str) -> &str {
    text.trim()
}
