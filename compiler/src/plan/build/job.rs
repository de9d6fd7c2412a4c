//! A job: its nodes in an order in which each comes after what it reads, and what they share.

use super::flow::Flow;
use super::routes::RouteScope;
use crate::base::{Name, Span, nearest};
use crate::codes::{s0602_cycle, s0608_duplicate_name, s0609_guarantee, s0690_serve, s0691_not_supported};
use crate::diag::Diagnostic;
use crate::model::{Model, PackageId, TopicId};
use crate::plan::{Guarantee, Job, Node, NodeId, Operator, OperatorId, OperatorKind, Routes, Scope};
use crate::syntax::ast;
use crate::types::check::{Checker, TypeNames};
use std::collections::BTreeMap;

/// One job while it is built.
pub(super) struct Builder<'m, 'a> {
    pub model: &'m Model,
    pub package: PackageId,
    pub checker: Checker<'m>,
    pub job: &'a ast::Job,
    pub operators: Vec<Operator>,
    /// The node that is built now.
    pub node: NodeId,
    pub routes: Routes,
    pub route_scope: RouteScope<'a>,
    /// The outputs of the nodes built so far.
    pub built: BTreeMap<Name, Flow>,
    pub sources: Vec<(TopicId, bool, bool, Flow)>,
    pub rekeys: Vec<(OperatorId, OperatorId)>,
    /// Topics of packages that this one does not import were looked at, for a help.
    pub looked_around: bool,
    /// The routes of each node built, for operators that other nodes add to it.
    pub node_routes: BTreeMap<NodeId, Routes>,
}

/// What became of a job.
pub(super) struct Built {
    /// `None`: a node of it reads nothing known; reported.
    pub job: Option<Job>,
    pub findings: Vec<Diagnostic>,
    /// The findings depend on more than what the package names.
    pub looked_around: bool,
}

pub(super) fn build(model: &Model, package: PackageId, types: &TypeNames, job: &ast::Job) -> Built {
    let checker = Checker::new(model, types.clone());
    let mut builder = Builder {
        model,
        package,
        checker,
        job,
        operators: Vec::new(),
        node: NodeId(0),
        routes: super::routes::unknown(),
        route_scope: RouteScope::new(job),
        built: BTreeMap::new(),
        sources: Vec::new(),
        rekeys: Vec::new(),
        looked_around: false,
        node_routes: BTreeMap::new(),
    };
    let guarantee = builder.guarantee();
    builder.deferred();
    builder.duplicates();
    for index in builder.order() {
        let Some(node) = job.nodes.get(index) else { continue };
        builder.node = NodeId(index as u32);
        let known = builder.checker.diagnostics.len();
        if let Some(flow) = builder.node(node) {
            builder.built.entry(node.name.name.clone()).or_insert(flow);
        }
        if node.name.name.is_empty() {
            // That its name could not be read has been said; what is said of a node calls it by its name.
            builder.checker.diagnostics.truncate(known);
        }
    }
    let nodes: Option<Vec<Node>> = job
        .nodes
        .iter()
        .map(|node| {
            let output = builder.built.get(&node.name.name)?.operator;
            Some(Node {
                name: node.name.name.clone(),
                table: node.table,
                output,
                docs: node.docs.clone(),
                span: node.name.span,
            })
        })
        .collect();
    let job = nodes.map(|nodes| Job {
        package,
        package_path: model.package(package).path.clone(),
        name: job.name.name.clone(),
        guarantee,
        operators: builder.operators,
        nodes,
        docs: job.docs.clone(),
        span: job.name.span,
    });
    Built { job, findings: builder.checker.diagnostics, looked_around: builder.looked_around }
}

