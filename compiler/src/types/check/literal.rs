//! Literals: they take the type that their place wants, if they fit it exactly.

use super::Typer;
use super::coerce::convert;
use super::typer::{error, literal};
use crate::base::Span;
use crate::codes::s0318_literal_range;
use crate::model::{Type, Unit, Value};
use crate::syntax::ast::{self, Ident};
use crate::types::Expr;
use riparian_functions::catalogue::arithmetic;
use riparian_functions::catalogue::conversion::cast;

impl Typer<'_, '_> {
    pub(super) fn literal(&mut self, expr: &ast::Expr, hint: Option<&Type>) -> Expr {
        let span = expr.span;
        let wanted = hint.map(Type::required);
        match &expr.kind {
            ast::ExprKind::Integer(value) => self.number(i128::from(*value), 0, wanted, span),
            ast::ExprKind::Decimal { mantissa, scale } => self.number(*mantissa, *scale, wanted, span),
            ast::ExprKind::Text(text) => {
                let ty = match wanted {
                    Some(id @ Type::Nominal(..)) if *id.underlying() == Type::String => id.clone(),
                    _ => Type::String,
                };
                literal(Value::String(text.value.as_str().into()), ty, span)
            }
            ast::ExprKind::Bool(value) => literal(Value::Bool(*value), Type::Bool, span),
            ast::ExprKind::None => {
                let ty = hint.map_or(Type::None, |h| h.clone().optional());
                literal(Value::None, if ty == Type::Error { Type::None } else { ty }, span)
            }
            _ => error(span),
        }
    }

    /// A number as what is wanted; its own type where that does not fit, so that the place reports it.
    pub(super) fn number(&mut self, mantissa: i128, scale: u8, wanted: Option<&Type>, span: Span) -> Expr {
        let plain = plain(mantissa, scale);
        let Some(wanted) = wanted else { return literal(plain.0, plain.1, span) };
        if let Type::Money(unit) = wanted
            && matches!(unit, Unit::Column(_))
            && !self.bare_money
            && mantissa != 0
        {
            return literal(plain.0, plain.1, span);
        }
        match value_of(mantissa, scale, wanted) {
            Some(Ok(value)) => literal(value, wanted.clone(), span),
            Some(Err(())) => {
                let shown = self.show(wanted);
                self.checker.report(s0318_literal_range::range(span, &shown));
                error(span)
            }
            None => literal(plain.0, plain.1, span),
        }
    }

    /// `-x`: of a literal the negative literal.
    pub(super) fn negate(
        &mut self,
        operand: &ast::Expr,
        operator: Span,
        span: Span,
        hint: Option<&Type>,
    ) -> Expr {
        let wanted = hint.map(Type::required);
        match &operand.kind {
            ast::ExprKind::Integer(value) => return self.number(-i128::from(*value), 0, wanted, span),
            ast::ExprKind::Decimal { mantissa, scale } => {
                return self.number(-*mantissa, *scale, wanted, span);
            }
            _ => {}
        }
        let operand = self.infer(operand, hint);
        self.negated(operand, operator, span)
    }

    /// `money(1000.00, GBP)`.
    pub(super) fn money(&mut self, amount: &ast::Expr, currency: &Ident, span: Span) -> Expr {
        let ty = Type::Money(Unit::Constant(currency.name.as_str().into()));
        let amount = self.infer(amount, Some(&ty));
        match &amount.ty {
            Type::Error => error(span),
            Type::Int => {
                let decimal = convert(amount, Type::Decimal { precision: 18, scale: 0 });
                Expr { span, ..convert(decimal, ty) }
            }
            Type::Decimal { scale, .. } if *scale <= Type::MONEY_SCALE => {
                Expr { span, ..convert(amount, ty) }
            }
            _ if amount.ty == ty => Expr { span, ..amount },
            _ => self.coerce(amount, &ty, "an amount of money"),
        }
    }
}

/// A number's own value and type.
fn plain(mantissa: i128, scale: u8) -> (Value, Type) {
    match i64::try_from(mantissa) {
        Ok(value) if scale == 0 => (Value::Int(value), Type::Int),
        _ => (Value::Decimal { mantissa, scale }, arithmetic::literal(mantissa, scale)),
    }
}

/// A written number as a value of a type: `None` if numbers are not of that kind, `Err` if this one does not fit.
pub fn value_of(mantissa: i128, scale: u8, ty: &Type) -> Option<Result<Value, ()>> {
    let from = plain(mantissa, scale);
    match ty.required().underlying() {
        Type::Int | Type::BigInt if scale > 0 => None,
        Type::Float if scale > 0 => format!("{mantissa}e-{scale}").parse().ok().map(|f| Ok(Value::Float(f))),
        to @ (Type::Int
        | Type::BigInt
        | Type::Float
        | Type::Decimal { .. }
        | Type::Money(_)
        | Type::BigMoney(_)) => Some(cast(&from.0, &from.1, to).map_err(|_| ())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_fit_exactly_or_not() {
        let decimal = Type::Decimal { precision: 5, scale: 2 };
        assert_eq!(value_of(150, 2, &decimal), Some(Ok(Value::Decimal { mantissa: 150, scale: 2 })));
        assert_eq!(value_of(3, 0, &decimal), Some(Ok(Value::Decimal { mantissa: 300, scale: 2 })));
        assert_eq!(value_of(1500, 3, &decimal), Some(Ok(Value::Decimal { mantissa: 150, scale: 2 })));
        assert_eq!(value_of(1505, 3, &decimal), Some(Err(())));
        assert_eq!(value_of(100_000, 2, &decimal), Some(Err(())));
        assert_eq!(value_of(15, 1, &Type::Int), None);
        assert_eq!(value_of(15, 1, &Type::Float), Some(Ok(Value::Float(1.5))));
        assert_eq!(value_of(1, 0, &Type::String), None);
    }
}
