//! `match x { a => 1, b => 2, else => 3 }`: complete, each pattern once.

use super::Typer;
use super::coerce::{Fit, fits};
use super::condition::known;
use super::facts::{Facts, facts_of};
use super::logic::boolean;
use super::typer::error;
use crate::base::Span;
use crate::codes::{s0316_match_incomplete, s0322_match_pattern};
use crate::model::{Type, TypeKind, Value};
use crate::syntax::ast;
use crate::types::{Expr, ExprKind};

impl Typer<'_, '_> {
    pub(super) fn matching(
        &mut self,
        subject: &ast::Expr,
        arms: &[ast::MatchArm],
        span: Span,
        hint: Option<&Type>,
    ) -> Expr {
        let subject = self.infer(subject, None);
        let present = self.present(&subject);
        let mut seen: Vec<(Value, Span)> = Vec::new();
        let mut typed: Vec<(Vec<Value>, Expr)> = Vec::new();
        let mut otherwise: Option<Expr> = None;
        let mut broken = subject.ty == Type::Error;
        for arm in arms {
            let mut values = Vec::new();
            for pattern in &arm.patterns {
                match self.pattern(pattern, &subject) {
                    Some(value) => {
                        if let Some((_, first)) = seen.iter().find(|(v, _)| *v == value) {
                            self.checker.report(s0322_match_pattern::again(pattern.span, *first));
                            broken = true;
                        }
                        seen.push((value.clone(), pattern.span));
                        values.push(value);
                    }
                    None => broken = true,
                }
            }
            let is_else = arm.patterns.is_empty();
            let there = match is_else {
                true => seen.iter().any(|(v, _)| v.is_none()),
                false => !values.iter().any(Value::is_none),
            };
            let facts = if there { present.clone() } else { Facts::default() };
            let first = typed.first().map(|(_, e)| e).and_then(known).cloned();
            let hint = hint.cloned().or(first);
            let value = self.knowing(facts, |t| t.infer(&arm.value, hint.as_ref()));
            match (is_else, &otherwise) {
                (false, None) => typed.push((values, value)),
                (true, None) => otherwise = Some(value),
                (_, Some(first)) => {
                    self.checker.report(s0322_match_pattern::after_else(arm.span, first.span));
                    broken = true;
                }
            }
        }
        if !broken && otherwise.is_none() {
            broken = !self.complete(&subject, &seen, span);
        }
        if broken || typed.iter().map(|(_, e)| e).chain(&otherwise).any(|e| e.ty == Type::Error) {
            return error(span);
        }
        let mut ty: Option<Type> = None;
        for value in typed.iter().map(|(_, e)| e).chain(&otherwise) {
            let common = match &ty {
                Some(ty) => self.common(ty, &value.ty),
                None => Some(value.ty.clone()),
            };
            let Some(common) = common else {
                let first = typed.first().map(|(_, e)| e.clone());
                if let Some(first) = first {
                    self.branches(&first, &value.clone(), "the arms of `match`");
                }
                return error(span);
            };
            ty = Some(common);
        }
        let Some(ty) = ty else { return error(span) };
        let arms = typed.into_iter().map(|(v, e)| (v, self.unite(e, &ty))).collect();
        let otherwise = otherwise.map(|e| Box::new(self.unite(e, &ty)));
        Expr { kind: ExprKind::Match { subject: Box::new(subject), arms, otherwise }, ty, span }
    }

    /// What is known in an arm whose pattern is not `none`.
    fn present(&self, subject: &Expr) -> Facts {
        if !subject.ty.is_optional() {
            return Facts::default();
        }
        facts_of(&boolean(ExprKind::IsNone(Box::new(subject.clone())), subject.span), false)
    }

    /// A pattern is a literal of the subject's type.
    fn pattern(&mut self, pattern: &ast::Expr, subject: &Expr) -> Option<Value> {
        let typed = self.infer(pattern, Some(subject.ty.required()));
        if typed.ty == Type::Error || subject.ty == Type::Error {
            return None;
        }
        let ExprKind::Literal(value) = typed.kind else {
            self.checker.report(s0322_match_pattern::not_a_literal(pattern.span));
            return None;
        };
        let wanted = subject.ty.required();
        let ok = match value {
            Value::None => subject.ty.is_optional(),
            _ => fits(&typed.ty, wanted, &self.environment.equal) == Fit::Same,
        };
        if !ok {
            let (expected, found) = (self.show(&subject.ty), self.show(&typed.ty));
            self.checker.report(s0322_match_pattern::type_of(pattern.span, subject.span, &expected, &found));
            return None;
        }
        Some(value)
    }

    fn complete(&mut self, subject: &Expr, seen: &[(Value, Span)], span: Span) -> bool {
        let model = self.checker.model;
        let covered = |value: &Value| seen.iter().any(|(v, _)| v == value);
        let mut missing: Vec<String> = Vec::new();
        let mut finite = true;
        match subject.ty.required() {
            Type::Bool => {
                missing.extend(
                    [true, false].into_iter().filter(|b| !covered(&Value::Bool(*b))).map(|b| b.to_string()),
                );
            }
            Type::Enum(id) => {
                let names = model.variants(*id).iter();
                missing.extend(
                    names.filter(|n| !covered(&Value::Enum(n.as_str().into()))).map(|n| n.to_string()),
                );
                finite = matches!(&model.ty(*id).kind, TypeKind::Enum { open: false, .. });
            }
            _ => finite = false,
        }
        if subject.ty.is_optional() && !covered(&Value::None) {
            missing.push("none".into());
        }
        if finite && missing.is_empty() {
            return true;
        }
        let shown = model.show(&subject.ty);
        self.checker.report(s0316_match_incomplete::missing(span, &shown, finite, &missing));
        false
    }
}
