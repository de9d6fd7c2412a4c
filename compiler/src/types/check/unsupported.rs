//! Expressions of the language that this version does not compile.

use super::Typer;
use super::typer::error;
use crate::base::Span;
use crate::codes::s0691_not_supported;
use crate::types::Expr;

impl Typer<'_, '_> {
    pub(super) fn unsupported(&mut self, what: &str, span: Span) -> Expr {
        self.checker.report(s0691_not_supported::construct(span, what));
        error(span)
    }
}
