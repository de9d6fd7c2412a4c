//! A topic's key: fields, tokens, encodings, the window.

use super::collector::Collector;
use crate::codes::s0215_key_field_type as messages;
use crate::model::{KeyEncoding, TopicId, TopicKey, Type};
use crate::syntax::ast::{self, ExprKind};
use std::collections::BTreeMap;

impl Collector<'_> {
    pub fn topic_key(&mut self, id: TopicId, keys: &[ast::TopicKey]) {
        let mut seen = BTreeMap::new();
        for key in keys {
            let field = &key.field;
            if field.name.is_empty() {
                continue;
            }
            if let Some(first) = seen.insert(field.name.clone(), field.span) {
                let error =
                    crate::codes::s0206_duplicate_field::duplicate(field.span, &field.name, "the key", first);
                self.report(error);
                continue;
            }
            let declared =
                self.schema(id).and_then(|(record, ..)| record.index(&field.name).map(|i| &record.fields[i]));
            let Some((ty, span)) = declared.map(|f| (f.ty.clone(), f.span)) else {
                if field.name == "window" {
                    self.topic_mut(id).key_window = true;
                } else {
                    self.field_exists(id, field, "the key");
                }
                continue;
            };
            if !may_be_key(&ty) {
                let shown = self.model.show(&ty);
                self.report(messages::not_a_key(field.span, &field.name, &shown, span));
                continue;
            }
            let token = key.by.as_ref().and_then(|by| self.vault(by));
            let encoding =
                key.encoding.as_ref().and_then(|word| self.encoding(word, field, &ty, token.is_some()));
            let entry = TopicKey { field: field.name.clone(), token, encoding, span: key.span };
            self.topic_mut(id).key.push(entry);
        }
    }

    fn vault(&mut self, by: &ast::Expr) -> Option<crate::base::Name> {
        match &by.kind {
            ExprKind::Call { function, arguments } if function.name == "token" => {
                if let [ast::Argument { name: None, value }] = arguments.as_slice()
                    && let ExprKind::Text(vault) = &value.kind
                    && !vault.value.is_empty()
                {
                    return Some(vault.value.as_str().into());
                }
            }
            ExprKind::Error => return None,
            _ => {}
        }
        self.report(messages::token(by.span));
        None
    }

    fn encoding(
        &mut self,
        word: &ast::Ident,
        field: &ast::Ident,
        ty: &Type,
        token: bool,
    ) -> Option<KeyEncoding> {
        let index = self.word("key encoding", word, &["int64", "text", "json"])?;
        let encoding = [KeyEncoding::Int64, KeyEncoding::Text, KeyEncoding::Json][index];
        // A token is a text, whatever it stands for.
        let is_int = !token && matches!(ty.required().underlying(), Type::Int);
        if encoding == KeyEncoding::Int64 && !is_int {
            let shown = if token { "token".to_owned() } else { self.model.show(ty) };
            self.report(messages::encoding(word.span, &word.name, &field.name, &shown));
            return None;
        }
        Some(encoding)
    }
}

/// Types with one form per value.
fn may_be_key(ty: &Type) -> bool {
    match ty.required().underlying() {
        Type::Bool
        | Type::Int
        | Type::String
        | Type::Enum(_)
        | Type::Date
        | Type::Timestamp
        | Type::Decimal { .. }
        | Type::Error => true,
        Type::BigInt
        | Type::Float
        | Type::Money(_)
        | Type::BigMoney(_)
        | Type::Json
        | Type::Duration
        | Type::Record(_)
        | Type::Nominal(..)
        | Type::Optional(_)
        | Type::List(_)
        | Type::None => false,
    }
}
