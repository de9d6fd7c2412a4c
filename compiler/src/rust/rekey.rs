//! `key`: the stream continues by other columns, within the task or through an internal topic.

use super::code::{Code, Held, place_of};
use super::environment::{Access, Carried, Environment, certainly_read};
use super::generator::{Flow, Generator};
use super::names;
use crate::plan::{JoinSide, NamedExpr, Operator, OperatorKind, Rekey};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};

impl<'p> Generator<'p> {
    pub(super) fn rekey_flow(&mut self, operator: &Operator, rekey: &Rekey, cut: bool) -> Flow {
        let docs = format!("The key of `{}`.", rekey.name);
        let wanted = names::camel(&rekey.name) + "Key";
        let key = match rekey.keeps_null {
            false => self.declare_key(&wanted, &docs, &rekey.key),
            true => {
                let ty = |column: &NamedExpr| self.types.rust(&column.value.ty);
                let fields: Vec<_> = rekey.key.iter().map(|c| (c.name.to_string(), ty(c))).collect();
                self.declare("key", &wanted, &docs, &fields)
            }
        };
        let mut flow = self.input_flow(operator);
        if cut && !is_one_row(&flow) {
            flow = self.packed_flow(operator, rekey);
        }
        let parameter = self.parameter(&flow, "key");
        flow.access.push(Access::Row(parameter.clone()));
        flow.parameters.push((parameter, key));
        flow
    }

    /// The columns of several bindings, or of a view, that are used downstream, as one row. What nothing has read yet
    /// is carried with its failure, so that it fails where it would without the topic in between (spec: errors.value).
    fn packed_flow(&mut self, operator: &Operator, rekey: &Rekey) -> Flow {
        let used = self.used_after(operator.id);
        let input = self.input_flow(operator);
        let sound = self.read_before(operator, rekey);
        let bindings = &operator.scope.bindings[..operator.scope.bindings.len().saturating_sub(1)];
        let several = bindings.len() > 1;
        let mut fields = Vec::new();
        let mut flow = Flow { parameters: Vec::new(), access: Vec::new() };
        let row = self.parameter(&flow, bindings.first().map_or("row", |binding| &binding.name));
        for (at, binding) in bindings.iter().enumerate() {
            let mut carried = Vec::new();
            for (index, column) in binding.columns.iter().enumerate() {
                let name = if several {
                    format!("{}_{}", binding.name, column.name)
                } else {
                    column.name.to_string()
                };
                let ty = if binding.optional { column.ty.clone().optional() } else { column.ty.clone() };
                let may_fail = input.access.get(at).is_some_and(|access| access.may_fail(index));
                let unread = may_fail && !sound.contains(&(at, index));
                if used.contains(&(at, index)) {
                    let rust = self.types.rust(&ty);
                    fields.push((name.clone(), if unread { format!("Column<{rust}>") } else { rust }));
                }
                carried.push(Carried { field: names::ident(&name), unread });
            }
            flow.access.push(Access::Carried(row.clone(), carried));
        }
        let docs = format!("What `{}` carries.", rekey.name);
        let name = self.declare("row", &names::camel(&rekey.name), &docs, &fields);
        flow.parameters.push((row, name));
        flow
    }

    /// The columns that every row has been read by when it reaches the operator: by its source's time, by the clauses
    /// before, by the key itself.
    fn read_before(&self, operator: &Operator, rekey: &Rekey) -> BTreeSet<(usize, usize)> {
        let mut read = Vec::new();
        rekey.key.iter().for_each(|column| certainly_read(&column.value, &mut read));
        self.read_until(operator.inputs.first().map(|input| self.job.operator(*input)), read)
    }

