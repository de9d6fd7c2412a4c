//! What is generated so far, and the flows between operators: which variables hold a row on its way.

use super::constants::Constants;
use super::environment::{Access, Bound, Environment};
use super::layout::is_cut;
use super::names::{self, Taken};
use super::sites::Sites;
use super::topics::Topics;
use super::types::{Types, parse};
use crate::base::Span;
use crate::diag::render::Sources;
use crate::model::{Model, PackageId, TopicId};
use crate::optimise::JobColumns;
use crate::plan::{Job, JoinSide, NamedExpr, Operator, OperatorId, OperatorKind};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// How an operator's output is handed on: parameters, and how each binding is got at through them.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    /// Name and type without the reference.
    pub(super) parameters: Vec<(Ident, String)>,
    pub(super) access: Vec<Access>,
}

/// A field of a stage: a store, or a clock.
pub(super) struct Member {
    pub(super) name: Ident,
    pub(super) ty: String,
    pub(super) initial: TokenStream,
    pub(super) role: MemberRole,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MemberRole {
    /// A store that emits by the function of this index in [`StageParts::emitters`].
    Groups(usize),
    /// A store that forgets as time passes.
    Forgetting,
    /// The two stores of a join of streams: when it moves is in [`StageParts::joined`].
    Joined,
    /// A store of rows.
    Rows,
    /// No store.
    Clock,
}

/// The function by which a store emits.
pub(super) struct Emitter {
    pub(super) operator: OperatorId,
    pub(super) name: Ident,
    /// What hands on the rows that it puts aside.
    pub(super) passes: Option<Ident>,
}

/// What a stage is made of while it is generated.
#[derive(Default)]
pub(super) struct StageParts {
    pub(super) operators: Vec<OperatorId>,
    pub(super) members: Vec<Member>,
    pub(super) emitters: Vec<Emitter>,
    pub(super) methods: Vec<TokenStream>,
    /// Entries of nodes: the first operator, the input it is fed from and that input's place, and the method.
    pub(super) entries: BTreeMap<(OperatorId, OperatorId, usize), Ident>,
    pub(super) queue: Vec<(OperatorId, OperatorId, usize)>,
    /// Joins of streams, in order of the plan.
    pub(super) joined: BTreeMap<OperatorId, super::stream_join::Joined>,
    pub(super) method_names: Taken,
    pub(super) member_names: Taken,
    /// Tables that joins of the stage look up: member and whether versioned, per source.
    pub(super) tables: BTreeMap<OperatorId, Ident>,
}

pub(super) struct Generator<'p> {
    pub(super) model: &'p Model,
    pub(super) job: &'p Job,
    pub(super) package: PackageId,
    pub(super) sources: &'p Sources<'p>,
    pub(super) types: &'p Types<'p>,
    pub(super) taken: Taken,
    pub(super) constants: Constants,
    pub(super) topics: Topics<'p>,
    pub(super) sites: Sites,
    pub(super) flows: BTreeMap<OperatorId, Flow>,
    /// The tables that joins look up.
    pub(super) tables: BTreeMap<OperatorId, super::join::TableParts>,
    /// What joins of streams keep.
    pub(super) joins: BTreeMap<OperatorId, super::stream_join::JoinParts>,
    /// Declarations of rows, keys, groups and views.
    pub(super) items: String,
    pub(super) used: JobColumns,
    pub(super) stage: StageParts,
}

impl<'p> Generator<'p> {
    pub(super) fn site(&mut self, operator: &Operator, what: &str, span: Span) -> Ident {
        self.sites.site(
            self.sources,
            self.job,
            (&mut self.constants, &mut self.topics),
            (operator.node, what, span),
            &operator.routes,
        )
    }

    /// The constant with a declared topic's index.
    pub(super) fn topic(&mut self, topic: TopicId) -> String {
        self.topics.constant(topic, &mut self.constants)
    }

    /// The constant with the index of an operator's node.
    pub(super) fn node(&self, operator: &Operator) -> Ident {
        names::plain(self.constants.node(operator.node))
    }

    /// `velocity.stream:54`.
    pub(super) fn place(&self, span: Span) -> String {
        let (file, line, _) = super::sites::position(self.sources, span);
        format!("{file}:{line}")
    }

