//! `x in [a, b]`.

use super::Typer;
use super::logic::boolean;
use super::typer::error;
use crate::base::Span;
use crate::model::Type;
use crate::syntax::ast;
use crate::types::{Expr, ExprKind};

impl Typer<'_, '_> {
    pub(super) fn membership(&mut self, value: &ast::Expr, list: &ast::Expr, span: Span) -> Expr {
        let ast::ExprKind::List(items) = &unparenthesised(list).kind else {
            let list = self.infer(list, None);
            if list.ty != Type::Error {
                self.unsupported("`in` with a list that is not written out", list.span);
            }
            return error(span);
        };
        let value = self.infer(value, None);
        let hint = value.ty.required().clone();
        let items: Vec<Expr> = items.iter().map(|i| self.infer(i, Some(&hint))).collect();
        if value.ty == Type::Error || items.iter().any(|i| i.ty == Type::Error) {
            return error(span);
        }
        let mut ty = value.ty.clone();
        for item in &items {
            let Some(common) = self.common(&ty, &item.ty) else {
                let written = ast::BinaryOperator::In;
                return self.incomparable(written, item.span, &value, item, span);
            };
            ty = common;
        }
        let value = self.unite(value, &ty);
        let list = items.into_iter().map(|i| self.unite(i, &ty)).collect();
        boolean(ExprKind::In { value: Box::new(value), list }, span)
    }
}

fn unparenthesised(expr: &ast::Expr) -> &ast::Expr {
    match &expr.kind {
        ast::ExprKind::Parenthesised(inner) => unparenthesised(inner),
        _ => expr,
    }
}
