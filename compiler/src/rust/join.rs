//! `join`: a stream's row meets a table's, as it is or as it was.

use super::code::Held;
use super::environment::{Access, Bound, Environment};
use super::generator::{Flow, Generator, Member, MemberRole};
use super::names;
use super::types::parse;
use crate::model::{KeyEncoding, Topic};
use crate::plan::{Join, Operator, OperatorId, OperatorKind, Source};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::BTreeSet;

/// How a table that is looked up is kept.
#[derive(Clone, Debug)]
pub(super) struct TableParts {
    pub(super) view: String,
    /// What the view has getters for, by index into the schema.
    pub(super) viewed: BTreeSet<usize>,
    pub(super) row: String,
    pub(super) key: String,
    /// Fields of the key, by index into the schema.
    key_fields: Vec<usize>,
    row_fields: Vec<usize>,
    versioned: bool,
    history: Option<i64>,
}

impl<'p> Generator<'p> {
    /// Declares the table's view, row and key. The row holds what joins use.
    pub(super) fn table_flow(&mut self, operator: &Operator, source: &Source) -> Flow {
        let topic = self.model.topic(source.topic);
        let record = self.schema(topic);
        let (mut row_fields, mut key_fields) = (BTreeSet::new(), Vec::new());
        let (mut versioned, mut history) = (false, None);
        let joins: Vec<(OperatorId, &Join)> = self.job.consumers(operator.id).filter_map(as_join).collect();
        for (id, join) in joins {
            let binding = self.job.operator(id).scope.bindings.len().saturating_sub(1);
            let condition = join.condition.iter().flat_map(|condition| condition.columns());
            row_fields
                .extend(condition.filter(|column| column.binding == binding).map(|column| column.column));
            row_fields
                .extend(self.used_after(id).into_iter().filter(|(of, _)| *of == binding).map(|(_, at)| at));
            key_fields = join.on.iter().map(|(_, column)| *column).collect();
            versioned |= join.as_of.is_some() || join.history.is_some();
            history = history.max(join.history);
        }
        if topic.history.is_some() && !versioned {
            // Nobody looks back, but what holds now goes by event time (spec: join.plain).
            (versioned, history) = (true, Some(0));
        }
        let mut viewed = row_fields.clone();
        viewed.extend(&key_fields);
        viewed.extend(self.time_column(topic));
        let wanted = names::camel(&topic.name);
        let fields: Vec<_> = row_fields
            .iter()
            .filter_map(|at| record.fields.get(*at))
            .map(|field| (field.name.to_string(), self.types.rust(&field.ty)))
            .collect();
        let docs = format!("What the job keeps of a row of `{}`.", topic.name);
        let row = self.declare("row", &wanted, &docs, &fields);
        let view = self.view(topic, &(wanted.clone() + "Record"), &viewed);
        let keys: Vec<_> = key_fields
            .iter()
            .filter_map(|at| record.fields.get(*at))
            .map(|field| (field.name.to_string(), self.types.rust(field.ty.required())))
            .collect();
        let key = match keys.as_slice() {
            [(_, single)] => single.clone(),
            _ => self.declare("key", &(wanted + "Key"), &format!("The key of `{}`.", topic.name), &keys),
        };
        let row_fields = row_fields.into_iter().collect();
        let parts = TableParts { view, viewed, row, key, key_fields, row_fields, versioned, history };
        self.tables.insert(operator.id, parts);
        Flow { parameters: Vec::new(), access: Vec::new() }
    }

    pub(super) fn join_flow(&mut self, operator: &Operator, join: &Join) -> Flow {
        let mut flow = self.input_flow(operator);
        let (Some(table), Some(binding)) = (operator.inputs.get(1), operator.scope.bindings.last()) else {
            return flow;
        };
        let row = self.tables.get(table).map_or_else(String::new, |parts| parts.row.clone());
        let parameter = self.parameter(&flow, &binding.name);
        if join.left_outer {
            flow.access.push(Access::OptionalRow(parameter.clone()));
            flow.parameters.push((parameter, format!("?{row}")));
        } else {
            flow.access.push(Access::Row(parameter.clone()));
            flow.parameters.push((parameter, row));
        }
        flow
    }

