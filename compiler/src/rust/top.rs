//! `keep top`: how a row is put before the store, and how a place of a group comes out.

use super::aggregate::{Parts, window_codes};
use super::code::{Code, Held, may_fail, place_of};
use super::environment::{Access, Bound, Environment};
use super::generator::Generator;
use super::names;
use crate::plan::{Aggregate, Emit, Expr, Operator, Top};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::fmt::Write;

impl<'p> Generator<'p> {
    pub(super) fn top(
        &mut self,
        operator: &Operator,
        aggregate: &'p Aggregate,
        top: &'p Top,
        mut environment: Environment<'p>,
    ) -> TokenStream {
        let (parts, key, mut body) = self.parts(operator, aggregate, &mut environment);
        let mut building = TokenStream::new();
        let (row_fields, order_fields) = (self.row_fields(top), self.order_fields(top));
        let columns = top.columns.iter().map(|column| (format!("select {}", column.name), &column.value));
        let row_values = self.values(operator, columns, &row_fields, &mut environment, &mut building);
        let terms = top.order.iter().map(|term| ("keep top".to_owned(), &term.value));
        let order_values = self.values(operator, terms, &order_fields, &mut environment, &mut building);
        let order_values = order_values.into_iter().zip(&top.order).map(|((field, value), term)| {
            let wrapped = match (term.value.ty.is_optional(), term.descending) {
                (false, false) => value,
                (false, true) => quote!(Desc(#value)),
                (true, false) => quote!(NoneLast(#value)),
                (true, true) => quote!(NoneLast(#value.map(Desc))),
            };
            (field, wrapped)
        });
        let order_fields = order_values.map(|(field, value)| names::initialised(&field, &value));
        let row_fields = row_values.iter().map(|(field, value)| names::initialised(field, value));
        let (row_type, order_type) = (names::ident(&parts.rows), names::ident(&parts.order));
        let [row, order] = ["row", "order"].map(|wanted| environment.variable(wanted));
        building.extend(quote! {
            let #row = #row_type { #(#row_fields),* };
            let #order = #order_type { #(#order_fields),* };
        });
        let (member, emitter) = (&parts.member, &parts.emitter);
        let site = self.site(operator, "window", operator.span);
        if aggregate.window.is_some() && may_fail(&building) {
            // The window comes before the columns: a late record is late, whatever else is wrong with it.
            body.extend(quote!(if self.#member.is_late(#key, time, cx.clock()) { return cx.late(#site); }));
        }
        body.extend(building);
        let update =
            quote!(self.#member.update(#key, time, cx.clock(), |top| top.add(&#order, at, &#row)).at(#site)?);
        body.extend(quote!(let at = aggregate::At { time, offset: record.offset };));
        body.extend(if aggregate.window.is_some() {
            let updated = environment.variable("updated");
            quote!(let #updated = #update; if #updated == Updated::Late { return cx.late(#site); })
        } else {
            quote!(#update;)
        });
        if aggregate.emit != Emit::Final {
            body.extend(quote!(self.#member.emit(record, cx, Self::#emitter);));
        }
        self.top_emitter(operator, aggregate, top, &parts);
        body
    }

    /// Declares what is kept of a row, what rows are compared by, and the group.
    pub(super) fn declare_top(&mut self, node: &str, top: &Top) -> (String, String, String) {
        let fields: Vec<_> = self
            .row_fields(top)
            .iter()
            .zip(&top.columns)
            .map(|(field, column)| (field.to_string(), self.types.rust(&column.value.ty)))
            .collect();
        let rows = self.declare(
            "row",
            &(names::camel(node) + "Row"),
            &format!("What `{node}` keeps of a row."),
            &fields,
        );
        let fields: Vec<_> = self
            .order_fields(top)
            .iter()
            .zip(&top.order)
            .map(|(field, term)| {
                let ty = self.types.rust(term.value.ty.required());
                let ty = if term.descending { format!("Desc<{ty}>") } else { ty };
                let ty = if term.value.ty.is_optional() { format!("NoneLast<{ty}>") } else { ty };
                (field.to_string(), ty)
            })
            .collect();
        let docs = format!("What `{node}` orders rows by.");
        let order = self.declare("key", &(names::camel(node) + "Order"), &docs, &fields);
        let group = self.taken.unique(&(names::camel(node) + "Group"));
        let _ = writeln!(
            self.items,
            "/// What `{node}` keeps per group.\npub type {group} = Ranked<{order}, {rows}, {}, {}>;\n",
            top.count, top.ties
        );
        (group, rows, order)
    }

    /// Fields are named after the columns.
    fn row_fields(&self, top: &Top) -> Vec<Ident> {
        let mut taken = names::Taken::default();
        top.columns.iter().map(|column| taken.unique_ident(&column.name)).collect()
    }

    /// Named after the column that a term is, or else by its place.
    fn order_fields(&self, top: &Top) -> Vec<Ident> {
        let mut taken = names::Taken::default();
        let name = |(at, expr): (usize, &Expr)| match top.columns.iter().find(|c| same_column(&c.value, expr))
        {
            Some(column) => column.name.to_string(),
            None => format!("term_{}", at + 1),
        };
        top.order.iter().map(|term| &term.value).enumerate().map(|e| taken.unique_ident(&name(e))).collect()
    }

    /// Owned values, in order; what may fail fails in order, too.
    fn values<'e>(
        &mut self,
        operator: &Operator,
        expressions: impl Iterator<Item = (String, &'e Expr)>,
        fields: &[Ident],
        environment: &mut Environment<'p>,
        building: &mut TokenStream,
    ) -> Vec<(Ident, TokenStream)> {
        let mut values = Vec::new();
        for ((clause, expr), field) in expressions.zip(fields) {
            environment.site = self.site(operator, &clause, expr.span);
            building.extend(environment.prepare(expr));
            let value = environment.keep(expr);
            if may_fail(&value) {
                let name = environment.variable(&field.to_string());
                building.extend(quote!(let #name = #value;));
                values.push((field.clone(), quote!(#name)));
            } else {
                values.push((field.clone(), value));
            }
        }
        values
    }

    /// The function that tells readers of the places of a group.
    fn top_emitter(&mut self, operator: &Operator, aggregate: &'p Aggregate, top: &'p Top, parts: &Parts) {
        let (key_type, group_type) = (names::ident(&parts.key), names::ident(&parts.group));
        let emitter = &parts.emitter;
        let mut environment = Environment::new(self.model, self.types, Vec::new());
        for fixed in ["change", "cx", "row", "rows"] {
            environment.variable(fixed);
        }
        let key = aggregate.key.iter().map(|column| {
            let field = names::ident(&column.name);
            Code::new(quote!(change.key.#field), place_of(self.types, column.value.ty.required()))
        });
        let kept = self
            .row_fields(top)
            .into_iter()
            .zip(&top.columns)
            .map(|(field, column)| Code::new(quote!(row.#field), place_of(self.types, &column.value.ty)));
        let rank = top.rank.iter().map(|_| Code::new(quote!(change.rank), Held::Copied));
        let codes: Vec<Code> = key.chain(kept).chain(rank).chain(window_codes()).collect();
        let bound = operator.scope.bindings.first().map(|b| Bound::new(b, Access::Columns(codes)));
        environment.rebind(bound.into_iter().collect());
        let (gone, there) = self.table_sinks(operator, &mut environment);
        let (rows, put_aside) = self.put_aside(operator, &mut environment);
        let there = quote!(#there #put_aside);
        let node = self.job.node(operator.node);
        let doc = format!(" The rows of a group of `{}`: {}.", node.name, self.place(operator.span));
        // A final row is never taken back.
        let (ranks, gone) = match aggregate.emit {
            Emit::Final => (quote!(all_ranks), TokenStream::new()),
            _ => (quote!(changed_ranks), gone),
        };
        let row = super::code::bound_in(&there, &names::plain("row"));
        let all = quote!(#gone #there);
        let [inner_change, inner_cx] =
            ["change", "cx"].map(|name| super::code::bound_in(&all, &names::plain(name)));
        let look = if all.is_empty() {
            quote!(|_, _| Ok(()))
        } else {
            quote! {
                |#inner_change, #inner_cx| {
                    let Some(#row) = change.row else {
                        #gone
                        return Ok(());
                    };
                    #there
                    Ok(())
                }
            }
        };
        self.stage.methods.push(quote! {
            #[doc = #doc]
            fn #emitter(change: &Change<'_, #key_type, #group_type>, #rows cx: &mut Cx<'_>) -> Result<bool, Reject> {
                change.#ranks(cx, #look)
            }
        });
    }
}

fn same_column(a: &Expr, b: &Expr) -> bool {
    a.same(b)
}
