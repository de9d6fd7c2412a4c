//! `is none`, `is not none`, `is empty`.

use super::Typer;
use super::coerce::convert;
use super::logic::boolean;
use super::typer::error;
use crate::base::Span;
use crate::codes::s0310_operands;
use crate::model::Type;
use crate::syntax::ast::{self, IsTest};
use crate::types::{ColumnRef, Expr, ExprKind};

impl Typer<'_, '_> {
    pub(super) fn is(&mut self, operand: &ast::Expr, test: IsTest, negated: bool, span: Span) -> Expr {
        let operand = match self.row_of_left_join(operand) {
            Some(row) if test == IsTest::None => row,
            _ => self.infer(operand, None),
        };
        let kind = match (&operand.ty, test) {
            (Type::Error, _) => return error(span),
            (ty, IsTest::None) => {
                // Of what is always there the answer is known; generated code needs no special case for it.
                let optional = ty.clone().optional();
                let operand = if operand.ty.is_optional() { operand } else { convert(operand, optional) };
                ExprKind::IsNone(Box::new(operand))
            }
            (Type::String | Type::List(_), IsTest::Empty) => ExprKind::IsEmpty(Box::new(operand)),
            (other, IsTest::Empty) => {
                let shown = self.show(other);
                self.checker.report(s0310_operands::not_empty(operand.span, &shown));
                return error(span);
            }
        };
        let test = boolean(kind, span);
        if negated { boolean(ExprKind::Not(Box::new(test)), span) } else { test }
    }

    /// `r is none` where `r` is the right side of a left join: told by its first column that is never absent itself.
    fn row_of_left_join(&self, operand: &ast::Expr) -> Option<Expr> {
        let ast::ExprKind::Name(name) = &operand.kind else { return None };
        let view = self.environment.view(&name.name)?;
        let [binding] = view.bindings.as_slice() else { return None };
        let row = self.environment.scope.bindings.get(*binding).filter(|b| b.optional)?;
        let column = row.columns.iter().position(|c| !c.ty.is_optional())?;
        let ty = row.columns.get(column)?.ty.clone().optional();
        let reference = ColumnRef { binding: *binding, column, path: Vec::new() };
        Some(Expr { kind: ExprKind::Column(reference), ty, span: operand.span })
    }
}
