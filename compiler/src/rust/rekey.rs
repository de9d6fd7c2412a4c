//! `key`: the stream continues by other columns, within the task or through an internal topic.

use super::environment::{Access, Environment};
use super::generator::{Flow, Generator, field};
use super::names;
use crate::plan::{Operator, OperatorKind, Rekey};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeMap;

impl<'p> Generator<'p> {
    pub(super) fn rekey_flow(&mut self, operator: &Operator, rekey: &Rekey, cut: bool) -> Flow {
        let docs = format!("The key of `{}`.", rekey.name);
        let key = self.declare_key(&(names::camel(&rekey.name) + "Key"), &docs, &rekey.key);
        let mut flow = self.input_flow(operator);
        if cut && !is_one_row(&flow) {
            flow = self.packed_flow(operator, rekey);
        }
        let parameter = self.parameter(&flow, "key");
        flow.access.push(Access::Row(parameter.clone()));
        flow.parameters.push((parameter, key));
        flow
    }

    /// The columns of several bindings, or of a view, that are used downstream, as one row.
    fn packed_flow(&mut self, operator: &Operator, rekey: &Rekey) -> Flow {
        let used = self.used_after(operator.id);
        let bindings = &operator.scope.bindings[..operator.scope.bindings.len().saturating_sub(1)];
        let several = bindings.len() > 1;
        let mut fields = Vec::new();
        let mut flow = Flow { parameters: Vec::new(), access: Vec::new() };
        let row = self.parameter(&flow, bindings.first().map_or("row", |binding| &binding.name));
        for (at, binding) in bindings.iter().enumerate() {
            let mut codes = Vec::new();
            for (index, column) in binding.columns.iter().enumerate() {
                let name = if several {
                    format!("{}_{}", binding.name, column.name)
                } else {
                    column.name.to_string()
                };
                let ty = if binding.optional { column.ty.clone().optional() } else { column.ty.clone() };
                codes.push(field(self.types, &row, &name, &ty));
                if used.contains(&(at, index)) {
                    fields.push((name, self.types.rust(&ty)));
                }
            }
            flow.access.push(Access::Columns(codes));
        }
        let docs = format!("What `{}` carries.", rekey.name);
        let name = self.declare("row", &names::camel(&rekey.name), &docs, &fields);
        flow.parameters.push((row, name));
        flow
    }

    pub(super) fn rekey(
        &mut self,
        operator: &Operator,
        rekey: &Rekey,
        mut environment: Environment<'p>,
    ) -> TokenStream {
        let flow = self.flow(operator.id);
        let Some((key_parameter, key_type)) = flow.parameters.last() else { return TokenStream::new() };
        environment.site = self.site(operator, "key", operator.span);
        let mut prepare = TokenStream::new();
        for column in &rekey.key {
            prepare.extend(environment.prepare(&column.value));
        }
        let value = self.key_value(&environment, key_type, &rekey.key);
        let key = environment.variable(&key_parameter.to_string());
        prepare.extend(quote!(let #key = #value;));
        if !rekey.repartition {
            environment.arguments.push(quote!(&#key));
            let mut bound = environment.bindings.clone();
            if let Some(mut last) = self.bound(operator.id).pop() {
                last.access = Access::Row(key);
                bound.push(last);
            }
            environment.extend(bound);
            let next = self.hand_on(operator, environment);
            return quote!(#prepare #next);
        }
        let topic = names::plain(&self.topics.internal(operator.id));
        let counted = self.goes_on_behind(operator).then(|| quote!(cx.handed_on();));
        if is_one_row(&self.input_flow(operator)) {
            let row = environment.arguments.first().cloned().unwrap_or_default();
            return quote!(#prepare cx.repartition(#topic, time, &#key, #row); #counted);
        }
        let (row, build) = self.pack(operator, &mut environment, &flow);
        quote!(#prepare #build cx.repartition(#topic, time, &#key, &#row); #counted)
    }

    /// Whether the node that rekeys, having done something before, is also the one that reads the rows behind the topic.
    fn goes_on_behind(&self, operator: &Operator) -> bool {
        let has_entered =
            operator.inputs.first().map(|input| self.job.operator(*input)).is_some_and(|input| {
                input.node == operator.node && !matches!(input.kind, OperatorKind::Source(_))
            });
        has_entered && self.job.consumers(operator.id).any(|consumer| consumer.node == operator.node)
    }

    /// Makes the row of [`Generator::packed_flow`].
    fn pack(
        &mut self,
        operator: &Operator,
        environment: &mut Environment<'p>,
        flow: &Flow,
    ) -> (proc_macro2::Ident, TokenStream) {
        use crate::plan::{ColumnRef, Expr, ExprKind};
        let used = self.used_after(operator.id);
        let bindings = &operator.scope.bindings[..operator.scope.bindings.len().saturating_sub(1)];
        let mut prepare = TokenStream::new();
        let mut values = BTreeMap::new();
        for (binding, column) in used.iter().filter(|(binding, _)| *binding < bindings.len()) {
            let Some(definition) = bindings[*binding].columns.get(*column) else { continue };
            let ty = if bindings[*binding].optional {
                definition.ty.clone().optional()
            } else {
                definition.ty.clone()
            };
            let reference = ColumnRef { binding: *binding, column: *column, path: Vec::new() };
            let expr = Expr { kind: ExprKind::Column(reference), ty, span: operator.span };
            prepare.extend(environment.prepare(&expr));
            let name = if bindings.len() > 1 {
                format!("{}_{}", bindings[*binding].name, definition.name)
            } else {
                definition.name.to_string()
            };
            values.insert((*binding, *column), (names::ident(&name), environment.keep(&expr)));
        }
        let fields = values.values().map(|(field, value)| names::initialised(field, value));
        let ty = flow.parameters.first().map_or_else(|| names::plain("Row"), |(_, ty)| names::ident(ty));
        let row = environment.variable("row");
        (row.clone(), quote!(#prepare let #row = #ty { #(#fields),* };))
    }
}

/// The flow is one owned row: it goes through the topic as it is.
fn is_one_row(flow: &Flow) -> bool {
    matches!((flow.parameters.as_slice(), flow.access.as_slice()), ([_], [Access::Row(_)]))
}
