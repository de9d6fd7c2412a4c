//! Groups: the accumulators, how a record goes in, and how a row comes out.

use super::code::{Code, Held, may_fail, place_of, result_of};
use super::environment::{Access, Bound, Environment};
use super::generator::{Generator, Member, MemberRole};
use super::literal;
use super::names;
use crate::base::Name;
use crate::model::Type;
use crate::plan::{
    Aggregate, AggregateCall, Emit, ExprKind, Operator, OperatorKind, Sink, StateBound, Window,
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::fmt::Write;

/// The names that the parts of one table share.
pub(super) struct Parts {
    pub(super) member: Ident,
    pub(super) key: String,
    pub(super) group: String,
    pub(super) emitter: Ident,
    /// One accumulator per call.
    fields: Vec<Ident>,
    /// Of a `keep top`: what is kept of a row, and what rows are compared by.
    pub(super) rows: String,
    pub(super) order: String,
}

impl<'p> Generator<'p> {
    pub(super) fn aggregate(
        &mut self,
        operator: &Operator,
        aggregate: &'p Aggregate,
        mut environment: Environment<'p>,
    ) -> TokenStream {
        if let Some(top) = &aggregate.top {
            return self.top(operator, aggregate, top, environment);
        }
        let (parts, key, mut body) = self.parts(operator, aggregate, &mut environment);
        let mut adds = Vec::new();
        let mut arguments = TokenStream::new();
        for (call, field) in aggregate.calls.iter().zip(&parts.fields) {
            environment.site = self.site(operator, &format!("select {field}"), call.span);
            let (prepare, add) = self.add(call, field, &mut environment);
            arguments.extend(prepare);
            adds.push(add);
        }
        let adds = add_all(&adds);
        let (member, emitter) = (&parts.member, &parts.emitter);
        let site = self.site(operator, "window", operator.span);
        if aggregate.window.is_some() && may_fail(&arguments) {
            // The window comes before the columns: a late record is late, whatever else is wrong with it.
            body.extend(quote!(if self.#member.is_late(#key, time, cx.clock()) { return cx.late(#site); }));
        }
        body.extend(arguments);
        let merge = match aggregate.window {
            Some(Window::Session { .. }) => quote!(, |group, other| group.merge(other)),
            _ => quote!(),
        };
        let update = quote!(self.#member.update(#key, time, cx.clock(), #adds #merge).at(#site)?);
        if !aggregate.calls.is_empty() {
            body.extend(quote!(let at = aggregate::At { time, offset: record.offset };));
        }
        body.extend(if aggregate.window.is_some() {
            let updated = environment.variable("updated");
            quote!(let #updated = #update; if #updated == Updated::Late { return cx.late(#site); })
        } else {
            quote!(#update;)
        });
        if aggregate.emit != Emit::Final {
            body.extend(quote!(self.#member.emit(record, cx, Self::#emitter);));
        }
        self.emitter(operator, aggregate, &parts);
        body
    }

    /// Declares key and group and the store, and gives the reference to the key of the row at hand.
    pub(super) fn parts(
        &mut self,
        operator: &Operator,
        aggregate: &Aggregate,
        environment: &mut Environment<'p>,
    ) -> (Parts, TokenStream, TokenStream) {
        let node = self.job.node(operator.node).name.clone();
        let (key_type, key, prepare) = match self.key_of_flow(operator, aggregate, environment) {
            Some((ty, key)) => (ty, key, TokenStream::new()),
            None => {
                let docs = format!("What `{node}` groups by.");
                let ty = self.declare_key(&(names::camel(&node) + "Key"), &docs, &aggregate.key);
                environment.site = self.site(operator, "key", operator.span);
                let mut prepare = TokenStream::new();
                prepare.extend(environment.prepare_key(&aggregate.key));
                let value = self.key_value(environment, &ty, &aggregate.key);
                let key = environment.variable("key");
                prepare.extend(quote!(let #key = #value;));
                (ty, quote!(&#key), prepare)
            }
        };
        let fields = self.accumulators(aggregate);
        let (group, rows, order) = match &aggregate.top {
            Some(top) => self.declare_top(&node, top),
            None => (self.declare_group(&node, aggregate, &fields), String::new(), String::new()),
        };
        let member = self.stage.member_names.unique_ident(&node);
        let emitter = self.stage.method_names.unique_ident(&format!("emit_{node}"));
        let (ty, initial) = self.store(operator, aggregate, &node, &key_type, &group);
        self.note_emitter(operator, aggregate, &emitter);
        self.stage.members.push(Member {
            name: member.clone(),
            ty,
            initial,
            role: MemberRole::Groups(self.stage.emitters.len() - 1),
        });
        (Parts { member, key: key_type, group, emitter, fields, rows, order }, key, prepare)
    }

    /// The flow's own key, if the groups go by exactly its columns.
    fn key_of_flow(
        &self,
        operator: &Operator,
        aggregate: &Aggregate,
        environment: &Environment<'p>,
    ) -> Option<(String, TokenStream)> {
        let mut input = self.job.operator(*operator.inputs.first()?);
        while let OperatorKind::Filter { .. } = input.kind {
            input = self.job.operator(*input.inputs.first()?);
        }
        let OperatorKind::Rekey(rekey) = &input.kind else { return None };
        let binding = input.scope.bindings.len().checked_sub(1)?;
        let same = aggregate.key.len() == rekey.key.len()
            && aggregate.key.iter().zip(&rekey.key).enumerate().all(|(at, (ours, theirs))| {
                ours.name == theirs.name
                    && matches!(&ours.value.kind, ExprKind::Column(column)
                        if column.binding == binding && column.column == at && column.path.is_empty())
            });
        let (_, ty) = self.flow(input.id).parameters.last().cloned()?;
        same.then(|| (ty, environment.arguments.last().cloned().unwrap_or_default()))
    }

    /// Accumulators are named after the columns they go to, or else after their function.
    fn accumulators(&self, aggregate: &Aggregate) -> Vec<Ident> {
        let mut taken = names::Taken::default();
        let named = aggregate.calls.iter().enumerate().map(|(at, call)| {
            let column = aggregate.select.iter().find(|column| {
                matches!(&strip(&column.value).kind, ExprKind::Column(reference)
                    if reference.binding == 1 && reference.column == at)
            });
            taken.unique_ident(column.map_or(call.function.name, |column| &column.name))
        });
        named.collect()
    }

    fn declare_group(&mut self, node: &str, aggregate: &Aggregate, fields: &[Ident]) -> String {
        let name = self.taken.unique(&(names::camel(node) + "Group"));
        let _ = writeln!(
            self.items,
            "group! {{\n    /// What `{node}` keeps per group.\n    pub struct {name} {{"
        );
        for (call, field) in aggregate.calls.iter().zip(fields) {
            let of = call.arguments.first().map(|argument| self.types.input(&argument.ty));
            let description = format!("{}({})", call.function.name, of.as_deref().unwrap_or(""));
            let ty = self.aggregate_type(call);
            let _ = writeln!(self.items, "        {field}: {ty} = {description:?},");
        }
        self.items += "    }\n}\n\n";
        name
    }

    fn aggregate_type(&self, call: &AggregateCall) -> String {
        let of =
            call.arguments.first().map_or_else(|| "()".to_owned(), |argument| self.types.input(&argument.ty));
        if call.function.typed {
            format!("aggregate::{}<{of}, {}>", call.function.rust, self.types.rust(call.ty.required()))
        } else {
            format!("aggregate::{}<{of}>", call.function.rust)
        }
    }

    fn store(
        &self,
        operator: &Operator,
        aggregate: &Aggregate,
        node: &str,
        key: &str,
        group: &str,
    ) -> (String, TokenStream) {
        let emit = match aggregate.emit {
            Emit::Changes => quote!(Emit::Changes),
            Emit::AtMostEvery(every) => {
                let every = literal::number(every);
                quote!(Emit::AtMostEvery(#every))
            }
            Emit::Final => quote!(Emit::Final),
        };
        let grace = literal::number(aggregate.grace);
        let latest = self
            .job
            .consumers(operator.id)
            .any(|consumer| matches!(&consumer.kind, OperatorKind::Sink(Sink { latest_window: true, .. })));
        let windowed = |size: i64, every: i64, offset: i64| {
            let (size, every, offset) =
                (literal::number(size), literal::number(every), literal::number(offset));
            let initial = quote! {
                Windowed::new(WindowedSpec {
                    name: #node, size: #size, every: #every, offset: #offset, grace: #grace, emit: #emit, latest: #latest,
                })
            };
            (format!("Windowed<{key}, {group}>"), initial)
        };
        match aggregate.window {
            Some(Window::Tumbling { size, offset }) => windowed(size, size, offset),
            Some(Window::Hopping { size, every, offset }) => windowed(size, every, offset),
            Some(Window::Session { gap }) => {
                let gap = literal::number(gap);
                let initial = quote! {
                    Sessions::new(SessionsSpec { name: #node, gap: #gap, grace: #grace, emit: #emit, latest: #latest })
                };
                (format!("Sessions<{key}, {group}>"), initial)
            }
            None => {
                let ttl = match aggregate.bound {
                    StateBound::Ttl(ttl) => {
                        let ttl = literal::number(ttl);
                        quote!(Some(#ttl))
                    }
                    _ => quote!(None),
                };
                let initial = quote!(Table::new(TableSpec { name: #node, emit: #emit, ttl: #ttl }));
                (format!("Table<{key}, {group}>"), initial)
            }
        }
    }

    /// `group.total_eur.add(&eur, at)?;`, and what has to be read before.
    fn add(
        &mut self,
        call: &AggregateCall,
        field: &Ident,
        environment: &mut Environment<'p>,
    ) -> (TokenStream, Add) {
        let mut prepare = TokenStream::new();
        let mut condition = None;
        if let Some(filter) = &call.filter {
            prepare.extend(environment.prepare(filter));
            let value = environment.look(filter);
            let name = environment.variable(&format!("{field}_counts"));
            prepare.extend(quote!(let #name = #value;));
            condition = Some(name);
        }
        let Some(argument) = call.arguments.first() else {
            let call = quote!(group.#field.add(&(), at));
            return (prepare, Add { guard: condition.map(|condition| quote!(#condition)), call });
        };
        // A row that the condition leaves out never fails on its argument.
        let (let_argument, value) = self.argument(argument, field, environment, condition.is_some());
        match condition {
            None => {
                prepare.extend(let_argument);
                let call = add_value(field, &value, argument.ty.is_optional());
                (prepare, Add { guard: None, call })
            }
            Some(condition) => {
                let inner = environment.variable(&format!("{field}_of"));
                prepare
                    .extend(quote!(let #inner = if #condition { #let_argument Some(#value) } else { None };));
                let ty = &argument.ty;
                let optional = ty.is_optional();
                let bound = quote!(value);
                let call = add_value(field, &by_reference(&bound, ty, environment), optional);
                let looked = if environment.types.is_copy(ty) { quote!(#inner) } else { quote!(&#inner) };
                (prepare, Add { guard: Some(quote!(let Some(value) = #looked)), call })
            }
        }
    }

    /// The argument as what `add` takes: a reference, or an option of one.
    fn argument(
        &mut self,
        argument: &crate::plan::Expr,
        field: &Ident,
        environment: &mut Environment<'p>,
        owned: bool,
    ) -> (TokenStream, TokenStream) {
        if owned {
            return (TokenStream::new(), environment.keep(argument));
        }
        let mut statements = environment.prepare(argument);
        let code = environment.code(argument);
        let place = match code.held {
            Held::Place | Held::CowPlace | Held::Borrowed if !may_fail(&code.tokens) => code,
            Held::Copied if super::expression::is_path(&code.tokens) => code,
            held => {
                let name = environment.variable(&field.to_string());
                let tokens = &code.tokens;
                statements.extend(quote!(let #name = #tokens;));
                let held = match held {
                    Held::Owned => Held::Place,
                    Held::Cow => Held::CowPlace,
                    other => other,
                };
                Code::new(quote!(#name), held)
            }
        };
        let looked = place.borrowed(&argument.ty);
        (statements, by_reference(&looked, &argument.ty, environment))
    }

    /// The function that makes an output row of a group.
    fn emitter(&mut self, operator: &Operator, aggregate: &'p Aggregate, parts: &Parts) {
        let Parts { key, group, emitter, fields, .. } = parts;
        let (key_type, group_type) = (names::ident(key), names::ident(group));
        let mut environment = Environment::new(self.model, self.types, Vec::new());
        for fixed in ["change", "key", "group", "cx", "record", "rows"] {
            environment.variable(fixed);
        }
        let key_columns: Vec<(Name, Type)> = aggregate
            .key
            .iter()
            .map(|column| (column.name.clone(), column.value.ty.required().clone()))
            .collect();
        let key_codes: Vec<Code> = key_columns
            .iter()
            .map(|(name, ty)| {
                let field = names::ident(name);
                Code::new(quote!(change.key.#field), place_of(self.types, ty))
            })
            .collect();
        let window = window_codes();
        let mut body = TokenStream::new();
        let mut results = Vec::new();
        for (call, field) in aggregate.calls.iter().zip(fields) {
            let site = self.site(operator, &format!("select {field}"), call.span);
            let name = environment.variable(&field.to_string());
            let method = if call.ty.is_optional() { quote!(out) } else { quote!(value) };
            body.extend(quote!(let #name = group.#field.#method().at(#site)?;));
            let held = match result_of(self.types, &call.ty) {
                Held::Owned => Held::Place,
                other => other,
            };
            results.push(Code::new(quote!(#name), held));
        }
        let calls = aggregate
            .calls
            .iter()
            .zip(fields)
            .map(|(call, field)| (Name::from(field.to_string()), call.ty.clone()));
        environment.rebind(vec![
            Bound {
                columns: key_columns.clone(),
                optional: false,
                access: Access::Columns(key_codes.clone()),
            },
            Bound { columns: calls.collect(), optional: false, access: Access::Columns(results) },
            Bound {
                columns: ["start", "end"].map(|name| (Name::from(name), Type::Timestamp)).to_vec(),
                optional: false,
                access: Access::Columns(window.clone()),
            },
        ]);
        let mut selected = Vec::new();
        for column in &aggregate.select {
            environment.site = self.site(operator, &format!("select {}", column.name), column.value.span);
            let code = environment.code(&column.value);
            let simple = matches!(code.held, Held::Place | Held::Borrowed)
                || (code.held == Held::Copied && super::expression::is_path(&code.tokens));
            if simple {
                selected.push(code);
                continue;
            }
            let name = environment.variable(&column.name);
            let value = code.owned(&column.value.ty);
            body.extend(quote!(let #name = #value;));
            selected.push(Code::new(quote!(#name), place_of(self.types, &column.value.ty)));
        }
        let columns: Vec<Code> = key_codes.into_iter().chain(selected).chain(window).collect();
        let mut bound = Vec::new();
        if let Some(binding) = operator.scope.bindings.first() {
            bound.push(Bound::new(binding, Access::Columns(columns)));
        }
        environment.rebind(bound);
        let (gone, emitted) = self.table_sinks(operator, &mut environment);
        let (rows, put_aside) = self.put_aside(operator, &mut environment);
        // A final row is never taken back.
        let gone = if aggregate.emit == Emit::Final { TokenStream::new() } else { gone };
        let having = aggregate.having.as_ref().map(|condition| {
            environment.site = self.site(operator, "having", condition.span);
            let holds = super::expression::atom(environment.look(condition));
            let take_back =
                if gone.is_empty() { TokenStream::new() } else { quote!(if change.shown { #gone }) };
            quote! {
                if !#holds {
                    #take_back
                    return Ok(false);
                }
            }
        });
        let node = self.job.node(operator.node);
        let doc = format!(" A row of `{}`: {}.", node.name, self.place(operator.span));
        let all = quote!(#gone #body #having #emitted #put_aside);
        let cx = super::code::bound_in(&all, &names::plain("cx"));
        let group_let = if aggregate.calls.is_empty() { quote!(_group) } else { quote!(group) };
        self.stage.methods.push(quote! {
            #[doc = #doc]
            fn #emitter(change: &Change<'_, #key_type, #group_type>, #rows #cx: &mut Cx<'_>) -> Result<bool, Reject> {
                let Some(#group_let) = change.group else {
                    #gone
                    return Ok(false);
                };
                #body
                #having
                #emitted
                #put_aside
                Ok(true)
            }
        });
    }
}

pub(super) fn window_codes() -> Vec<Code> {
    vec![
        Code::new(quote!(Timestamp(change.window.start)), Held::Copied),
        Code::new(quote!(Timestamp(change.window.end)), Held::Copied),
    ]
}

/// One call on an accumulator, perhaps only under a condition.
struct Add {
    guard: Option<TokenStream>,
    call: TokenStream,
}

/// The closure that takes a row in.
fn add_all(adds: &[Add]) -> TokenStream {
    let statement = |add: &Add| {
        let call = &add.call;
        match &add.guard {
            Some(guard) => quote!(if #guard { #call?; }),
            None => quote!(#call?;),
        }
    };
    match adds {
        [] => quote!(|_group| Ok(())),
        [Add { guard: None, call }] => quote!(|group| #call),
        [first @ .., Add { guard: None, call }] => {
            let first = first.iter().map(statement);
            quote!(|group| { #(#first)* #call })
        }
        all => {
            let all = all.iter().map(statement);
            quote!(|group| { #(#all)* Ok(()) })
        }
    }
}

fn add_value(field: &Ident, value: &TokenStream, optional: bool) -> TokenStream {
    if optional { quote!(group.#field.add_present(#value, at)) } else { quote!(group.#field.add(#value, at)) }
}

/// What has been borrowed as the reference that an accumulator takes.
fn by_reference(looked: &TokenStream, ty: &Type, environment: &Environment<'_>) -> TokenStream {
    match (environment.types.is_copy(ty), ty.is_optional()) {
        (true, true) => {
            let looked = super::expression::atom(looked.clone());
            quote!(#looked.as_ref())
        }
        (true, false) => quote!(&#looked),
        (false, _) => quote!(#looked),
    }
}

/// Without the conversions around it.
fn strip(expr: &crate::plan::Expr) -> &crate::plan::Expr {
    match &expr.kind {
        ExprKind::Convert(inner) | ExprKind::Present(inner) => strip(inner),
        _ => expr,
    }
}
