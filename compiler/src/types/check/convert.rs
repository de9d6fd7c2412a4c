//! `convert(m, EUR, per: rate)` and `convert(m, EUR, times: rate)`: the only way from one currency to another.

use super::Typer;
use super::typer::error;
use crate::base::Span;
use crate::codes::{s0306_wrong_arguments, s0309_optional_value, s0313_float_money};
use crate::model::{Type, Unit};
use crate::syntax::ast::{self, Argument};
use crate::types::{Expr, ExprKind};
use riparian_functions::catalogue::arithmetic::exact;

const SIGNATURE: &str =
    "convert(amount: money, CURRENCY, per: number) or convert(amount: money, CURRENCY, times: number)";

impl Typer<'_, '_> {
    pub(super) fn convert_currency(&mut self, arguments: &[Argument], span: Span) -> Expr {
        let [amount, currency, rate] = arguments else {
            let report = s0306_wrong_arguments::count(span, "convert", "3", arguments.len(), SIGNATURE);
            self.checker.report(report);
            return error(span);
        };
        let per = match rate.name.as_ref().map(|n| n.name.as_str()) {
            Some("per") => true,
            Some("times") => false,
            Some(other) => {
                let at = rate.name.as_ref().map_or(span, |n| n.span);
                self.checker.report(s0306_wrong_arguments::named(at, other, "convert", SIGNATURE));
                return error(span);
            }
            None => {
                self.checker.report(s0306_wrong_arguments::rate_without_name(rate.value.span));
                return error(span);
            }
        };
        let ast::ExprKind::Name(currency) = &currency.value.kind else {
            let at = currency.value.span;
            self.checker.report(s0306_wrong_arguments::argument(
                at,
                "convert",
                "the name of a currency, such as EUR",
                "an expression",
                SIGNATURE,
            ));
            return error(span);
        };
        let is_code = currency.name.len() == 3 && currency.name.bytes().all(|b| b.is_ascii_uppercase());
        if !is_code {
            let wanted = "the ISO 4217 code of a currency, such as EUR";
            let found = format!("`{}`", currency.name);
            let report = s0306_wrong_arguments::argument(currency.span, "convert", wanted, &found, SIGNATURE);
            self.checker.report(report);
            return error(span);
        }
        let amount = self.infer(&amount.value, None);
        let rate = self.infer(&rate.value, None);
        if amount.ty == Type::Error || rate.ty == Type::Error {
            return error(span);
        }
        let shown = self.show(&amount.ty);
        if !matches!(amount.ty.required(), Type::Money(_) | Type::BigMoney(_)) {
            let report = s0306_wrong_arguments::argument(
                amount.span,
                "convert",
                "an amount of money",
                &shown,
                SIGNATURE,
            );
            self.checker.report(report);
            return error(span);
        }
        for operand in [&amount, &rate] {
            if operand.ty.is_optional() {
                let shown = self.show(&operand.ty);
                self.checker.report(s0309_optional_value::operand(operand.span, "convert", &shown));
                return error(span);
            }
        }
        let shown = self.show(&rate.ty);
        if rate.ty == Type::Float {
            let declared = self.declared_float(&rate);
            self.checker.report(s0313_float_money::rate(rate.span, declared.as_deref()));
            return error(span);
        }
        if exact(&rate.ty).is_none() {
            let wanted = "a decimal or an int";
            self.checker
                .report(s0306_wrong_arguments::argument(rate.span, "convert", wanted, &shown, SIGNATURE));
            return error(span);
        }
        let unit = Unit::Constant(currency.name.as_str().into());
        let ty =
            if matches!(amount.ty, Type::BigMoney(_)) { Type::BigMoney(unit) } else { Type::Money(unit) };
        let (amount, rate) = (Box::new(amount), Box::new(rate));
        let kind =
            if per { ExprKind::ConvertPer { amount, rate } } else { ExprKind::ConvertTimes { amount, rate } };
        Expr { kind, ty, span }
    }
}