    /// The stage's member with a table's rows.
    fn table_member(&mut self, table: OperatorId) -> Option<Ident> {
        if let Some(member) = self.stage.tables.get(&table) {
            return Some(member.clone());
        }
        let parts = self.tables.get(&table)?.clone();
        let operator = self.job.operator(table);
        let OperatorKind::Source(source) = &operator.kind else { return None };
        let topic = &self.model.topic(source.topic).name;
        let name = self.stage.member_names.unique_ident(topic);
        let store = format!("{}.{topic}", self.job.node(operator.node).name);
        let TableParts { key, row, .. } = &parts;
        let (ty, initial) = if parts.versioned {
            let history = match parts.history {
                Some(history) => {
                    let history = super::literal::number(history);
                    quote!(Some(#history))
                }
                None => quote!(None),
            };
            (format!("Versioned<{key}, {row}>"), quote!(Versioned::new(#store, #history)))
        } else {
            (format!("Latest<{key}, {row}>"), quote!(Latest::new(#store)))
        };
        self.stage.members.push(Member { name: name.clone(), ty, initial, role: MemberRole::Rows });
        self.stage.tables.insert(table, name.clone());
        Some(name)
    }

    /// The method that takes a table's records in, and the arm of `event_time` for it.
    pub(super) fn read_table(&mut self, operator: &Operator, source: &Source) -> (Ident, TokenStream) {
        let topic = self.model.topic(source.topic);
        let method = self.stage.method_names.unique_ident(&format!("read_{}", topic.name));
        let (Some(parts), Some(member)) =
            (self.tables.get(&operator.id).cloned(), self.table_member(operator.id))
        else {
            return (method, quote!(None));
        };
        let record = self.schema(topic);
        let site = self.site(operator, &format!("join {}", topic.name), operator.span);
        let (view_type, row_type) = (parse(&parts.view), names::ident(&parts.row));
        let view = names::plain("row");
        let time = self.time_of(topic, &view);
        let take_time = match &time {
            Some(time) => quote!(let time = #time.at(#site)?;),
            None => quote!(let time = record.time;),
        };
        let read = |at: &usize, required: bool| {
            let field = record.fields.get(*at)?;
            let getter = names::ident(&field.name);
            let held = super::code::getter_of(self.types, &field.ty);
            let column = quote!(row.#getter());
            // A key that is not there has a reason of its own (spec: errors.key).
            let column = if required { quote!(key::present(#column)) } else { column };
            let mut value = super::code::Code::new(quote!(#column.at(#site)?), held).owned(&field.ty);
            if required && field.ty.is_optional() {
                value = quote!(#value.ok_or(Fail::NullKey).at(#site)?);
            }
            Some((getter, value))
        };
        let key = match parts.key_fields.as_slice() {
            [single] => read(single, true).map(|(_, value)| value),
            several => {
                let name = names::ident(&parts.key);
                let fields = several
                    .iter()
                    .filter_map(|at| read(at, true))
                    .map(|(field, value)| quote!(#field: #value));
                Some(quote!(#name { #(#fields),* }))
            }
        };
        let fields: Vec<_> = parts
            .row_fields
            .iter()
            .filter_map(|at| read(at, false))
            .map(|(field, value)| quote!(#field: #value))
            .collect();
        let (set, remove) = if parts.versioned {
            let remove = quote!(self.#member.set(&key, record.time, None, cx.clock()););
            (quote!(self.#member.set(&key, time, Some(kept), cx.clock());), remove)
        } else {
            (quote!(self.#member.set(&key, kept);), quote!(self.#member.remove(&key);))
        };
        let tombstone_key = self.tombstone_key(topic, &parts, &site);
        let doc = format!(" `{}` enters as a table: {}.", topic.name, self.place(operator.span));
        self.stage.methods.push(quote! {
            #[doc = #doc]
            fn #method(&mut self, record: &Record<'_>, cx: &mut Cx<'_>) -> Result<(), Reject> {
                if record.value.is_none() {
                    let key = #tombstone_key;
                    #remove
                    return Ok(());
                }
                let row = #view_type::scan(record).at(#site)?;
                #take_time
                cx.observe(time, record).at(#site)?;
                let key = #key;
                let kept = #row_type { #(#fields),* };
                #set
                Ok(())
            }
        });
        let arm = match time {
            Some(time) => quote!(#view_type::scan(record).and_then(|row| #time).ok()),
            None => quote!(Some(record.time)),
        };
        (method, arm)
    }

    /// A delete has only its key.
    fn tombstone_key(&self, topic: &Topic, parts: &TableParts, site: &Ident) -> TokenStream {
        let record = self.schema(topic);
        let fields: Vec<_> = parts.key_fields.iter().filter_map(|at| record.fields.get(*at)).collect();
        if let [field] = fields.as_slice() {
            let ty = field.ty.required().underlying();
            let encoding = topic.key.first().and_then(|key| key.encoding);
            let form = parse(&self.types.form(ty, None));
            return match (encoding, ty) {
                (Some(KeyEncoding::Int64), _) | (None, crate::model::Type::Int) => {
                    quote!(key::read_int64(record.key).at(#site)?)
                }
                (Some(KeyEncoding::Json), _) => quote!(key::read_json::<#form>(record.key).at(#site)?),
                (_, crate::model::Type::Int | crate::model::Type::Bool | crate::model::Type::Float) => {
                    quote!(key::read_json::<#form>(record.key).at(#site)?)
                }
                _ => quote!(key::read_text::<#form>(record.key).at(#site)?),
            };
        }
        // The key on the wire has the topic's order; the store's has that of the join.
        let (name, width) =
            (names::ident(&parts.key), topic.key.len() + if topic.key_window { 2 } else { 0 });
        let values = fields.iter().map(|field| {
            let at = topic.key.iter().position(|key| key.field == field.name).unwrap_or(0);
            let (ident, form) =
                (names::ident(&field.name), parse(&self.types.form(field.ty.required(), None)));
            quote!(#ident: key::read_column::<#form>(&columns, #at).at(#site)?)
        });
        quote!({
            let columns = key::read_composite::<#width>(record.key).at(#site)?;
            #name { #(#values),* }
        })
    }

    pub(super) fn join(
        &mut self,
        operator: &Operator,
        join: &'p Join,
        mut environment: Environment<'p>,
    ) -> TokenStream {
        let Some(table) = operator.inputs.get(1).copied() else { return TokenStream::new() };
        let (Some(parts), Some(member)) = (self.tables.get(&table).cloned(), self.table_member(table)) else {
            return TokenStream::new();
        };
        let topic = match &self.job.operator(table).kind {
            OperatorKind::Source(source) => self.model.topic(source.topic).name.to_string(),
            _ => String::new(),
        };
        environment.site = self.site(operator, &format!("join {topic}"), operator.span);
        let site = environment.site.clone();
        let mut body = TokenStream::new();
        for (expr, _) in &join.on {
            body.extend(environment.prepare(expr));
        }
        let (lets, key, absent) = self.join_key(join, &parts, &mut environment);
        body.extend(lets);
        if let Some(expr) = &join.as_of {
            body.extend(environment.prepare(expr));
        }
        let look_up = match (&join.as_of, parts.versioned) {
            (Some(time), _) if time.ty.is_optional() => {
                let time = environment.look(time);
                let instant = environment.variable("instant");
                quote!(match #time {
                    Some(#instant) => self.#member.as_of(#key, #instant.0, cx.clock()).at(#site)?,
                    None => None,
                })
            }
            (Some(time), _) => {
                let time = environment.look(time);
                let time = super::expression::atom(time);
                quote!(self.#member.as_of(#key, #time.0, cx.clock()).at(#site)?)
            }
            (None, true) => quote!(self.#member.newest(#key)),
            (None, false) => quote!(self.#member.get(#key)),
        };
        let row = environment.variable(operator.scope.bindings.last().map_or("row", |binding| &binding.name));
        // A row that leaves this function outlives the borrow of the store.
        let leaves = self.leaves(operator);
        let cloned = if leaves { quote!(.cloned()) } else { quote!() };
        let (mut found, mut left, mut kept) = (None, None, TokenStream::new());
        let mut bound = environment.bindings.clone();
        let of_table = |access: Access| {
            operator
                .scope
                .bindings
                .last()
                .map(|binding| Bound { access, ..Bound::new(binding, Access::Columns(Vec::new())) })
        };
        if join.left_outer {
            let found = match absent {
                Some(present) => quote!(if #present { #look_up } else { None }),
                None => look_up,
            };
            left = Some(quote!(#found #cloned));
            if let Some(condition) = &join.condition {
                let mut inner = environment.clone();
                let mut with_row = bound.clone();
                with_row.extend(of_table(Access::Row(row.clone())));
                inner.extend(with_row);
                let holds = inner.look(condition);
                let reference = if leaves { quote!(&#row) } else { quote!(#row) };
                let holds = quote!(match #reference { Some(#row) => #holds, None => false });
                kept.extend(quote!(let holds = #holds; let #row = #row.filter(|_| holds);));
            }
            if leaves {
                kept.extend(quote!(let #row = #row.as_ref();));
            }
            bound.extend(of_table(Access::OptionalRow(row.clone())));
            environment.arguments.push(quote!(#row));
        } else {
            found = Some(quote!(#look_up #cloned));
            bound.extend(of_table(Access::Row(row.clone())));
            environment.arguments.push(if leaves { quote!(&#row) } else { quote!(#row) });
        }
        environment.extend(bound);
        let mut next = TokenStream::new();
        if let (Some(condition), false) = (&join.condition, join.left_outer) {
            let prepare = environment.prepare(condition);
            let holds = super::expression::atom(environment.look(condition));
            next.extend(quote!(#prepare if !#holds { return cx.unmatched(#site); }));
        }
        next.extend(self.hand_on(operator, environment));
        if let Some(found) = found {
            let row = super::code::bound_in(&next, &row);
            body.extend(quote!(let Some(#row) = #found else { return cx.unmatched(#site); };));
        }
        if let Some(left) = left {
            let row = super::code::bound_in(&quote!(#kept #next), &row);
            body.extend(quote!(let #row = #left; #kept));
        }
        quote!(#body #next)
    }

    /// Statements, the reference to the key, and for a left join whether a key is there at all.
    fn join_key(
        &mut self,
        join: &Join,
        parts: &TableParts,
        environment: &mut Environment<'p>,
    ) -> (TokenStream, TokenStream, Option<TokenStream>) {
        let site = environment.site.clone();
        let optional = join.on.iter().any(|(expr, _)| expr.ty.is_optional());
        if !optional && let [(expr, _)] = join.on.as_slice() {
            let code = environment.code(expr);
            if code.held == Held::Place {
                let place = &code.tokens;
                return (TokenStream::new(), quote!(&#place), None);
            }
        }
        let key = environment.variable("key");
        let mut lets = TokenStream::new();
        let mut present = Vec::new();
        let mut values = Vec::new();
        for (expr, _) in &join.on {
            let value = environment.keep(expr);
            if !expr.ty.is_optional() {
                values.push(value);
            } else if join.left_outer {
                let part = environment.variable("part");
                lets.extend(quote!(let #part = #value;));
                present.push(part.clone());
                values.push(quote!(#part));
            } else {
                values.push(quote!(#value.ok_or(Fail::NullKey).at(#site)?));
            }
        }
        let build = |values: &[TokenStream]| match values {
            [single] => single.clone(),
            several => {
                let name = names::ident(&parts.key);
                let fields = join.on.iter().zip(several).filter_map(|((_, column), value)| {
                    let record = self.key_field_name(parts, *column)?;
                    Some(quote!(#record: #value))
                });
                quote!(#name { #(#fields),* })
            }
        };
        if present.is_empty() {
            let value = build(&values);
            lets.extend(quote!(let #key = #value;));
            return (lets, quote!(&#key), None);
        }
        // In a left join an absent key is unmatched, not bad.
        let value = build(&values);
        let pattern = present.iter().map(|part| quote!(Some(#part)));
        let subject = present.iter().map(|part| quote!(#part));
        lets.extend(
            quote!(let #key = if let (#(#pattern,)*) = (#(#subject,)*) { Some(#value) } else { None };),
        );
        // A name of its own: `key` is the parameter of a method that takes rows by key.
        let wanted = environment.variable("wanted");
        (lets, quote!(#wanted), Some(quote!(let Some(#wanted) = &#key)))
    }

    fn key_field_name(&self, parts: &TableParts, column: usize) -> Option<Ident> {
        let table = self.tables.iter().find(|(_, known)| known.row == parts.row)?;
        let OperatorKind::Source(source) = &self.job.operator(*table.0).kind else { return None };
        let record = self.schema(self.model.topic(source.topic));
        record.fields.get(column).map(|field| names::ident(&field.name))
    }

    /// Whether an operator's output is handed to another function before a row of its own is made of it.
    fn leaves(&self, operator: &Operator) -> bool {
        self.job.consumers(operator.id).any(|consumer| {
            consumer.node != operator.node
                || match &consumer.kind {
                    OperatorKind::Project { .. }
                    | OperatorKind::Aggregate(_)
                    | OperatorKind::Sink(_)
                    | OperatorKind::Source(_) => matches!(consumer.kind, OperatorKind::Aggregate(_)),
                    OperatorKind::Rekey(rekey) if rekey.repartition => false,
                    OperatorKind::Merge { .. } | OperatorKind::Flatten { .. } | OperatorKind::Join(_) => true,
                    _ => self.leaves(consumer),
                }
        })
    }
}

fn as_join(operator: &Operator) -> Option<(OperatorId, &Join)> {
    match &operator.kind {
        OperatorKind::Join(join) => Some((operator.id, join)),
        _ => None,
    }
}
