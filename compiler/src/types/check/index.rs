//! `list[0]`: an index out of range makes the record bad (spec: functions.fail).

use super::Typer;
use super::typer::error;
use crate::base::Span;
use crate::codes::{s0309_optional_value, s0310_operands};
use crate::model::Type;
use crate::syntax::ast;
use crate::types::{Expr, ExprKind};

impl Typer<'_, '_> {
    pub(super) fn index(&mut self, base: &ast::Expr, index: &ast::Expr, span: Span) -> Expr {
        let base = self.infer(base, None);
        let index = self.check(index, &Type::Int, "an index");
        match &base.ty {
            Type::Error => error(span),
            Type::List(element) => {
                let ty = (**element).clone();
                Expr { kind: ExprKind::Index { base: Box::new(base), index: Box::new(index) }, ty, span }
            }
            Type::Optional(inner) if matches!(**inner, Type::List(_)) => {
                let shown = self.show(&base.ty);
                self.checker.report(s0309_optional_value::operand(base.span, "[ ]", &shown));
                error(span)
            }
            other => {
                let shown = self.show(other);
                self.checker.report(s0310_operands::not_a_list(base.span, &shown));
                error(span)
            }
        }
    }
}
