//! `token(value, "vault")`: a keyed pseudonym instead of the value.

use super::Typer;
use super::typer::error;
use crate::base::{Name, Span};
use crate::codes::{s0306_wrong_arguments, s0309_optional_value};
use crate::model::Type;
use crate::syntax::ast::{self, Argument};
use crate::types::{Expr, ExprKind};

const SIGNATURE: &str = "token(value, vault: \"NAME\") -> string";

impl Typer<'_, '_> {
    pub(super) fn token(&mut self, arguments: &[Argument], span: Span) -> Expr {
        let [value, vault] = arguments else {
            self.checker.report(s0306_wrong_arguments::count(span, "token", "2", arguments.len(), SIGNATURE));
            return error(span);
        };
        let ast::ExprKind::Text(vault) = &vault.value.kind else {
            let wanted = "the name of a vault in quotes";
            let at = vault.value.span;
            self.checker.report(s0306_wrong_arguments::argument(
                at,
                "token",
                wanted,
                "an expression",
                SIGNATURE,
            ));
            return error(span);
        };
        let value = self.infer(&value.value, None);
        self.tokenised(value, Name::from(vault.value.as_str()), span)
    }

    /// Ids, text and whole numbers have tokens.
    fn tokenised(&mut self, value: Expr, vault: Name, span: Span) -> Expr {
        let shown = self.show(&value.ty);
        let report = match value.ty.underlying() {
            Type::Error => return error(span),
            Type::Optional(_) | Type::None => s0309_optional_value::operand(value.span, "token", &shown),
            Type::String | Type::Int | Type::Enum(_) => {
                return Expr {
                    kind: ExprKind::Token { value: Box::new(value), vault },
                    ty: Type::String,
                    span,
                };
            }
            _ => s0306_wrong_arguments::argument(
                value.span,
                "token",
                "an id, a string or an int",
                &shown,
                SIGNATURE,
            ),
        };
        self.checker.report(report);
        error(span)
    }
}
