//! `and`, `or`, `not`, `??`.

use super::Typer;
use super::coerce::convert;
use super::facts::facts_of;
use crate::base::Span;
use crate::codes::{s0308_not_a_bool, s0309_optional_value};
use crate::model::Type;
use crate::syntax::ast;
use crate::types::check::typer::error;
use crate::types::{Expr, ExprKind, Operation};
use riparian_functions::catalogue::arithmetic::exact;
use riparian_functions::decimal::digits::MOST_DIGITS;

impl Typer<'_, '_> {
    /// The right side is typed knowing how the left one came out.
    pub(super) fn logic(
        &mut self,
        operator: ast::BinaryOperator,
        left: &ast::Expr,
        right: &ast::Expr,
        span: Span,
    ) -> Expr {
        let word = operator.text();
        let and = operator == ast::BinaryOperator::And;
        let left = self.truth(left, &format!("a side of `{word}`"));
        let right = self.knowing(facts_of(&left, and), |t| t.truth(right, &format!("a side of `{word}`")));
        let operator = if and { Operation::And } else { Operation::Or };
        boolean(ExprKind::Binary { operator, left: Box::new(left), right: Box::new(right) }, span)
    }

    pub(super) fn not(&mut self, operand: &ast::Expr, span: Span) -> Expr {
        let operand = self.truth(operand, "what follows `not`");
        boolean(ExprKind::Not(Box::new(operand)), span)
    }

    /// A condition: `where`, `having`, `when`, a side of `and`.
    pub fn truth(&mut self, expr: &ast::Expr, place: &str) -> Expr {
        let typed = self.infer(expr, Some(&Type::Bool));
        match &typed.ty {
            Type::Bool | Type::Error => typed,
            Type::Optional(inner) if **inner == Type::Bool => {
                let shown = self.show(&typed.ty);
                self.checker.report(s0309_optional_value::condition(typed.span, place, &shown));
                error(typed.span)
            }
            other => {
                let shown = self.show(other);
                let example = self.as_condition(&typed);
                self.checker.report(s0308_not_a_bool::found(typed.span, place, &shown, example));
                error(typed.span)
            }
        }
    }

    /// `a ?? b`: `b` where `a` is absent.
    pub(super) fn coalesce(
        &mut self,
        left: &ast::Expr,
        right: &ast::Expr,
        span: Span,
        hint: Option<&Type>,
    ) -> Expr {
        let left = self.infer(left, hint);
        let hint = if left.ty == Type::None { hint.cloned() } else { Some(left.ty.clone()) };
        let right = self.infer(right, hint.as_ref().map(Type::required));
        if left.ty == Type::Error || right.ty == Type::Error {
            return error(span);
        }
        let required = if left.ty == Type::None { right.ty.required() } else { left.ty.required() };
        let Some(common) = self.common(required, right.ty.required()) else {
            let common = required.clone();
            let common = if right.ty.is_optional() { common.optional() } else { common };
            self.coerce(right, &common, "the right side of `??`");
            return error(span);
        };
        let ty = if right.ty.is_optional() { common.clone().optional() } else { common.clone() };
        let left = self.coerce(left, &common.optional(), "the left side of `??`");
        let right = self.coerce(right, &ty, "the right side of `??`");
        let kind =
            ExprKind::Binary { operator: Operation::Coalesce, left: Box::new(left), right: Box::new(right) };
        Expr { kind, ty, span }
    }

    /// The type that values of both types can have: for branches, elements and both sides of a comparison.
    pub(super) fn common(&self, a: &Type, b: &Type) -> Option<Type> {
        use super::coerce::{Fit, fits};
        let equal = &self.environment.equal;
        let fit = |from: &Type, to: &Type| matches!(fits(from, to, equal), Fit::Same | Fit::Convert);
        if a.is_optional() || b.is_optional() {
            return match (a, b) {
                (Type::None, Type::None) => Some(Type::None),
                (Type::None, other) | (other, Type::None) => Some(other.clone().optional()),
                _ => self.common(a.required(), b.required()).map(Type::optional),
            };
        }
        if let (Some((pa, sa)), Some((pb, sb))) = (exact(a), exact(b))
            && (matches!(a, Type::Decimal { .. }) || matches!(b, Type::Decimal { .. }))
        {
            let scale = sa.max(sb);
            let precision = (pa.saturating_sub(sa).max(pb.saturating_sub(sb)) + scale).clamp(1, MOST_DIGITS);
            return Some(Type::Decimal { precision, scale });
        }
        match (a, b) {
            (Type::BigInt, Type::Int) | (Type::Int, Type::BigInt) => Some(Type::BigInt),
            (Type::Float, Type::Int | Type::BigInt) | (Type::Int | Type::BigInt, Type::Float) => {
                Some(Type::Float)
            }
            (Type::BigMoney(_), Type::Money(_)) if fit(b, a) => Some(a.clone()),
            (Type::Money(_), Type::BigMoney(_)) if fit(a, b) => Some(b.clone()),
            _ if fit(b, a) => Some(a.clone()),
            _ if fit(a, b) => Some(b.clone()),
            _ => None,
        }
    }

    /// Both branches as their common type, or a report at the second.
    pub(super) fn unite(&mut self, expr: Expr, ty: &Type) -> Expr {
        if expr.ty == *ty || expr.ty == Type::Error { expr } else { convert(expr, ty.clone()) }
    }
}

pub(super) fn boolean(kind: ExprKind, span: Span) -> Expr {
    Expr { kind, ty: Type::Bool, span }
}
