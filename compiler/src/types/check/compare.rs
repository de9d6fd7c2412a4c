//! `==`, `!=`, `<`, `<=`, `>`, `>=`.

use super::Typer;
use super::coerce::{Fit, convert, fits};
use super::logic::boolean;
use super::typer::error;
use crate::base::Span;
use crate::codes::{
    s0309_optional_value, s0310_operands, s0311_different_ids, s0312_mixed_currencies, s0313_float_money,
};
use crate::model::{Type, Value};
use crate::syntax::ast::{self, BinaryOperator};
use crate::types::{Expr, ExprKind, Operation};
use riparian_functions::catalogue::comparison::is_ordered;

impl Typer<'_, '_> {
    pub(super) fn compare(
        &mut self,
        operator: BinaryOperator,
        operator_span: Span,
        left: &ast::Expr,
        right: &ast::Expr,
        span: Span,
    ) -> Expr {
        let (left, right) = self.operands(left, right);
        if left.ty == Type::Error || right.ty == Type::Error {
            return error(span);
        }
        let operation = operation(operator);
        let equality = matches!(operation, Operation::Equal | Operation::NotEqual);
        if equality && let Some(test) = absence(&left, &right, operation, span) {
            return test;
        }
        if !equality && let Some(absent) = [&left, &right].into_iter().find(|e| e.ty.is_optional()) {
            let (shown, at) = (self.show(&absent.ty), absent.span);
            self.checker.report(s0309_optional_value::operand(at, operator.text(), &shown));
            return error(span);
        }
        let Some(common) = self.common(&left.ty, &right.ty) else {
            return self.incomparable(operator, operator_span, &left, &right, span);
        };
        if !equality && !is_ordered(common.required()) {
            let shown = self.show(&common);
            self.checker.report(s0310_operands::unordered(operator_span, operator.text(), &shown));
            return error(span);
        }
        let left = self.unite(left, &common);
        let right = self.unite(right, &common);
        boolean(ExprKind::Binary { operator: operation, left: Box::new(left), right: Box::new(right) }, span)
    }

    /// Both operands; one that takes its type from its context gets that of the other.
    pub(super) fn operands(&mut self, left: &ast::Expr, right: &ast::Expr) -> (Expr, Expr) {
        if self.is_contextual(left) && !self.is_contextual(right) {
            let right = self.infer(right, None);
            let hint = hint_of(&right);
            (self.infer(left, hint.as_ref()), right)
        } else {
            let left = self.infer(left, None);
            let hint = hint_of(&left);
            let right = self.infer(right, hint.as_ref());
            (left, right)
        }
    }

    /// One report about two types that do not meet.
    pub(super) fn incomparable(
        &mut self,
        operator: BinaryOperator,
        operator_span: Span,
        left: &Expr,
        right: &Expr,
        span: Span,
    ) -> Expr {
        let (a, b) = (left.ty.required(), right.ty.required());
        let (shown_a, shown_b) = (self.show(a), self.show(b));
        let (first, second) = ((left.span, shown_a.as_str()), (right.span, shown_b.as_str()));
        let sign = operator.text();
        let money = |ty: &Type| matches!(ty, Type::Money(_) | Type::BigMoney(_));
        let report = match (a, b) {
            (Type::Nominal(..), _) | (_, Type::Nominal(..)) => {
                s0311_different_ids::different(operator_span, left.span, right.span, &shown_a, &shown_b)
            }
            _ if fits(a, b, &self.environment.equal) == Fit::Currency => {
                let help = self.one_currency(left, right);
                s0312_mixed_currencies::mixed(operator_span, sign, first, second, help)
            }
            _ if money(a) && *b == Type::Float || money(b) && *a == Type::Float => {
                let help = self.exact_operand(operator, left, right);
                s0313_float_money::operands(operator_span, sign, first, second, help)
            }
            _ => s0310_operands::different(operator_span, sign, first, second, self.one_type(left, right)),
        };
        self.checker.report(report);
        error(span)
    }
}

/// The type that a literal beside this operand should take.
fn hint_of(other: &Expr) -> Option<Type> {
    match &other.ty {
        Type::None => None,
        // Of what has been reported nothing is known: a name beside it stays silent.
        ty => Some(ty.required().clone()),
    }
}

/// `x == none`.
fn absence(left: &Expr, right: &Expr, operation: Operation, span: Span) -> Option<Expr> {
    let none = |e: &Expr| matches!(e.kind, ExprKind::Literal(Value::None));
    let operand = match (none(left), none(right)) {
        (false, true) => left,
        (true, false) => right,
        _ => return None,
    };
    let operand = match operand.ty.is_optional() {
        true => operand.clone(),
        false => convert(operand.clone(), operand.ty.clone().optional()),
    };
    let test = boolean(ExprKind::IsNone(Box::new(operand)), span);
    Some(if operation == Operation::Equal { test } else { boolean(ExprKind::Not(Box::new(test)), span) })
}

pub(super) fn operation(operator: BinaryOperator) -> Operation {
    match operator {
        BinaryOperator::Or => Operation::Or,
        BinaryOperator::And => Operation::And,
        BinaryOperator::Equal | BinaryOperator::In => Operation::Equal,
        BinaryOperator::NotEqual => Operation::NotEqual,
        BinaryOperator::Less => Operation::Less,
        BinaryOperator::LessOrEqual => Operation::LessOrEqual,
        BinaryOperator::Greater => Operation::Greater,
        BinaryOperator::GreaterOrEqual => Operation::GreaterOrEqual,
        BinaryOperator::Coalesce => Operation::Coalesce,
        BinaryOperator::Add => Operation::Add,
        BinaryOperator::Subtract => Operation::Subtract,
        BinaryOperator::Multiply => Operation::Multiply,
        BinaryOperator::Divide => Operation::Divide,
        BinaryOperator::Remainder => Operation::Remainder,
    }
}
