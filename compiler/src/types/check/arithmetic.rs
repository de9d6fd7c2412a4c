//! `+ - * / %` and unary `-`: the rules are the catalogue's, the reports are made here.

use super::Typer;
use super::typer::error;
use super::units::with_unit;
use crate::base::Span;
use crate::codes::{
    s0309_optional_value, s0310_operands, s0311_different_ids, s0312_mixed_currencies, s0313_float_money,
};
use crate::model::{Type, Unit};
use crate::syntax::ast::{self, BinaryOperator};
use crate::types::check::compare::operation;
use crate::types::{Expr, ExprKind};
use riparian_functions::catalogue::SignatureError;
use riparian_functions::catalogue::arithmetic::{self, Operator};

impl Typer<'_, '_> {
    pub(super) fn arithmetic(
        &mut self,
        operator: BinaryOperator,
        operator_span: Span,
        left: &ast::Expr,
        right: &ast::Expr,
        span: Span,
        hint: Option<&Type>,
    ) -> Expr {
        let (left, right) = self.terms(operator, left, right, hint);
        if left.ty == Type::Error || right.ty == Type::Error {
            return error(span);
        }
        let sign = operator.text();
        if let Some(absent) = [&left, &right].into_iter().find(|e| e.ty.is_optional()) {
            let (shown, at) = (self.show(&absent.ty), absent.span);
            self.checker.report(s0309_optional_value::operand(at, sign, &shown));
            return error(span);
        }
        let (a, b) = (self.canonical(&left.ty), self.canonical(&right.ty));
        let result = match (&a, &b) {
            (Type::Nominal(..), _) | (_, Type::Nominal(..)) => None,
            _ => Some(arithmetic::binary(catalogue_operator(operator), &a, &b)),
        };
        let (shown_a, shown_b) = (self.show(&left.ty), self.show(&right.ty));
        let money = |ty: &Type| matches!(ty, Type::Money(_) | Type::BigMoney(_));
        let (first, second) = ((left.span, shown_a.as_str()), (right.span, shown_b.as_str()));
        let report = match result {
            Some(Ok(rule)) => {
                let kind = ExprKind::Binary {
                    operator: operation(operator),
                    left: Box::new(left),
                    right: Box::new(right),
                };
                return Expr { kind, ty: rule.result, span };
            }
            None => s0311_different_ids::arithmetic(
                operator_span,
                sign,
                left.span,
                right.span,
                &shown_a,
                &shown_b,
            ),
            Some(Err(_)) if money(&a) && b == Type::Float || money(&b) && a == Type::Float => {
                let help = self.exact_operand(operator, &left, &right);
                s0313_float_money::operands(operator_span, sign, first, second, help)
            }
            Some(Err(SignatureError::Mismatch(..))) if money(&a) && money(&b) => {
                let help = self.one_currency(&left, &right);
                s0312_mixed_currencies::mixed(operator_span, sign, first, second, help)
            }
            Some(Err(SignatureError::Argument(at, wanted))) => {
                let (at, shown) = if at == 0 { (left.span, &shown_a) } else { (right.span, &shown_b) };
                s0310_operands::wanted(at, sign, wanted, shown)
            }
            Some(Err(SignatureError::Mismatch(_, _, wanted) | SignatureError::Count(wanted))) => {
                s0310_operands::mismatch(
                    operator_span,
                    sign,
                    left.span,
                    right.span,
                    &shown_a,
                    &shown_b,
                    wanted,
                )
            }
        };
        self.checker.report(report);
        error(span)
    }

    /// A literal beside a float, an id or (added) money takes that type; else numbers keep their own.
    fn terms(
        &mut self,
        operator: BinaryOperator,
        left: &ast::Expr,
        right: &ast::Expr,
        hint: Option<&Type>,
    ) -> (Expr, Expr) {
        let additive = matches!(operator, BinaryOperator::Add | BinaryOperator::Subtract);
        let wanted = |other: &Expr| match &other.ty {
            Type::Float => Some(Type::Float),
            ty @ (Type::Money(_) | Type::BigMoney(_)) if additive => Some(ty.clone()),
            _ => None,
        };
        if self.is_contextual(left) && !self.is_contextual(right) {
            let right = self.infer(right, None);
            let wanted = wanted(&right);
            return (self.infer(left, wanted.as_ref()), right);
        }
        let both = self.is_contextual(left) && self.is_contextual(right);
        let float = hint.filter(|h| both && **h == Type::Float);
        let left = self.infer(left, float);
        let wanted = wanted(&left);
        let right = self.infer(right, wanted.as_ref());
        (left, right)
    }

    /// The type with units that are surely equal written alike.
    pub(super) fn canonical(&self, ty: &Type) -> Type {
        with_unit(ty, &mut |unit| match unit {
            Unit::Column(path) => Unit::Column(self.environment.equal.representative(path).as_str().into()),
            constant => constant.clone(),
        })
    }

    pub(super) fn negated(&mut self, operand: Expr, operator_span: Span, span: Span) -> Expr {
        if operand.ty == Type::Error {
            return error(span);
        }
        let shown = self.show(&operand.ty);
        if operand.ty.is_optional() {
            self.checker.report(s0309_optional_value::operand(operand.span, "-", &shown));
            return error(span);
        }
        match arithmetic::negation(&operand.ty) {
            Ok(rule) if !matches!(operand.ty, Type::Nominal(..)) => {
                Expr { kind: ExprKind::Negate(Box::new(operand)), ty: rule.result, span }
            }
            _ => {
                let wanted = "a number, an amount of money or a duration";
                self.checker.report(s0310_operands::wanted(operator_span, "-", wanted, &shown));
                error(span)
            }
        }
    }
}

fn catalogue_operator(operator: BinaryOperator) -> Operator {
    match operator {
        BinaryOperator::Subtract => Operator::Subtract,
        BinaryOperator::Multiply => Operator::Multiply,
        BinaryOperator::Divide => Operator::Divide,
        BinaryOperator::Remainder => Operator::Remainder,
        _ => Operator::Add,
    }
}
