//! `to`: a row as a record of its topic, key and value in the forms of the contract.

use super::code::{Code, Held, may_fail};
use super::environment::Environment;
use super::expression::is_path;
use super::generator::Generator;
use super::names;
use super::types::{Types, parse};
use crate::model::{KeyEncoding, Topic, Type, WireForm};
use crate::plan::{Expr, Operator, OperatorKind, Sink};
use proc_macro2::TokenStream;
use quote::quote;

impl<'p> Generator<'p> {
    /// A stream's row goes out.
    pub(super) fn sink(
        &mut self,
        operator: &Operator,
        sink: &Sink,
        mut environment: Environment<'p>,
    ) -> TokenStream {
        let topic = self.model.topic(sink.topic);
        let clause = format!("to {}", topic.name);
        environment.site = self.site(operator, &clause, operator.span);
        let condition = sink.when.as_ref().map(|when| {
            let prepare = environment.prepare(when);
            (prepare, environment.look(when))
        });
        let mut inner = environment.clone();
        let send = self.send(operator, sink, &mut inner, &quote!(time));
        match condition {
            Some((prepare, condition)) => quote!(#prepare if #condition { #send }),
            None => send,
        }
    }

    /// What the sinks of a table do with a row that is gone, and with one that is there.
    pub(super) fn table_sinks(
        &mut self,
        operator: &Operator,
        environment: &mut Environment<'p>,
    ) -> (TokenStream, TokenStream) {
        let (mut gone, mut there) = (TokenStream::new(), TokenStream::new());
        let job = self.job;
        for consumer in job.consumers(operator.id) {
            let OperatorKind::Sink(sink) = &consumer.kind else { continue };
            environment.expect(super::generator::expressions(consumer, operator.id));
            let topic = self.model.topic(sink.topic);
            environment.site = self.site(consumer, &format!("to {}", topic.name), consumer.span);
            let mut inner = environment.clone();
            let delete = self.delete(sink, &mut inner);
            gone.extend(delete.clone());
            let mut inner = environment.clone();
            let send = self.send(consumer, sink, &mut inner, &quote!(change.time));
            there.extend(match &sink.when {
                Some(when) => {
                    let condition = environment.look(when);
                    if delete.is_empty() {
                        quote!(if #condition { #send })
                    } else {
                        quote!(if #condition { #send } else if change.shown { #delete })
                    }
                }
                None => send,
            });
        }
        (gone, there)
    }

    fn send(
        &mut self,
        operator: &Operator,
        sink: &Sink,
        environment: &mut Environment<'p>,
        time: &TokenStream,
    ) -> TokenStream {
        let topic = self.model.topic(sink.topic);
        let record = self.schema(topic);
        let mut statements = TokenStream::new();
        let mut fields = TokenStream::new();
        for (field, expr) in record.fields.iter().zip(&sink.columns) {
            let wire = topic.wire.get(&field.name);
            let name = wire.and_then(|wire| wire.name.as_ref()).unwrap_or(&field.name).to_string();
            let form = wire.and_then(|wire| wire.form);
            let (prepare, value) = self.local(expr, &field.name, environment);
            statements.extend(prepare);
            fields.extend(self.field(&name, &field.ty, form, expr, &value, environment));
        }
        let (prepare, key) = self.key(sink, topic, environment);
        statements.extend(prepare);
        let constant = names::plain(&self.topic(sink.topic));
        let value = quote!(|out| Fields::new(out) #fields .end());
        let _ = operator;
        match key {
            Some(key) => quote!(#statements cx.send(#constant, #time, |out| #key, #value);),
            None => quote!(#statements cx.send_unkeyed(#constant, #time, #value);),
        }
    }

    /// A tombstone; nothing for a topic that is no table.
    fn delete(&mut self, sink: &Sink, environment: &mut Environment<'p>) -> TokenStream {
        let topic = self.model.topic(sink.topic);
        if topic.kind != crate::model::TopicKind::Table {
            return TokenStream::new();
        }
        let (statements, key) = self.key(sink, topic, environment);
        let constant = names::plain(&self.topic(sink.topic));
        let key = key.unwrap_or_default();
        quote!(#statements cx.delete(#constant, change.time, |out| #key);)
    }

    /// A value under a name, unless it has one: what encoders borrow.
    pub(super) fn local(
        &mut self,
        expr: &Expr,
        wanted: &str,
        environment: &mut Environment<'p>,
    ) -> (TokenStream, Code) {
        let mut statements = environment.prepare(expr);
        let code = environment.code(expr);
        let named = (matches!(code.held, Held::Place | Held::CowPlace | Held::Borrowed)
            && !may_fail(&code.tokens))
            || (code.held == Held::Copied && (is_path(&code.tokens) || code.tokens.to_string() == "None"));
        if named {
            return (statements, code);
        }
        let name = environment.variable(wanted);
        let tokens = &code.tokens;
        statements.extend(quote!(let #name = #tokens;));
        let held = match code.held {
            Held::Owned => Held::Place,
            Held::Cow => Held::CowPlace,
            other => other,
        };
        (statements, Code::new(quote!(#name), held))
    }

    fn field(
        &self,
        name: &str,
        ty: &Type,
        form: Option<WireForm>,
        expr: &Expr,
        value: &Code,
        environment: &Environment<'p>,
    ) -> TokenStream {
        let looked = value.borrowed(&expr.ty);
        let copied = environment.types.is_copy(ty);
        if let Type::Optional(inner) = ty {
            let form = parse(&self.types.form(inner, form));
            let looked = match (&expr.ty, copied) {
                (Type::Optional(_) | Type::None, true) if looked.to_string() == "None" => looked,
                (Type::Optional(_), true) => quote!(#looked.as_ref()),
                (Type::Optional(_) | Type::None, false) => looked,
                (_, true) => quote!(Some(&#looked)),
                (_, false) => quote!(Some(#looked)),
            };
            return quote!(.optional::<#form>(#name, #looked));
        }
        let form = parse(&self.types.form(ty, form));
        if copied {
            quote!(.field::<#form>(#name, &#looked))
        } else {
            quote!(.field::<#form>(#name, #looked))
        }
    }

    /// The key's encoding (spec: declarations.topic.encoding): an expression that appends it to `out`.
    fn key(
        &mut self,
        sink: &Sink,
        topic: &Topic,
        environment: &mut Environment<'p>,
    ) -> (TokenStream, Option<TokenStream>) {
        let mut statements = TokenStream::new();
        let mut columns = Vec::new();
        for (at, expr) in sink.key.iter().enumerate() {
            // A topic that declares no key keeps that of the stream.
            let definition = topic.key.get(at);
            let name =
                definition.map_or_else(|| "key".to_owned(), |definition| format!("{}_key", definition.field));
            let (prepare, mut code) = self.local(expr, &name, environment);
            statements.extend(prepare);
            if expr.ty.is_optional() {
                let (name, site) = (environment.variable(&name), environment.site.clone());
                let looked = code.borrowed(&expr.ty);
                statements.extend(quote!(let #name = #looked.ok_or(Fail::NullKey).at(#site)?;));
                let held = if environment.types.is_copy(&expr.ty) { Held::Copied } else { Held::Borrowed };
                code = Code::new(quote!(#name), held);
            }
            columns.push((
                definition.and_then(|definition| definition.encoding),
                expr.ty.required().clone(),
                code,
            ));
        }
        if columns.is_empty() {
            return (statements, None);
        }
        if let ([(encoding, ty, code)], false) = (columns.as_slice(), sink.windowed) {
            let encoded = single_key(environment.types, *encoding, ty, &code.borrowed(ty));
            return (statements, Some(encoded));
        }
        let parts = columns.iter().map(|(_, ty, code)| {
            let form = parse(&self.types.form(ty, None));
            let value = code.borrowed(ty);
            let reference = if environment.types.is_copy(ty) { quote!(&#value) } else { value };
            quote!(.column::<#form>(#reference))
        });
        let window = if sink.windowed {
            quote!(.window(Timestamp(change.window.start), Timestamp(change.window.end)))
        } else {
            quote!()
        };
        let encoded = quote!(Composite::new(out) #(#parts)* #window .end());
        (statements, Some(encoded))
    }
}

/// A key of one column, as the wire has it (spec: declarations.topic.encoding): `value` to look at, written to `out`.
pub(super) fn single_key(
    types: &Types<'_>,
    encoding: Option<KeyEncoding>,
    ty: &Type,
    value: &TokenStream,
) -> TokenStream {
    let int = matches!(ty.underlying(), Type::Int);
    match encoding {
        Some(KeyEncoding::Int64) => quote!(key::int64(#value, out)),
        None if int => quote!(key::int64(#value, out)),
        encoding => {
            let form = parse(&types.form(ty, None));
            let reference = if types.is_copy(ty) { quote!(&#value) } else { value.clone() };
            match encoding {
                Some(KeyEncoding::Json) => quote!(key::json::<#form>(#reference, out)),
                _ => quote!(key::text::<#form>(#reference, out)),
            }
        }
    }
}

/// A key of several columns, as the wire has it.
pub(super) fn composite_key(types: &Types<'_>, columns: &[(Type, TokenStream)]) -> TokenStream {
    let parts = columns.iter().map(|(ty, value)| {
        let form = parse(&types.form(ty, None));
        let reference = if types.is_copy(ty) { quote!(&#value) } else { value.clone() };
        quote!(.column::<#form>(#reference))
    });
    quote!(Composite::new(out) #(#parts)* .end())
}
