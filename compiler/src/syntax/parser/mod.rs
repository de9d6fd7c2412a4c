//! Text to tree. The only folder that knows pest: the grammar's generated parser, run over a prepared text, and its
//! pairs copied into the tree once.
//!
//! `generated.rs` is made from `grammar.pest` by this folder's test and checked in, so that nobody who builds a job
//! builds a parser generator too.

#[rustfmt::skip]
#[allow(clippy::all, dead_code, missing_docs)]
mod generated;
mod kinds;
mod prepare;
#[cfg(test)]
mod tests;

use super::tree::{Kind, Tree, TreeBuilder};
use generated::Rule;
use pest::unicode::{XID_CONTINUE, XID_START};
use pest::{Parser, Token};
pub(super) use prepare::{MAX_DEPTH, Prepared};
use std::num::NonZeroUsize;
use std::sync::Once;

/// What the generated parser hangs on.
struct Grammar;

/// Calls of the generated parser per text before it gives up: hundreds of times what the largest sane file needs.
const CALL_LIMIT: NonZeroUsize = NonZeroUsize::new(400_000_000).expect("not zero");

/// The tree of a text, and whether the parser gave up (then the tree has one node with everything in it).
pub(super) fn parse(text: &str, prepared: &Prepared) -> (Tree, bool) {
    static LIMIT: Once = Once::new();
    LIMIT.call_once(|| pest::set_call_limit(Some(CALL_LIMIT)));
    let mut builder = TreeBuilder::new(text);
    let Ok(pairs) = Grammar::parse(Rule::file, &prepared.text) else {
        builder.start(Kind::File, 0);
        return (builder.finish(), true);
    };
    let mut leaf = None;
    for token in pairs.tokens() {
        match token {
            Token::Start { rule: Rule::EOI, .. } | Token::End { rule: Rule::EOI, .. } => {}
            Token::Start { rule, pos } => {
                let kind = kinds::kind(rule);
                let at = if kind == Kind::File { 0 } else { pos.pos() as u32 };
                if kind.is_token() {
                    leaf = Some((kind, at));
                } else {
                    builder.start(kind, at);
                }
            }
            Token::End { pos, .. } => match leaf.take() {
                Some((kind, start)) => {
                    let end = start + solid_length(&prepared.text, start as usize, pos.pos());
                    builder.token(kind, start, end);
                }
                None => builder.end(pos.pos() as u32),
            },
        }
    }
    (builder.finish(), false)
}

/// Whether a text is a name as the grammar has them without back-ticks, reserved words included.
pub(super) fn is_name(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|first| first == '_' || XID_START(first)) && characters.all(continues_name)
}

/// Whether a character may stand in a name after its first.
pub(super) fn continues_name(c: char) -> bool {
    c == '_' || XID_CONTINUE(c)
}

/// Without the blanks (and the comments, which have become blanks) at the end.
fn solid_length(text: &str, start: usize, end: usize) -> u32 {
    text.get(start..end).map_or(0, |token| token.trim_end_matches([' ', '\t']).len()) as u32
}