    /// An environment over an operator's output.
    pub(super) fn environment(&self, operator: OperatorId) -> Environment<'p> {
        let mut environment = Environment::new(self.model, self.types, self.bound(operator));
        for fixed in ["time", "record", "cx", "at"] {
            environment.variable(fixed);
        }
        for (parameter, _) in self.flow(operator).parameters {
            environment.variable(&parameter.to_string());
            environment.arguments.push(quote!(#parameter));
        }
        environment
    }

    /// The bindings of an operator's output with how they are got at.
    pub(super) fn bound(&self, operator: OperatorId) -> Vec<Bound> {
        let scope = &self.job.operator(operator).scope;
        let access = self.flow(operator).access;
        let pairs = scope.bindings.iter().zip(access);
        pairs.map(|(binding, access)| Bound::new(binding, access)).collect()
    }

    pub(super) fn flow(&self, operator: OperatorId) -> Flow {
        self.flows.get(&operator).cloned().unwrap_or(Flow { parameters: Vec::new(), access: Vec::new() })
    }

    /// A row type with these fields.
    pub(super) fn declare(
        &mut self,
        macro_name: &str,
        wanted: &str,
        docs: &str,
        fields: &[(String, String)],
    ) -> String {
        let name = self.taken.unique(wanted);
        let _ = writeln!(self.items, "{macro_name}! {{");
        self.items += &super::types::docs(docs, "    ");
        let _ = writeln!(self.items, "    pub struct {name} {{");
        for (field, ty) in fields {
            let _ = writeln!(self.items, "        {}: {ty},", names::ident(field));
        }
        self.items += "    }\n}\n\n";
        name
    }

    /// A key type for named expressions.
    pub(super) fn declare_key(&mut self, wanted: &str, docs: &str, key: &[NamedExpr]) -> String {
        let fields: Vec<_> = key
            .iter()
            .map(|column| (column.name.to_string(), self.types.rust(column.value.ty.required())))
            .collect();
        self.declare("key", wanted, docs, &fields)
    }

    /// A value of a key type; a key that is absent is [`riparian_functions::Fail::NullKey`].
    pub(super) fn key_value(
        &self,
        environment: &Environment<'p>,
        name: &str,
        key: &[NamedExpr],
    ) -> TokenStream {
        let site = &environment.site;
        let fields = key.iter().map(|column| {
            let field = names::ident(&column.name);
            let value = environment.keep(&column.value);
            if column.value.ty.is_optional() {
                quote!(#field: #value.ok_or(Fail::NullKey).at(#site)?)
            } else {
                names::initialised(&field, &value)
            }
        });
        let name = names::ident(name);
        quote!(#name { #(#fields),* })
    }

    /// The columns of an operator's output that anything after it reads: binding and index.
    pub(super) fn used_after(&self, operator: OperatorId) -> BTreeSet<(usize, usize)> {
        let bindings = 0..self.job.operator(operator).scope.bindings.len();
        let of = |binding: usize| {
            self.used.of(operator, binding).into_iter().flatten().map(move |column| (binding, *column))
        };
        bindings.flat_map(of).collect()
    }

    /// The consumers of an operator in the stage at hand.
    pub(super) fn consumers(&self, operator: OperatorId) -> Vec<&'p Operator> {
        let consumers = self.job.consumers(operator);
        consumers.filter(|consumer| self.stage.operators.contains(&consumer.id)).collect()
    }

    /// Determines the flows of all operators, declaring the rows between them.
    pub(super) fn flow_all(&mut self) {
        for operator in &self.job.operators {
            let flow = match &operator.kind {
                OperatorKind::Source(source) if source.table => self.table_flow(operator, source),
                OperatorKind::Source(source) => self.source_flow(operator, source),
                OperatorKind::Filter { .. } | OperatorKind::Deduplicate(_) => self.input_flow(operator),
                OperatorKind::Merge { .. } | OperatorKind::Project { .. } => self.project_flow(operator),
                OperatorKind::Join(join) => self.join_flow(operator, join),
                OperatorKind::StreamJoin(join) => self.stream_join_flow(operator, join),
                OperatorKind::Flatten { .. } => self.flatten_flow(operator),
                OperatorKind::Rekey(rekey) => self.rekey_flow(operator, rekey, is_cut(operator)),
                OperatorKind::Aggregate(_) => self.facts_flow(operator),
                OperatorKind::Sink(_) => Flow { parameters: Vec::new(), access: Vec::new() },
            };
            self.flows.insert(operator.id, flow);
        }
    }

    pub(super) fn input_flow(&self, operator: &Operator) -> Flow {
        operator
            .inputs
            .first()
            .map_or(Flow { parameters: Vec::new(), access: Vec::new() }, |input| self.flow(*input))
    }

    /// A parameter name that the flow's others and the fixed parameters leave free.
    pub(super) fn parameter(&self, flow: &Flow, wanted: &str) -> Ident {
        let mut taken = Taken::locals();
        for fixed in ["time", "record", "cx", "at", "change", "group", "it", "value", "out", "input"] {
            taken.unique(fixed);
        }
        for (name, _) in &flow.parameters {
            taken.unique(&names::local(&name.to_string()));
        }
        taken.unique_ident(&names::local(wanted))
    }

    fn project_flow(&mut self, operator: &Operator) -> Flow {
        let Some(binding) = operator.scope.bindings.first() else {
            return Flow { parameters: Vec::new(), access: Vec::new() };
        };
        if matches!(operator.kind, OperatorKind::Project { .. }) && self.goes_out_only(operator) {
            return Flow { parameters: Vec::new(), access: vec![Access::Columns(Vec::new())] };
        }
        let fields: Vec<_> = binding
            .columns
            .iter()
            .map(|column| (column.name.to_string(), self.types.rust(&column.ty)))
            .collect();
        let node = self.job.node(operator.node);
        let docs = if node.docs.is_empty() {
            format!("A row of `{}`, {}.", node.name, self.place(node.span))
        } else {
            node.docs.clone()
        };
        let name = self.declare("row", &names::camel(&binding.name), &docs, &fields);
        let mut flow = Flow { parameters: Vec::new(), access: Vec::new() };
        let parameter = self.parameter(&flow, &binding.name);
        flow.access.push(Access::Row(parameter.clone()));
        flow.parameters.push((parameter, name));
        flow
    }

    /// Parameters of a function with this body that takes the flow.
    pub(super) fn parameters(&self, flow: &Flow, body: &TokenStream) -> Vec<TokenStream> {
        let parameters = flow.parameters.iter().map(|(name, ty)| {
            let ty = match ty.strip_prefix('?') {
                Some(row) => parse(&format!("Option<&{row}>")),
                None => parse(&format!("&{ty}")),
            };
            let name = super::code::bound_in(body, name);
            quote!(#name: #ty)
        });
        parameters.collect()
    }
}

/// The expressions of a consumer that are over the output of one of its inputs.
pub(super) fn expressions(consumer: &Operator, input: OperatorId) -> Vec<&crate::plan::Expr> {
    let first = consumer.inputs.first() == Some(&input);
    match &consumer.kind {
        OperatorKind::Source(_) => Vec::new(),
        OperatorKind::Filter { condition } => vec![condition],
        OperatorKind::Merge { branches } => {
            let of = consumer.inputs.iter().zip(branches).filter(|(id, _)| **id == input);
            of.flat_map(|(_, branch)| &branch.columns).collect()
        }
        OperatorKind::Join(join) if first => {
            join.on.iter().map(|(expr, _)| expr).chain(&join.condition).chain(&join.as_of).collect()
        }
        OperatorKind::Join(_) => Vec::new(),
        OperatorKind::StreamJoin(join) => {
            let slots = super::stream_join::slots(consumer, input);
            let keys = slots.iter().flat_map(|slot| join.keys(JoinSide::of(*slot)));
            keys.chain(join.condition.iter().filter(|_| first)).collect()
        }
        OperatorKind::Flatten { list } => vec![list],
        OperatorKind::Project { columns } => columns.iter().collect(),
        OperatorKind::Rekey(rekey) => rekey.key.iter().map(|column| &column.value).collect(),
        OperatorKind::Aggregate(aggregate) => {
            aggregate.key.iter().map(|column| &column.value).chain(aggregate.reads()).collect()
        }
        OperatorKind::Deduplicate(deduplicate) => {
            deduplicate.key.iter().map(|column| &column.value).collect()
        }
        OperatorKind::Sink(sink) => sink.columns.iter().chain(&sink.key).chain(&sink.when).collect(),
    }
}
