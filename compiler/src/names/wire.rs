//! Names and forms on the wire.

use super::collector::Collector;
use crate::codes::{s0208_duplicate_clause, s0218_wire_form};
use crate::model::{TopicId, Type, Wire, WireForm};
use crate::syntax::ast;

impl Collector<'_> {
    /// `wire placed "placedAt" epoch_ms`.
    pub fn topic_wire(
        &mut self,
        id: TopicId,
        field: Option<&ast::Ident>,
        name: Option<&ast::Text>,
        form: Option<&ast::Ident>,
    ) {
        let Some(field) = field else { return };
        if !self.field_exists(id, field, "`wire`") {
            return;
        }
        let Some((record, ..)) = self.schema(id) else { return };
        let Some(declared) = record.index(&field.name).map(|i| &record.fields[i]) else { return };
        let (ty, declared) = (declared.ty.clone(), declared.span);
        if self.model.topic(id).wire.contains_key(&field.name) {
            self.report(s0208_duplicate_clause::duplicate(
                field.span,
                &format!("wire {}", field.name),
                declared,
            ));
            return;
        }
        let form = form.and_then(|word| self.wire_form(word, field, &ty, declared));
        if let Some(name) = name {
            let other = self
                .model
                .topic(id)
                .wire
                .iter()
                .find(|(_, w)| w.name.as_deref() == Some(name.value.as_str()));
            if let Some((other, _)) = other {
                let record = self.schema(id).map(|(record, ..)| record);
                let first = record.and_then(|r| r.index(other).map(|i| r.fields[i].span)).unwrap_or(declared);
                let error = s0218_wire_form::taken(name.span, &name.value, other, first);
                self.report(error);
                return;
            }
        }
        let name = name.map(|text| text.value.as_str().into());
        self.topic_mut(id).wire.insert(field.name.clone(), Wire { name, form });
    }

    fn wire_form(
        &mut self,
        word: &ast::Ident,
        field: &ast::Ident,
        ty: &Type,
        declared: crate::base::Span,
    ) -> Option<WireForm> {
        const WORDS: &[&str] = &["epoch_ms", "epoch_us", "iso", "text", "number"];
        let forms =
            [WireForm::EpochMillis, WireForm::EpochMicros, WireForm::Iso, WireForm::Text, WireForm::Number];
        let form = forms[self.word("wire form", word, WORDS)?];
        let fits = match form {
            WireForm::EpochMillis | WireForm::EpochMicros | WireForm::Iso => {
                matches!(ty.required(), Type::Timestamp | Type::Error)
            }
            WireForm::Text | WireForm::Number => {
                matches!(ty.required(), Type::Decimal { .. } | Type::Money(_) | Type::Error)
            }
        };
        if !fits {
            let shown = self.model.show(ty);
            self.report(s0218_wire_form::form(word.span, &word.name, &field.name, &shown, declared));
        }
        fits.then_some(form)
    }
}
