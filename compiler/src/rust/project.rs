//! `select` of a stream: a row of its own.

use super::code::{Code, may_fail};
use super::environment::{Access, Environment};
use super::generator::Generator;
use super::names;
use crate::plan::{Expr, Operator, OperatorKind};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

impl<'p> Generator<'p> {
    pub(super) fn project(
        &mut self,
        operator: &Operator,
        columns: &[Expr],
        environment: Environment<'p>,
    ) -> TokenStream {
        if self.goes_out_only(operator) {
            return self.columns_only(operator, columns, environment);
        }
        let (build, environment) = self.build_row(operator, columns, environment, "select");
        let next = self.hand_on(operator, environment);
        quote!(#build #next)
    }

    /// Nobody but sinks takes the row: its columns are written from where they are, and text is not copied.
    pub(super) fn goes_out_only(&self, operator: &Operator) -> bool {
        self.job.consumers(operator.id).all(|consumer| matches!(consumer.kind, OperatorKind::Sink(_)))
    }

    fn columns_only(
        &mut self,
        operator: &Operator,
        columns: &[Expr],
        mut environment: Environment<'p>,
    ) -> TokenStream {
        let mut statements = TokenStream::new();
        let mut codes = Vec::new();
        let binding = operator.scope.bindings.first();
        for (column, expr) in binding.into_iter().flat_map(|binding| &binding.columns).zip(columns) {
            environment.site = self.site(operator, &format!("select {}", column.name), expr.span);
            let (prepare, mut code) = self.local(expr, &column.name, &mut environment);
            statements.extend(prepare);
            if may_fail(&code.tokens) {
                // What may fail fails here, and not while a sink writes.
                let name = environment.variable(&column.name);
                let tokens = code.tokens;
                statements.extend(quote!(let #name = #tokens;));
                code = Code::new(quote!(#name), code.held);
            }
            codes.push(code);
        }
        let mut bound = self.bound(operator.id);
        if let Some(bound) = bound.first_mut() {
            bound.access = Access::Columns(codes);
        }
        environment.arguments.clear();
        environment.rebind(bound);
        let next = self.hand_on(operator, environment);
        quote!(#statements #next)
    }

    /// Makes the operator's row, and the environment that sees it.
    pub(super) fn build_row(
        &mut self,
        operator: &Operator,
        columns: &[Expr],
        mut environment: Environment<'p>,
        clause: &str,
    ) -> (TokenStream, Environment<'p>) {
        let flow = self.flow(operator.id);
        let (Some((wanted, ty)), Some(binding)) = (flow.parameters.first(), operator.scope.bindings.first())
        else {
            return (TokenStream::new(), environment);
        };
        let mut prepare = TokenStream::new();
        let mut values: Vec<(Ident, TokenStream)> = Vec::new();
        for (column, expr) in binding.columns.iter().zip(columns) {
            environment.site = self.site(operator, &format!("{clause} {}", column.name), expr.span);
            let reads = environment.prepare(expr);
            if !reads.is_empty() {
                // What may fail before these reads fails before them.
                for (field, value) in values.iter_mut().filter(|(_, value)| may_fail(value)) {
                    let name = environment.variable(&field.to_string());
                    prepare.extend(quote!(let #name = #value;));
                    *value = quote!(#name);
                }
            }
            prepare.extend(reads);
            values.push((names::ident(&column.name), environment.keep(expr)));
        }
        let fields = values.iter().map(|(field, value)| names::initialised(field, value));
        let row = environment.variable(&wanted.to_string());
        let ty = names::ident(ty);
        environment.arguments = vec![quote!(&#row)];
        let mut bound = self.bound(operator.id);
        if let Some(bound) = bound.first_mut() {
            bound.access = Access::Row(row.clone());
        }
        environment.rebind(bound);
        (quote!(#prepare let #row = #ty { #(#fields),* };), environment)
    }
}
