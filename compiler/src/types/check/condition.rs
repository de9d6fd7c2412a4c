//! `if c then a else b`: each branch knows how the condition came out.

use super::Typer;
use super::facts::facts_of;
use super::typer::error;
use crate::base::Span;
use crate::codes::s0307_type_mismatch;
use crate::model::Type;
use crate::syntax::ast;
use crate::types::{Expr, ExprKind};

impl Typer<'_, '_> {
    pub(super) fn condition(
        &mut self,
        condition: &ast::Expr,
        then: &ast::Expr,
        otherwise: &ast::Expr,
        span: Span,
        hint: Option<&Type>,
    ) -> Expr {
        let condition = self.truth(condition, "the condition of `if`");
        let then = self.knowing(facts_of(&condition, true), |t| t.infer(then, hint));
        let hint = hint.or(known(&then));
        let otherwise = self.knowing(facts_of(&condition, false), |t| t.infer(otherwise, hint));
        if then.ty == Type::Error || otherwise.ty == Type::Error {
            return error(span);
        }
        let Some(ty) = self.common(&then.ty, &otherwise.ty) else {
            self.branches(&then, &otherwise, "`then` and `else`");
            return error(span);
        };
        let then = self.unite(then, &ty);
        let otherwise = self.unite(otherwise, &ty);
        let kind = ExprKind::If {
            condition: Box::new(condition),
            then: Box::new(then),
            otherwise: Box::new(otherwise),
        };
        Expr { kind, ty, span }
    }

    /// Two branches whose types do not meet.
    pub(super) fn branches(&mut self, first: &Expr, second: &Expr, what: &str) {
        let (a, b) = (self.show(&first.ty), self.show(&second.ty));
        self.checker.report(s0307_type_mismatch::branches(second.span, first.span, what, &a, &b));
    }
}

/// The type of a branch as a hint for the next.
pub(super) fn known(branch: &Expr) -> Option<&Type> {
    (!matches!(branch.ty, Type::None | Type::Error)).then_some(&branch.ty)
}
