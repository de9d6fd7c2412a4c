//! The formatter: the user's lines, in one spacing.
//!
//! It works on the lossless tree and keeps every token, every comment and every line break; what it chooses are
//! indentation, the blanks within a line, the columns of clauses and fields, and which separators are needed. It has no
//! options. A declaration with a syntax error is copied as it is, and the result is read again before it is returned.

mod align;
mod layout;
mod lines;
mod spacing;

use crate::base::FileId;
use crate::codes::s0115_too_deep;
use crate::diag::Severity;
use crate::syntax::{Parsed, parse};
use std::fmt;

/// The formatter would have changed more than blanks and separators: a bug of this compiler, and nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfaithful {
    /// The first token that differs, as it was and as it would have become.
    pub was: String,
    pub became: String,
}

impl fmt::Display for Unfaithful {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "formatting would turn `{}` into `{}`; the file is left as it is", self.was, self.became)
    }
}

impl std::error::Error for Unfaithful {}

/// The text in canonical form. Formatting twice gives the same as formatting once.
pub fn format(text: &str) -> Result<String, Unfaithful> {
    let parsed = parse(FileId(0), text);
    if parsed.diagnostics.iter().any(|diagnostic| diagnostic.code == s0115_too_deep::CODE) {
        return Ok(text.to_string());
    }
    let lines = lines::split(&parsed.tree);
    let mut formatted = align::write(layout::lay_out(&parsed.tree, &lines));
    if text.contains("\r\n") {
        formatted = formatted.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    check(&parsed, &formatted)?;
    Ok(formatted)
}

/// Reads the result again: the same tokens and comments, and no new error.
fn check(before: &Parsed, formatted: &str) -> Result<(), Unfaithful> {
    let after = parse(FileId(0), formatted);
    let (was, became) = (essence(before), essence(&after));
    if was == became && errors(before) == errors(&after) {
        return Ok(());
    }
    let at = was.iter().zip(&became).position(|(a, b)| a != b).unwrap_or(was.len().min(became.len()));
    let text = |tokens: &[&str]| tokens.get(at).copied().unwrap_or("").to_string();
    Err(Unfaithful { was: text(&was), became: text(&became) })
}

/// All tokens but blanks, line ends and separators.
fn essence(parsed: &Parsed) -> Vec<&str> {
    parsed
        .tree
        .tokens()
        .filter(|token| !token.kind().is_trivia() || token.kind().is_comment())
        .flat_map(|token| token.text().split_whitespace())
        .map(|part| part.trim_matches([',', ';']))
        .filter(|part| !part.is_empty())
        .collect()
}

fn errors(parsed: &Parsed) -> usize {
    parsed.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
}

#[cfg(test)]
mod tests;
