//! Where records go that cannot be used: the nearest of node, job and package (spec: errors.route).

use super::clauses::{At, Clauses};
use super::job::Builder;
use crate::base::{Span, nearest};
use crate::codes::{s0409_missing_route, s0410_route_target};
use crate::model::{TopicId, TopicKind};
use crate::plan::{NodeId, Route, Routes};
use crate::syntax::ast::{self, JoinKind, RouteClause, RouteKind, RouteTarget};
use std::collections::{BTreeMap, BTreeSet};

/// The routes of a job, and what has been said of them already.
pub(super) struct RouteScope<'a> {
    job: &'a [RouteClause],
    missing: BTreeSet<RouteKind>,
    /// Each clause is resolved, and if need be reported, once.
    resolved: BTreeMap<Span, Option<Route>>,
}

impl<'a> RouteScope<'a> {
    pub fn new(job: &'a ast::Job) -> Self {
        RouteScope { job: &job.routes, missing: BTreeSet::new(), resolved: BTreeMap::new() }
    }
}

/// Before a node's routes are known.
pub(super) fn unknown() -> Routes {
    Routes { bad: Route::Stop, late: Route::Stop, unmatched: Route::Stop }
}

impl<'m, 'a> Builder<'m, 'a> {
    /// Finds the routes of the current node; a kind that it can have must have one.
    pub fn node_routes(&mut self, node: &'a ast::Node, clauses: &Clauses<'a>) {
        let bad = self.route(RouteKind::Bad, clauses, node, Some(node.head)).unwrap_or(Route::Stop);
        let streams = clauses.joins.iter().find(|j| j.value.within.is_some()).map(|j| j.span);
        let window = clauses.window.map(|w| w.span).or(streams);
        let late = self.route(RouteKind::Late, clauses, node, window).unwrap_or_else(|| bad.clone());
        let table = |j: &&At<'_, ast::Join>| j.value.kind == JoinKind::Inner && j.value.within.is_none();
        let inner = clauses.joins.iter().find(table).map(|j| j.span);
        let unmatched = self.route(RouteKind::Unmatched, clauses, node, inner).unwrap_or_else(|| bad.clone());
        self.routes = Routes { bad, late, unmatched };
        let (id, routes) = (NodeId(self.node.0), self.routes.clone());
        self.node_routes.insert(id, routes);
    }

    /// `needed`: the clause that can set records aside, if the node has one.
    fn route(
        &mut self,
        kind: RouteKind,
        clauses: &Clauses<'a>,
        node: &ast::Node,
        needed: Option<Span>,
    ) -> Option<Route> {
        let model = self.model;
        let of = |clause: &&RouteClause| clause.kind == kind;
        let own = clauses.routes.iter().copied().find(of);
        let written = own
            .or_else(|| self.route_scope.job.iter().find(of))
            .or_else(|| model.package(self.package).routes.iter().find(of));
        if let Some(clause) = written {
            return self.target(clause);
        }
        let generated = model.topics_of(self.package).find(|(_, t)| t.generated);
        if let Some((topic, _)) = generated {
            return Some(Route::To(topic));
        }
        let needed = needed?;
        if self.route_scope.missing.insert(kind) {
            let dead_letters = self.dead_letter_topics();
            let report = s0409_missing_route::missing(
                needed,
                word(kind),
                &node.name.name,
                dead_letters.first().copied(),
            );
            self.report(report);
        }
        None
    }

    fn target(&mut self, clause: &RouteClause) -> Option<Route> {
        if let Some(known) = self.route_scope.resolved.get(&clause.span) {
            return known.clone();
        }
        let route = match &clause.target {
            RouteTarget::Stop => Some(Route::Stop),
            RouteTarget::Drop { because: Some(why) } if !why.value.trim().is_empty() => {
                Some(Route::Drop { because: why.value.clone() })
            }
            RouteTarget::Drop { .. } => {
                self.report(s0410_route_target::no_reason(clause.span));
                None
            }
            RouteTarget::Topic(path) => self.dead_letter(path, word(clause.kind)).map(Route::To),
            RouteTarget::Error => None,
        };
        self.route_scope.resolved.insert(clause.span, route.clone());
        route
    }

    fn dead_letter(&mut self, path: &ast::Path, word: &str) -> Option<TopicId> {
        let name = path.text();
        let known = self.dead_letter_topics();
        let Some(topic) = self.own_topic(&name) else {
            let near = nearest(&name, known.iter().copied());
            self.report(s0410_route_target::unknown(path.span, word, &name, near));
            return None;
        };
        let definition = self.model.topic(topic);
        if definition.kind != TopicKind::DeadLetter {
            let first = known.first().copied();
            self.report(s0410_route_target::no_dead_letter(path.span, word, &name, definition.span, first));
            return None;
        }
        Some(topic)
    }

    /// The package's own dead-letter topics, for helps.
    fn dead_letter_topics(&self) -> Vec<&'m str> {
        let own = self.model.topics_of(self.package).map(|(_, t)| t);
        own.filter(|t| t.kind == TopicKind::DeadLetter && !t.generated).map(|t| t.name.as_str()).collect()
    }
}

fn word(kind: RouteKind) -> &'static str {
    match kind {
        RouteKind::Bad => "bad",
        RouteKind::Late => "late",
        RouteKind::Unmatched => "unmatched",
    }
}
