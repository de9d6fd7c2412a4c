//! Text to tree: the only room that knows pest.

pub mod ast;
