//! `{ city: "Bern", zip: none }` where a record is wanted.

use super::Typer;
use super::typer::error;
use crate::base::Span;
use crate::codes::s0321_record_fields;
use crate::model::Type;
use crate::syntax::ast::{FieldValue, FieldValueKind};
use crate::types::check::typer::literal;
use crate::types::{Expr, ExprKind};

impl Typer<'_, '_> {
    pub(super) fn record(&mut self, fields: &[FieldValue], span: Span, hint: Option<&Type>) -> Expr {
        let model = self.checker.model;
        let Some((ty, record)) = hint.and_then(|h| Some((h.required().clone(), model.record(h)?))) else {
            if hint != Some(&Type::Error) {
                self.checker.report(s0321_record_fields::unwanted(span));
            }
            return error(span);
        };
        let shown = model.show(&ty);
        let names: Vec<&str> = record.fields.iter().map(|f| f.name.as_str()).collect();
        for field in fields {
            match &field.kind {
                FieldValueKind::Named { name, .. } if record.index(&name.name).is_none() => {
                    self.checker.report(s0321_record_fields::unknown(name.span, &name.name, &shown, &names));
                    return error(span);
                }
                FieldValueKind::Spread { .. } => {
                    return self.unsupported("`..` in a nested record", field.span);
                }
                FieldValueKind::Named { .. } => {}
            }
        }
        let mut values = Vec::new();
        for definition in &record.fields {
            let written = fields.iter().find_map(|f| match &f.kind {
                FieldValueKind::Named { name, value } if name.name == definition.name => Some(value),
                _ => None,
            });
            values.push(match written {
                Some(value) => self.check(value, &definition.ty, &format!("field `{}`", definition.name)),
                None if definition.ty.is_optional() => {
                    literal(crate::model::Value::None, definition.ty.clone(), span)
                }
                None => {
                    self.checker.report(s0321_record_fields::missing(span, &definition.name, &shown));
                    return error(span);
                }
            });
        }
        if values.iter().any(|v| v.ty == Type::Error) {
            return error(span);
        }
        Expr { kind: ExprKind::Record(values), ty, span }
    }
}
