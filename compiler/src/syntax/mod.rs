//! Text to tree: the only room that knows pest.
//!
//! > text → prepared text → pairs → lossless [`tree`] → typed [`ast`]
//!
//! Parsing is total: every text has a tree, and what is wrong with it is a diagnostic.

pub mod ast;
mod lower;
mod parser;
mod report;
pub mod tree;

use crate::base::{FileId, Span};
use crate::codes::s0115_too_deep;
use crate::diag::Diagnostic;

/// What a text is, and what is wrong with it.
#[derive(Debug)]
pub struct Parsed {
    pub tree: tree::Tree,
    pub ast: ast::File,
    /// Syntax errors and lints, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses one file. Never fails.
pub fn parse(file: FileId, text: &str) -> Parsed {
    let prepared = parser::Prepared::new(text);
    let (tree, gave_up) = parser::parse(text, &prepared);
    let (ast, lowered) = lower::lower(file, &tree);
    let mut diagnostics = report::report(file, &tree, lowered);
    let whole = (0, text.len() as u32);
    if let Some((start, end)) = prepared.too_deep.or(gave_up.then_some(whole)) {
        // What was not read would be missed on its lines; that is no second mistake.
        let before = text.get(..start as usize).unwrap_or_default();
        let from = before.rfind('\n').map_or(0, |at| at + 1) as u32;
        let behind = text.get(end as usize..).unwrap_or_default();
        let to = end + behind.find('\n').unwrap_or(behind.len()) as u32;
        diagnostics.retain(|diagnostic| diagnostic.span.start < from || diagnostic.span.start > to);
        diagnostics.push(s0115_too_deep::nesting(Span::new(file, start, end), parser::MAX_DEPTH));
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.order());
    Parsed { tree, ast, diagnostics }
}

#[cfg(test)]
pub(crate) mod tests;
