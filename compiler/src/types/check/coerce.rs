//! Conversions that the language makes by itself: lossless ones, and narrowings that are checked when a record passes.

use super::advice::declarable;
use super::typer::error;
use super::{Equalities, Typer};
use crate::codes::{
    s0307_type_mismatch, s0309_optional_value, s0312_mixed_currencies, s0313_float_money,
    s0324_digits_may_not_fit,
};
use crate::model::{Type, Unit, Value};
use crate::types::{Expr, ExprKind};
use riparian_functions::catalogue::conversion::{Conversion, conversion};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    Same,
    Convert,
    /// It may be absent, and absent is not allowed.
    Absent,
    /// Money of another currency, or of one that is not known to be the same.
    Currency,
    No,
}

/// Whether a value of one type may stand where another is wanted.
pub fn fits(from: &Type, to: &Type, equal: &Equalities) -> Fit {
    match (from, to) {
        (Type::Error, _) | (_, Type::Error) => Fit::Same,
        (Type::None, Type::Optional(_)) => Fit::Convert,
        (Type::Optional(a), Type::Optional(b)) => fits(a, b, equal),
        (_, Type::Optional(b)) => match fits(from, b, equal) {
            Fit::Same => Fit::Convert,
            other => other,
        },
        (Type::None, _) => Fit::Absent,
        (Type::Optional(a), _) => match fits(a, to, equal) {
            Fit::Same | Fit::Convert => Fit::Absent,
            other => other,
        },
        (Type::Money(a), Type::Money(b)) | (Type::BigMoney(a), Type::BigMoney(b)) => {
            if equal.same(a, b) {
                Fit::Same
            } else {
                Fit::Currency
            }
        }
        (Type::Money(a), Type::BigMoney(b)) | (Type::BigMoney(a), Type::Money(b)) => {
            if equal.same(a, b) {
                Fit::Convert
            } else {
                Fit::Currency
            }
        }
        (Type::List(a), Type::List(b)) => match fits(a, b, equal) {
            Fit::Convert => Fit::No,
            other => other,
        },
        _ => match conversion(from, to) {
            Some(Conversion::Same) => Fit::Same,
            Some(Conversion::Widening | Conversion::Checked) => Fit::Convert,
            None => Fit::No,
        },
    }
}

impl Typer<'_, '_> {
    /// Types an expression that must give `to`. `place` says for people what it is for: `the condition of where`.
    pub fn check(&mut self, expr: &crate::syntax::ast::Expr, to: &Type, place: &str) -> Expr {
        let typed = self.infer(expr, Some(to));
        self.coerce(typed, to, place)
    }

    /// The expression as `to`, or a report.
    pub fn coerce(&mut self, expr: Expr, to: &Type, place: &str) -> Expr {
        match fits(&expr.ty, to, &self.environment.equal) {
            Fit::Same if expr.ty == Type::Error || *to == Type::Error => expr,
            // The unit as wanted: two names for one currency.
            Fit::Same => Expr { ty: to.clone(), ..expr },
            Fit::Convert => {
                self.warn_of_digits(&expr, to);
                convert(expr, to.clone())
            }
            fit => {
                self.mismatch(fit, &expr, to, place);
                error(expr.span)
            }
        }
    }

    /// A value with more digits after the point than its place keeps is a bad record (spec: group.none): allowed, since a
    /// wider result may well fit, but seldom meant.
    fn warn_of_digits(&mut self, expr: &Expr, to: &Type) {
        let scale = |ty: &Type| match ty.required() {
            Type::Decimal { scale, .. } => Some(*scale),
            Type::Int | Type::BigInt => Some(0),
            _ => None,
        };
        if let (Some(from), Some(to)) = (scale(&expr.ty), scale(to))
            && from > to
        {
            self.checker.report(s0324_digits_may_not_fit::warning(expr.span, from, to));
        }
    }