    /// The columns that every row of an operator has been read by, these among them.
    pub(super) fn read_until<'e>(
        &'e self,
        last: Option<&'e Operator>,
        mut read: Vec<&'e crate::plan::ColumnRef>,
    ) -> BTreeSet<(usize, usize)> {
        let mut sound: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut before = last;
        while let Some(operator) = before {
            match &operator.kind {
                OperatorKind::Source(source) => {
                    sound.extend(self.time_column(self.model.topic(source.topic)).map(|column| (0, column)));
                }
                OperatorKind::Project { .. } | OperatorKind::Merge { .. } | OperatorKind::Aggregate(_) => {
                    break;
                }
                OperatorKind::Filter { condition } => certainly_read(condition, &mut read),
                OperatorKind::Flatten { list } => certainly_read(list, &mut read),
                OperatorKind::Rekey(rekey) => {
                    rekey.key.iter().for_each(|column| certainly_read(&column.value, &mut read));
                }
                OperatorKind::Deduplicate(deduplicate) => {
                    deduplicate.key.iter().for_each(|column| certainly_read(&column.value, &mut read));
                }
                OperatorKind::StreamJoin(join) => {
                    join.keys(JoinSide::Left).for_each(|value| certainly_read(value, &mut read));
                }
                // Of a key that is absent the rest is not looked at.
                OperatorKind::Join(join) => {
                    join.on.first().iter().for_each(|(value, _)| certainly_read(value, &mut read));
                }
                OperatorKind::Sink(_) => {}
            }
            before = operator.inputs.first().map(|input| self.job.operator(*input));
        }
        sound.extend(read.into_iter().map(|column| (column.binding, column.column)));
        sound
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
        prepare.extend(environment.prepare_key(&rekey.key));
        let value = match rekey.keeps_null {
            false => self.key_value(&environment, key_type, &rekey.key),
            true => {
                let ty = names::ident(key_type);
                let fields = rekey.key.iter().map(|column| {
                    names::initialised(&names::ident(&column.name), &environment.keep(&column.value))
                });
                quote!(#ty { #(#fields),* })
            }
        };
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
            let send = self.send_to_owner(rekey, &topic, &key, &row);
            return quote!(#prepare #send #counted);
        }
        let (row, build) = self.pack(operator, &mut environment, &flow);
        let send = self.send_to_owner(rekey, &topic, &key, &quote!(&#row));
        quote!(#prepare #build #send #counted)
    }

    /// Whether the node that rekeys, having done something before, is also the one that reads the rows behind the topic.
    fn goes_on_behind(&self, operator: &Operator) -> bool {
        let has_entered =
            operator.inputs.first().map(|input| self.job.operator(*input)).is_some_and(|input| {
                input.node == operator.node && !matches!(input.kind, OperatorKind::Source(_))
            });
        has_entered && self.job.consumers(operator.id).any(|consumer| consumer.node == operator.node)
    }

    /// Sends a row to the task that owns its key; where that task meets a table, to the one that has the table's rows.
    fn send_to_owner(&self, rekey: &Rekey, topic: &Ident, key: &Ident, row: &TokenStream) -> TokenStream {
        let Some(place) = &rekey.place else {
            return quote!(cx.repartition(#topic, time, &#key, #row););
        };
        let mut optional = Vec::new();
        let columns: Vec<_> = place
            .columns
            .iter()
            .filter_map(|at| rekey.key.get(*at))
            .map(|column| {
                let ty = column.value.ty.required().clone();
                let field = names::ident(&column.name);
                let code = if rekey.keeps_null && column.value.ty.is_optional() {
                    optional.push(field.clone());
                    let held = if self.types.is_copy(&ty) { Held::Copied } else { Held::Borrowed };
                    let looked = if held == Held::Copied { quote!(*#field) } else { quote!(#field) };
                    Code::new(looked, held)
                } else {
                    Code::new(quote!(#key.#field), place_of(self.types, &ty))
                };
                let value = code.borrowed(&ty);
                (ty, value)
            })
            .collect();
        let place = match columns.as_slice() {
            [(ty, value)] => super::sink::single_key(self.types, Some(place.encoding), ty, value),
            several => super::sink::composite_key(self.types, several),
        };
        if !optional.is_empty() {
            // Rows without a key are all in one place: nothing of them is looked for by it.
            return quote! {
                cx.repartition_beside(#topic, time, |out| if let (#(Some(#optional),)*) = (#(&#key.#optional,)*) { #place }, &#key, #row);
            };
        }
        quote!(cx.repartition_beside(#topic, time, |out| #place, &#key, #row);)
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
            let unread = matches!(flow.access.get(*binding), Some(Access::Carried(_, columns))
                if columns.get(*column).is_some_and(|column| column.unread));
            let ty = if bindings[*binding].optional {
                definition.ty.clone().optional()
            } else {
                definition.ty.clone()
            };
            let reference = ColumnRef { binding: *binding, column: *column, path: Vec::new() };
            let expr = Expr { kind: ExprKind::Column(reference), ty, span: operator.span };
            let name = if bindings.len() > 1 {
                format!("{}_{}", bindings[*binding].name, definition.name)
            } else {
                definition.name.to_string()
            };
            let value = match environment.carried(*binding, *column).filter(|_| unread) {
                Some(value) => value,
                None => {
                    prepare.extend(environment.prepare(&expr));
                    environment.keep(&expr)
                }
            };
            values.insert((*binding, *column), (names::ident(&name), value));
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
