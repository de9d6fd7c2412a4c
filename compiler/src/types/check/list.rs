//! `[a, b, c]`.

use super::Typer;
use super::typer::error;
use crate::base::Span;
use crate::model::Type;
use crate::syntax::ast;
use crate::types::{Expr, ExprKind};

impl Typer<'_, '_> {
    pub(super) fn list(&mut self, items: &[ast::Expr], span: Span, hint: Option<&Type>) -> Expr {
        let mut element = match hint.map(Type::required) {
            Some(Type::List(inner)) => Some((**inner).clone()),
            _ => None,
        };
        let wanted = element.clone();
        let mut typed: Vec<Expr> = Vec::new();
        for item in items {
            let item = self.infer(item, element.as_ref());
            if item.ty == Type::Error {
                return error(span);
            }
            let common = match &element {
                Some(ty) => self.common(ty, &item.ty),
                None => Some(item.ty.clone()),
            };
            match (common, typed.first()) {
                (Some(ty), _) => element = Some(ty),
                (None, Some(first)) => {
                    let first = first.clone();
                    self.branches(&first, &item, "the elements of a list");
                    return error(span);
                }
                (None, None) => {
                    let ty = element.unwrap_or(Type::Error);
                    self.coerce(item, &ty, "an element of this list");
                    return error(span);
                }
            }
            typed.push(item);
        }
        let Some(element) = wanted.or(element) else {
            return Expr { kind: ExprKind::List(Vec::new()), ty: Type::List(Box::new(Type::None)), span };
        };
        let items: Vec<Expr> =
            typed.into_iter().map(|i| self.coerce(i, &element, "an element of this list")).collect();
        Expr { kind: ExprKind::List(items), ty: Type::List(Box::new(element)), span }
    }
}
