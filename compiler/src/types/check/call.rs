//! Calls of functions: by name and as methods. An absent argument of a function that wants a value makes the result
//! absent.

use super::Typer;
use super::function::{aggregate, function, names};
use super::typer::{error, literal};
use super::units::unit;
use crate::base::{Span, nearest};
use crate::codes::{s0305_unknown_function, s0306_wrong_arguments, s0314_aggregate_here};
use crate::model::{Type, Unit, Value};
use crate::syntax::ast::{self, Argument, Ident};
use crate::types::{Expr, ExprKind};
use riparian_functions::catalogue::{Function, SignatureError};

impl Typer<'_, '_> {
    pub(super) fn call(
        &mut self,
        name: &Ident,
        arguments: &[Argument],
        span: Span,
        hint: Option<&Type>,
    ) -> Expr {
        match name.name.as_str() {
            "convert" => return self.convert_currency(arguments, span),
            "token" => return self.token(arguments, span),
            "try" => return self.try_call(arguments, span, hint),
            _ => {}
        }
        let grouped = self.group.is_some() && !self.in_aggregate;
        match (function(&name.name), aggregate(&name.name)) {
            (_, Some(definition)) if grouped => self.aggregate(definition, name, arguments, span),
            (Some(function), _) => self.apply(function, arguments.iter(), None, name.span, span),
            (None, Some(_)) => {
                let report = if self.in_aggregate {
                    s0314_aggregate_here::nested(span, &name.name)
                } else {
                    s0314_aggregate_here::outside(span, &name.name)
                };
                self.checker.report(report);
                error(span)
            }
            (None, None) => {
                let report = if name.name.starts_with(|c: char| c.is_ascii_uppercase()) {
                    return self.unsupported("a value of a union", span);
                } else {
                    s0305_unknown_function::unknown(name.span, &name.name, nearest(&name.name, names()))
                };
                self.checker.report(report);
                error(span)
            }
        }
    }

    /// `text.upper()` is `upper(text)`.
    pub(super) fn method(
        &mut self,
        receiver: &ast::Expr,
        name: &Ident,
        arguments: &[Argument],
        span: Span,
    ) -> Expr {
        let Some(function) = function(&name.name) else {
            let near = nearest(&name.name, riparian_functions::catalogue::FUNCTIONS.iter().map(|f| f.name));
            self.checker.report(s0305_unknown_function::method(name.span, &name.name, near));
            return error(span);
        };
        self.apply(function, arguments.iter(), Some(receiver), name.span, span)
    }

    fn apply<'e>(
        &mut self,
        function: &'static Function,
        arguments: impl Iterator<Item = &'e Argument>,
        receiver: Option<&ast::Expr>,
        name_span: Span,
        span: Span,
    ) -> Expr {
        let mut typed: Vec<Expr> = receiver.map(|r| self.infer(r, None)).into_iter().collect();
        for argument in arguments {
            if let Some(name) = &argument.name {
                let report =
                    s0306_wrong_arguments::named(name.span, &name.name, function.name, function.signature);
                self.checker.report(report);
                return error(span);
            }
            typed.push(self.infer(&argument.value, None));
        }
        if typed.iter().any(|a| a.ty == Type::Error) {
            return error(span);
        }
        let function = match function.name {
            "round" => self.round_of_money(function, &mut typed, span),
            _ => function,
        };
        let lifted = typed.iter().any(|a| a.ty.is_optional());
        let types: Vec<Type> = typed.iter().map(|a| self.canonical(a.ty.required())).collect();
        match (function.check)(&types) {
            Ok(ty) => {
                let ty = if lifted { ty.optional() } else { ty };
                Expr { kind: ExprKind::Call { function, arguments: typed, lifted }, ty, span }
            }
            Err(problem) => {
                self.arguments_do_not_fit(problem, &typed, function.name, function.signature, name_span);
                error(span)
            }
        }
    }

    /// `round(m)` rounds to the minor units of the amount's currency (spec: types.money.unit): that currency becomes an argument.
    fn round_of_money(
        &mut self,
        round: &'static Function,
        arguments: &mut Vec<Expr>,
        span: Span,
    ) -> &'static Function {
        let [amount] = arguments.as_slice() else { return round };
        let currency = match unit(&amount.ty) {
            Some(Unit::Constant(code)) => literal(Value::String(code.as_ref().into()), Type::String, span),
            Some(Unit::Column(path)) => match self.column_at(path, span) {
                Some(column) => column,
                None => return round,
            },
            None => return round,
        };
        match function("round_minor") {
            Some(minor) => {
                arguments.push(currency);
                minor
            }
            None => round,
        }
    }

    /// The column of a path such as `t.currency`.
    fn column_at(&mut self, path: &str, span: Span) -> Option<Expr> {
        let wanted = self.environment.equal.representative(path);
        let rows = self.environment.scope.bindings.iter().enumerate();
        let mut columns = rows
            .flat_map(|(b, row)| row.columns.iter().enumerate().map(move |(c, column)| (b, row, c, column)));
        let (binding, _, column, _) = columns.find(|(_, row, _, column)| {
            self.environment.equal.representative(&format!("{}.{}", row.name, column.name)) == wanted
        })?;
        Some(self.column(binding, column, &[], span))
    }

    /// What a signature says of the arguments, at the argument where there is one.
    pub(super) fn arguments_do_not_fit(
        &mut self,
        problem: SignatureError,
        arguments: &[Expr],
        name: &str,
        signature: &str,
        name_span: Span,
    ) {
        let at = |index: usize| arguments.get(index).map_or(name_span, |a| a.span);
        let shown = |index: usize| arguments.get(index).map_or(String::new(), |a| self.show(&a.ty));
        let report = match problem {
            SignatureError::Count(wanted) => {
                s0306_wrong_arguments::count(name_span, name, wanted, arguments.len(), signature)
            }
            SignatureError::Argument(index, wanted) => {
                s0306_wrong_arguments::argument(at(index), name, wanted, &shown(index), signature)
            }
            SignatureError::Mismatch(first, second, why) => {
                let types = (shown(first), shown(second));
                s0306_wrong_arguments::mismatch(
                    at(second),
                    at(first),
                    name,
                    why,
                    &types.0,
                    &types.1,
                    signature,
                )
            }
        };
        self.checker.report(report);
    }

    /// `try(e)`: a failure becomes `none`.
    fn try_call(&mut self, arguments: &[Argument], span: Span, hint: Option<&Type>) -> Expr {
        let [Argument { name: None, value }] = arguments else {
            self.checker.report(s0306_wrong_arguments::count(
                span,
                "try",
                "1",
                arguments.len(),
                "try(value: T) -> T?",
            ));
            return error(span);
        };
        let inner = self.infer(value, hint);
        if inner.ty == Type::Error {
            return error(span);
        }
        let ty = inner.ty.clone().optional();
        Expr { kind: ExprKind::Try(Box::new(inner)), ty, span }
    }
}
