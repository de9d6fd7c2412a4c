//! Rows that closing windows give to other nodes (spec: declarations.node.final): put aside while the store closes, then
//! handed on one by one, each to what reads it.

use super::environment::{Access, Environment};
use super::generator::{Emitter, Flow, Generator};
use super::names;
use crate::plan::{Aggregate, ColumnRef, Emit, Expr, ExprKind, Operator, OperatorKind};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

impl<'p> Generator<'p> {
    /// Whether another node reads the table, as single rows.
    fn is_read(&self, operator: &Operator) -> bool {
        self.job.consumers(operator.id).any(|consumer| !matches!(consumer.kind, OperatorKind::Sink(_)))
    }

    /// One row with the columns that are read; nothing for a table that no node reads.
    pub(super) fn facts_flow(&mut self, operator: &Operator) -> Flow {
        let none = Flow { parameters: Vec::new(), access: Vec::new() };
        let Some(binding) = operator.scope.bindings.first().filter(|_| self.is_read(operator)) else {
            return none;
        };
        let used = self.used_after(operator.id);
        let columns = binding.columns.iter().enumerate().filter(|(at, _)| used.contains(&(0, *at)));
        let fields: Vec<_> = columns
            .map(|(_, column)| (names::ident(&column.name).to_string(), self.types.rust(&column.ty)))
            .collect();
        let node = self.job.node(operator.node);
        let docs = format!("What other nodes read of `{}`.", node.name);
        let name = self.declare("row", &names::camel(&node.name), &docs, &fields);
        let parameter = self.parameter(&none, &node.name);
        Flow { access: vec![Access::Row(parameter.clone())], parameters: vec![(parameter, name)] }
    }

    /// The emitter's entry in the stage, with the method that hands its rows on, if other nodes read them.
    pub(super) fn note_emitter(&mut self, operator: &Operator, aggregate: &Aggregate, name: &Ident) {
        let node = &self.job.node(operator.node).name;
        let passes = (aggregate.emit == Emit::Final && self.is_read(operator)).then(|| {
            let method = self.stage.method_names.unique_ident(&format!("{node}_closed"));
            self.stage.entries.insert((operator.id, operator.id, 0), method.clone());
            self.stage.queue.push((operator.id, operator.id, 0));
            method
        });
        self.stage.emitters.push(Emitter { operator: operator.id, name: name.clone(), passes });
    }

    /// What the emitter puts aside of a row: its parameter for that, and the statement, over an environment of the
    /// table's own columns.
    pub(super) fn put_aside(
        &mut self,
        operator: &Operator,
        environment: &mut Environment<'p>,
    ) -> (TokenStream, TokenStream) {
        let flow = self.flow(operator.id);
        let (Some((_, ty)), Some(binding)) = (flow.parameters.first(), operator.scope.bindings.first())
        else {
            return (TokenStream::new(), TokenStream::new());
        };
        let ty = names::ident(ty);
        let used = self.used_after(operator.id);
        let mut prepare = TokenStream::new();
        let mut fields = Vec::new();
        for (at, column) in binding.columns.iter().enumerate().filter(|(at, _)| used.contains(&(0, *at))) {
            let reference = ColumnRef { binding: 0, column: at, path: Vec::new() };
            let value =
                Expr { kind: ExprKind::Column(reference), ty: column.ty.clone(), span: operator.span };
            prepare.extend(environment.prepare(&value));
            fields.push(names::initialised(&names::ident(&column.name), &environment.keep(&value)));
        }
        let parameter = quote!(rows: &mut Vec<(i64, #ty)>,);
        (parameter, quote!(#prepare rows.push((change.time, #ty { #(#fields),* }));))
    }
}

/// How a stage advances a store whose rows go on: first all that close, then one after the other.
pub(super) fn advance(member: &Ident, emitter: &Ident, method: &Ident) -> TokenStream {
    quote! {
        let mut rows = Vec::new();
        self.#member.advance(cx, |change, cx| Self::#emitter(change, &mut rows, cx));
        for (time, row) in rows {
            let record = Record::made(time);
            let passed = self.#method(&row, time, &record, cx);
            cx.passed_on(passed);
        }
    }
}