impl<'m, 'a> Builder<'m, 'a> {
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.checker.report(diagnostic);
    }

    /// Adds an operator of the current node.
    pub fn push(
        &mut self,
        kind: OperatorKind,
        inputs: Vec<OperatorId>,
        scope: Scope,
        span: Span,
    ) -> OperatorId {
        let (node, routes) = (self.node, self.routes.clone());
        self.push_for(node, routes, kind, inputs, scope, span)
    }

    pub fn push_for(
        &mut self,
        node: NodeId,
        routes: Routes,
        kind: OperatorKind,
        inputs: Vec<OperatorId>,
        scope: Scope,
        span: Span,
    ) -> OperatorId {
        let id = OperatorId(self.operators.len() as u32);
        self.operators.push(Operator { id, node, kind, inputs, scope, routes, span });
        id
    }

    fn guarantee(&mut self) -> Guarantee {
        let Some(word) = &self.job.guarantee else { return Guarantee::default() };
        match word.name.as_str() {
            "exactly_once" => Guarantee::ExactlyOnce,
            "at_least_once" => Guarantee::AtLeastOnce,
            other => {
                let near = nearest(other, ["exactly_once", "at_least_once"]);
                self.report(s0609_guarantee::unknown(word.span, other, near));
                Guarantee::default()
            }
        }
    }

    fn deferred(&mut self) {
        for deferred in &self.job.deferred {
            let report = match deferred.keyword {
                "serve" => s0690_serve::not_compiled(deferred.span),
                other => s0691_not_supported::construct(deferred.span, &format!("`{other}`")),
            };
            self.report(report);
        }
    }

    fn duplicates(&mut self) {
        let mut seen: BTreeMap<&Name, Span> = BTreeMap::new();
        for node in self.job.nodes.iter().filter(|node| !node.name.name.is_empty()) {
            match seen.get(&node.name.name) {
                Some(first) => {
                    let report = s0608_duplicate_name::node(node.name.span, &node.name.name, *first);
                    self.checker.report(report);
                }
                None => {
                    seen.insert(&node.name.name, node.name.span);
                }
            }
        }
    }

    /// The nodes' indexes, each after what it reads; nodes on a cycle are reported once and come last.
    fn order(&mut self) -> Vec<usize> {
        let names: BTreeMap<&str, usize> =
            self.job.nodes.iter().enumerate().rev().map(|(i, n)| (n.name.name.as_str(), i)).collect();
        let reads: Vec<Vec<usize>> = self
            .job
            .nodes
            .iter()
            .enumerate()
            .map(|(own, node)| {
                let of = inputs_of(node).filter_map(|p| match p.segments.as_slice() {
                    [only] => names.get(only.name.as_str()).copied(),
                    _ => None,
                });
                // `table x { from x … }` reads the topic `x`: a node cannot read itself.
                of.filter(|input| *input != own).collect()
            })
            .collect();
        let mut order: Vec<usize> = Vec::new();
        loop {
            let ready = (0..reads.len()).find(|i| {
                !order.contains(i)
                    && reads.get(*i).is_some_and(|r| r.iter().all(|input| order.contains(input)))
            });
            match ready {
                Some(index) => order.push(index),
                None => break,
            }
        }
        let stuck: Vec<usize> = (0..reads.len()).filter(|i| !order.contains(i)).collect();
        if let Some(cycle) = cycle_in(&stuck, &reads) {
            let nodes: Vec<(&str, Span)> = cycle
                .iter()
                .filter_map(|i| self.job.nodes.get(*i))
                .map(|n| (n.name.name.as_str(), n.name.span))
                .collect();
            let report = s0602_cycle::cycle(&nodes);
            self.checker.report(report);
        }
        order.extend(stuck);
        order
    }
}

/// The paths that a node reads.
pub(super) fn inputs_of(node: &ast::Node) -> impl Iterator<Item = &ast::Path> {
    node.clauses.iter().filter_map(|c| match &c.kind {
        ast::NodeClauseKind::From(from) => from.source.as_ref(),
        ast::NodeClauseKind::Join(join) => join.source.as_ref(),
        _ => None,
    })
}

/// A cycle among nodes each of which reads one of them.
fn cycle_in(stuck: &[usize], reads: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut path: Vec<usize> = vec![*stuck.first()?];
    loop {
        let next = *reads.get(*path.last()?)?.iter().find(|i| stuck.contains(i))?;
        if let Some(start) = path.iter().position(|i| *i == next) {
            let mut cycle = path.split_off(start);
            let least = cycle.iter().enumerate().min_by_key(|(_, i)| **i).map_or(0, |(at, _)| at);
            cycle.rotate_left(least);
            return Some(cycle);
        }
        path.push(next);
    }
}