    fn mismatch(&mut self, fit: Fit, expr: &Expr, to: &Type, place: &str) {
        let (from, span) = (&expr.ty, expr.span);
        let declare = |what: &str, ty: &Type| {
            declarable(ty).map(|ty| format!("declare {what} as `{}`", self.show(&ty)))
        };
        // A place that is declared in the text can be declared otherwise.
        let declared = if place.starts_with("field `") { declare(place, from) } else { None };
        let (expected, found) = (self.show(to), self.show(from));
        let number = |ty: &Type| matches!(ty.required(), Type::Float);
        let money = |ty: &Type| matches!(ty.required(), Type::Money(_) | Type::BigMoney(_));
        let report = match fit {
            Fit::Absent => s0309_optional_value::absent(span, place, &found),
            Fit::Currency => {
                let help = match to.required() {
                    Type::Money(Unit::Constant(currency)) => {
                        let amount = self.column_path(expr).unwrap_or_else(|| "amount".to_owned());
                        self.conversion(&amount, currency)
                    }
                    _ => "write the column of the amount's currency too, or convert it: `convert(amount, EUR, per: rate)`"
                        .to_owned(),
                };
                s0312_mixed_currencies::expected(span, place, &expected, &found, help)
            }
            _ if number(from) && money(to) => {
                let help = self.declared_float(expr).and_then(|column| declare(&column, to));
                s0313_float_money::mixed(span, place, &expected, &found, help)
            }
            _ if money(from) && number(to) => {
                s0313_float_money::mixed(span, place, &expected, &found, declared)
            }
            _ => {
                let help = match (from.required(), to.required()) {
                    (Type::Decimal { .. } | Type::Int, Type::Money(_)) => {
                        Some("say the currency: `money(1.00, EUR)`".to_owned())
                    }
                    (Type::String, Type::Enum(id)) => {
                        let names: Vec<_> = self
                            .checker
                            .model
                            .variants(*id)
                            .iter()
                            .take(6)
                            .map(|v| format!("`{v}`"))
                            .collect();
                        Some(format!("write one of its values without quotes: {}", names.join(", ")))
                    }
                    _ => declared.map(|other| format!("{other}, or write a value of type {expected} here")),
                };
                s0307_type_mismatch::mismatch(span, place, &expected, &found, help)
            }
        };
        self.checker.report(report);
    }
}

/// The explicit conversion; literals and `none` take the type at once.
pub(super) fn convert(expr: Expr, to: Type) -> Expr {
    if matches!(expr.kind, ExprKind::Literal(Value::None)) {
        return Expr { ty: to, ..expr };
    }
    let span = expr.span;
    Expr { kind: ExprKind::Convert(Box::new(expr)), ty: to, span }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unit;

    #[test]
    fn numbers_convert_and_currencies_do_not() {
        let equal = Equalities::default();
        let decimal = |precision, scale| Type::Decimal { precision, scale };
        assert_eq!(fits(&Type::Int, &Type::Int, &equal), Fit::Same);
        assert_eq!(fits(&decimal(10, 2), &decimal(18, 4), &equal), Fit::Convert);
        assert_eq!(fits(&decimal(38, 2), &decimal(18, 2), &equal), Fit::Convert);
        assert_eq!(fits(&decimal(18, 4), &Type::Float, &equal), Fit::No);
        assert_eq!(fits(&Type::BigInt, &Type::Int, &equal), Fit::Convert);
        assert_eq!(fits(&Type::Float, &Type::Int, &equal), Fit::No);
        assert_eq!(fits(&Type::Int.optional(), &Type::Int, &equal), Fit::Absent);
        assert_eq!(fits(&Type::Int, &Type::Int.optional(), &equal), Fit::Convert);
        assert_eq!(fits(&Type::None, &Type::Int.optional(), &equal), Fit::Convert);
        let money = |c: &str| Type::Money(Unit::Constant(c.into()));
        assert_eq!(fits(&money("EUR"), &money("USD"), &equal), Fit::Currency);
        assert_eq!(fits(&Type::BigMoney(Unit::Constant("EUR".into())), &money("EUR"), &equal), Fit::Convert);
    }
}
