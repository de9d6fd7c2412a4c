//! The entry: one expression in one environment.

use super::{Environment, Facts, Group, TypeNames};
use crate::base::Span;
use crate::diag::Diagnostic;
use crate::model::{Model, Type, Value};
use crate::syntax::ast;
use crate::types::{Expr, ExprKind};

/// What all expressions of a package share.
pub struct Checker<'m> {
    pub model: &'m Model,
    pub types: TypeNames,
    pub diagnostics: Vec<Diagnostic>,
}

/// Types one expression. Conditions inside it narrow what it knows for as long as they hold.
pub struct Typer<'c, 'm> {
    pub checker: &'c mut Checker<'m>,
    pub environment: &'c Environment,
    pub(super) facts: Facts,
    /// In the `select` of a grouped node.
    pub(super) group: Option<&'c mut Group>,
    /// In an argument of an aggregate: rows may be named, aggregates may not.
    pub(super) in_aggregate: bool,
    /// A bare number may stand for money of any currency: rows of tests.
    pub(super) bare_money: bool,
}

impl<'m> Checker<'m> {
    pub fn new(model: &'m Model, types: TypeNames) -> Self {
        Checker { model, types, diagnostics: Vec::new() }
    }

    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Types an expression over rows.
    pub fn typer<'c>(&'c mut self, environment: &'c Environment) -> Typer<'c, 'm> {
        let facts = environment.facts.clone();
        Typer { checker: self, environment, facts, group: None, in_aggregate: false, bare_money: false }
    }

    /// Types a column of a grouped node's `select`; aggregates found are added to the group.
    pub fn typer_in_group<'c>(
        &'c mut self,
        environment: &'c Environment,
        group: &'c mut Group,
    ) -> Typer<'c, 'm> {
        let facts = environment.facts.clone();
        Typer {
            checker: self,
            environment,
            facts,
            group: Some(group),
            in_aggregate: false,
            bare_money: false,
        }
    }
}

impl Typer<'_, '_> {
    /// Bare numbers may stand for money of any currency.
    pub fn with_bare_money(mut self) -> Self {
        self.bare_money = true;
        self
    }

    /// The expression with its own type. `hint` is what its context would like: literals and variants take it up.
    pub fn infer(&mut self, expr: &ast::Expr, hint: Option<&Type>) -> Expr {
        use ast::ExprKind as A;
        let span = expr.span;
        match &expr.kind {
            A::Name(_) | A::Member { .. } => self.name(expr, hint),
            A::Call { function, arguments } => self.call(function, arguments, span, hint),
            A::Method { receiver, name, arguments } => self.method(receiver, name, arguments, span),
            A::Index { base, index } => self.index(base, index, span),
            A::Unary { operator: ast::UnaryOperator::Not, operand, .. } => self.not(operand, span),
            A::Unary { operator: ast::UnaryOperator::Negate, operand, operator_span } => {
                self.negate(operand, *operator_span, span, hint)
            }
            A::Binary { operator, operator_span, left, right } => {
                self.binary(*operator, *operator_span, left, right, span, hint)
            }
            A::Is { operand, test, negated } => self.is(operand, *test, *negated, span),
            A::If { condition, then, otherwise } => self.condition(condition, then, otherwise, span, hint),
            A::Match { subject, arms } => self.matching(subject, arms, span, hint),
            A::List(items) => self.list(items, span, hint),
            A::Record(fields) => self.record(fields, span, hint),
            A::Integer(_) | A::Decimal { .. } | A::Text(_) | A::Bool(_) | A::None => self.literal(expr, hint),
            A::Money { amount, currency } => self.money(amount, currency, span),
            A::Duration(micros) => literal(Value::Duration(*micros), Type::Duration, span),
            A::Date(days) => literal(Value::Date(*days), Type::Date, span),
            A::Timestamp(micros) => literal(Value::Timestamp(*micros), Type::Timestamp, span),
            A::TimeOfDay(_) => self.unsupported("a time of day as a value", span),
            A::Lambda { .. } => self.unsupported("`=>`", span),
            A::Parenthesised(inner) => Expr { span, ..self.infer(inner, hint) },
            A::Error => error(span),
        }
    }

    fn binary(
        &mut self,
        operator: ast::BinaryOperator,
        operator_span: Span,
        left: &ast::Expr,
        right: &ast::Expr,
        span: Span,
        hint: Option<&Type>,
    ) -> Expr {
        use ast::BinaryOperator as B;
        match operator {
            B::And | B::Or => self.logic(operator, left, right, span),
            B::Coalesce => self.coalesce(left, right, span, hint),
            B::In => self.membership(left, right, span),
            B::Equal | B::NotEqual | B::Less | B::LessOrEqual | B::Greater | B::GreaterOrEqual => {
                self.compare(operator, operator_span, left, right, span)
            }
            B::Add | B::Subtract | B::Multiply | B::Divide | B::Remainder => {
                self.arithmetic(operator, operator_span, left, right, span, hint)
            }
        }
    }

    /// Runs `f` while these facts hold.
    pub(super) fn knowing<T>(&mut self, facts: Facts, f: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.facts.clone();
        self.facts.extend(facts);
        let result = f(self);
        self.facts = before;
        result
    }

    pub(super) fn show(&self, ty: &Type) -> String {
        self.checker.model.show(ty)
    }
}

pub(super) fn literal(value: Value, ty: Type, span: Span) -> Expr {
    Expr { kind: ExprKind::Literal(value), ty, span }
}

/// What has been reported.
pub(super) fn error(span: Span) -> Expr {
    Expr { kind: ExprKind::Error, ty: Type::Error, span }
}
